import { describe, expect, test } from 'vitest';
import { type Figure, measuresOf } from '../../../extractors/measures/index.ts';
import { readByPlace } from '../documents.ts';

async function figures(text: string): Promise<Figure[]> {
  const { disclosure, report, sourceLines = [] } = await readByPlace(text);
  return measuresOf(disclosure, report, sourceLines);
}

/** `presence value ids` of a measure of the document's own body and stage. */
async function figure(text: string, id: string): Promise<string> {
  const found = (await figures(text)).find(({ measure }) => measure === id);
  return found === undefined ? '' : [found.presence, found.valueYuan, found.state, ...found.ids].filter((part) => part !== null).join(' ');
}

const COVER = '某市水务局\n2026年部门预算\n\n';
const TITLE = '财政拨款“三公”经费支出表\n单位：万元\n';
const HEAD = `${COVER}${TITLE}`;

/** A 收支总表 with both sides. */
const SUMMARY = `${COVER}收支总表
单位：万元
收入→→支出→
项目→预算数→项目→预算数
一、一般公共预算拨款收入→30.00→一、教育支出→10.00
二、政府性基金预算拨款收入→→二、农林水支出→25.00
三、事业收入→5.00→→
本年收入合计→35.00→本年支出合计→35.00
上年结转结余→2.00→结转下年→2.00
收入总计→37.00→支出总计→37.00
`;

describe('what tables print', () => {
  test('both sides of the summary', async () => {
    expect(await figure(SUMMARY, 'totalRevenue')).toMatch(/^value 370000 \w+ t1r\d+c0$/);
    expect(await figure(SUMMARY, 'currentYearRevenue')).toMatch(/^value 350000 /);
    expect(await figure(SUMMARY, 'carryoverIn')).toMatch(/^value 20000 /);
    expect(await figure(SUMMARY, 'totalExpenditure')).toMatch(/^value 370000 /);
    expect(await figure(SUMMARY, 'currentYearExpenditure')).toMatch(/^value 350000 /);
    expect(await figure(SUMMARY, 'carryoverOut')).toMatch(/^value 20000 /);
    expect(await figure(SUMMARY, 'serviceRevenue')).toMatch(/^value 50000 /);
  });

  test('a whole that nobody prints is the sum of its parts; a blank part adds nothing and stays blank', async () => {
    expect(await figure(SUMMARY, 'fiscalAppropriationRevenue')).toMatch(/^value 300000 \w+ t1r0c0$/);
    expect(await figure(SUMMARY, 'governmentFundRevenue')).toBe('blank');
  });

  test('of a body with units the total counts, not the row of the department’s own office', async () => {
    const text = `${HEAD}单位名称→合计→公务接待费
合计→9.00→9.00
某市水务局→4.00→4.00
某市水务站→5.00→5.00
`;
    expect(await figure(text, 'officialReception')).toMatch(/^value 90000 \w+ t1r0c1$/);
  });

  test('with the office set apart as （本级） the row of the department is its total', async () => {
    const rows = '某市水务局→9.00→9.00\n某市水务局（本级）→4.00→4.00\n某市水务站→5.00→5.00\n';
    expect(await figure(`${HEAD}单位名称→合计→公务接待费\n${rows}`, 'officialReception')).toMatch(/^value 90000 /);
  });

  test('a column for each budget: their sum, not the first of them', async () => {
    const text = `${HEAD}年度→总计→→→公务接待费→→
→一般公共预算→政府性基金预算→国有资本经营预算→一般公共预算→政府性基金预算→国有资本经营预算
2025年→1.00→0.00→0.00→1.00→0.00→0.00
2026年→2.00→1.00→0.00→2.00→1.00→0.00
`;
    expect(await figure(text, 'threePublicExpenses')).toMatch(/^value 30000 \w+ t1r1c0 t1r1c1 t1r1c2$/);
    const [reception] = (await figures(text)).filter(({ measure }) => measure === 'officialReception');
    expect([reception?.fund, reception?.source, reception?.valueYuan]).toEqual(['fiscalAppropriation', 'summed', '30000']);
  });
});

describe('several amounts of the same', () => {
  const table = (title: string, amount: string): string =>
    `${title}\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n→合计→${amount}→${amount}→\n205→教育支出→${amount}→${amount}→\n\n`;
  const twice = (a: string, b: string): string =>
    `${COVER}${table('一般公共预算支出表', a)}${table('一般公共预算支出表（按功能分类）', b)}`;

  test('agree within the last place', async () => {
    expect(await figure(twice('10.00', '10.01'), 'generalPublicBudgetExpenditure')).toMatch(/^value 100000 (?!disputed)/);
  });

  test('or are disputed, and the other one is named', async () => {
    const [disputed] = (await figures(twice('10.00', '10.02'))).filter(({ measure }) => measure === 'generalPublicBudgetExpenditure');
    expect(disputed).toMatchObject({ state: 'disputed', review: true, valueYuan: '100000', others: [{ valueYuan: '100200' }] });
  });
});

