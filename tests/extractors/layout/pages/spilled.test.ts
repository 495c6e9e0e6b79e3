import { describe, expect, test } from 'vitest';
import { type SpilledPage, withSpilledColumns } from '../../../../extractors/layout/pages/spilled.ts';
import type { GridRow } from '../../../../extractors/model/blocks.ts';
import type { Box } from '../../../../extractors/model/box.ts';

const placing = (page: number) => ({ page, lineOf: () => 7, display: (box: Box) => box });
const boxAt = (y: number, x1: number): [number, number, number, number] => [x1 - 40, y, x1, y + 10];

const spilledColumns = (pages: readonly SpilledPage[]) => withSpilledColumns(pages).findings;

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

describe('where a name stands at the height of the header', () => {
  /** The header at 80, its cells two lines high, and rows at 100, 113 and so on. */
  const rowAt = (y: number, ...texts: string[]): GridRow => ({
    layout: 'columns',
    page: 1,
    line: 1,
    borders: [0, 150, 300],
    cells: texts.map((text, i) => ({
      text,
      raw: text,
      places: [{ page: 1, line: 1, start: null, end: null, bbox: boxAt(y, 150 * (i + 1)) }],
    })),
  });
  const rows = [rowAt(80, '科目', '合计'), rowAt(100, '教育支出', '3.00'), rowAt(113, '住房保障支出', '1.00'), rowAt(126, '合计', '4.00')];
  const joined = (...lines: string[]) => {
    const { pages, findings } = withSpilledColumns([{ ...tableAt([]), regions: [{ rows }] }, linesAt(...lines)]);
    return { rows: pages[0]!.regions[0]!.rows, rest: pages[1]!.lines.map(({ text }) => text), findings };
  };
  const AMOUNTS = ['2.00 100', '1.00 113', '3.00 126'];

  test('the amounts are a column of the table', () => {
    const { rows: wide, rest, findings } = joined('支出预算表 40', '项目支出 80', ...AMOUNTS);
    expect(wide.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['科目', '合计', '项目支出'],
      ['教育支出', '3.00', '2.00'],
      ['住房保障支出', '1.00', '1.00'],
      ['合计', '4.00', '3.00'],
    ]);
    expect(wide.map(({ borders }) => borders)).toEqual(Array(4).fill([0, 150, 300, 340]));
    expect([wide[1]!.cells[2]!.places, rest, findings]).toEqual([
      [{ page: 2, line: 7, start: null, end: null, bbox: [300, 100, 340, 110] }],
      ['支出预算表'],
      [],
    ]);
  });

  test('a row without an amount there has a blank', () => {
    const spilled = withSpilledColumns([
      { ...tableAt([]), regions: [{ rows: [...rows, rowAt(139, '其他支出', '5.00')] }] },
      linesAt('项目支出 80', ...AMOUNTS),
    ]);
    expect(spilled.pages[0]!.regions[0]!.rows.at(-1)!.cells.map(({ text }) => text)).toEqual(['其他支出', '5.00', '']);
  });

  test('but not where it stands beside a row', () => {
    const { rows: narrow, findings } = joined('项目支出 90', ...AMOUNTS);
    expect([narrow, findings.length]).toEqual([rows, 1]);
  });
});
