import { describe, expect, test } from 'vitest';
import { type SplitLine, splitLine } from '../../../../extractors/layout/grids/aligned/index.ts';
import { cutRests } from '../../../../extractors/layout/padded/grouping.ts';
import { paddedRegions } from '../../../../extractors/layout/padded/regions.ts';
import { dataColumns, paddedTable, spansOf } from '../../../../extractors/layout/padded/rows.ts';
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
    return paddedTable(region, { page: 1, lineOf: () => 1, display: (box) => box }, null).readings.length;
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