describe('no amount', () => {
  const empty = (note: string): string =>
    `${SUMMARY}\n政府性基金预算支出表\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n→→→→\n${note}\n`;

  test('the note below an empty table says that there is none', async () => {
    const text = empty('注：本部门没有政府性基金预算拨款安排的支出，故本表无数据。');
    expect(await figure(text, 'governmentFundExpenditure')).toBe('declaredNone');
    expect((await figures(text)).find(({ measure }) => measure === 'governmentFundExpenditure')?.reason).toContain('没有政府性基金');
  });

  test('or that it is kept back', async () => {
    expect(await figure(empty('注：涉密内容不予公开。'), 'governmentFundExpenditure')).toBe('withheld');
  });

  test('an empty table that says nothing is blank', async () => {
    expect(await figure(empty(''), 'governmentFundExpenditure')).toBe('blank');
    expect(await figure(empty('注：无。'), 'governmentFundExpenditure')).toBe('blank');
    expect(await figure(empty('注：本表由无锡市水务局编制。'), 'governmentFundExpenditure')).toBe('blank');
  });

  test.each([
    ['2026年本部门没有使用政府性基金预算拨款安排的支出。', 'governmentFundExpenditure', 'declaredNone'],
    ['本部门无当年国有资本经营预算拨款收支。', 'stateCapitalExpenditure', 'declaredNone'],
    ['2026年未安排因公出国（境）费。', 'overseasTravel', 'declaredNone'],
    ['本部门无2025年结转的“三公”经费支出。', 'threePublicExpenses', 'lost'],
    ['无人机购置由政府采购办理。', 'governmentProcurement', 'blank'],
    ['本部门没有2025年的政府采购预算。', 'governmentProcurement', 'blank'],
  ])('prose: %s', async (sentence, id, presence) => {
    expect(await figure(`${SUMMARY}\n第三部分 情况说明\n${sentence}\n`, id)).toBe(presence);
  });

  test('a table that every document of its kind prints and this one lacks is lost', async () => {
    expect(await figure(SUMMARY, 'threePublicExpenses')).toBe('lost');
  });

  test('a printed zero is a zero', async () => {
    expect(await figure(`${HEAD}合计→公务接待费\n0.00→0.00\n`, 'officialReception')).toMatch(/^zero 0 /);
  });
});

test('final accounts print the budget beside: a figure of each stage', async () => {
  const text = `某市水务局
2025年部门决算

财政拨款“三公”经费支出决算表
单位：万元
预算数→→决算数→
合计→公务接待费→合计→公务接待费
3.00→3.00→2.00→2.00
`;
  const reception = (await figures(text)).filter(({ measure, valueYuan }) => measure === 'officialReception' && valueYuan !== null);
  expect(reception.map(({ stage, valueYuan }) => [stage, valueYuan])).toEqual([
    ['final', '20000'],
    ['initialBudget', '30000'],
  ]);
});

test('prose alone', async () => {
  const text = `${SUMMARY}\n第三部分 情况说明\n一、机关运行经费\n2026年机关运行经费财政拨款预算12.30万元。\n`;
  expect(await figure(text, 'agencyRunningExpenses')).toMatch(/^value 123000 stated /);
});

test('prose alone under a name that may be that of a part: to be looked at, and only where the section is about nothing else', async () => {
  const of = async (sentence: string, id: string) => {
    const found = (await figures(`${SUMMARY}\n第三部分 情况说明\n一、说明\n${sentence}\n`)).find(({ measure }) => measure === id);
    return [found?.presence, found?.valueYuan, found?.review];
  };
  expect(await of('2026年本部门政府采购安排512.48万元。', 'governmentProcurement')).toEqual(['value', '5124800', true]);
  expect(await of('2026年政府采购预算512.48万元。', 'governmentProcurement')).toEqual(['value', '5124800', false]);
  expect(await of('（二）公用经费234.61万元。', 'generalPublicBudgetPublic')).toEqual(['lost', null, false]);
});

test('nothing without a table', async () => {
  expect(await figures(`${COVER}机关运行经费12.30万元。\n`)).toEqual([]);
});

