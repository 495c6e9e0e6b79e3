import { expect, test } from 'vitest';
import type { GridRow } from '../../../../extractors/model/blocks.ts';
import type { PlacedWord } from '../../../../extractors/notation/headers/pieces.ts';
import { withClassWords } from '../../../../extractors/tables/header/class-words.ts';
import { isInReadingOrder } from '../../../../extractors/tables/header/reading-order.ts';
import { readingsOf } from '../../../../extractors/tables/header/words/readings.ts';
import { treesByRuns } from '../../../../extractors/tables/header/words/runs.ts';
import { treesOf } from '../../../../extractors/tables/header/words/trees.ts';

/** Each bound just kept, and just passed. */

const word = (text: string, kind: PlacedWord['kind'], startsLine = false): PlacedWord => ({ text, kind, folded: text, startsLine });

test('two class words in a row of data head its codes', () => {
  const row = (...texts: string[]): GridRow => ({
    layout: 'columns',
    page: 1,
    line: 1,
    cells: texts.map((text) => ({ text, raw: text, places: [] })),
  });
  const rows = (...texts: string[]) => withClassWords([], [row(...texts)]).header.length;
  expect([rows('类', '合计', '42.00'), rows('类', '款', '合计', '42.00')]).toEqual([0, 1]);
});

test('a header has 40 words', () => {
  const trees = (count: number) => treesOf(Array.from({ length: count }, (_, i) => word(`甲${i}`, 'leaf'))).length;
  expect([40, 41].map(trees)).toEqual([1, 0]);
});

test('24 trees are given back', () => {
  const lines = Array.from({ length: 7 }, (_, i) => [word(`甲${i}`, 'leaf', true), word(`乙${i}`, 'leaf')]).flat();
  expect(treesOf(lines)).toHaveLength(24);
});

test('half of a run belongs to its head', () => {
  const below = (known: number, unknown: number) => {
    const names = ['人员经费', '公用经费', '日常公用经费'].slice(0, known);
    const run = [...names, ...Array.from({ length: unknown }, (_, i) => `甲${i}`)].map((text) => word(text, 'leaf'));
    return treesByRuns([word('合计', 'total'), word('基本支出', 'leaf'), word('小计', 'total'), ...run]).length;
  };
  expect([below(1, 1), below(3, 4)]).toEqual([2, 10]);
});

test('pages are read block by block where more than 15 % of the lines stand below a blank one', () => {
  const of = (gaps: number) => {
    const rows = Array.from(
      { length: 100 },
      (_, i): GridRow => ({ layout: 'sequence', page: 1, line: 1 + i + Math.min(i, gaps), cells: [] }),
    );
    return isInReadingOrder([{ rows }]);
  };
  expect([15, 16].map(of)).toEqual([false, true]);
});

const linesOf = (...texts: string[]): GridRow[] =>
  texts.map((text, i) => ({
    layout: 'sequence',
    page: 1,
    line: 1 + i,
    cells: text.split(' ').map((part) => ({ text: part, raw: part, places: [] })),
  }));
const pathsOf = (rows: GridRow[], filled: number): string[] =>
  (readingsOf(rows, filled, false, true)[0]?.panels ?? []).flatMap(({ paths }) => paths.map((path) => path.join('>')));

test('four columns are divided alike', () => {
  const divided = (heads: string[]) =>
    pathsOf(linesOf('单位名称', heads.join(' '), ...heads.map(() => '一般公共预算 政府性基金预算')), 2 * heads.length).includes(
      '总计>政府性基金预算',
    );
  const heads = ['总计', '因公出国(境)费', '公务接待费', '会议费'];
  expect([divided(heads), divided(heads.slice(0, 3))]).toEqual([true, false]);
});

test('the number of columns of rows decides the words of a header from four numbers on', () => {
  const header = (columns: number) =>
    linesOf('单位名称 合计 基本支出 项目支出'.split(' ').slice(0, columns).join(' '), '甲乙丙丁戊', '己庚辛壬癸');
  expect([pathsOf(header(4), 4), pathsOf(header(3), 3)]).toEqual([
    ['合计', '基本支出', '项目支出', '甲乙丙丁戊己庚辛壬癸'],
    ['合计', '基本支出', '甲乙丙丁戊己庚辛壬癸'],
  ]);
});
