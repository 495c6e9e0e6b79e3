import { expect, test } from 'vitest';
import type { KeyColumn } from '../../../../extractors/model/tables.ts';
import { emptyDraft, panelReader } from '../../../../extractors/tables/rows/draft.ts';
import { readKeys } from '../../../../extractors/tables/rows/keys.ts';
import { rowsFromSequence } from '../../../../extractors/tables/rows/sequence/index.ts';
import { rowOf, rowsOf, run } from '../../documents.ts';

/** Each bound just kept, and just passed. */

/** Rows before placement: numbers have no column yet. */
const shown = (text: string): string[] => rowsOf(run(text).nested.tables[0]!);
const CAPTION = '支出预算总表\n表3\n单位：万元\n';

test('a row that does not reach them has 64 keys', () => {
  const names = (count: number) => {
    const keys = Array.from({ length: count }, (_, grid): KeyColumn => ({ grid, header: `${grid}`, role: 'name' }));
    const reader = panelReader({ index: 0, name: '', side: null, keys, values: [] }, [], false);
    return readKeys(rowOf('甲→1.00'), reader, emptyDraft(0)).names.length;
  };
  expect([63, 64, 65].map(names)).toEqual([63, 64, 64]);
});

test('the rest of a label has twelve characters', () => {
  const labels = (length: number) =>
    shown(
      `收支预算总表\n表1\n单位：万元\n收 入 支 出\n项 目 预算数 项 目 预算数\n一、一般公共预算拨款收入 9.00 一、教育支出 8.00\n二、某某事务\n${'文'.repeat(length)} 2.00\n收 入 总 计 10.00 支 出 总 计 10.00`,
    ).length;
  expect([12, 13].map(labels)).toEqual([5, 6]);
});

/** The code of the third row below 205, as it is printed. */
const thirdCode = (row: string) =>
  rowsFromSequence(
    run(`${CAPTION}类 款 项 科目名称 合计 基本支出 项目支出\n205 教育支出 4.30 4.30\n02 普通教育 4.30 4.30\n${row} 4.30 4.30`).headered
      .tables[0]!,
  )[2]?.code;
test('the name of a 项 stands in by two characters', () => {
  expect([' 01 乙类经费', '  01 乙类经费'].map(thirdCode)).toEqual(['20501', '2050201']);
});

test('or begins with four characters of its subject', () => {
  expect(['01 学前教育事业', '01 学前教养事业'].map(thirdCode)).toEqual(['2050201', '20501']);
});

test('three codes say that rows begin with them', () => {
  const codes = (count: number) =>
    run(
      `${CAPTION}项目 合计 基本支出 项目支出\n${['208', '210', '221']
        .slice(0, count)
        .map((code) => `${code} 文 4.30 4.30 0.00`)
        .join('\n')}\n合计 8.60 8.60 0.00`,
    ).nested.tables[0]!.items.filter(({ code }) => code !== null).length;
  expect([2, 3].map(codes)).toEqual([0, 3]);
});
