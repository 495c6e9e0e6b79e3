import { describe, expect, test } from 'vitest';
import { alignColumns, isRestOfRow, isRestOfTexts } from '../../../../extractors/layout/joining/continuation.ts';
import { startsForm } from '../../../../extractors/layout/joining/form-kinds.ts';
import { countHeaderRows } from '../../../../extractors/layout/joining/header-end.ts';
import { join } from '../../../../extractors/layout/joining/index.ts';
import type { GridRow } from '../../../../extractors/model/blocks.ts';
import type { TablePart } from '../../../../extractors/model/segments.ts';
import { PROFILES, run } from '../../documents.ts';

/** Each bound just kept, and just passed. */

const words = (length: number): string => '文'.repeat(length);
const row = (...texts: string[]): GridRow => ({
  layout: 'columns',
  cells: texts.map((text) => ({ text, raw: text, places: [] })),
  page: 1,
  line: 1,
  borders: Array.from({ length: texts.length + 1 }, (_, i) => 100 * i),
});

test('a header has eight rows', () => {
  expect([8, 9].map((count) => countHeaderRows([...Array<GridRow>(count).fill(row('文')), row('甲', '1.00')]))).toEqual([8, 8]);
});

test('a cell of the header of a list has 20 characters', () => {
  const header = (length: number) => countHeaderRows([row(`${words(length - 2)}名称`, '备注'), row('甲', '乙')]);
  expect([20, 21].map(header)).toEqual([1, 2]);
});

test('a printed grid goes on with the table above where half of its header is known', () => {
  const caption = { title: null, number: null, unit: null, entity: null, year: null, places: [] };
  const part = (known: number, own: number): TablePart => ({
    caption,
    notes: [],
    rows: [
      row(...Array.from({ length: own }, (_, i) => (i < known ? `甲${i}项目` : `乙${i}项目`))),
      row('某', ...Array<string>(own - 1).fill('1.00')),
    ],
  });
  const tables = (known: number, own: number) =>
    join.run([part(own, own), part(known, own)], { profile: PROFILES[0]!, report: () => {} }).length;
  expect([tables(2, 4), tables(3, 7), tables(1, 4)]).toEqual([1, 2, 2]);
});

test('50 right halves widen a table', () => {
  const tables = (halves: number) => {
    const further = Array.from({ length: halves }, (_, i) => `单位：万元\n甲${i}→乙${i}\n`);
    const text = `支出预算总表\n表3\n单位：万元\n科目编码→科目名称→合计\n208→甲→1.00\n${further.join('\n')}`;
    return run(text).joined.tables.length;
  };
  expect([50, 51].map(tables)).toEqual([1, 2]);
});

test('the first row of a form has six cells', () => {
  const starts = (cells: number) => startsForm([row('项目名称', ...Array<string>(cells - 1).fill('甲')), row('主管部门', '乙')]);
  expect([6, 7].map(starts)).toEqual([true, false]);
});

test('a text below a cut one may go on with a point of its own from 21 characters on', () => {
  const goesOn = (length: number) => isRestOfTexts(row('甲', words(30)), row('', `2.${words(length - 2)}`));
  expect([20, 21].map(goesOn)).toEqual([false, true]);
});

test('two characters are no row of their own', () => {
  expect([2, 3].map((length) => isRestOfRow(row('某市机动', '1.00'), row(words(length), '')))).toEqual([true, false]);
});

describe('columns of two pages', () => {
  /** Where the cells of a row stand that has the borders `from`, below one that has the borders `to`. */
  const columns = (to: number[], from: number[]) => {
    const rowWith = (borders: number[]): GridRow => ({ ...row(...borders.slice(1).map((_, i) => `${i}`)), borders });
    return alignColumns([rowWith(to)], [rowWith(from)])[0]!.cells.map(({ text }) => text);
  };

  test('are those of one geometry where their left edges are less than 15 points apart', () => {
    const moved = (left: number) => columns([0, 100, 200, 300, 400], [left, left + 100, left + 200]);
    expect([14, 15].map(moved)).toEqual([
      ['0', '1', '', ''],
      ['0', '', '1', ''],
    ]);
  });

  test('a column is the one that it covers by more than half a point more', () => {
    const moved = (right: number) => columns([0, 100, 200, 300], [0, 50, right]).length;
    expect([150.5, 150.6].map(moved)).toEqual([2, 3]);
  });
});
