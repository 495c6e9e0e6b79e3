import { addressOfTable } from '../../../schemas/lexicon/writing/offices.ts';
import { columnLetters, placeOfCell } from '../../../schemas/place.ts';
import { addAll } from '../../model/add-all.ts';
import type { Block, Cell, TextLine } from '../../model/blocks.ts';
import type { FlowPage } from '../../model/source.ts';
import { isTitle } from '../../notation/captions.ts';
import { NO_CELL } from '../../notation/cells.ts';
import { cellText, mixedGrid, type PlacedRow } from '../cells/index.ts';
import type { BodyPart, Paragraph, Table, TableCell } from './body/body.ts';

/** Width of a column where no cell says it, in points. */
const USUAL_WIDTH = 54;
/** Rows of a table that only holds others in their places. */
const MOST_LAYOUT_ROWS = 3;

/** Pages of a Word file, with lines that are counted over the document: a paragraph, or a row of a table. */
class PageBuilder {
  readonly pages: FlowPage[] = [];
  #lines = 0;

  #pageAt(number: number): FlowPage {
    const last = this.pages.at(-1);
    if (last && last.number >= number) return last;
    const page: FlowPage = { number, lines: [], blocks: [] };
    this.pages.push(page);
    return page;
  }

  /** The number of the next line, on that page or the last one that has begun. */
  line(number: number, text: string): { page: number; line: number } {
    const page = this.#pageAt(number);
    page.lines.push({ number: ++this.#lines, text });
    return { page: page.number, line: this.#lines };
  }

  block(...blocks: Block[]): void {
    addAll(this.#pageAt(1).blocks, blocks);
  }
}

/** The pages that the parts of a body make up. */
export function pagesOf(parts: readonly BodyPart[]): FlowPage[] {
  const builder = new PageBuilder();
  addParts(parts, builder);
  return builder.pages;
}

function addParts(parts: readonly BodyPart[], builder: PageBuilder): void {
  for (const part of parts) {
    if (part.kind === 'paragraph') builder.block(...linesOf(part, builder));
    else if (isLayout(part)) for (const { cells } of part.rows) for (const { content } of cells) addParts(content, builder);
    else builder.block(...blocksOfTable(part, builder));
  }
}

/** A table of one cell, or of a few that hold tables, puts things in their places and says nothing itself. */
function isLayout({ rows }: Table): boolean {
  const cells = rows.flatMap((row) => row.cells);
  if (cells.length === 1) return true;
  return rows.length <= MOST_LAYOUT_ROWS && cells.some(({ content }) => content.some(({ kind }) => kind === 'table'));
}

/** One line, or as many as line breaks make of it where it is no title that was too long for one. */
function linesOf({ text: printed, page: number }: Paragraph, builder: PageBuilder): TextLine[] {
  const raw = printed.replace(/[\t\n]/g, ' ');
  const { page, line } = builder.line(number, raw);
  const broken = printed.includes('\n') && !isTitle(printed);
  let from = 0;
  return (broken ? printed.split('\n') : [raw]).map((piece): TextLine => {
    const start = from;
    from += piece.length + 1;
    const text = piece.replaceAll('\t', ' ');
    return {
      kind: 'line',
      page,
      line,
      text,
      raw,
      ...(broken ? { offsets: Array.from({ length: piece.length }, (_, i) => start + i) } : {}),
    };
  });
}

/** A cell with the column of the grid that it begins in. */
interface GridCell {
  column: number;
  cell: TableCell;
}

function blocksOfTable(table: Table, builder: PageBuilder): Block[] {
  const rows = table.rows.map((row) => {
    let column = row.before;
    return row.cells.map((cell): GridCell => {
      const placed = { column, cell };
      column += cell.columns;
      return placed;
    });
  });
  const width = rows.reduce((most, cells) => cells.reduce((end, { column, cell }) => Math.max(end, column + cell.columns), most), 0);
  const borders = bordersOf(rows, width);
  const placed = rows.flatMap((cells, r): PlacedRow[] => {
    const row = placedRow(cells, width, { table, row: r, builder });
    return row ? [{ ...row, borders }] : [];
  });
  return mixedGrid(placed);
}

/** By the cells that span one column; of a column that none spans, the usual width. */
function bordersOf(rows: readonly (readonly GridCell[])[], width: number): number[] {
  const widths = Array.from({ length: width }, () => 0);
  for (const cells of rows)
    for (const { column, cell } of cells)
      if (cell.columns === 1 && cell.width !== null && widths[column] === 0) widths[column] = cell.width;
  const borders = [0];
  let right = 0;
  for (const own of widths) {
    right += own || USUAL_WIDTH;
    borders.push(Math.round(right * 10) / 10);
  }
  return borders;
}

interface RowContext {
  table: Table;
  row: number;
  builder: PageBuilder;
}

/** Null for a row without any text. */
function placedRow(cells: readonly GridCell[], width: number, { table, row, builder }: RowContext): PlacedRow | null {
  const texts = Array.from({ length: width }, () => '');
  for (const { column, cell } of cells) if (cell.covered === null) texts[column] = textOf(cell.content).trim();
  const last = texts.findLastIndex((text) => text !== '');
  if (last < 0) return null;
  const starts: number[] = [];
  let text = '';
  for (const own of texts.slice(0, last + 1)) {
    if (starts.length > 0) text += '\t';
    starts.push(text.length);
    text += own.replace(/[\t\n]/g, ' ');
  }
  const place = builder.line(pageOf(cells), text);
  const printed: Cell[] = texts.map(() => NO_CELL);
  for (const { column, cell } of cells) {
    const raw = texts[column] ?? '';
    const address = `${addressOfTable(table.number)}!${columnLetters(column)}${row + 1}`;
    if (cell.covered !== null) printed[column] = { ...NO_CELL, covered: cell.covered };
    else if (raw !== '') printed[column] = cellOf(raw, cell, placeOfCell(place.page, place.line, address));
    for (let c = column + 1; c < column + cell.columns; c++) printed[c] = { ...NO_CELL, covered: 'left' };
  }
  return { layout: 'columns', cells: printed, ...place, text, starts };
}

function cellOf(raw: string, { content }: TableCell, place: Cell['places'][number]): Cell {
  const [first] = content;
  const indent = first?.kind === 'paragraph' ? first.indent + spacesOf(first.text) : 0;
  const red = content.every((part) => part.kind === 'paragraph' && (part.red || part.text.trim() === ''));
  return { text: cellText(raw), raw, places: [place], ...(indent > 0 ? { indent } : {}), ...(red ? { red: true } : {}) };
}

/** Points of a space: half a character at the usual 10.5 points; of an ideographic one the double. */
const SPACE = 5.25;

function spacesOf(text: string): number {
  return [...(/^[ \u00a0\u3000]*/.exec(text)?.[0] ?? '')].reduce((points, space) => points + (space === '\u3000' ? 2 * SPACE : SPACE), 0);
}

function pageOf(cells: readonly GridCell[]): number {
  const [first] = cells.flatMap(({ cell }) => cell.content.filter((part) => part.kind === 'paragraph'));
  return first?.page ?? 1;
}

/** The text of a cell, tables in it included, a line a paragraph. */
function textOf(content: readonly BodyPart[]): string {
  return content
    .map((part) =>
      part.kind === 'paragraph' ? part.text : part.rows.flatMap(({ cells }) => cells.map((cell) => textOf(cell.content))).join('\n'),
    )
    .join('\n');
}
