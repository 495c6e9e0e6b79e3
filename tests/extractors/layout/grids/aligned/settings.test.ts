import { describe, expect, test } from 'vitest';
import {
  alignedRegions,
  bordersBetween,
  columnSpans,
  groupLines,
  homeOf,
  isDataLine,
  type Segment,
  type SplitLine,
  splitLine,
  withFirstLabel,
} from '../../../../../extractors/layout/grids/aligned/index.ts';
import type { Edge } from '../../../../../extractors/layout/grids/lattice/index.ts';
import type { Word } from '../../../../../extractors/model/source.ts';

/** Each bound just kept, and just passed: what tells rows and their lines. Sizes are those of a font of ten points. */

const wordAt = (text: string, x: number, y = 0, size = 10): Word => ({
  text,
  box: [x, y, x + size * text.length, y + size],
  fontSize: size,
  rotation: 0,
  clip: null,
  starts: [],
});
const lineAt = (y: number, ...words: readonly (readonly [text: string, x: number])[]): SplitLine =>
  splitLine(words.map(([text, x]) => wordAt(text, x, y)));
const lowLine = (y: number, ...words: readonly (readonly [text: string, x: number])[]): SplitLine =>
  splitLine(words.map(([text, x]) => wordAt(text, x, y, 5)));
/** A row of a label and an amount. */
const rowAt = (y: number, x = 100): SplitLine => lineAt(y, ['甲甲', 0], ['1.00', x]);
const rowsAt = (...ys: number[]): SplitLine[] => ys.map((y) => rowAt(y));
const rule = (at: number): Edge => ({ at, from: 0, to: 500 });

describe('cells of a line', () => {
  const cells = (...words: [string, number][]) => lineAt(0, ...words).segments.length;
  test('stand 0.9 ems apart', () => expect([29, 29.1].map((x) => cells(['甲甲', 0], ['乙乙', x]))).toEqual([1, 2]));
  test('letters of a known word twelve, of others four', () => {
    expect([129, 130].map((x) => cells(['合', 0], ['计', x]))).toEqual([1, 2]);
    expect([49, 50].map((x) => cells(['甲', 0], ['乙', x]))).toEqual([1, 2]);
  });
  test('amounts 0.3', () => expect([23, 23.1].map((x) => cells(['甲甲', 0], ['1.00', x]))).toEqual([1, 2]));

  test('are 30 of a row', () => {
    const isRow = (count: number) =>
      isDataLine(lineAt(0, ['甲甲', 0], ...Array.from({ length: count - 1 }, (_, i) => ['1.00', 100 + 60 * i] as const)));
    expect([30, 31].map(isRow)).toEqual([true, false]);
  });
});

/** Rows of each table. */
const tables = (lines: readonly SplitLine[], rules: readonly Edge[] = []) => alignedRegions(lines, rules).map(({ body }) => body.length);

describe('a table', () => {
  test('has three rows', () => expect([tables(rowsAt(0, 20)), tables(rowsAt(0, 20, 40))]).toEqual([[], [3]]));

  test('or a header of three cells', () => {
    const under = (...head: [string, number][]) => tables([lineAt(0, ...head), rowAt(20)]);
    expect([under(['科目', 0], ['预算', 100]), under(['科目', 0], ['预算', 100], ['决算', 200])]).toEqual([[], [1]]);
  });

  test('or rules within two line heights', () => {
    expect([19.9, 20].map((off) => tables([rowAt(100)], [rule(100 - off), rule(115)]))).toEqual([[1], []]);
    expect([19.9, 20].map((off) => tables([rowAt(100)], [rule(95), rule(110 + off)]))).toEqual([[1], []]);
  });

  test('of whose numbers 30 % are amounts', () => {
    const of = (amounts: number, numbers: number) =>
      tables(Array.from({ length: numbers }, (_, i) => lineAt(20 * i, ['甲甲', 0], [i < amounts ? '1.00' : '4200', 100])));
    expect([of(3, 10), of(2, 7)]).toEqual([[10], []]);
  });

  test('numbers less than six points off each other count the lines', () => {
    const off = (x: number) => tables([lineAt(0, ['文文', 0], ['55', 100]), lineAt(20, ['文文', 0], ['56', 100 + x]), rowAt(40)]);
    expect([5.9, 6].map(off)).toEqual([[], [3]]);
  });
});

