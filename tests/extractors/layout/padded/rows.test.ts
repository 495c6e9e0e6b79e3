import { describe, expect, test } from 'vitest';
import { type SplitLine, splitLine } from '../../../../extractors/layout/grids/aligned/index.ts';
import { type LeftPart, leftPart } from '../../../../extractors/layout/padded/beside.ts';
import { cutRests, groupRows } from '../../../../extractors/layout/padded/grouping.ts';
import { namedRegion } from '../../../../extractors/layout/padded/named.ts';
import { paddedRegions } from '../../../../extractors/layout/padded/regions.ts';
import { paddedTable } from '../../../../extractors/layout/padded/rows.ts';
import { dataColumns, spansOf } from '../../../../extractors/layout/padded/spans.ts';
import { at } from '../../../../extractors/model/at.ts';
import type { Word } from '../../../../extractors/model/source.ts';

/** Each bound just kept, and just passed. */

/** A text at `x` points: letters take six points, characters twelve. */
type Text = [text: string, x: number];
const wordAt = (row: number, [text, x]: Text): Word => {
  const width = [...text].reduce((sum, char) => sum + (char > '\u3000' ? 12 : 6), 0);
  return { text, box: [x, 12 * row, x + width, 12 * row + 12], fontSize: 7, rotation: 0, clip: null, starts: [] };
};
const linesOf = (...rows: readonly (readonly Text[])[]): SplitLine[] =>
  rows.map((texts, row) => splitLine(texts.map((text) => wordAt(row, text))));

describe('readings of a table', () => {
  const readings = (header: readonly (readonly Text[])[], amounts: readonly number[]) => {
    const row: Text[] = [['文文文文', 0], ...amounts.map((x): Text => ['1.00', x])];
    const region = at(paddedRegions(linesOf(...header, row, row, row), false), 0);
    return paddedTable(namedRegion(region), { page: 1, lineOf: () => 1, display: (box) => box }, null).readings.length;
  };

  test('are none that cost twelve columns more than the likeliest', () => {
    const shifted = (x: number) =>
      readings(
        [
          [
            ['科目', 0],
            ['甲甲', x],
            ['乙乙', x + 100],
          ],
        ],
        [300, 400],
      );
    // The names moved on by one column, the first one blank: 12 more at 387.5, and less the further right they stand.
    expect([387, 387.5].map(shifted)).toEqual([1, 2]);
  });

  const NAMES = ['甲甲', '乙乙', '丙丙', '丁丁', '戊戊'];
  test('name columns in four ways', () => {
    // A name in the upper line too many, which may be left out anywhere.
    const upper = ['子子', '丑丑', '寅寅', '卯卯'].map((text, i): Text => [text, 215 + 60 * i]);
    const lower = NAMES.slice(0, 3).map((text, i): Text => [text, 200 + 60 * i]);
    expect(readings([upper, [['科目', 0], ...lower]], [200, 260, 320])).toBe(4);
  });
  test('are twelve', () => {
    // A name too many, and two groups over narrow columns.
    const lower = NAMES.map((text, i): Text => [text, 200 + 40 * i]);
    expect(readings([[['丑丑', 220]], [['子子', 220]], [['科目', 0], ...lower]], [200, 240, 280, 320])).toBe(12);
  });
});

describe('columns', () => {
  const apart: Text[] = [
    ['1.00', 0],
    ['文文', 30],
  ];
  test('that touch are two where two rows have both of them', () => {
    const spans = (rows: number) => spansOf(linesOf(...Array<Text[]>(rows).fill(apart), [['文', 18]])).length;
    expect([1, 2].map(spans)).toEqual([1, 2]);
  });
  test('into which the texts of the others reach by 15 points', () => {
    const spans = (x: number) => spansOf(linesOf(apart, apart, [['文文文', x]])).length;
    expect([12, 11.9].map(spans)).toEqual([2, 1]);
  });
  test('eight tenths of whose texts count rows', () => {
    const isOrdinals = (numbers: number, others: number) => {
      const texts = [...Array.from({ length: numbers }, (_, i) => String(i + 1)), ...Array<string>(others).fill('甲')];
      return dataColumns([{ from: 0, to: 50 }], linesOf(...texts.map((text): Text[] => [[text, 0]])))[0]?.isOrdinals;
    };
    expect([isOrdinals(4, 1), isOrdinals(7, 2)]).toEqual([true, false]);
  });
});

describe('the end of a number that its cell was too narrow for', () => {
  const isFound = (lines: readonly SplitLine[]) => cutRests(lines).size === 1;
  test('stands three lines below its beginning', () => {
    const below = (count: number) => linesOf([['1,234.5', 0]], ...Array<Text[]>(count - 1).fill([['甲', 200]]), [['6', 20]]);
    expect([below(3), below(4)].map(isFound)).toEqual([true, false]);
  });
  test('and 48 points beside it', () => {
    expect([90, 90.1].map((x) => isFound(linesOf([['1,234.5', 0]], [['6', x]])))).toEqual([true, false]);
  });
});

