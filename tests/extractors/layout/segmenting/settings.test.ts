import { describe, expect, test } from 'vitest';
import { segment } from '../../../../extractors/layout/segmenting/index.ts';
import { isNoteLike, isSentence } from '../../../../extractors/layout/segmenting/wording.ts';
import type { Block, GridBlock, GridRow, TextLine } from '../../../../extractors/model/blocks.ts';
import { PROFILES, run } from '../../documents.ts';

/** Each bound just kept, and just passed. */

const ROWS = '科目编码→科目名称→合计\n208→社会保障和就业支出→36.00';
const partsOf = (text: string) => run(text).segmented.parts;
const rowsOf = (text: string): number[] => partsOf(text).map(({ rows }) => rows.length);
const words = (length: number): string => '文'.repeat(length);

test('a line between rows has 12 characters', () => {
  const between = (line: string) => rowsOf(`支出预算总表\n单位：元\n${ROWS}\n${line}\n20805→养老支出→36.00`);
  expect(between(words(12))).toEqual([4]);
  expect(between(words(13))).toEqual([2, 1]);
});

test('a header whose layout was lost begins 12 lines below the caption', () => {
  const below = (blank: number) =>
    rowsOf(`支出预算总表\n单位：元${'\n'.repeat(blank)}科目编码 科目名称 合计\n208 社会保障和就业支出 36.00`);
  expect(below(12)).toEqual([2]);
  expect(below(13)).toEqual([]);
});

test('a note goes on for 6 lines', () => {
  const notes = (lines: number) =>
    partsOf(`支出预算总表\n单位：元\n${ROWS}\n注：本表如下\n${'本表口径\n'.repeat(lines - 1)}`)[0]?.notes.length;
  expect([notes(5), notes(6), notes(7)]).toEqual([5, 6, 6]);
});

test('a line of a note has fewer than 200 characters', () => {
  expect([199, 200].map((length) => isNoteLike(`本表${words(length - 2)}`))).toEqual([true, false]);
});

test('a line of 60 characters without a digit, or 12 behind a comma, is a sentence', () => {
  expect([59, 60].map((length) => isSentence(words(length)))).toEqual([false, true]);
  expect(isSentence(`1${words(60)}`)).toBe(false);
  expect([11, 12].map((length) => isSentence(`其他支出，${words(length - 1)}1`))).toEqual([false, true]);
});

test('the second half of an entry of the contents has 12 characters', () => {
  const listed = (rest: string) =>
    run(`目录\n一、收支预算总表\n二、支出表（按\n${rest}\n\n支出预算总表\n单位：元\n${ROWS}`).segmented.contents.map(({ title }) => title);
  expect(listed(`${words(11)}）`)).toEqual(['收支预算总表', `支出表（按${words(11)}）`]);
  expect(listed(`${words(12)}）`)).toEqual(['收支预算总表']);
});

test('a title above a number has 3 to 20 characters', () => {
  const titleOf = (length: number) => partsOf(`${words(length)}\n表3\n单位：元\n${ROWS}`)[0]?.caption.title ?? null;
  expect([2, 3, 20, 21].map((length) => titleOf(length)?.length ?? null)).toEqual([null, 3, 20, null]);
});

describe('on a printed page', () => {
  const line = (number: number, text: string): TextLine => ({
    kind: 'line',
    page: 1,
    line: number,
    text,
    raw: text,
    box: [0, number, 9, number + 1],
  });
  const cell = (text: string) => ({ text, raw: text, places: [] });
  const row = (...cells: string[]): GridRow => ({ layout: 'columns', page: 1, line: 9, cells: cells.map(cell) });
  const grid: GridBlock = { kind: 'grid', bounded: true, rows: [row('项目名称', '金额'), row('档案整理', '5.00')] };
  const entityOf = (...lines: string[]) => {
    const blocks: Block[] = [line(1, '项目支出明细表'), ...lines.map((text, i) => line(i + 2, text)), grid];
    return segment.run(blocks, { profile: PROFILES[0]!, report: () => {} }).parts.at(-1)?.caption.entity;
  };

  test('the name of a publisher has 30 characters', () => {
    expect(entityOf(`${words(29)}局`)).toBe(`${words(29)}局`);
    expect(entityOf(`${words(30)}局`)).toBeNull();
  });

  test('and stands 4 lines above the grid at most', () => {
    const others = ['2026年', '单位：元', '表3', '（2026年度）', '2026年度'];
    expect(entityOf('江川市档案局', ...others.slice(0, 4))).toBe('江川市档案局');
    expect(entityOf('江川市档案局', ...others)).toBeNull();
  });
});
