import { describe, expect, test } from 'vitest';
import { stripMarkup } from '../../../../extractors/readers/markup/clean.ts';
import { blocksOfText, lineOf, rowOf } from '../../documents.ts';

/** A line as its text, a row as its cells parted by →. */
const texts = (text: string): string[] =>
  blocksOfText(text).flatMap((block) =>
    block.kind === 'line' ? [block.text] : block.rows.map((row) => row.cells.map((cell) => cell.text).join('→')),
  );

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
    expect(texts('| 科目 | 合计 |\n| --- | ---: |\n| 208 | 1,234.00 |\n| 209 |  |')).toEqual(['科目→合计', '', '208→1,234.00', '209→']);
  });

  test('the rule of a table whose pipes are tabs is no row', () => {
    expect(texts('科目→合计\n---→---\n208→3')).toEqual(['科目→合计', '', '208→3']);
  });

  test('their rows know how wide the rule is, those of other tables do not', () => {
    const ruled = (text: string) =>
      blocksOfText(text).flatMap((block) => (block.kind === 'grid' ? block.rows.map((row) => row.ruled) : []));
    expect(ruled('| a | b |\n|:---|---:|\n| 1 | 2 | 3 |\n|  |  |\n| 4 | 5 |\n\n| c | d |')).toEqual([2, 2, 2, undefined]);
    expect(ruled('a→b→c\n---→---→---\n1→2→3')).toEqual([3, 3]);
    expect(ruled('| a | b |\n|  |  |\n| 1 | 2 |')).toEqual([undefined, undefined]);
  });

  test('cells know the characters of the pipe row', () => {
    const source = '| **208** | 3.00 |';
    expect(rowOf(source).cells.map(({ raw, places }) => [raw, source.slice(places[0]!.start!, places[0]!.end!)])).toEqual([
      ['208', '208'],
      ['3.00', '3.00'],
    ]);
  });
});

describe('HTML tables', () => {
  test('each row stands on the line where it opens', () => {
    const blocks = blocksOfText('<table>\n<tr><td>科目</td>\n<td>合计</td></tr>\n<tr><td>208</td><td>3.00</td></tr>\n</table>\n以上');
    expect(blocks.flatMap((block) => (block.kind === 'grid' ? block.rows.map(({ line }) => line) : []))).toEqual([2, 4]);
    expect(texts('<table>\n<tr><td>科目</td>\n<td>合计</td></tr>\n<tr><td>208</td><td>3.00</td></tr>\n</table>\n以上')).toEqual([
      '科目→合计',
      '208→3.00',
      '以上',
    ]);
  });

  test('rows that follow each other are one grid, whose end nothing shows', () => {
    const blocks = blocksOfText('<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>');
    expect(blocks).toMatchObject([{ kind: 'grid', bounded: false, rows: [{ line: 1 }, { line: 1 }] }]);
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

  test('below a row of thousands of cells a short one is as wide as a printed table at most', () => {
    const wide = `<tr>${'<td>1</td>'.repeat(3000)}</tr>`;
    const [, short] = texts(`<table>${wide}<tr><td>a</td><td>2</td></tr></table>`);
    expect(short).toBe(`a→2${'→'.repeat(98)}`);
  });

  test.each([['<table><tr><td>a</td><td>1</td></tr>'], ['<table><tr><td>a</td><td>1</td>'], ['<table><tr><td>a<td>1']])(
    'a table that is never closed does not swallow what follows: %s',
    (table) => {
      expect(texts(`${table}\n第二段文字\n第三段文字`)).toEqual(['a→1', '第二段文字', '第三段文字']);
      expect(texts(`${table}\n第二段文字\n<table><tr><td>b</td></tr></table>`)).toEqual(['a→1', '第二段文字', 'b']);
    },
  );

  test('cells know the characters of the row that they were read from', () => {
    const source = '<table><tr><td>甲&amp;乙</td><td colspan=2><b>3.00</b></td><td>4</td></tr></table>';
    const { cells } = rowOf(source);
    expect(cells.map(({ text, raw }) => [text, raw])).toEqual([
      ['甲&乙', '甲&amp;乙'],
      ['3.00', '3.00'],
      ['', ''],
      ['4', '4'],
    ]);
    for (const { raw, places } of cells) for (const { start, end } of places) expect(source.slice(start!, end!)).toBe(raw);
  });

  test('a row of one cell is a line', () => {
    expect(lineOf('<table><tr><td>支出预算总表</td></tr></table>')).toMatchObject({ text: '支出预算总表', line: 1 });
  });

  test('a cell goes on over lines', () => {
    expect(texts('<table><tr><td>商品和\n服务支出</td><td>1</td></tr></table>')).toEqual(['商品和服务支出→1']);
  });
});

test('lines keep number, page and print', () => {
  const blocks = blocksOfText('<b>一</b>\f二\n三');
  expect(blocks.map((block) => (block.kind === 'line' ? [block.page, block.line, block.raw] : null))).toEqual([
    [1, 1, '<b>一</b>'],
    [2, 1, '二'],
    [2, 2, '三'],
  ]);
});