describe('lines of a table', () => {
  /** Rows where the fourth stands so far below the third, and its amount so far off. */
  const goOn = (gap: number, off: number) => tables([...rowsAt(0, 20, 40), rowAt(50 + gap, 100 + off)]);
  test('are 3.6 heights apart', () => expect([36, 36.1].map((gap) => goOn(gap, 50))).toEqual([[4], [3]]));
  test('a total 14', () => expect([139.9, 140].map((gap) => goOn(gap, 0))).toEqual([[4], [3]]));
  test('whose amounts end less than three points off those above', () => expect([2.9, 3].map((off) => goOn(50, off))).toEqual([[4], [3]]));

  test('and six points high at least', () => {
    const low = (gap: number) =>
      tables([...[0, 10, 20].map((y) => lowLine(y, ['甲甲', 0], ['1.00', 100])), lowLine(25 + gap, ['甲甲', 0], ['1.00', 150])]);
    expect([21.6, 21.7].map(low)).toEqual([[4], [3]]);
  });

  /** Rows, so many other lines and a row. */
  const around = (count: number, ...words: [string, number][]) =>
    tables([...rowsAt(0, 20, 40), ...Array.from({ length: count }, (_, i) => lineAt(60 + 20 * i, ...words)), rowAt(60 + 20 * count)]);
  test('three of labels stand between two rows', () => {
    expect([3, 4].map((count) => around(count, ['文文', 20]))).toEqual([[7], [3]]);
  });

  test('and any number of rows without amounts, whose labels begin at one place', () => {
    expect([2.9, 3].map((x) => around(5, ['文文', x]))).toEqual([[9], [3]]);
  });

  test('of 39 characters each', () => {
    expect([39, 40].map((length) => around(5, ['文'.repeat(length), 0]))).toEqual([[9], [3]]);
  });

  test('in four cells', () => {
    const wide = (cells: number) => {
      const xs = [0, 100, 200, 300, 400];
      const rows = [0, 20, 40, 160].map((y) => lineAt(y, ...xs.map((x, i): [string, number] => [i === 0 ? '甲甲' : '1.00', x])));
      const blanks = [60, 80, 100, 120, 140].map((y) => lineAt(y, ...xs.slice(0, cells).map((x): [string, number] => ['文文', x])));
      return tables([...rows.slice(0, 3), ...blanks, rows[3]!]);
    };
    expect([4, 5].map(wide)).toEqual([[9], [3, 1]]);
  });

  test('which are compared with twelve rows', () => {
    const after = (rows: number) => {
      const first = lineAt(0, ['甲甲', 30], ['1.00', 100]);
      const others = Array.from({ length: rows }, (_, i) => rowAt(20 + 20 * i));
      const blanks = Array.from({ length: 5 }, (_, i) => lineAt(20 * (rows + 1 + i), ['文文', 30]));
      return tables([first, ...others, ...blanks, rowAt(20 * (rows + 6))]);
    };
    expect([11, 12].map(after)).toEqual([[18], [13]]);
  });

  const last = (text: string, gap: number) => tables([...rowsAt(0, 20, 40), lineAt(50 + gap, [text, 200])]);
  test('the rest of the last label has 14 characters', () => {
    expect([14, 15].map((length) => last('文'.repeat(length), 3))).toEqual([[4], [3]]);
  });
  test('and follows within 0.6 heights', () => expect([5.9, 6].map((gap) => last('文文', gap))).toEqual([[4], [3]]));

  test('the header has 14', () => {
    const header = (count: number) =>
      alignedRegions([
        ...Array.from({ length: count }, (_, i) => lineAt(20 * i, ['科目', 0])),
        ...rowsAt(20 * count, 20 * count + 20, 20 * count + 40),
      ])[0]?.header.length;
    expect([13, 14, 15].map(header)).toEqual([13, 14, 14]);
  });
});

