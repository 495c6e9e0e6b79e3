import { describe, expect, test } from 'vitest';
import { runningLines } from '../../../../extractors/layout/pages/running.ts';
import { joinTitleLines } from '../../../../extractors/layout/pages/titles.ts';
import type { TextLine } from '../../../../extractors/model/blocks.ts';

/** Each bound just kept, and just passed. */

describe('what the edges of pages repeat', () => {
  const isNumber = (height: number) => runningLines([{ page: 1, text: '- 1 -', height }], 1).size === 1;
  test('stands in the outer 12 % of a page', () => {
    expect([0.12, 0.125, 0.875, 0.88].map(isNumber)).toEqual([true, false, false, true]);
  });

  const repeated = (text: string, count: number, pages: number) =>
    runningLines(
      Array.from({ length: count }, (_, i) => ({ page: i + 1, text, height: 0.05 })),
      pages,
    ).size;
  test('is repeated by three pages', () => {
    expect([2, 3].map((count) => repeated('江川市档案局', count, 10))).toEqual([0, 3]);
  });

  test('a title by 60 % of them', () => {
    expect([repeated('部门预算收支总表', 6, 10), repeated('部门预算收支总表', 5, 9)]).toEqual([6, 0]);
  });
});

describe('a title over two lines', () => {
  const line = (text: string, top: number): TextLine => ({
    kind: 'line',
    page: 1,
    line: top,
    text,
    raw: text,
    box: [0, top, 100, top + 10],
  });
  const isOne = (head: string, rest: string, gap: number) => joinTitleLines([line(head, 0), line(rest, 10 + gap)]).length === 1;
  const HEAD = '江川市档案局2026年部门综合预算一般公共';

  test('has 12 characters in the second', () => {
    expect([12, 13].map((length) => isOne(HEAD, `${'文'.repeat(length - 3)}支出表`, 5))).toEqual([true, false]);
  });

  test('which is 1.2 line heights below the first, or 2 where the first goes on', () => {
    expect([12, 12.5].map((gap) => isOne(HEAD, '项目支出表', gap))).toEqual([true, false]);
    expect([20, 20.5].map((gap) => isOne('江川市档案局2026年一般公共预算和', '项目支出表', gap))).toEqual([true, false]);
  });
});
