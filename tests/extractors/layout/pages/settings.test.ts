import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../../../extractors/layout/pages/blocks.ts';
import { layoutPage } from '../../../../extractors/layout/pages/page.ts';
import { runningLines } from '../../../../extractors/layout/pages/running.ts';
import { joinTitleLines } from '../../../../extractors/layout/pages/titles.ts';
import type { TextLine } from '../../../../extractors/model/blocks.ts';
import type { Box } from '../../../../extractors/model/box.ts';
import type { DrawnPage, Ruling, Word } from '../../../../extractors/model/source.ts';

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
  const isOne = (head: string, rest: string, gap: number, height = 10) => {
    const below = line(rest, 10 + gap);
    return joinTitleLines([line(head, 0), { ...below, box: [0, 10 + gap, 100, 10 + gap + height] }]).length === 1;
  };
  const HEAD = '江川市档案局2026年部门综合预算一般公共';

  test('has 12 characters in the second', () => {
    expect([12, 13].map((length) => isOne(HEAD, `${'文'.repeat(length - 3)}支出表`, 5))).toEqual([true, false]);
  });

  test('which is 1.2 line heights below the first, or 2 where the first goes on', () => {
    expect([12, 12.5].map((gap) => isOne(HEAD, '项目支出表', gap))).toEqual([true, false]);
    expect([20, 20.5].map((gap) => isOne('江川市档案局2026年一般公共预算和', '项目支出表', gap))).toEqual([true, false]);
  });

  test('whose height differs by a quarter at most', () => {
    expect([8, 7.9, 13.3, 13.4].map((height) => isOne(HEAD, '项目支出表', 5, height))).toEqual([true, false, true, false]);
  });

  test('of 200 characters, spaces included', () => {
    expect([200, 201].map((length) => isOne(HEAD.padStart(length), '项目支出表', 5))).toEqual([true, false]);
    expect([200, 201].map((length) => isOne(HEAD, '项目支出表'.padEnd(length), 5))).toEqual([true, false]);
  });

  test('the first of which has 15, or is more than the number of a table', () => {
    expect([14, 15].map((length) => isOne(`某局一般公共预算${'文'.repeat(length - 8)}`, '项目支出表', 5))).toEqual([false, true]);
    expect(['附表12江川档案', '附表12江川市档案'].map((head) => isOne(head, '部门预算项目支出明细情况汇总表', 5))).toEqual([false, true]);
  });
});

/** A page of A4 paper, its words ten points wide for each character. */
const wordAt = (text: string, x: number, y: number, clip: Box | null = null): Word => ({
  text,
  box: [x, y, x + 10 * text.length, y + 10],
  fontSize: 10,
  rotation: 0,
  clip,
  starts: [],
});
const pageOf = (words: Word[], rulings: Ruling[] = []): DrawnPage => ({ number: 1, lines: [], words, rulings, width: 600, height: 800 });
const across = (y: number, x0: number, x1: number): Ruling => ({ x0, y0: y, x1, y1: y });
const down = (x: number, y0: number, y1: number): Ruling => ({ x0: x, y0, x1: x, y1 });

test('the parts of a caption line stand more than 2.5 ems apart', () => {
  const lines = (gap: number) =>
    blocksOf(layoutPage(pageOf([wordAt('某局', 50, 50), wordAt('单位：万元', 70 + gap, 50)])), new Set()).length;
  expect([25, 25.5].map(lines)).toEqual([1, 2]);
});

test('a word stands in a grid whose border is less than a point from its middle', () => {
  const grid = [0, 20, 40].map((y) => across(100 + y, 100, 300)).concat([100, 200, 300].map((x) => down(x, 100, 140)));
  const outside = (off: number) =>
    layoutPage(pageOf([wordAt('甲', 110, 105), wordAt('乙', 210, 105), wordAt('丙', 300 + off - 5, 125)], grid)).lines.length;
  expect([0.9, 1].map(outside)).toEqual([0, 1]);
});

test('clip boxes of three rows are a table', () => {
  const tables = (rows: number) => {
    const cells = Array.from({ length: rows }, (_, r) => [0, 1, 2].map((c) => ({ x: 100 + 100 * c, y: 100 + 20 * r }))).flat();
    return layoutPage(pageOf(cells.map(({ x, y }) => wordAt('文', x + 5, y + 5, [x, y, x + 100, y + 20])))).regions.length;
  };
  expect([2, 3].map(tables)).toEqual([0, 1]);
});

test('a line as wide as 30 % of the page rules a table', () => {
  const row = [wordAt('甲', 100, 100), wordAt('1.00', 300, 100)];
  const tables = (width: number) => layoutPage(pageOf(row, [across(95, 100, 100 + width), across(115, 100, 100 + width)])).regions.length;
  expect([180, 181].map(tables)).toEqual([0, 1]);
});
