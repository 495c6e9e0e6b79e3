import { expect, test } from 'vitest';
import { lineText } from '../../../../extractors/layout/geometry/visual-lines.ts';
import type { Word } from '../../../../extractors/model/source.ts';

const word = (text: string, fontSize: number, [x0, y0, x1, y1]: [number, number, number, number]): Word => ({
  text,
  fontSize,
  box: [x0, y0, x1, y1],
  rotation: 0,
  clip: null,
  starts: [],
});
const AMOUNT = word('114.25', 10, [0, 0, 30, 10]);

test('small raised digits behind a number are the mark of a footnote', () => {
  expect(lineText([AMOUNT, word('1', 6, [30, 0, 33, 6])])).toBe('114.25¹');
  expect(lineText([AMOUNT, word('12', 7.5, [30, 0, 37, 7.5])])).toBe('114.25¹²');
});

test.each([
  ['of nearly the size', word('1', 7.6, [30, 0, 33, 6])],
  ['not raised', word('1', 6, [30, 3, 33, 9])],
  ['more than two', word('123', 6, [30, 0, 40, 6])],
])('digits %s are digits', (_, mark) => expect(lineText([AMOUNT, mark])).toBe(`114.25${mark.text}`));

test('behind a word they stay as they are', () => {
  expect(lineText([word('行政运行', 10, [0, 0, 40, 10]), word('1', 6, [40, 0, 43, 6])])).toBe('行政运行1');
});
