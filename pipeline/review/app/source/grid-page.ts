import type { PageView } from '../../../../schemas/reviewing/api.ts';
import { h } from '../base/dom.ts';
import { word } from '../base/words.ts';
import type { Mark } from '../model/document-model.ts';
import { markedLine } from './line-page.ts';
import { type Marking, markClass } from './marking.ts';

type GridView = Extract<PageView, { form: 'grid' }>;
type TableBlock = Extract<GridView['blocks'][number], { kind: 'table' }>;
type GridCell = TableBlock['rows'][number]['cells'][number];

/** Rows of one table that are drawn around what is marked; more on request. */
const AROUND = 150;

/** Numbers by the address of their cell, and by their line where a cell has no address. */
interface Index {
  byCell: ReadonlyMap<string, Mark>;
  byLine: ReadonlyMap<number, readonly Mark[]>;
}

function indexOf(marks: readonly Mark[]): Index {
  const byCell = new Map<string, Mark>();
  const byLine = new Map<number, Mark[]>();
  for (const mark of marks) {
    const { cell, line } = mark.place;
    if (cell !== undefined) byCell.set(cell, mark);
    else if (line !== null) byLine.set(line, [...(byLine.get(line) ?? []), mark]);
  }
  return { byCell, byLine };
}

const within = ({ place }: Mark, { start, end }: GridCell): boolean =>
  start === null || end === null || place.start === null || (place.start >= start && (place.end ?? place.start) <= end);

function markOf(cell: GridCell, { byCell, byLine }: Index): Mark | undefined {
  if (cell.cell !== null) return byCell.get(cell.cell);
  return cell.line === null || cell.text.trim() === '' ? undefined : byLine.get(cell.line)?.find((mark) => within(mark, cell));
}

const isMarked = (mark: Mark | undefined, { item, selected }: Marking): boolean =>
  mark !== undefined && (item.has(mark.factId) || mark.factId === selected);

/** Whether an item without numbers points at this row or cell. */
function isPointed(cell: GridCell, { places }: Marking): boolean {
  return places.some((place) => (place.cell !== undefined ? place.cell === cell.cell : place.line !== null && place.line === cell.line));
}

/** Each row with the blank columns that it leaves out: those that no merged cell from above covers. */
function filledRows(rows: TableBlock['rows']): { row: TableBlock['rows'][number]; blanks: readonly number[] }[] {
  // Up to which row each column is covered from above.
  const covered: number[] = [];
  return rows.map((row, at) => {
    const blanks: number[] = [];
    let column = 0;
    for (const cell of row.cells) {
      for (; column < cell.column; column += 1) if ((covered[column] ?? 0) <= at) blanks.push(column);
      for (let c = cell.column; c < cell.column + cell.columnSpan; c += 1) covered[c] = at + cell.rowSpan;
      column = cell.column + cell.columnSpan;
    }
    return { row, blanks };
  });
}

/** As the spreadsheet counts its rows; of other files as places do. */
function rowNumber({ line, cells }: TableBlock['rows'][number]): string {
  const address = cells.find(({ cell }) => cell !== null)?.cell ?? '';
  return /[A-Z](\d+)$/.exec(address)?.[1] ?? String(line ?? '');
}

function gridTable(block: TableBlock, index: Index, marking: Marking): HTMLElement {
  const filled = filledRows(block.rows);
  const cellOf = (cell: GridCell): HTMLElement => {
    const mark = markOf(cell, index);
    const spans = { colspan: cell.columnSpan > 1 && cell.columnSpan, rowspan: cell.rowSpan > 1 && cell.rowSpan, title: cell.cell };
    if (mark) return h('td', { ...spans, class: `${markClass(mark, marking)} n`, 'data-fact': mark.factId }, cell.text);
    return h('td', { ...spans, class: isPointed(cell, marking) && 'm of-item' }, cell.text);
  };
  const rowOf = ({ row, blanks }: (typeof filled)[number]): HTMLElement => {
    const cells = [
      ...row.cells.map((cell) => ({ column: cell.column, node: cellOf(cell) })),
      ...blanks.map((column) => ({ column, node: h('td') })),
    ];
    cells.sort((a, b) => a.column - b.column);
    return h(
      'tr',
      {},
      h('th', { scope: 'row', class: 'no' }, rowNumber(row)),
      cells.map(({ node }) => node),
    );
  };
  return windowed(filled, rowOf, focusOf(block, index, marking));
}

function focusOf({ rows }: TableBlock, index: Index, marking: Marking): number {
  const found = rows.findIndex(({ cells }) => cells.some((cell) => isMarked(markOf(cell, index), marking) || isPointed(cell, marking)));
  return Math.max(0, found);
}

/** Rows around `focus`, and buttons for those before and after. */
function windowed<Row>(rows: readonly Row[], rowOf: (row: Row) => HTMLElement, focus: number): HTMLElement {
  const first = Math.max(0, focus - AROUND);
  let last = Math.min(rows.length, focus + AROUND);
  const body = h('tbody', {}, rows.slice(first, last).map(rowOf));
  const before = h('button', { type: 'button', class: 'more', hidden: first === 0 }, word('moreRows'));
  before.addEventListener('click', () => {
    body.prepend(...rows.slice(0, first).map(rowOf));
    before.hidden = true;
  });
  const after = h('button', { type: 'button', class: 'more', hidden: last === rows.length }, word('moreRows'));
  after.addEventListener('click', () => {
    const to = Math.min(rows.length, last + 2 * AROUND);
    body.append(...rows.slice(last, to).map(rowOf));
    last = to;
    after.hidden = last === rows.length;
  });
  return h('div', {}, before, h('table', { class: 'sheet', lang: 'zh-CN' }, body), after);
}

/** A sheet, or the blocks of a page of HTML or Word, as they were read. */
export function gridPage(page: GridView, marking: Marking): HTMLElement {
  const index = indexOf(marking.marks);
  return h(
    'div',
    {},
    page.blocks.map((block) => {
      if (block.kind === 'table') return gridTable(block, index, marking);
      const marks = block.line === null ? [] : (index.byLine.get(block.line) ?? []);
      const pointed = block.line !== null && marking.places.some(({ line, cell }) => cell === undefined && line === block.line);
      return h('p', { lang: 'zh-CN', class: pointed ? 'm of-item' : '' }, markedLine(block.text, marks, marking));
    }),
  );
}
