import { describe, expect, test } from 'vitest';
import { placesAttribute } from '../../../../pipeline/publish/report/sections/tables.ts';
import { placeText, sourceExcerpt } from '../../../../pipeline/publish/report/source.ts';
import { columnLetters, placeOfCell, placeOfLine } from '../../../../schemas/place.ts';

test('a line and its characters, the address of a cell', () => {
  expect(placesAttribute([placeOfLine(2, 31), placeOfLine(2, 32, 4, 9)])).toBe('2:31 2:32:4:9');
  expect(placesAttribute([placeOfCell(3, 40, '收支 "总表"!B7')])).toBe('@%E6%94%B6%E6%94%AF%20%22%E6%80%BB%E8%A1%A8%22!B7');
  expect(placesAttribute([placeOfCell(1, 1, 'a\ud800!A1')])).toBe('@a%EF%BF%BD!A1');
});

test('a person reads the address, not the row counted over the document', () => {
  expect(String(placeText(placeOfCell(3, 40, '收支<总表>!B7')))).toBe('<span lang="zh-CN">收支&lt;总表&gt;!B7</span>');
});

test('letters of columns: Z is followed by AA, ZZ by AAA', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD']);
});

describe('an excerpt of the source', () => {
  /** Lines of so many characters; their marks at 100. */
  const excerpt = (length: number, places = [placeOfLine(1, 5, 100, 101)]) =>
    String(sourceExcerpt({ line: (number) => (number === 5 || places.length > 1 ? '文'.repeat(length) : '') }, places));
  const shown = (length: number) =>
    /<code[^>]*>(…?)(文*)<mark>文<\/mark>(文*)(…?)/
      .exec(excerpt(length))
      ?.slice(1)
      .map(({ length: count }) => count);

  test('cuts a line of more than 420 characters, 70 before the mark', () => {
    expect([420, 421].map(shown)).toEqual([
      [0, 100, 319, 0],
      [1, 70, 320, 0],
    ]);
    expect(shown(600)).toEqual([1, 70, 349, 1]);
  });

  test('has a line beside each, and 18 lines', () => {
    const lines = (places: number) =>
      excerpt(
        10,
        Array.from({ length: places }, (_, i) => placeOfLine(1, 5 + 10 * i, 0, 1)),
      ).split('<code').length - 1;
    expect([2, 6, 7].map(lines)).toEqual([6, 18, 18]);
  });
});