describe('columns', () => {
  const segment = (x0: number, x1: number): Segment => ({ words: [{ ...wordAt('文', x0), box: [x0, 0, x1, 10] }], text: '文', x0, x1 });
  const cellsAt = (middle: number, ...cells: [number, number][]): SplitLine => ({
    words: [],
    segments: cells.map(([x0, x1]) => segment(x0, x1)),
    top: middle - 5,
    bottom: middle + 5,
    middle,
  });
  const repeated = (count: number, ...cells: [number, number][]) => Array.from({ length: count }, () => cellsAt(0, ...cells));
  const columns = (body: readonly SplitLine[], header: readonly SplitLine[] = []) => columnSpans(body, header).length;

  test('are parted by a strip of 1.5 points, measured in halves', () => {
    expect([1.5, 1.75, 2].map((gap) => columns([cellsAt(0, [0, 20], [20 + gap, 40])]))).toEqual([1, 2, 2]);
  });

  test('that 2 % of the rows cross', () => {
    const of = (rows: number) => columns([...repeated(1, [0, 140]), ...repeated(25, [0, 20]), ...repeated(rows - 26, [100, 140])]);
    expect([50, 49].map(of)).toEqual([2, 1]);
  });

  test('or without one where 20 % of the rows have both parts', () => {
    const of = (rows: number) => columns([...repeated(2, [0, 49], [50, 80]), ...repeated(rows - 2, [0, 49])]);
    expect([10, 11].map(of)).toEqual([2, 1]);
  });

  test('and the second begins at one place, to three points', () => {
    const off = (x: number) => columns([...repeated(1, [0, 30], [50, 80]), ...repeated(1, [0, 30], [50 + x, 80]), ...repeated(1, [0, 49])]);
    expect([2.9, 3].map(off)).toEqual([2, 1]);
  });

  test('with no word that stands out by more than four points', () => {
    const to = (x: number) => columns([...repeated(2, [0, 30], [50, 80]), ...repeated(1, [0, x])]);
    expect([53.2, 53.3].map(to)).toEqual([2, 1]);
  });

  test('in more than 20 % of the rows', () => {
    const of = (rows: number) => columns([...repeated(rows, [0, 30], [50, 80]), ...repeated(1, [0, 60])]);
    expect([5, 4].map(of)).toEqual([2, 1]);
  });

  test('and end four points outside their texts', () => expect(bordersBetween([{ from: 10, to: 20 }])).toEqual([6, 24]));

  test('have a header less than 70 points away', () => {
    const at = (x: number) => columns([cellsAt(0, [0, 20], [100, 140])], [cellsAt(0, [x, x + 20])]);
    expect([209.9, 210].map(at)).toEqual([2, 3]);
  });

  /** A cell between two columns with heads of their own, in a header of such heights. */
  const between = (highest: number, own: number, lowest: number) =>
    columns(
      [cellsAt(200, [0, 20], [100, 140])],
      [cellsAt(highest, [0, 20]), cellsAt(own, [50, 60]), cellsAt(lowest, [0, 20], [100, 140])].sort((a, b) => a.middle - b.middle),
    );
  test('between which a group is named in a header of more than eight points', () => {
    expect([8, 8.1].map((depth) => between(0, 0, depth))).toEqual([3, 2]);
  });
  test('in its upper 30 %', () => expect([29.9, 30].map((own) => between(0, own, 100))).toEqual([2, 3]));

  test('stand below a cell that covers more than half of them', () => {
    const home = (to: number) =>
      homeOf(segment(0, to), [
        { from: 0, to: 10 },
        { from: 20, to: 40 },
      ]).to;
    expect([30, 30.1].map(home)).toEqual([0, 1]);
  });
});

describe('lines of one row', () => {
  const rows = (lines: readonly SplitLine[], rules: readonly Edge[] = []) => groupLines(lines, rules).length;
  const piece = (y: number) => lineAt(y, ['文文', 0]);

  test('stand between rules where 80 % of the rows have one between them', () => {
    const ruled = (count: number, rules: number) => {
      const anchors = Array.from({ length: count }, (_, i) => rowAt(100 * i));
      return (
        rows(
          [...anchors, piece(40)],
          Array.from({ length: rules }, (_, i) => rule(100 * i + 90)),
        ) === count
      );
    };
    expect([ruled(6, 4), ruled(5, 3)]).toEqual([true, false]);
  });

  test('pieces of a label are less than 2.2 heights from its amounts', () => {
    expect([21.9, 22].map((distance) => rows([rowAt(0), piece(distance), rowAt(100)]))).toEqual([2, 3]);
  });

  test('and 0.8 of the usual distance of rows', () => {
    expect([16, 16.1].map((distance) => rows([...rowsAt(0, 20), piece(20 + distance)]))).toEqual([2, 3]);
  });

  test('which is that of 30 % of them', () => {
    const near = (count: number) => {
      const steps = [0, ...Array.from({ length: 10 }, (_, i) => (i < count ? 10 : 20))];
      const ys = steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, 0));
      return rows([...rowsAt(...ys), piece((ys.at(-1) ?? 0) + 16)]) === 11;
    };
    expect([3, 4].map(near)).toEqual([true, false]);
  });

  const label = (gap: number, pitch: number) =>
    withFirstLabel({ header: [piece(100 - 10 - gap)], body: rowsAt(100, 100 + pitch) }, []).header.length;
  test('the first label begins within half a height above its amounts', () =>
    expect([4.9, 5].map((gap) => label(gap, 100))).toEqual([0, 1]));
  test('and 0.8 of the distance of rows', () => expect([17.6, 17.5].map((pitch) => label(4, pitch))).toEqual([0, 1]));
});
