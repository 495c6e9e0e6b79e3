import { describe, expect, test } from 'vitest';
import { headerRows } from '../../../../../extractors/layout/grids/aligned/header.ts';
import { withoutWraps } from '../../../../../extractors/layout/grids/aligned/header-blocks.ts';
import { splitHeader } from '../../../../../extractors/layout/grids/aligned/header-words.ts';
import { type SplitLine, splitLine } from '../../../../../extractors/layout/grids/aligned/index.ts';
import type { Word } from '../../../../../extractors/model/source.ts';

/** Each bound just kept, and just passed: how the cells of a header are told and dealt out. */

const wordAt = (text: string, x: number, y: number, size = 10): Word => ({
  text,
  box: [x, y, x + 10 * text.length, y + 10],
  fontSize: size,
  rotation: 0,
  clip: null,
  starts: [...text].map((_, i) => x + 10 * i),
});
const lineAt = (y: number, ...cells: readonly (readonly [text: string, x: number])[]): SplitLine =>
  splitLine(cells.map(([text, x]) => wordAt(text, x, y)));

describe('lines of one cell', () => {
  const cells = (...lines: SplitLine[]) => withoutWraps(lines).flatMap(({ segments }) => segments).length;
  const below = (x: number, y: number, size = 10) => cells(lineAt(0, ['甲甲', 0]), splitLine([wordAt('乙乙', x, y, size)]));
  test('are half a height apart', () => {
    expect([15, 15.1].map((y) => below(0, y))).toEqual([1, 2]);
    expect([5, 4.9].map((y) => below(0, y))).toEqual([1, 2]);
  });
  test('differ in size by a tenth', () => expect([9.1, 9].map((size) => below(0, 12, size))).toEqual([1, 2]));
  test('and by less than 0.6 ems in their middle or left edge', () => expect([5.9, 6].map((x) => below(x, 12))).toEqual([1, 2]));
});

test('cells whose middles differ by half an em stand on one line', () => {
  expect([5, 5.1].map((y) => withoutWraps([lineAt(0, ['甲甲', 0]), lineAt(y, ['乙乙', 100])]).length)).toEqual([1, 2]);
});

test('a number and a word less than 0.1 ems apart are one word', () => {
  const words = (gap: number) => splitHeader(lineAt(0, ['2026', 0], ['年预算', 40 + gap]), []).segments.length;
  expect([0.9, 1].map(words)).toEqual([1, 2]);
});

test('characters of one word follow each other within 1.18 ems', () => {
  const words = (pitch: number) => {
    const starts = [0, 10, 10 + pitch, 20 + pitch];
    const line = splitLine([{ ...wordAt('基本支出', 0, 0), box: [0, 0, 30 + pitch, 10], starts }]);
    return splitHeader(line, []).segments.length;
  };
  expect([11.75, 11.85].map(words)).toEqual([1, 2]);
});

describe('a group of a header', () => {
  const SPANS = [0, 30, 60].map((from) => ({ from, to: from + 20 }));
  const placing = { page: 1, lineOf: () => 1, display: (box: Word['box']) => box };
  /** Where the group's cell begins over three columns: its middle, the heights of what stands over the first two and over the third. */
  const begins = (middle: number, height: number, third: number) => {
    const own = lineAt(height, ['甲甲', 0], ['乙乙', 30]);
    const last = lineAt(third, ['丙丙', 60]);
    const lines = [lineAt(0, ['组', middle - 5]), ...(third < height ? [last, own] : [own, last])];
    return headerRows(lines, SPANS, [], placing)[0]?.cells.findIndex(({ text }) => text.startsWith('组'));
  };

  test('stands over cells in the lower 30 % of the header', () => {
    // From the group's middle at 5 down to 100: the third column's cell stands below it from 71.6 on.
    expect([66.5, 66.7].map((third) => begins(40, 95, third))).toEqual([1, 0]);
  });

  test('leaves a column without one for four points', () => {
    expect([49.4, 49.6].map((middle) => begins(middle, 95, 95))).toEqual([0, 1]);
  });
});
