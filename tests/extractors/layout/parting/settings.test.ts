import { expect, test } from 'vitest';
import { parted } from '../../../../extractors/layout/parting/index.ts';
import type { GridBlock, GridRow } from '../../../../extractors/model/blocks.ts';
import { placeOfLine } from '../../../../schemas/place.ts';

/** Each bound just kept, and just passed. */

/** Rows of cells that are parted by `|`. `ofFile`: with the lines of their cells. */
const rowsOf = (texts: readonly string[], ofFile: boolean): GridRow[] =>
  texts.map((row, i) => {
    const cells = row.split('|').map((text) => ({ text, raw: text, places: text === '' ? [] : [placeOfLine(1, 1)] }));
    const filled = cells.filter(({ text }) => text !== '');
    const lines = filled.map(({ text, raw }) => [{ kind: 'line' as const, page: 1, line: i + 1, text, raw }]);
    return { layout: 'columns', cells, page: 1, line: i + 1, ...(ofFile ? { lines } : {}) };
  });
const grids = (texts: readonly string[], ofFile: boolean, more: Partial<GridBlock> = {}): number =>
  parted({ kind: 'grid', bounded: true, rows: rowsOf(texts, ofFile), ...more }).filter(({ kind }) => kind === 'grid').length;
const onPage = (...texts: string[]): number => grids(texts, false);
const onSheet = (...texts: string[]): number => grids(texts, true, { mixed: true });
const repeated = (count: number, text: (i: number) => string): string[] => Array.from({ length: count }, (_, i) => text(i + 1));

test('a list of tables on a page has four numbered entries, more than 60 % of its rows', () => {
  const list = (entries: number, others: number) =>
    onPage(...repeated(entries, (i) => `表${i}|收支总表`), ...repeated(others, () => '甲|1.00'));
  expect([list(3, 0), list(4, 0)]).toEqual([1, 0]);
  expect([list(6, 4), list(7, 4)]).toEqual([1, 0]);
});

test('on a sheet three entries, 60 % of its rows', () => {
  const list = (entries: number, others: number) =>
    onSheet(...repeated(entries, (i) => `${i}|收支总表|3`), ...repeated(others, () => '甲|乙|1.00'));
  expect([list(2, 0), list(3, 0)]).toEqual([1, 0]);
  expect([list(6, 4), list(5, 4)]).toEqual([0, 1]);
});

test('three of its rows have something beside the title', () => {
  const list = (numbered: number) => onSheet(...repeated(numbered, (i) => `${i}|收支总表`), ...repeated(3, () => '|支出总表'));
  expect([list(2), list(3)]).toEqual([1, 0]);
});

test('a sentence of 40 characters is no row', () => {
  const parts = (length: number) => grids(['甲|1.00', `${'文'.repeat(length - 1)}。|`, '乙|2.00'], true);
  expect([39, 40].map(parts)).toEqual([1, 2]);
});

test('a unit has 14 characters', () => {
  const rows = (length: number) => {
    const [first] = parted({
      kind: 'grid',
      bounded: true,
      mixed: true,
      rows: rowsOf([`收支情况|单位：万元${'文'.repeat(length - 5)}`, '项目|金额', '甲|1.00'], true),
    });
    return first?.kind;
  };
  expect([14, 15].map(rows)).toEqual(['line', 'grid']);
});
