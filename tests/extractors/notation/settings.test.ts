import { describe, expect, test } from 'vitest';
import { isTitle, parseCaption, parseContentsEntry } from '../../../extractors/notation/captions.ts';
import { looksLikeNumber, parseNumber, parseWithUnit, styleOf } from '../../../extractors/notation/numbers.ts';
import { isDataRow, isIndexRow } from '../../../extractors/notation/row-kinds.ts';
import { sameName } from '../../../extractors/notation/subjects.ts';

/** Each bound just kept, and just passed. */

const words = (length: number): string => '文'.repeat(length);
const cells = (...texts: string[]) => texts.map((text) => ({ text, raw: text, places: [] }));

describe('captions', () => {
  test('have 90 characters', () => {
    const unitOf = (length: number) => parseCaption(`编制单位：${words(length - 10)}单位：万元`)?.unit ?? null;
    expect([90, 91].map(unitOf)).toEqual(['万元', null]);
  });

  test('titles have 3 to 60', () => {
    expect([2, 3, 60, 61].map((length) => isTitle(`${words(length - 1)}表`))).toEqual([false, true, true, false]);
  });

  test('a line that ends in 单位： has 23', () => {
    const titled = (length: number) => parseCaption(`${words(length - 10)}表（2026）单位：`)?.unitOpen ?? null;
    expect([23, 24].map(titled)).toEqual(['', null]);
  });

  test('what stands beside a unit has 20', () => {
    expect([20, 21].map((length) => parseCaption(`${words(length)}单位：万元`)?.unit ?? null)).toEqual(['万元', null]);
  });

  test('entries of contents have 80', () => {
    const entry = (length: number) => parseContentsEntry(`${words(39)}表${'—'.repeat(length - 41)}1`);
    expect([80, 81].map((length) => entry(length) !== null)).toEqual([true, false]);
  });
});

describe('numbers', () => {
  test('have 40 characters', () => {
    expect([40, 41].map((length) => parseNumber('9'.repeat(length)) !== null)).toEqual([true, false]);
    expect([40, 41].map((length) => parseWithUnit(`${'9'.repeat(length - 2)}万元`) !== null)).toEqual([true, false]);
  });

  test('misread ones 24', () => {
    expect([24, 25].map((length) => looksLikeNumber(`${'1'.repeat(length - 1)}O`))).toEqual([true, false]);
  });

  const style = (...texts: string[]) => styleOf(texts.map((raw) => ({ raw })));
  test('three with only the last three digits set off are a way of writing', () => {
    expect([2, 3].map((count) => style(...Array<string>(count).fill('4200,000')).lastGroupOnly)).toEqual([false, true]);
  });

  test('a third decimal is odd among eight numbers of two', () => {
    expect([7, 8].map((count) => style('1.234', ...Array<string>(count).fill('1.23')).oddDecimals)).toEqual([false, true]);
  });
});

describe('rows', () => {
  test('the row of column numbers has three labels', () => {
    expect([isIndexRow(cells('栏次', '—', '—', '1', '2')), isIndexRow(cells('栏次', '—', '—', '—', '1', '2'))]).toEqual([true, false]);
  });

  test('and begins to count at 1 or 2', () => {
    expect([1, 2, 3].map((start) => isIndexRow(cells('**', `${start}`, `${start + 1}`)))).toEqual([true, true, false]);
  });

  test('a code stands in one of the first three columns', () => {
    const isData = (blank: number) =>
      isDataRow({ layout: 'columns', page: 1, line: 1, cells: cells(...Array<string>(blank).fill(''), '20805-养老支出') }, false);
    expect([2, 3].map(isData)).toEqual([true, false]);
  });
});

test('a cut name has three characters, and half of the name', () => {
  expect(['卫生', '卫生健'].map((printed) => sameName(printed, '210'))).toEqual([false, true]);
  expect(['行政', '行政运'].map((printed) => sameName(printed, '2010101'))).toEqual([false, true]);
});
