import { describe, expect, it, test } from 'vitest';
import { splitLine } from '../../../../extractors/layout/grids/aligned/index.ts';
import { headersOf } from '../../../../extractors/layout/padded/head/header.ts';
import { dataColumns } from '../../../../extractors/layout/padded/spans.ts';
import type { Word } from '../../../../extractors/model/source.ts';
import { wordAt } from '../../../support/words.ts';

/** Headers whose groups stand nowhere near what they head, and columns whose numbers look like codes. */

const pieceAt = (text: string, line: number, x: number, from: number, to: number) => {
  const words = [wordAt(text, line, x)];
  return { segment: { words, text, x0: x, x1: x + 6 * text.length }, line, from, to };
};
const placing = {
  page: 1,
  lineOf: () => 1,
  display: (box: Word['box']) => box,
  printed: (words: readonly Word[]) => ({
    raw: words.map(({ text }) => text).join(''),
    place: { page: 1, line: 1, start: 0, end: 1, bbox: null },
  }),
};
const column = { from: 0, to: 60, isAmounts: true, isTexts: false, isOrdinals: false, isEmpty: false };

describe('the likeliest groups of a header', () => {
  const readings = (shift: number) =>
    headersOf(
      [pieceAt('本年', 0, 24 + shift, 0, 1), pieceAt('甲乙', 1, 0, 0, 0), pieceAt('丙丁', 1, 60, 1, 1)],
      [column, { ...column, from: 60, to: 120 }],
      [0, 60, 120],
      placing,
    );
  test('leave all of its columns in doubt from 100 columns of text off on', () => {
    const cost = (shift: number) => readings(shift)[0]?.cost ?? Number.NaN;
    const kept = 6 * (100 - cost(600)) + 600;
    expect(cost(kept)).toBeCloseTo(100, 6);
    expect([kept - 0.1, kept + 0.1].map((shift) => readings(shift)[0]?.rows[0]?.unsure)).toEqual([undefined, [0, 1]]);
  });
});

describe('columns of numbers that look like codes', () => {
  const isAmounts = (...texts: string[]) =>
    dataColumns(
      [{ from: 0, to: 60 }],
      texts.map((text, i) => splitLine([wordAt(text, i, 0)])),
    )[0]?.isAmounts;
  it('are amounts where one of them is no code', () => {
    expect([isAmounts('30400', '30400', '20400'), isAmounts('30400', '30400', '0'), isAmounts('30400', '行政运行', '0')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
