import { describe, expect, test } from 'vitest';
import { type SplitLine, splitLine } from '../../../../extractors/layout/grids/aligned/index.ts';
import { splitHeaderLine } from '../../../../extractors/layout/padded/head/header-lines.ts';
import { widthOf } from '../../../../extractors/layout/padded/lines/recognise.ts';
import { paddedRegions } from '../../../../extractors/layout/padded/regions.ts';
import type { FlowPage, Word } from '../../../../extractors/model/source.ts';
import { wordAt } from '../../../support/words.ts';

/** Each bound just kept, and just passed. */

describe('letters of a header', () => {
  const letter = (text: string, x: number): Word => ({ text, box: [x, 0, x + 12, 10], fontSize: 7, rotation: 0, clip: null, starts: [] });
  const cells = (first: string, second: string, columns: number) => {
    const words = [letter(first, 0), letter(second, 12 + 6 * columns)];
    return splitHeaderLine({ ...splitLine(words), words }, []).segments.length;
  };
  test('of a known word stand 24 columns apart, of others eight', () => {
    expect([24, 24.1].map((columns) => cells('合', '计', columns))).toEqual([1, 2]);
    expect([8, 8.1].map((columns) => cells('甲', '乙', columns))).toEqual([1, 2]);
  });
});

describe('spaces keep columns', () => {
  const page = (...texts: string[]): FlowPage => ({
    number: 1,
    lines: [],
    blocks: texts.map((text, i) => ({ kind: 'line', page: 1, line: i + 1, text, raw: text })),
  });
  const keep = (padded: number, others: number) =>
    widthOf([page(...Array<string>(padded).fill('工资   12.00'), ...Array<string>(others).fill('工资 12.00'))]) !== null;
  test('in three lines', () => expect([keep(2, 0), keep(3, 0)]).toEqual([false, true]));
  test('of ten with amounts', () => expect([keep(3, 7), keep(5, 12)]).toEqual([true, false]));
});

describe('a table', () => {
  /** Words six points a character wide, on lines twelve points high. */
  const lineAt = (row: number, ...cells: readonly (readonly [text: string, x: number])[]) =>
    splitLine(cells.map(([text, x]) => wordAt(text, row, x)));
  const rowsAt = (...rows: number[]) => rows.map((row) => lineAt(row, ['文文', 0], ['1.00', 300]));
  /** Rows of each table. */
  const tables = (...lines: SplitLine[]) => paddedRegions(lines, false).map(({ body }) => body.length);

  test('has three rows, or a header of three cells', () => {
    expect([tables(...rowsAt(0, 1)), tables(...rowsAt(0, 1, 2))]).toEqual([[], [3]]);
    const under = (...head: [string, number][]) => tables(lineAt(0, ...head), ...rowsAt(1));
    expect([under(['科目', 0], ['预算', 300]), under(['科目', 0], ['预算', 300], ['决算', 400])]).toEqual([[], [1]]);
  });

  test('of whose numbers 30 % are amounts', () => {
    const of = (amounts: number, numbers: number) =>
      tables(...Array.from({ length: numbers }, (_, i) => lineAt(i, ['文文', 0], [i < amounts ? '1.00' : '4200', 300])));
    expect([of(3, 10), of(2, 7)]).toEqual([[10], []]);
  });

  test('has 16 lines between its rows', () => expect([16, 17].map((gap) => tables(...rowsAt(0, 1, 2, 3 + gap)))).toEqual([[4], [3]]));

  const header = (gap: number, count = 1) =>
    paddedRegions(
      [
        ...Array.from({ length: count }, (_, i) => lineAt(i, ['科目', 0], ['预算', 300])),
        ...rowsAt(count + gap, count + gap + 1, count + gap + 2),
      ],
      false,
    )[0]?.header.length;
  test('four below its header of 20', () => {
    expect([4, 5].map((gap) => header(gap))).toEqual([1, 0]);
    expect([19, 20, 21].map((count) => header(0, count))).toEqual([19, 20, 20]);
  });

  test('the rest of its last label has 24 characters', () => {
    expect([24, 25].map((length) => tables(...rowsAt(0, 1, 2), lineAt(3, ['文'.repeat(length), 0])))).toEqual([[4], [3]]);
  });

  const around = (line: SplitLine) => tables(...rowsAt(0, 1, 2), line, ...rowsAt(4));
  test('no text in it is wider than 36 columns, no sentence than 18', () => {
    expect([216, 216.1].map((width) => around(splitLine([wordAt('文文文', 3, 0, width)])))).toEqual([[5], [3]]);
    expect([108, 108.1].map((width) => around(splitLine([wordAt('文文。', 3, 0, width)])))).toEqual([[5], [3]]);
  });

  test('no line of it has more than 120 cells', () => {
    const wide = (cells: number) => around(lineAt(3, ...Array.from({ length: cells }, (_, i) => ['文文', 30 * i] as const)));
    expect([120, 121].map(wide)).toEqual([[5], [3]]);
  });
});