describe('lines between rows', () => {
  const everything: LeftPart = leftPart(Number.POSITIVE_INFINITY);
  /** Lines of each row, by the numbers of their lines; labels stand left of the amounts. */
  const rows = (...lines: readonly (readonly Text[])[]) => {
    const all = linesOf(...lines);
    return groupRows(all, ({ x0 }) => (x0 < 400 ? 0 : 1), 2, everything).map((row) => row.lines.map((line) => all.indexOf(line)).join('+'));
  };
  const label = (length: number): Text => ['文'.repeat(length), 0];
  const amount: Text = ['1.00', 400];

  test('belong to a label that was full: three quarters of the widest', () => {
    const behind = (length: number) => rows([label(20), amount], [label(length), amount], [label(2)], [label(2), amount]);
    expect([behind(15), behind(14)]).toEqual([
      ['0', '1+2', '3'],
      ['0', '1', '2', '3'],
    ]);
  });
  test('stand around amounts that have no label beside them, as many above as below', () => {
    expect(rows([label(8)], [amount], [label(8)], [label(8)], [amount], [label(8)])).toEqual(['0+1+2', '3+4+5']);
  });
  test('are rows of their own where they begin as rows do', () => {
    expect(rows([label(8), amount], [['一、文文', 0]], [label(8), amount])).toEqual(['0', '1', '2']);
  });
  test('may be rows of their own, one of them, where there are no more than six', () => {
    const heading = (between: number) => {
      const labels = Array.from({ length: between - 1 }, () => [label(8)]);
      return rows([label(8), amount], [['一、文文', 0]], ...labels, [amount], ...labels).includes('1');
    };
    expect([heading(6), heading(7)]).toEqual([true, false]);
  });
  test('all go on with the row above where there are more than 60', () => {
    const between = (count: number) =>
      rows([amount], ...Array.from({ length: count }, () => [label(8)]), [amount]).map((row) => row.split('+').length);
    expect([between(60), between(61)]).toEqual([
      [1, 61],
      [62, 1],
    ]);
  });
});

/** What is decided by a single cost: with another one, two fifths away, each of these is shared out in another way. */
describe('lines between rows, by what each way costs', () => {
  const COLUMNS: readonly [text: RegExp, column: number, x: number][] = [
    [/^\d{5}$/, 0, 0],
    [/^\d+\.\d\d$/, 2, 400],
    [/./, 1, 100],
  ];
  const everything: LeftPart = leftPart(Number.POSITIVE_INFINITY);
  const columnOf = ({ x0 }: { x0: number }) => (x0 < 100 ? 0 : x0 < 400 ? 1 : 2);
  const textAt = (text: string): Text => {
    const letters = /^文(\d+)$/.exec(text)?.[1];
    const [, , x] = at(
      COLUMNS.filter(([pattern]) => pattern.test(text)),
      0,
    );
    return [letters ? '文'.repeat(Number(letters)) : text, x];
  };
  /** Lines between two rows of `文12 1.00`, parted by `/`; `_` is a blank one. In doubt: `?`. */
  const shared = (between: string): string => {
    const texts = `文12 1.00 / ${between} / 文12 1.00`.split(' / ').map((line) => (line === '_' ? [] : line.split(' ').map(textAt)));
    const lines = texts.flatMap((text, row) => (text.length > 0 ? [splitLine(text.map((one) => wordAt(row, one)))] : []));
    return groupRows(lines, columnOf, 3, everything)
      .map(({ lines: own, isUnsure }) => `${own.map((line) => lines.indexOf(line)).join('+')}${isUnsure ? '?' : ''}`)
      .join(' | ');
  };

  test.each([
    ['1.00 / 工资', '0 | 1+2? | 3', 'an uneven line: no less'],
    ['文4 / 1.00', '0? | 1+2? | 3', 'no more'],
    ['30101 基本 1.00 / 文12', '0 | 1 | 2 | 3?', 'a label that begins above its amounts: no less, and one that goes on below them'],
    ['一、文文 / 文12', '0 | 1 | 2+3?', 'no more'],
    ['文12 / 一、文文', '0+1 | 2 | 3', 'one that goes on below them: no more'],
    ['30101 文文 1.00 / 基本', '0 | 1 | 2 | 3', 'a line that is not full: no less'],
    ['基本 / 基本', '0+1+2? | 3', 'no more'],
    ['文12 / _ / 文12', '0+1 | 2+3?', 'a blank line: no less'],
    ['_ / 基本 / 文4 1.00', '0? | 1 | 2 | 3', 'no more'],
    ['30101 基本 1.00 / _ / 工资', '0 | 1? | 2 | 3', 'the name of a code: no less'],
    ['30101 基本 1.00 / 工资', '0 | 1+2? | 3', 'no more'],
    ['文4 1.00 / 文4 / _ / 30101 1.00', '0 | 1 | 2+3 | 4', 'a code without a name: no less'],
    ['一、文文 / 30101 1.00', '0 | 1+2? | 3', 'no more'],
    ['基本 / _', '0+1 | 2', 'a line of its own: no less; ways that differ by more are none'],
    ['文4 / 文4 1.00', '0+1? | 2 | 3', 'no more'],
    ['工资 / 工资 / 一、文文 / 文12 / 文12 / 工资 / 工资', '0+1+2 | 3+4+5+6+7+8', 'the beginning of a row within another: no less'],
    ['1.00 / 基本', '0 | 1+2? | 3', 'ways that differ by one are as likely'],
  ])('%s: %s (%s)', (between, expected) => expect(shared(between)).toBe(expected));
});
