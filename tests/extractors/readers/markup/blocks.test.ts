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

describe('markdown tables of converters', () => {
  const covered = (text: string): string[] =>
    blocksOfText(text).flatMap((block) =>
      block.kind === 'grid'
        ? block.rows.map((row) => row.cells.map((cell) => (cell.covered ? { left: '<', above: '^' }[cell.covered] : cell.text)).join('→'))
        : [],
    );

  test('that print the text of a merged cell in each of its positions', () => {
    const table =
      '|编码|名称|合计|公共|公共|基金|基金|\n|-|-|-|-|-|-|-|\n|编码|名称|合计|小计|项目|小计|项目|\n|合计|合计|9.00|9.00|9.00|1.00|1.00|\n|208|甲|9.00|9.00|9.00|||';
    expect(covered(table)).toEqual([
      '编码→名称→合计→公共→<→基金→<',
      '^→^→^→小计→项目→小计→项目',
      '合计→<→9.00→9.00→9.00→1.00→1.00',
      '208→甲→9.00→9.00→9.00→→',
    ]);
  });

  test('equal texts below different cells are two; a cell above that is wider is another', () => {
    expect(covered('|甲|甲|乙|乙|\n|-|-|-|-|\n|金额|比例|比例|比例|\n|甲|甲|1.00|2.00|')).toEqual([
      '甲→<→乙→<',
      '金额→比例→比例→<',
      '甲→甲→1.00→2.00',
    ]);
    expect(covered('|合计|合计|\n|-|-|\n|合计|基本|\n|1.00|2.00|')).toEqual(['合计→<', '合计→基本', '1.00→2.00']);
  });

  test('whose header repeats nothing are left alone', () => {
    expect(covered('|主管|单位|金额|\n|-|-|-|\n|某局|某局|1.00|\n|合计|合计|1.00|')).toEqual([
      '主管→单位→金额',
      '某局→某局→1.00',
      '合计→合计→1.00',
    ]);
  });

  test('a text below two levels of indicators is in both, one below more columns is merged over them', () => {
    const rows = [
      '|绩效指标|绩效指标|绩效指标|绩效指标|',
      '|-|-|-|-|',
      '|一级指标|二级指标|三级指标|指标值|',
      '|社会效应|公众满意度|公众满意度|全部|',
      '|得分小计|得分小计|得分小计|90|',
    ];
    expect(covered(rows.join('\n'))).toEqual([
      '绩效指标→<→<→<',
      '一级指标→二级指标→三级指标→指标值',
      '社会效应→公众满意度→公众满意度→全部',
      '得分小计→<→<→90',
    ]);
  });

  test('whose title stands in the first row', () => {
    expect(texts('| 收入预算总表 | 收入预算总表 |\n|---|---|\n| 单位：万元 | 单位：万元 |\n| 项目 | 金额 |\n| 甲 | 1.00 |')).toEqual([
      ' 收入预算总表 ',
      '',
      ' 单位：万元 ',
      '项目→金额',
      '甲→1.00',
    ]);
  });

  test('without outer pipes', () => {
    expect(texts('说明 | 其一\n科目 | 合计\n:--- | ---:\n208 | 3.00\n209 |\n以上')).toEqual([
      '说明 | 其一',
      '科目→合计',
      '',
      '208→3.00',
      '209→',
      '以上',
    ]);
  });

  test('escaped pipes, marks of notes, struck text, breaks in words', () => {
    const row = '| 甲\\|乙 | 1.00[^1] | 2.00<sup>①</sup> | 3.00$^{2}$ | ~~9.00~~4.00 | 面积m<sup>2</sup> | 商品和<br>服务 | \\-5.00 |';
    expect(texts(row)).toEqual(['甲|乙→1.00→2.00→3.00→4.00→面积m²→商品和服务→-5.00']);
    expect(rowOf(row).cells.map(({ places }) => row.slice(places[0]!.start!, places[0]!.end!))).toEqual([
      '甲\\|乙',
      '1.00',
      '2.00',
      '3.00',
      '4.00',
      '面积m<',
      '商品和',
      '-5.00',
    ]);
  });

  test('rows that were put into one are parted where all their cells have as many lines', () => {
    expect(texts('| 2080505<br>2080506 | 甲<br>乙 | 56.80<br>28.50 |  |')).toEqual(['2080505→甲→56.80→', '2080506→乙→28.50→']);
  });

  test('else numbers below each other stay apart in their cell', () => {
    const { cells } = rowOf('| 2080505<br>2080506 | 甲<br>和<br>乙 | 320<br>150 |');
    expect(cells.map(({ text, raw }) => [text, raw])).toEqual([
      ['2080505 / 2080506', '2080505\n2080506'],
      ['甲和乙', '甲和乙'],
      ['320 / 150', '320\n150'],
    ]);
  });
});

describe('lines of HTML between those of a text', () => {
  test('are broken where HTML breaks them', () => {
    expect(texts('支出预算总表<br/>单位：万元')).toEqual(['支出预算总表', '单位：万元']);
    expect(texts('<p>支出预算总表</p><p>单位：万元</p>')).toEqual(['支出预算总表', '单位：万元']);
  });

  test('have all references of HTML', () => {
    expect(texts('甲&mdash;乙&#65288;丙&#xFF09;&bogus;')).toEqual(['甲—乙（丙）&bogus;']);
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

  test('each table is a grid of its own', () => {
    const blocks = blocksOfText(
      '<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table><table><tr><td>c</td><td>3</td></tr></table>',
    );
    expect(blocks).toMatchObject([
      { kind: 'grid', bounded: true, rows: [{ line: 1 }, { line: 1 }] },
      { kind: 'grid', bounded: true, rows: [{ line: 1 }] },
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
      ['甲&乙', '甲&乙'],
      ['3.00', '3.00'],
      ['', ''],
      ['4', '4'],
    ]);
    const printed = cells.flatMap(({ places }) => places.map(({ start, end }) => source.slice(start!, end!)));
    expect(printed).toEqual(['甲&amp;乙', '3.00', '4']);
  });

  test.each([
    ['a tag over two lines', '<table\nborder=1><tr><td\n style="x">a</td><td>1</td></tr></table>'],
    ['a page around it', '<div align="center"><html><body><table><tr><td>a</td><td>1</td></tr></table></body></html></div>'],
    ['text before and behind it', '前文<table><tr><td>a</td><td>1</td></tr></table>后文'],
    ['two on a line', '<table><tr><td>a</td><td>1</td></tr></table><table><tr><td>b</td><td>2</td></tr></table>'],
    ['a page break within', '<table><tr><td>a</td><td>1</td></tr>\f<tr><td>b</td><td>2</td></tr></table>'],
  ])('%s', (name, source) => {
    const expected: Record<string, string[]> = {
      'text before and behind it': ['前文', 'a→1', '后文'],
      'two on a line': ['a→1', 'b→2'],
      'a page break within': ['a→1', 'b→2'],
    };
    expect(texts(source)).toEqual(expected[name] ?? ['a→1']);
  });

  test('of a table that is never closed what follows its tags is text, of whatever markup', () => {
    expect(texts('<table><tr><td>a</td><td>1\n<b>第二段文字</b>\n第三段文字')).toEqual(['a→1', '第二段文字', '第三段文字']);
  });

  test('a table in a cell of a row with tabs or pipes is text of that cell', () => {
    expect(texts('任务→<table><tr><td>一</td></tr></table>')).toEqual(['任务→一']);
    expect(texts('| 任务 | <table><tr><td>一</td></tr></table> |')).toEqual(['任务→一']);
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
