import { describe, expect, test } from 'vitest';
import { factCells } from '../../../../schemas/table.ts';
import { readByPlace as read } from '../../documents.ts';

const COVER = '江川市档案馆\n2026年部门预算公开\n\n';
const CONTENTS = '目录\n一、收支预算总表\n二、收入预算总表\n三、支出预算总表\n\n第一部分 概况\n\n';
const HEAD = '单位：万元\n科目编码→科目名称→合计→基本支出→项目支出';
const GOOD = '→合计→5.00→2.00→3.00\n208→甲→5.00→2.00→3.00';
const review = async (text: string) => (await read(COVER + text)).report.review;

describe('what was expected', () => {
  const body = `支出预算总表\n${HEAD}\n${GOOD}\n\n收入预算总表\n单位：万元\n科目编码→科目名称→合计\n208→甲→5.00`;
  test('is found by title, however it is printed', async () => {
    const { report } = await read(COVER + CONTENTS + body);
    expect(report.expectedTables.map(({ title, found, tableIndex }) => [title, found, tableIndex])).toEqual([
      ['收支预算总表', false, null],
      ['收入预算总表', true, 2],
      ['支出预算总表', true, 1],
    ]);
  });

  test('and not found is an item for review and a finding', async () => {
    const { report } = await read(COVER + CONTENTS + body);
    expect(
      report.review.filter(({ ruleId }) => ruleId === 'document/table-missing').map(({ tableTitle, kind }) => [tableTitle, kind]),
    ).toEqual([['收支预算总表', 'missing']]);
    expect(report.findings.filter(({ ruleId }) => ruleId === 'document/table-missing')).toHaveLength(1);
  });

  test('one or two titles on a cover are no contents page', async () => {
    const { report } = await read(`${COVER}附件：收支预算总表\n\n${body}`);
    expect(report.expectedTables).toEqual([]);
  });
});

describe('the queue', () => {
  test('is empty where everything holds', async () => {
    expect(await review(`支出预算总表\n${HEAD}\n${GOOD}`)).toEqual([]);
  });

  test('puts the larger amount first', async () => {
    const items = await review(`支出预算总表\n表3\n${HEAD}\n208→甲→5.00→2.00→4.00\n210→乙→900.00→2.00→3.00`);
    expect(items.map(({ moneyAtStake }) => moneyAtStake)).toEqual(['8950000', '10000']);
    expect(new Set(items.map(({ itemId }) => itemId)).size).toBe(2);
  });

  test('proposes in the unit of the document where the table prints none', async () => {
    const head = '科目编码→科目名称→合计→基本支出→项目支出';
    const rows = '→合计→500.00→200.00→300.00\n208→甲→500.00→200.00→300.00\n20801→乙→800.00→200.00→300.00';
    const items = await review(`收入预算总表\n单位：元\n科目编码→科目名称→合计\n208→甲→500.00\n\n支出预算总表\n${head}\n${rows}`);
    expect(items.map(({ proposal }) => proposal)).toEqual(['t2r2c0: 800.00 → 500.00']);
  });

  test('names every addend with its value', async () => {
    const [item] = await review(`支出预算总表\n${HEAD}\n208→甲→5.00→2.00→4.00`);
    expect(item).toMatchObject({
      ruleId: 'equation/broken',
      actual: '208 甲〔合计〕 5.00',
      residual: '-1',
      factIds: ['t1r0c0', 't1r0c1', 't1r0c2'],
    });
    expect(item!.expected).toBe('208 甲〔基本支出〕 2.00 + 208 甲〔项目支出〕 4.00');
    expect(item!.alternatives.map((text) => text.split(' → ').at(-1))).toEqual(expect.arrayContaining(['6.00', '1.00', '3.00']));
  });

  test('an unreadable number', async () => {
    const items = await review(`支出预算总表\n${HEAD}\n208→甲→5.00→2.00→3.00\n210→乙→1O.00→→10.00`);
    expect(
      items.filter(({ ruleId }) => ruleId === 'value/unreadable-number').map(({ actual, kind, factIds }) => [actual, kind, factIds]),
    ).toEqual([['1O.00', 'misread', ['t1r1c0']]]);
  });

  test('an ambiguous row lists the columns that it may stand in', async () => {
    const items = await review(
      '一般公共预算基本支出表\n表6\n单位：万元\n科目编码 科目名称 合计 人员经费 公用经费\n合计 5.00 5.00\n302 商品和服务支出 5.00 5.00',
    );
    const open = items.filter(({ ruleId }) => ruleId === 'placement/ambiguous');
    expect(open.map(({ kind }) => kind)).toEqual(new Array(open.length).fill('placement'));
    expect([open[0]!.expected, ...open[0]!.alternatives].sort()).toEqual(['人员经费', '公用经费']);
  });

  test('every item has a message, and probabilities lie between 0 and 1', async () => {
    const items = await review(`${CONTENTS}支出预算总表\n${HEAD}\n208→甲→5.00→2.00→4.00\n210→乙→1O.00→→10.00`);
    expect(items.length).toBeGreaterThan(2);
    for (const item of items) expect([item.message.length > 5, item.probability > 0 && item.probability <= 1]).toEqual([true, true]);
  });
});

describe('tails', () => {
  const rows = (...lines: string[]) => `支出预算总表\n表3\n${HEAD}\n${lines.join('\n')}`;
  const tails = async (text: string) =>
    (await review(text)).filter(({ ruleId }) => ruleId === 'equation/tail').map(({ factIds }) => factIds);
  const ROUNDED = ['208→甲→5.01→2.00→3.00', '210→乙→6.01→2.00→4.00', '221→丙→7.01→2.00→5.00'];

  test('a lone one is looked at', async () => {
    expect(await tails(rows(ROUNDED[0]!))).toEqual([['t1r0c0', 't1r0c1', 't1r0c2']]);
  });

  test('several are how the document rounds', async () => expect(await tails(rows(...ROUNDED))).toEqual([]));

  test('so they are where a note says it', async () => {
    expect(await tails(`${rows(ROUNDED[0]!)}\n\n注：本表金额四舍五入，合计与分项之和存在尾差。\n`)).toEqual([]);
  });

  test('several that one wrong last digit makes are one item, which names the cell', async () => {
    const text = rows(
      '→合计→9.00→4.00→5.00',
      '208→甲→6.00→3.00→3.00',
      '20805→乙→4.00→3.00→1.01',
      '20811→丙→2.00→→2.00',
      '210→丁→3.00→1.00→2.00',
    );
    expect((await tails(text)).map(([first]) => first)).toEqual(['t1r2c2']);
    const { disclosure } = await read(`${COVER}${text}`);
    expect(disclosure.tables.flatMap(factCells).flatMap(({ factId, review: flagged }) => (flagged ? [factId] : []))).toEqual(['t1r2c2']);
  });
});