test('a table of this year’s appropriation is told by the carryover that it lacks', async () => {
  const text = `${COVER}财政拨款收支总表
单位：万元
收入→→支出→→
项目→预算数→项目→合计→一般公共预算
一、一般公共预算拨款→30.00→一、教育支出→35.00→35.00
二、上年结转→5.00→→→
→→本年支出合计→35.00→35.00
收入总计→35.00→支出总计→35.00→35.00

一般公共预算支出表
单位：万元
科目编码→科目名称→合计→基本支出→项目支出
→合计→30.00→20.00→10.00
205→教育支出→30.00→20.00→10.00
`;
  const found = await figures(text);
  const shown = (id: string) => found.find(({ measure }) => measure === id);
  expect(shown('generalPublicBudgetExpenditure')).toMatchObject({ valueYuan: '300000', vintage: 'currentYear', others: [] });
  expect(shown('generalPublicBudget.205')).toMatchObject({ valueYuan: '300000', vintage: 'currentYear', others: [] });
  const disputed = await figures(text.replaceAll('30.00→20.00→10.00', '31.00→20.00→11.00'));
  expect(disputed.find(({ measure }) => measure === 'generalPublicBudgetExpenditure')).toMatchObject({
    state: 'disputed',
    valueYuan: '310000',
  });
});

describe('a 类 that is not printed', () => {
  const table = (totals: string): string => `${COVER}一般公共预算基本支出表
单位：万元
科目编码→科目名称→合计→人员经费→公用经费
→合计→${totals}
30101→基本工资→5.00→5.00→
30102→津贴补贴→2.00→2.00→
30201→办公费→3.00→→3.00
`;

  test('is the sum of its 款 where all of them make up the total', async () => {
    const wages = (await figures(table('10.00→7.00→3.00'))).find(({ measure }) => measure === 'wagesAndWelfare');
    expect(wages).toMatchObject({ valueYuan: '70000', source: 'summed', ids: ['t1r1c0', 't1r2c0'], component: 'basic' });
  });

  test('and none where some may be missing', async () => {
    expect(await figure(table('11.00→8.00→3.00'), 'wagesAndWelfare')).toBe('blank');
  });
});

test('what prose alone states: purchases by kind, and counts in their own unit', async () => {
  const prose = `第三部分 情况说明
一、政府采购情况
2026年政府采购预算12.00万元，其中：政府采购货物预算5.00万元、政府采购工程预算0万元、政府采购服务预算7.00万元。
二、国有资产占有使用情况
截至2025年12月31日，共有车辆3辆；单价100万元（含）以上设备（不含车辆）1台（套）。2026年部门预算安排购置车辆2辆。
`;
  const found = await figures(`${SUMMARY}\n${prose}`);
  const shown = (id: string) =>
    found.filter(({ measure }) => measure === id).map(({ presence, valueYuan, quantity }) => [presence, valueYuan ?? quantity]);
  expect(shown('procurementOfGoods')).toEqual([['value', '50000']]);
  expect(shown('procurementOfWorks')).toEqual([['zero', '0']]);
  expect(shown('procurementOfServices')).toEqual([['value', '70000']]);
  expect(shown('vehicleCount')).toEqual([['value', { value: '3', unit: '辆' }]]);
  expect(shown('equipmentCount')).toEqual([['value', { value: '1', unit: '台（套）' }]]);
  expect(shown('establishment')).toEqual([]);
});

test('a table of the measure goes before another one, whatever years of money each is of', async () => {
  const text = `${COVER}一般公共预算支出表
单位：万元
科目编码→科目名称→合计→基本支出→项目支出
→合计→30.00→20.00→10.00
205→教育支出→30.00→20.00→10.00

项目支出表
单位：万元
项目名称→合计→一般公共预算→上年结转
合计→10.00→9.00→1.00
校舍维修→10.00→9.00→1.00
`;
  const [project] = (await figures(text)).filter(({ measure }) => measure === 'generalPublicBudgetProject');
  expect(project).toMatchObject({ valueYuan: '100000', vintage: 'all', table: { kind: 'generalPublicBudgetExpenditure' } });
});

test('a 类 of all expenditure is none of the 类 of basic expenditure that stand beside it', async () => {
  const text = `${COVER}一般公共预算基本支出表
单位：万元
科目编码→科目名称→合计→人员经费→公用经费
→合计→10.00→7.00→3.00
301→工资福利支出→7.00→7.00→
302→商品和服务支出→3.00→→3.00

一般公共预算支出表（按经济分类）
单位：万元
科目编码→科目名称→合计
→合计→30.00
301→工资福利支出→7.00
302→商品和服务支出→15.00
310→资本性支出→8.00
`;
  expect(await figure(text, 'goodsAndServices')).toMatch(/^value 30000 /);
  expect(await figure(text, 'capitalExpenditure')).toBe('blank');
});

test('人员经费 and 公用经费 side by side are basic expenditure', async () => {
  const text = `${COVER}一般公共预算支出表（按经济分类）
单位：万元
科目编码→科目名称→合计→人员经费→公用经费→项目支出
→合计→30.00→8.00→7.00→15.00
301→工资福利支出→7.00→7.00→→
302→商品和服务支出→23.00→1.00→7.00→15.00
`;
  expect(await figure(text, 'goodsAndServices')).toMatch(/^value 80000 \w+ t1r2c1 t1r2c2$/);
  expect(await figure(text, 'wagesAndWelfare')).toMatch(/^value 70000 /);
});
