import { describe, expect, test } from 'vitest';
import type { Block } from '../../../../extractors/model/blocks.ts';
import { readText } from '../../../../extractors/readers/text/index.ts';
import type { Finding } from '../../../../schemas/diagnostic.ts';
import { partedBlocks } from '../../../support/blocks.ts';

function page(html: string): { blocks: Block[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const source = readText(new TextEncoder().encode(html), (finding) => findings.push(finding));
  if ('finding' in source) throw new Error(source.finding.ruleId);
  return { blocks: partedBlocks(source.pages.flatMap(({ blocks }) => blocks)), findings };
}

/** A line as its text, a row as its cells parted by →, what a merged cell covers as < or ^. */
const shown = (html: string): string[] =>
  page(`<html><body>${html}`).blocks.flatMap((block) =>
    block.kind === 'line'
      ? [block.text]
      : block.rows.map(({ cells }) => cells.map(({ text, covered }) => (covered ? { left: '<', above: '^' }[covered] : text)).join('→')),
  );

const table = (...rows: string[]): string => `<table>${rows.map((cells) => `<tr>${cells}</tr>`).join('')}</table>`;
const cells = (...texts: string[]): string => texts.map((text) => `<td>${text}</td>`).join('');

describe('lines', () => {
  test.each([
    ['blocks', '<h1>甲</h1><p>乙</p><div>丙<p>丁</div>', ['甲', '乙', '丙', '丁']],
    ['breaks', '<p>支出总表<br>单位：万元</p>', ['支出总表', '单位：万元']],
    ['no breaks at inline elements', '<p>一般<b>公共</b><span>预算</span> 12<i>.5</i></p>', ['一般公共预算 12.5']],
    ['white space is one blank', '<p>  a \n\t b  </p>', ['a b']],
    [
      'a line break of the source between Chinese characters is none of the text',
      '<p>机关\n  事业 单位\n  12.5\n万元</p>',
      ['机关事业 单位 12.5 万元'],
    ],
    ['white space that counts', '<pre>科目  合计\n208  3.00</pre>', ['科目  合计', '208  3.00']],
    ['lists', '<ul><li>甲<li>乙</ul>', ['甲', '乙']],
    ['references', '<p>甲&nbsp;&mdash;&#65288;乙&#xFF09;&lt;3&amp;</p>', ['甲\u00a0—（乙）<3&']],
    ['page numbers are none', '<p>甲</p><p>- 3 -</p>', ['甲', '']],
    ['tags that nothing closes', '<p><font color=red>甲<p>乙', ['甲', '乙']],
    ['text between rows stands before the table', '<table><tr><td>a<td>1</tr>乙</table>', ['乙', 'a→1']],
    ['forms and their options', '<form>甲<select><option>1.00</select><textarea>2.00</textarea></form>', ['甲']],
  ])('%s', (_, html, expected) => expect(shown(html)).toEqual(expected));

  test('nothing of scripts, styles, heads and comments', () => {
    const html =
      '<title>题</title><script>document.write("<p>x</p>")</script><style>p{}</style><template><p>x</template><noscript>x</noscript><!-- x --><p>甲';
    expect(page(`<html><head>${html}`).blocks.map((block) => block.kind === 'line' && block.text)).toEqual(['甲']);
  });
});

describe('places', () => {
  /** Of each line and cell, the characters that its place names. */
  const places = (html: string): string[] => {
    const lines = html.split('\n');
    return page(html).blocks.flatMap((block) => {
      if (block.kind === 'line') return [block.offsets!.map((at) => (at < 0 ? '' : lines[block.line - 1]![at])).join('')];
      return block.rows.flatMap((row) =>
        row.cells.flatMap((cell) => cell.places.map(({ line, start, end }) => lines[line! - 1]!.slice(start!, end!))),
      );
    });
  };

  test('are exact behind tags, references and characters beyond the first plane', () => {
    expect(
      places('<html><table>\n<tr><td>😀&nbsp;甲<td><b>1,2</b>34<i>.5</i>0</tr>\n<tr><td>\n<p>乙&#20057;\n</p><td title="a>b">2.00'),
    ).toEqual(['😀&nbsp;甲', '1,2</b>34<i>.5</i>0', '乙&#20057;'.slice(0, 2), '2.00']);
  });

  test('are those of the first line where a text goes on over several', () => {
    expect(places('<html><table><tr><td>机关事业\n单位<td>1.00')).toEqual(['机关事业', '1.00']);
    expect(places('<html><p>机关事业\n单位')).toEqual(['机关事业']);
  });

  test('rows stand where their first text does', () => {
    const { blocks } = page('<html><table>\n<tr>\n<td></td>\n<td>甲</td>\n<td>1</td></tr>\n<tr><td>乙</td><td>\n2</td></tr></table>');
    expect(blocks).toMatchObject([{ kind: 'grid', rows: [{ line: 4 }, { line: 6 }] }]);
  });

  test('lines end at CR LF and CR too, and a form feed ends none', () => {
    const lines = page('<html>\r\n<p>甲</p>\r<p>乙\f</p>\n<p>丙').blocks.map((block) => block.kind === 'line' && [block.text, block.line]);
    expect(lines).toEqual([
      ['甲', 2],
      ['乙', 3],
      ['丙', 4],
    ]);
  });
});

describe('tables', () => {
  test.each([
    ['a tag over lines', '<table\nwidth=1><tr\n><td\nstyle="a;\nb">a</td><td>1</td></tr></table>', ['a→1']],
    ['no end tags', '<table><tr><td>a<td>1<tr><td>b<td>2</table>', ['a→1', 'b→2']],
    ['breaks and blocks in a cell join its words', table(cells('商品和<br>服务<p>支出</p>', '1.00')), ['商品和服务支出→1.00']],
    ['a caption', '<table><caption>收入总表</caption><tr><td>a<td>1</table>', ['收入总表', 'a→1']],
    ['the foot last', '<table><tfoot><tr><td>合计<td>3<tbody><tr><td>a<td>1</table>', ['a→1', '合计→3']],
    [
      'spans',
      table('<td rowspan=2>科目<td colspan=2>支出<td rowspan=2>收入', cells('基本', '项目')),
      ['科目→支出→<→收入', '^→基本→项目→^'],
    ],
    ['a cell over columns and rows', table('<td rowspan=2 colspan=2>甲<td>1', cells('2')), ['甲→<→1', '^→<→2']],
    ['rows that are claimed end with the group', '<table><tbody><tr><td rowspan=9>甲<td>1<tbody><tr><td>乙<td>2</table>', ['甲→1', '乙→2']],
    ['all rows of the group', '<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</table>', ['甲→1', '^→2', '^→3']],
    [
      'more than a hundred rows',
      table('<td rowspan=150>甲<td>1', ...Array.from({ length: 149 }, () => cells('2'))),
      ['甲→1', ...Array(149).fill('^→2')],
    ],
    ['spans that are no numbers', table('<td colspan="x" rowspan="-2">甲<td colspan=" 2px">1'), ['甲→1→<']],
  ])('%s', (_, html, expected) => expect(shown(html)).toEqual(expected));

  test.each([
    [
      'title, number and unit in its first rows',
      ['<td colspan=2>表1', '<td colspan=2>收入总表', '<td colspan=2>单位：万元'],
      ['表1', '收入总表', '单位：万元'],
    ],
    ['all in one cell', ['<td colspan=2>表1<br>收入总表<br>单位：万元'], ['表1', '收入总表', '单位：万元']],
    [
      'publisher and unit beside each other',
      ['<td colspan=2>收入总表', cells('部门：某局', '单位：万元')],
      ['收入总表', '部门：某局', '单位：万元'],
    ],
    ['a name without a word before it', [cells('某市水务局', '单位：万元')], ['某市水务局', '单位：万元']],
  ])('%s', (_, rows, lines) => {
    expect(shown(table(...rows, cells('项目', '金额'), cells('甲', '1.00')))).toEqual([...lines, '项目→金额', '甲→1.00']);
  });

  test('years beside each other are a header, as is a cell over all columns that is no title', () => {
    expect(shown(table(cells('2025年', '2026年'), cells('1.00', '2.00')))).toEqual(['2025年→2026年', '1.00→2.00']);
    expect(shown(table('<td colspan=2>收支情况', cells('项目', '金额')))).toEqual(['收支情况→<', '项目→金额']);
  });

  test('a title in the midst of a table begins another one, a heading or a total does not', () => {
    const rows = [
      cells('项目', '金额'),
      cells('甲', '1.00'),
      '<td colspan=2>一、基本支出',
      '<td colspan=2>支出总表',
      cells('科目', '合计'),
      cells('乙', '2.00'),
    ];
    expect(shown(table(...rows))).toEqual(['项目→金额', '甲→1.00', '一、基本支出→<', '支出总表', '科目→合计', '乙→2.00']);
  });

  test('a note below the rows is a line', () => {
    expect(shown(table(cells('甲', '1.00'), '<td colspan=2>注：本表含上年结转。'))).toEqual(['甲→1.00', '注：本表含上年结转。']);
  });

  test('what goes on below a note is no row of the table', () => {
    const rows = [
      cells('甲', '1.00'),
      '<td colspan=2>注：本表含上年结转。',
      '<td colspan=2>可能存在尾差。',
      '<td colspan=2>如本表为空，则无此类收支。',
    ];
    expect(shown(table(...rows))).toEqual(['甲→1.00', '注：本表含上年结转。', '可能存在尾差。', '如本表为空，则无此类收支。']);
  });

  test('that only arrange the page are none: tables in them are', () => {
    const inner = table(cells('甲', '1.00'), cells('乙', '2.00'));
    expect(shown(table(`<td>导航</td><td><p>收入总表</p>${inner}</td>`, '<td>2026-01-01</td><td>页脚</td>'))).toEqual([
      '导航',
      '收入总表',
      '甲→1.00',
      '乙→2.00',
      '2026-01-01',
      '页脚',
    ]);
  });

  test('that only arrange an article are none', () => {
    const article = Array.from({ length: 6 }, (_, i) => `<p>第${i}段${'文字'.repeat(30)}</p>`).join('');
    expect(shown(table(cells('导航', article)))).toHaveLength(7);
  });

  test('in a cell of a table of data follow it', () => {
    expect(shown(table(cells('甲', `1.00${table(cells('乙', '2.00'), cells('丙', '3.00'))}`), cells('丁', '4.00')))).toEqual([
      '甲→1.00',
      '丁→4.00',
      '乙→2.00',
      '丙→3.00',
    ]);
  });

  test('rows that were put into one are parted; cells above that cover them cover the parts', () => {
    expect(shown(table(`<td rowspan=2>局${cells('甲<br>乙', '1.00<br>2.00')}`, cells('丙', '3.00')))).toEqual([
      '局→甲<br>乙→1.00 / 2.00'.replace('<br>', ''),
      '^→丙→3.00',
    ]);
    expect(shown(table(`<td rowspan=2>局${cells('丙', '3.00')}`, cells('<p>甲</p><p>乙</p>', '<p>1.00</p><p>2.00</p>')))).toEqual([
      '局→丙→3.00',
      '^→甲→1.00',
      '^→乙→2.00',
    ]);
  });
});

describe('what is raised or struck', () => {
  test.each([
    ['a mark behind a number', '114.25<sup>1</sup>', '114.25'],
    ['a mark in brackets behind a name', '合计<sup>[注2]</sup>', '合计'],
    ['several marks', '114.25<sup>①,②</sup>', '114.25'],
    ['a mark that only a style raises', '114.25<span style="vertical-align: super">3</span>', '114.25'],
    ['an exponent', '面积（m<sup>2</sup>）', '面积（m²）'],
    ['a word', '合计<sup>（不含结转）</sup>', '合计（不含结转）'],
    ['below the line', 'PM<sub>2.5</sub>', 'PM2.5'],
    ['struck by an element', '<del>30.00</del>28.50', '28.50'],
    ['struck by a style', '<span style="text-decoration:line-through">30.00</span> 28.50', '28.50'],
    ['struck and nothing else', '<s>30.00</s>', ''],
  ])('%s', (_, cell, expected) => expect(shown(table(cells('甲', cell, '1.00')))).toEqual([`甲→${expected}→1.00`]));
});

describe('what is not displayed', () => {
  const row = (attributes: string): string =>
    table(cells('甲', '1.00'), cells('乙', '2.00')).replace('<tr><td>乙', `<tr ${attributes}><td>乙`);
  const sheet = (css: string): string => `<style>${css}</style>`;

  test.each([
    ['display: none', row('style="height:0;display:none"')],
    ['display, in capitals', row('STYLE="DISPLAY : NONE !important"')],
    ['hidden', row('hidden')],
    ['visibility', row('style="visibility:hidden"')],
    ['collapse', row('style="visibility: collapse"')],
    ['text of no size', row('style="font-size:0px"')],
    ['a class', sheet('.x { color: red; display : none }') + row('class="a x"')],
    ['a class in a comment as old pages have it', sheet('<!-- .x{display:none} -->') + row('class=x')],
    ['an id', sheet('p, #r{display:none}') + row('id=r')],
    ['a tag with a class', sheet('tr.x{display:none}') + row('class=x')],
    ['within another', sheet('table tr.x{display:none}') + row('class=x')],
    ['on screens', sheet('@media screen{.x{display:none}}') + row('class=x')],
    ['the more exact rule', sheet('tr.x{display:none} tr{display:table-row}') + row('class=x')],
    ['the important rule', sheet('.x{display:none!important} .x{display:block}') + row('class=x')],
  ])('%s', (_, html) => {
    const { blocks, findings } = page(`<html><body>${html}`);
    const rows = blocks.flatMap((block) =>
      block.kind === 'grid' ? block.rows.map(({ cells: own }) => own.map(({ text }) => text).join('→')) : [],
    );
    expect(rows.filter((text) => text !== '→')).toEqual(['甲→1.00']);
    expect(findings).toMatchObject([{ ruleId: 'markup/hidden-amounts', actual: '1 (2.00)', places: [{ line: 1 }] }]);
  });

  test('three amounts of a finding are shown, and 50 places', () => {
    const hidden = (count: number) =>
      page(`<html><body>${table(cells('甲', '1.00'), cells(...Array<string>(count).fill('<s>2.00</s>')))}`).findings[0];
    expect([3, 4].map((count) => hidden(count)?.actual)).toEqual(['3 (2.00 2.00 2.00)', '4 (2.00 2.00 2.00 …)']);
    expect([50, 51].map((count) => hidden(count)?.places?.length)).toEqual([50, 50]);
  });

  test.each([
    ['a rule for print', sheet('@media print{.x{display:none}}') + row('class=x')],
    ['another class', sheet('.y{display:none}') + row('class=x')],
    ['a rule that a later one undoes', sheet('.x{display:none} .x{display:table-row}') + row('class=x')],
    ['a state', sheet('.x:hover{display:none}') + row('class=x')],
    ['within another element', sheet('ul .x{display:none}') + row('class=x')],
    ['a comment', sheet('/* .x{display:none} */') + row('class=x')],
    ['its own style', sheet('.x{display:none}') + row('class=x style="display:table-row"')],
  ])('%s hides nothing', (_, html) => {
    expect(shown(html)).toEqual(['甲→1.00', '乙→2.00']);
  });

  test('what lies within can show itself again where only the sight of it was taken', () => {
    expect(shown(row('style="visibility:hidden"').replace('<td>2.00', '<td style="visibility:visible">2.00'))).toEqual([
      '甲→1.00',
      '→2.00',
    ]);
  });

  test('text outside of tables, and codes, are no amounts that a person has to know of', () => {
    expect(page('<html><p hidden>2.00</p><table><tr hidden><td>2080505<td>甲<tr><td>乙<td>1.00').findings).toEqual([]);
  });

  test('amounts are counted, and the first of them named', () => {
    const hidden = Array.from({ length: 5 }, (_, i) => `<tr hidden><td>${i}.00</td></tr>`).join('\n');
    expect(page(`<html><table>${hidden}<tr><td>甲<td>1.00`).findings).toMatchObject([
      { actual: '5 (0.00 1.00 2.00 …)', places: [1, 2, 3, 4, 5].map((line) => ({ line })) },
    ]);
  });
});
