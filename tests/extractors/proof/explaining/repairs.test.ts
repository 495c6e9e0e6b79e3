import { describe, expect, test } from 'vitest';
import { factCells } from '../../../../schemas/table.ts';
import { readByPlace as read } from '../../documents.ts';

const HEAD = '江川市档案馆2026年部门预算\n\n支出预算总表\n表3\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出';
const ROWS = [
  '→合计→29.00→14.00→15.00',
  '208→甲→16.00→10.00→6.00',
  '20805→乙→11.00→7.00→4.00',
  '20811→丙→5.00→3.00→2.00',
  '210→丁→13.00→4.00→9.00',
  '21011→戊→13.00→4.00→9.00',
];
const read4 = async (rows: readonly string[]) => {
  const { disclosure, report } = await read(`${HEAD}\n${rows.join('\n')}`);
  const flagged = disclosure.tables.flatMap(factCells).filter(({ review }) => review);
  return { review: report.review, flagged: flagged.map(({ factId }) => factId) };
};
const first = ({ ruleId, kind, proposal }: { ruleId: string; kind: string; proposal: string }) => [ruleId, kind, proposal];

test('the table is right as it stands', async () => expect(await read4(ROWS)).toEqual({ review: [], flagged: [] }));

describe('one slip, named as what it is', () => {
  test('a wrong digit is flagged alone, and proposed', async () => {
    const { review, flagged } = await read4(ROWS.with(2, '20805→乙→11.00→7.00→9.00'));
    expect(review.map(first)).toEqual([['equation/broken', 'source', 't1r2c2: 9.00 → 4.00']]);
    expect(flagged).toEqual(['t1r2c2']);
  });

  test('a lost point looks misread: the rest of the table prints two decimals', async () => {
    const { review, flagged } = await read4(ROWS.with(3, '20811→丙→500→3.00→2.00'));
    expect(review.map(first)).toEqual([['equation/broken', 'misread', 't1r3c0: 500 → 5.00']]);
    expect(flagged).toEqual(['t1r3c0']);
  });

  test('a number in the neighbouring column', async () => {
    const moved = await read4(ROWS.with(0, '→合计→29.00→10.00→19.00').with(4, '210→丁→13.00→→13.00').with(5, '21011→戊→13.00→13.00→'));
    expect(moved.review.map(first)).toEqual([['equation/broken', 'placement', 't1r5c1: 基本支出 → 项目支出']]);
    expect(moved.flagged).toEqual(['t1r5c1']);
  });

  test('two neighbouring rows under each other’s labels are one item', async () => {
    const rows = [
      '→合计→29.00→14.00→15.00',
      '208→甲→16.00→10.00→6.00',
      '20805→乙→13.00→4.00→9.00',
      '210→丁→16.00→10.00→6.00',
      '21011→戊→13.00→4.00→9.00',
    ];
    const swapped = rows.with(2, '20805→乙→16.00→10.00→6.00').with(1, '208→甲→16.00→10.00→6.00').with(3, '210→丁→13.00→4.00→9.00');
    expect((await read4(swapped)).review).toEqual([]);
    const { review, flagged } = await read4(
      swapped.with(2, swapped[3]!.replace('210→丁', '20805→乙')).with(3, swapped[2]!.replace('20805→乙', '210→丁')),
    );
    expect(review.map(({ ruleId, kind }) => [ruleId, kind])).toEqual([['equation/broken', 'placement']]);
    expect(flagged).toEqual(['t1r2c0', 't1r2c1', 't1r2c2', 't1r3c0', 't1r3c1', 't1r3c2']);
  });

  test('a row that the total counts is missing: no number is flagged', async () => {
    const { review, flagged } = await read4(ROWS.slice(0, 4));
    expect(review.map(({ ruleId, kind, residual }) => [ruleId, kind, residual])).toEqual([['equation/rows-missing', 'missing', '13']]);
    expect(flagged).toEqual([]);
  });

  test('a row that the total leaves out', async () => {
    const { review, flagged } = await read4([...ROWS, '221→己→7.00→7.00→']);
    expect(review.map(first)).toEqual([['equation/broken', 'source', '221 己 → —']]);
    expect(flagged).toEqual([]);
  });

  test('a row counted below another parent', async () => {
    const { review } = await read4(ROWS.with(1, '208→甲→11.00→7.00→4.00').with(4, '210→丁→18.00→7.00→11.00'));
    expect(review.map(first)).toEqual([['equation/broken', 'source', '20811 丙 → 210 丁']]);
  });
});

describe('several slips', () => {
  test('far apart are an item each', async () => {
    const { review, flagged } = await read4(ROWS.with(2, '20805→乙→11.00→7.00→9.00').with(5, '21011→戊→13.00→8.00→9.00'));
    expect(review.map(({ proposal }) => proposal).sort()).toEqual(['t1r2c2: 9.00 → 4.00', 't1r5c1: 8.00 → 4.00']);
    expect(flagged).toEqual(['t1r2c2', 't1r5c1']);
  });

  test('below one total are told apart by their own rows', async () => {
    const { review, flagged } = await read4(ROWS.with(2, '20805→乙→11.00→7.00→9.00').with(3, '20811→丙→5.00→3.00→7.00'));
    expect(review.map(({ proposal }) => proposal).sort()).toEqual(['t1r2c2: 9.00 → 4.00', 't1r3c2: 7.00 → 2.00']);
    expect(flagged).toEqual(['t1r2c2', 't1r3c2']);
  });
});

test('nothing is proposed where several slips are equally likely, and all are listed', async () => {
  const { review, flagged } = await read4(['208→甲→16.00→10.00→7.00']);
  expect(review[0]!.proposal).toBe('');
  expect([...review[0]!.alternatives].sort()).toEqual(['t1r0c0: 16.00 → 17.00', 't1r0c1: 10.00 → 9.00', 't1r0c2: 7.00 → 6.00']);
  expect(flagged).toContain('t1r0c0');
});

test('more slips than can be told apart are an item a row, with what each could be', async () => {
  const parts = (i: number) => [3 * i + 1, 5 * i + 2, 7 * i + 4];
  const line = (i: number, change = 0) => {
    const [a, b, c] = parts(i) as [number, number, number];
    return `${2080101 + i}→科目→${a + b + c}.00→${a + change}.00→${b}.00→${c}.00`;
  };
  const sum = (k: number) => Array.from({ length: 40 }, (_, i) => parts(i)[k]!).reduce((x, y) => x + y, 0);
  const head = HEAD.replace('→基本支出→项目支出', '→人员经费→公用经费→项目支出');
  const total = `→合计→${sum(0) + sum(1) + sum(2)}.00→${sum(0)}.00→${sum(1)}.00→${sum(2)}.00`;
  const wrong = [2, 5, 9, 14, 20, 27, 31, 36];
  const rows = Array.from({ length: 40 }, (_, i) => line(i, wrong.includes(i) ? i * i + 3 : 0));
  const { report } = await read(`${head}\n${total}\n${rows.join('\n')}`);
  const inRows = report.review.filter(({ factIds }) => wrong.some((i) => factIds.includes(`t1r${i + 1}c1`)) && factIds.length <= 4);
  expect(inRows).toHaveLength(wrong.length);
});
