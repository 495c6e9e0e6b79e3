import { describe, expect, test } from 'vitest';
import { rowOfText } from '../../../../extractors/layout/grids/text-row.ts';
import { columnFacts, columnRole } from '../../../../extractors/tables/header/column-roles.ts';
import { blocksOfText } from '../../documents.ts';

const NOTHING = { amounts: 0, texts: 0, codes: 0, parts: 0, counting: 0 };
const role = (header: string, facts = NOTHING, leading = true) => columnRole([{ row: 0, column: 0, text: header }], facts, leading);

describe('what a column is for', () => {
  test('by its header', () => {
    expect(
      ['科目编码', '功能科目代码', '类', '款', '项', '行次', '栏次', '序号', '科目名称', '项目', '单位名称'].map((text) => role(text)),
    ).toEqual(['code', 'code', 'code-part', 'code-part', 'code-part', 'line-no', 'line-no', 'line-no', 'name', 'name', 'name']);
  });

  test('by what stands in it', () => {
    const texts = { amounts: 0, texts: 5, codes: 0, parts: 0, counting: 0 };
    expect([role('立项依据', texts, false), role('项目内容', texts, false), role('采购组织形式', texts, false)]).toEqual([
      'text',
      'text',
      'text',
    ]);
    expect(role('合计', { amounts: 5, texts: 0, codes: 0, parts: 0, counting: 0 }, false)).toBe('value');
    expect(role('项目支出', { amounts: 5, texts: 0, codes: 0, parts: 0, counting: 0 }, false)).toBe('value');
  });

  test('a text column full of amounts stays one as long as its header says so', () => {
    expect(role('备注', { amounts: 2, texts: 3, codes: 0, parts: 0, counting: 0 }, false)).toBe('text');
  });

  test('an empty column under a money word is a value column', () => {
    expect([role('基本支出', NOTHING, false), role('合计', NOTHING, false)]).toEqual(['value', 'value']);
  });
});

test('dashes and blanks are neither amounts nor texts', () => {
  const rows = blocksOfText('208\n-\n——\n\n1.00\n8, 510.93\n甲').flatMap((block) => (block.kind === 'line' ? [rowOfText(block)] : []));
  expect(columnFacts(rows, 1)).toEqual([{ amounts: 3, texts: 1, codes: 1, parts: 0, counting: 0 }]);
});

test('without a header, numbers of rows where each counts on, and those are three', () => {
  const of = (...texts: string[]) => {
    const [facts] = columnFacts(
      texts.map((text) => ({ layout: 'columns', cells: [{ text, raw: text, places: [] }], page: 1, line: 1 })),
      1,
    );
    return columnRole([], facts!, true);
  };
  expect([of('4', '5', '6'), of('4', '5'), of('4', '5', '7'), of('4', '5', '6', '9.00')]).toEqual(['line-no', 'value', 'value', 'value']);
  expect(role('数量', { ...NOTHING, amounts: 3, parts: 3, counting: 2 })).toBe('value');
});
