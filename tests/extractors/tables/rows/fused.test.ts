import { expect, test } from 'vitest';
import type { Cell } from '../../../../extractors/model/blocks.ts';
import { amountsInOrder } from '../../../../extractors/tables/rows/fused.ts';
import { run } from '../../documents.ts';

const cellAt = (text: string, start: number): Cell => ({
  text,
  raw: text,
  places: [{ page: 1, line: 4, start, end: start + text.length, bbox: null }],
});

test('the amounts of a cell stand in order, each at its own place', () => {
  const amounts = amountsInOrder([cellAt('451.35 337.10', 10), cellAt('114.25', 30)], 3);
  expect(amounts?.map(({ raw, places }) => [raw, places[0]?.start, places[0]?.end])).toEqual([
    ['451.35', 10, 16],
    ['337.10', 17, 23],
    ['114.25', 30, 36],
  ]);
});

test.each([
  ['one amount a cell', ['451.35', '337.10'], 3],
  ['thousands with a gap', ['1 451', '337.10'], 3],
  ['a text beside an amount', ['451.35 注', '337.10'], 3],
  ['more amounts than columns', ['451.35 337.10', '114.25'], 2],
])('but not %s', (_, texts, columns) =>
  expect(
    amountsInOrder(
      texts.map((text) => cellAt(text, 0)),
      columns,
    ),
  ).toBeNull(),
);

const table = (row: string) =>
  run(
    `支出预算总表\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n→合计→451.35→337.10→114.25\n213→农林水支出→${row}\n21303→水利→451.35→337.10→114.25\n`,
  ).placed.tables[0]!.items.map(({ cells }) => cells.map(({ raw, column, placement }) => `${raw}@${column} ${placement}`))[1];

test('the sums say which columns they belong to, and the other rows stay where they are printed', () => {
  expect(table('451.35 337.10→114.25→')).toEqual(['451.35@0 unique', '337.10@1 unique', '114.25@2 unique']);
  expect(table('→451.35 337.10→114.25')).toEqual(['451.35@0 unique', '337.10@1 unique', '114.25@2 unique']);
  expect(table('451.35→337.10→114.25')).toEqual(['451.35@0 printed', '337.10@1 printed', '114.25@2 printed']);
});

test('where they do not, that is in doubt', () => {
  expect(table('12.00 7.00→→')?.some((cell) => cell.endsWith('ambiguous'))).toBe(true);
});
