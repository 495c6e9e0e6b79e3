import { describe, expect, test } from 'vitest';
import { joinTitleLines, listedTitles } from '../../../../extractors/layout/pages/titles.ts';
import type { TextLine } from '../../../../extractors/model/blocks.ts';

const linesOf = (text: string): TextLine[] =>
  text.split('\n').map((line, i): TextLine => ({ kind: 'line', page: 1, line: i + 1, text: line, raw: line }));
const joined = (text: string, contents: string): string[] =>
  joinTitleLines(linesOf(text), listedTitles(linesOf(contents))).map((block) => (block.kind === 'line' ? block.text : ''));

const CONTENTS = '目录\n表6  2026年部门预算一般公共预算支出明细表\n表12  2026年部门预算政府采购（资产配置）预算表';

describe('titles over two lines of a text', () => {
  test('are one where the contents list them', () => {
    const text = '2026年部门预算政府采购（资产配置）\n  预算表（不含上年结转）';
    expect(joined(text, CONTENTS)).toEqual(['2026年部门预算政府采购（资产配置）预算表（不含上年结转）']);
    expect(joined(text, '目录')).toEqual(text.split('\n'));
  });

  test('also with the number of the table between them', () => {
    expect(joined('2026年部门预算一般公共预算支出明细\n表6\n表\n单位：元', CONTENTS)).toEqual([
      '2026年部门预算一般公共预算支出明细表',
      '表6',
      '单位：元',
    ]);
  });

  test('an empty line before a title is no line of it', () => {
    expect(joined('\n2026年部门预算一般公共预算支出明细表', CONTENTS)).toEqual(['', '2026年部门预算一般公共预算支出明细表']);
  });

  test('are two where each of them is listed', () => {
    const contents = `${CONTENTS}\n表7 收支总表\n表8 支出总表`;
    expect(joined('收支总表\n支出总表', contents)).toEqual(['收支总表', '支出总表']);
  });
});
