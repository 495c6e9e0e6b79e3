import { expect, test } from 'vitest';
import { parseHtml } from '../../../../extractors/readers/markup/html/parser.ts';
import type { HtmlNode } from '../../../../extractors/readers/markup/html/tree.ts';

/** The tree as text, `tag(…)`; what a text says that it stands on is held against the source. */
function shown(node: HtmlNode, source: string): string {
  if (node.kind === 'element') return `${node.tag}(${node.children.map((child) => shown(child, source)).join(',')})`;
  if (!node.text.includes('&')) expect(source.slice(node.from, node.to).replace(/&amp;/g, '&')).toBe(node.text);
  return JSON.stringify(node.text);
}

const treeOf = (source: string): string => shown(parseHtml(source), source);

/** The same page with a blank in each tag of a cell: then no cell is plain. */
const spaced = (source: string): string => source.replace(/<(t[dh])>/gi, '<$1 >');

test.each([
  [
    'cells of numbers, words, nothing, in rows of either case',
    '<table><tr><td>1,234.50</td><td></td><TH>合计</TH><td>x</td></tr><TR><TD>2</TD></TR></table>',
  ],
  [
    'cells that are not plain between them',
    '<table><tr><td>1</td><td>a b</td><td>2</td><td>a&amp;b</td><td><b>3</b></td><td>4</td> <td>5</td></table>',
  ],
  ['cells of other names, or never closed', '<table><tr><td>1</th><td>2<td>3</td><td>4</td></tr><tr><td>5'],
  ['cells outside a row, and outside a table', '<td>1</td><table><td>2</td><td>3</td></table><td>4</td>'],
  ['what is moved out of the table', '<table><tr>x<td>1</td>y<td>2</td><svg><tr><td>3</td><td>4</td></svg></table>'],
  [
    'tables in cells, templates, lists to choose from',
    '<table><tr><td><table><tr><td>1</td></tr></table></td><td>2</td></table><template><tr><td>3</td></template><select><tr><td>4</td></select>',
  ],
  ['formatting left open', '<table><tr><td><font>1</td><td>2</td><td><s>3</td></tr></table>'],
  ['deep in other elements', `${'<div>'.repeat(497)}<table><tr><td>1</td><td>2</td></tr></table>`],
  ['deeper than is kept', `${'<div>'.repeat(499)}<table><tr><td>1</td><td>2</td></tr></table></div><p>3`],
])('plain cells make the same tree: %s', (_, source) => expect(treeOf(source)).toBe(treeOf(spaced(source))));

test('places are right far into a page, of which the beginning is dropped', () => {
  const row = `<tr>${'<td>1,234.50</td><td>支出</td>'.repeat(20)}</tr>\n`;
  expect(treeOf(`<table>${row.repeat(500)}</table>`)).toContain('td("支出")');
});
