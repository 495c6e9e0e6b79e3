import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextLine } from '../../../../extractors/model/blocks.ts';
import { subjectCodeByPath } from '../../../../extractors/notation/subjects.ts';
import { BETWEEN_CHANGE_AND_RATE } from '../../../../extractors/prose/meaning/settings.ts';
import { buildParagraphs } from '../../../../extractors/prose/paragraphs.ts';
import { extractStatements } from '../../../../extractors/prose/statements.ts';
import type { About, DisclosureKind } from '../../../../schemas/disclosure.ts';

interface Told extends About {
  concept: string;
  value: string;
}

function told(text: string, kind: DisclosureKind = 'budget', year = 2026): Told[] {
  const lines = `第三部分 预算情况说明\n${text}`
    .split('\n')
    .map((line, index): TextLine => ({ kind: 'line', page: 1, line: index + 1, text: line, raw: line }));
  const subjectCode = (path: string[]): string | null => subjectCodeByPath(path, year);
  return extractStatements(buildParagraphs(lines), { year, kind, subjectCode }).map(({ concept, value, about }) => ({
    concept,
    value,
    ...about,
  }));
}

/** Those that say something, without the usual ones. */
function said({ coordinates }: About): Record<string, string> {
  const usual = [null, 'all'];
  return Object.fromEntries(
    Object.entries(coordinates).flatMap(([key, value]) =>
      usual.includes(value) && key !== 'fund' ? [] : value === null ? [] : [[key, value]],
    ),
  );
}

describe('coordinates', () => {
  test.each([
    ['一、机关运行经费\n本部门2026年机关运行经费财政拨款预算 30 万元。', 'agencyRunningExpenses'],
    ['一、其他情况\n参公事业单位的机关运行经费支出 30 万元。', 'agencyRunningExpenses'],
    ['一、其他情况\n一般公共预算拨款安排的机关运行经费预算支出 30 万元。', 'agencyRunningExpenses'],
    ['一、其他情况\n政府采购支出预算总额 30 万元。', 'governmentProcurement'],
    ['一、其他情况\n“三公”经费支出预算 30 万元。', 'threePublicExpenses'],
    ['一、收支总体情况\n2026年收入预算 30 万元。', 'totalRevenue'],
    ['一、收支总体情况\n对附属单位补助支出 30 万元。', 'subordinateSubsidy'],
    ['一、一般公共预算支出情况\n基本支出 30 万元。', 'generalPublicBudgetBasic'],
    ['一、支出预算情况\n教育支出（类）30 万元。', 'all.205'],
    ['一、一般公共预算支出情况\n教育支出（类）30 万元。', 'generalPublicBudget.205'],
    ['一、收入预算情况\n其他收入 30 万元。', 'otherRevenue'],
  ])('%s is %s', (text, measure) => {
    expect(told(text).map((each) => each.measure)).toEqual([measure]);
  });

  test('a heading says of which fund and view, the name what is within it', () => {
    const [office] = told('一、一般公共预算基本支出情况\n工资福利支出 30 万元。');
    expect(office && said(office)).toEqual({
      flow: 'expenditure',
      fund: 'generalPublicBudget',
      component: 'basic',
      stage: 'initialBudget',
      classification: 'departmentEconomic',
      departmentEconomicCode: '301',
    });
  });

  test('what bears an unknown name is an item, and of no measure', () => {
    const [item] = told('一、一般公共预算支出情况\n信访救助补贴 30 万元。');
    expect(item).toMatchObject({ measure: null, coordinates: { fund: null, component: null, item: '信访救助补贴' } });
  });

  test('an amount of a unit below is none of the department', () => {
    const [unit] = told('一、支出预算情况\n（一）某市水文监测中心\n基本支出 30 万元。');
    expect(unit).toMatchObject({ measure: null, coordinates: { entity: '某市水文监测中心', component: 'basic' } });
  });

  test('stages are told apart by words, then by what the document is', () => {
    const text = '一、财政拨款支出决算情况\n教育支出（类）年初预算为 10 万元，支出决算为 9 万元。';
    expect(told(text, 'final-accounts').map(({ coordinates }) => coordinates.stage)).toEqual(['initialBudget', 'final']);
  });

  test('of last year only what is said', () => {
    const text = '一、其他情况\n2025年公务接待费执行数 10 万元，2025年公务接待费 9 万元。';
    expect(told(text).map(({ coordinates }) => coordinates.stage)).toEqual(['execution', null]);
  });

  test('a count has a measure and no coordinates of money', () => {
    const [cars] = told('一、国有资产占用情况\n本部门共有车辆 12 辆。');
    expect(cars).toMatchObject({ measure: 'vehicleCount', coordinates: { flow: null, fund: null, component: null, vintage: null } });
  });

  test('a rate and a share stand at coordinates of their own', () => {
    const text = '一、收支总体情况\n基本支出 30 万元，占 60%，比上年增长 5%。';
    expect(told(text).map(({ relation, coordinates }) => [relation, coordinates.item])).toEqual([
      ['amount', null],
      ['share', 'share'],
      ['rate', 'rate'],
    ]);
  });
});

