import { describe, expect, test } from 'vitest';
import { stripMarkup } from '../../../../extractors/readers/markup/clean.ts';
import { cleanText } from '../../documents.ts';

const texts = (text: string): string[] => cleanText(text).lines.map((line) => line.text.replaceAll('\t', '→'));

describe('markup', () => {
  test.each([
    ['<b>收入合计</b>', '收入合计'],
    ['<p style="x">收入</p>', '收入'],
    ['**合计**→**36**', '合计→36'],
    ['***合计***', '合计'],
    ['## 收入预算总表', ' 收入预算总表'],
    ['#', ''],
    ['A&nbsp;B &lt;3 &gt;2 &amp; &quot;', 'A B <3 >2 & "'],
    ['得分<60 且 >30', '得分<60 且 >30'],
    ['表#3', '表#3'],
    ['5*3', '5*3'],
  ])('%s', (text, expected) => expect(texts(text)).toEqual([expected]));

  test('every character that is kept remembers where it stood', () => {
    const raw = 'x<b>1,2</b>&gt;y';
    const { text, offsets } = stripMarkup(raw);
    expect(text).toBe('x1,2>y');
    expect(offsets).toEqual([0, 4, 5, 6, 11, 15]);
  });
});

describe('lines that carry nothing', () => {
  test.each([['- 12 -'], ['— 3 —'], ['第 3 页'], ['第3页 共 20页'], ['第 3 页/共 20 页']])('page number %s', (text) =>
    expect(texts(text)).toEqual(['']),
  );

  test('a page number broken over three lines', () => {
    expect(texts('收入\n-\n12\n-\n支出')).toEqual(['收入', '', '', '', '支出']);
  });

  test('a number alone, a dash alone and a negative number stay', () => {
    expect(texts('12\n-\n-5.36')).toEqual(['12', '-', '-5.36']);
  });
});

describe('markdown tables', () => {
  test('become rows with tabs; the rule is no row', () => {
    expect(texts('| 科目 | 合计 |\n| --- | ---: |\n| 208 | 1,234.00 |\n| 209 |  |')).toEqual([
      ' 科目 → 合计 ',
      '',
      ' 208 → 1,234.00 ',
      ' 209 →  ',
    ]);
  });

  test('the rule of a table whose pipes are tabs is no row', () => {
    expect(texts('科目→合计\n---→---\n208→3')).toEqual(['科目→合计', '', '208→3']);
  });

  test('offsets lead to the pipe row', () => {
    const line = cleanText('| **208** | 3.00 |').lines[0]!;
    const at = line.text.indexOf('3.00');
    expect(line.raw.slice(line.offsets![at], line.offsets![at + 3]! + 1)).toBe('3.00');
  });
});

describe('HTML tables', () => {
  test('each row is a line, on the line where it opens', () => {
    const { lines } = cleanText('<table>\n<tr><td>科目</td>\n<td>合计</td></tr>\n<tr><td>208</td><td>3.00</td></tr>\n</table>\n以上');
    expect(lines.filter((line) => line.text !== '').map((line) => [line.line, line.text.replaceAll('\t', '→')])).toEqual([
      [2, '科目→合计'],
      [4, '208→3.00'],
      [6, '以上'],
    ]);
  });

  test('merged cells leave empty cells to the right and below', () => {
    expect(
      texts(
        '<table><tr><td rowspan="2">科目</td><td colspan="2">基本支出</td><td rowspan=2>项目</td></tr><tr><td>人员</td><td>公用</td></tr></table>',
      ),
    ).toEqual(['科目→基本支出→→项目', '→人员→公用→']);
  });

  test('a cell that spans more than a hundred columns is cut there', () => {
    expect(texts('<table><tr><td colspan="9999">x</td></tr></table>')).toEqual([`x${'→'.repeat(99)}`]);
  });

  test.each([['<table><tr><td>a</td><td>1</td></tr>'], ['<table><tr><td>a</td><td>1</td>'], ['<table><tr><td>a<td>1']])(
    'a table that is never closed does not swallow what follows: %s',
    (table) => {
      expect(texts(`${table}\n第二段文字\n第三段文字`)).toEqual(['a→1', '第二段文字', '第三段文字']);
      expect(texts(`${table}\n第二段文字\n<table><tr><td>b</td></tr></table>`)).toEqual(['a→1', '第二段文字', 'b']);
    },
  );

  test('cells know the characters of the row that they were read from', () => {
    const line = cleanText('<table><tr><td>甲&amp;乙</td><td colspan=2><b>3.00</b></td><td>4</td></tr></table>').lines[0]!;
    expect(line.text).toBe('甲&乙\t3.00\t\t4');
    expect([...line.text].map((char, i) => (line.offsets![i]! < 0 ? char : line.raw[line.offsets![i]!])).join('')).toBe(line.text);
    expect([...line.text].filter((_, i) => line.offsets![i]! < 0)).toEqual(['\t', '\t', '\t']);
  });

  test('a cell goes on over lines', () => {
    expect(texts('<table><tr><td>商品和\n服务支出</td><td>1</td></tr></table>')).toEqual(['商品和服务支出→1']);
  });
});

test('the input is not changed and lines keep number, page and print', () => {
  const document = cleanText('<b>一</b>\f二\n三');
  expect(document.lines.map(({ page, line, raw }) => [page, line, raw])).toEqual([
    [1, 1, '<b>一</b>'],
    [2, 1, '二'],
    [2, 2, '三'],
  ]);
});
