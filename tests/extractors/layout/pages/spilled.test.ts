import { expect, test } from 'vitest';
import { type SpilledPage, spilledColumns } from '../../../../extractors/layout/pages/spilled.ts';
import type { Box } from '../../../../extractors/model/box.ts';

const placing = (page: number) => ({ page, lineOf: () => 7, display: (box: Box) => box });
const boxAt = (y: number, x1: number): [number, number, number, number] => [x1 - 40, y, x1, y + 10];

/** A page with a table whose rows begin at the heights given. */
const tableAt = (heights: readonly number[]): SpilledPage => ({
  number: 1,
  placing: placing(1),
  lines: [],
  regions: [
    {
      rows: heights.map((y) => ({
        layout: 'columns',
        page: 1,
        line: 1,
        cells: [{ text: '1.00', raw: '1.00', places: [{ page: 1, line: 1, start: null, end: null, bbox: boxAt(y, 300) }] }],
      })),
    },
  ],
});

/** A page of lines: `text y` or `text y x`, x the right edge. */
const linesAt = (...lines: string[]): SpilledPage => ({
  number: 2,
  placing: placing(2),
  regions: [],
  lines: lines.map((line) => {
    const [text = '', y, x = '340'] = line.split(' ');
    const box = boxAt(Number(y), Number(x));
    const word = { text, box, fontSize: 10, rotation: 0 as const, clip: null, starts: [] };
    return { page: 2, words: [word], text, box, height: 0.5 };
  }),
});

const TABLE = tableAt([100, 113, 126, 139]);
const found = (page: SpilledPage): (string | undefined)[] => spilledColumns([TABLE, page]).map(({ actual }) => actual);

test('amounts at the heights of the rows before, ending at one edge, are named', () => {
  const [finding] = spilledColumns([TABLE, linesAt('项目支出 80', '1.00 100', '2.00 113', '1,003.00 140')]);
  expect([finding!.ruleId, finding!.actual, finding!.places!.length, finding!.places![0]!.bbox]).toEqual([
    'table/columns-spilled',
    '1.00 2.00 1,003.00',
    3,
    [300, 100, 340, 110],
  ]);
});

test.each([
  ['two amounts', ['1.00 100', '2.00 113']],
  ['an amount at another height', ['1.00 100', '2.00 113', '3.00 126', '4.00 133']],
  ['an amount that misses its row by more than two points', ['1.00 100', '2.00 113', '3.00 128.1']],
  ['amounts of another edge', ['1.00 100', '2.00 113', '3.00 126 343']],
  ['numbers without two decimals', ['1 100', '2 113', '3.5% 126']],
])('but not %s', (_, lines) => expect(found(linesAt(...lines))).toEqual([]));

test('two points off a row, or off the edge, are near', () => {
  expect([115, 115.1].map((y) => found(linesAt('1.00 100', `2.00 ${y}`, '3.00 126')).length)).toEqual([1, 0]);
  expect([342, 342.1].map((x) => found(linesAt('1.00 100', `2.00 113 ${x}`, '3.00 126')).length)).toEqual([1, 0]);
});

test('ten of them are shown', () => {
  const heights = Array.from({ length: 11 }, (_, i) => 100 + 13 * i);
  const shown = (count: number) =>
    spilledColumns([tableAt(heights), linesAt(...heights.slice(0, count).map((y) => `1.00 ${y}`))])[0]?.actual?.split(' ');
  expect([10, 11].map((count) => shown(count)?.at(-1))).toEqual(['1.00', '…']);
  expect([10, 11].map((count) => shown(count)?.length)).toEqual([10, 11]);
});

test('nor where the page has a table of its own, or the page before has none', () => {
  const amounts = linesAt('1.00 100', '2.00 113', '3.00 126');
  expect(found({ ...amounts, regions: TABLE.regions })).toEqual([]);
  expect(spilledColumns([linesAt('正文 100'), amounts])).toEqual([]);
});