describe('changes', () => {
  const changes = (text: string, kind?: DisclosureKind): unknown[][] =>
    told(`一、其他情况\n${text}`, kind).map(({ relation, base, change, percent, reason }) => [relation, base, change, percent, reason]);

  test('the amount, the change and the rate tell the same', () => {
    const same = ['lastYearBudget', '-2.00', '-5', '压减开支'];
    expect(changes('公务接待费 38 万元，比2025年预算减少 2.00 万元，下降 5%，主要原因是压减开支。')).toEqual([
      ['amount', ...same],
      ['change', ...same],
      ['rate', ...same],
    ]);
  });

  test.each([
    ['比上年预算数', 'lastYearBudget'],
    ['比上年', 'lastYear'],
    ['同比', 'lastYear'],
    ['较2025年预算执行数', 'lastYearExecution'],
    ['比2025年度决算数', 'lastYearFinal'],
    ['较2025年年初预算', 'lastYearBudget'],
    ['比年初预算', 'initialBudget'],
    ['比全年预算', 'adjustedBudget'],
    ['比预算数', 'budget'],
    ['比2024年', 'unsaid'],
    ['', 'unsaid'],
  ])('公务接待费 %s 增加 is measured against %s', (words, base) => {
    expect(changes(`公务接待费 38 万元，${words}增加 2 万元。`)).toEqual([
      ['amount', base, '2', null, null],
      ['change', base, '2', null, null],
    ]);
  });

  test('a rate in a bracket is that of the change before it', () => {
    expect(changes('公务接待费 38 万元，较上年增加 2 万元（5.56%）。')).toEqual([
      ['amount', 'lastYear', '2', '5.56', null],
      ['change', 'lastYear', '2', '5.56', null],
      ['rate', 'lastYear', '2', '5.56', null],
    ]);
  });

  test('what stayed the same changed by nothing; what hardly changed says nothing', () => {
    expect(changes('公务接待费 38 万元，与2025年预算持平。')).toEqual([['amount', 'lastYearBudget', '0', '0', null]]);
    expect(changes('公务接待费 38 万元，与2025年预算基本持平。')).toEqual([['amount', null, null, null, null]]);
  });

  test('a change in 元 of an amount in 万元 is told in its unit', () => {
    expect(changes('公务接待费 38 万元，比上年增加 20000 元。').map(([, , change]) => change)).toEqual(['2', '20000']);
  });

  test('a form that leaves the direction open has none, unless a sign tells', () => {
    expect(changes('公务接待费 38 万元，比上年增加（减少）2 万元。').map(([, , change]) => change)).toEqual([null, null]);
    expect(changes('公务接待费 38 万元，比上年增加（减少）-2 万元。').map(([, , change]) => change)).toEqual(['-2', '-2']);
  });

  test('each has its own reason; a sentence of its own gives that of the first before it', () => {
    const text = '公务接待费 38 万元，比上年增加 2 万元，主要原因是会议增多；会议费 9 万元，比上年减少 1 万元。';
    expect(changes(text).map(([, , , , reason]) => reason)).toEqual(['会议增多', '会议增多', null, null]);
    expect(
      changes('公务接待费 38 万元，比上年增加 2 万元。主要原因：一是会议增多；二是价格上涨。').map(([, , , , reason]) => reason),
    ).toEqual(['一是会议增多；二是价格上涨', '一是会议增多；二是价格上涨']);
  });

  test('a change and a rate further apart than one phrase are two', () => {
    const between = (characters: number): unknown[][] =>
      changes(`公务接待费 38 万元，比上年增加 2 万元（${'甲'.repeat(characters - 5)}），增长 5%。`).slice(1);
    expect(between(BETWEEN_CHANGE_AND_RATE)[0]?.[3]).toBe('5');
    expect(between(BETWEEN_CHANGE_AND_RATE + 1)[0]?.[3]).toBe(null);
  });

  test('in any text of such words nothing is thrown, and a change has a base', () => {
    const word = fc.constantFrom(
      '公务接待费',
      '比上年',
      '增加',
      '减少',
      '3 万元',
      '5%',
      '（',
      '）',
      '，',
      '。',
      '；',
      '主要原因是',
      '持平',
      '其中：',
      '-',
      '2025年',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 24 }), (words) => {
        for (const { change, percent, base } of told(`一、其他情况\n${words.join('')}。`)) {
          if (change !== null || percent !== null) expect(base).not.toBe(null);
        }
      }),
    );
  });
});
