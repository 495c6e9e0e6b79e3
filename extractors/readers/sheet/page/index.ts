/** A sheet in, the page that is seen of it and what is not seen out; imports schemas, model, notation, cells, workbook. */
import { columnLetters, type Place, placeOfCell } from '../../../../schemas/place.ts';
import { at } from '../../../model/at.ts';
import type { Block, Cell } from '../../../model/blocks.ts';
import type { FlowPage, SourceLine } from '../../../model/source.ts';
import { titleOfTab } from '../../../notation/captions.ts';
import { NO_CELL } from '../../../notation/cells.ts';
import { cellText, mixedGrid, type PlacedRow } from '../../cells/index.ts';
import type { Sheet, SheetCell } from '../workbook/workbook.ts';
import { besideEachOther } from './split.ts';
import { type Hidden, type SeenRow, viewOf } from './view.ts';

/** A page, and its formulas without results. */
export interface SheetPage {
  page: FlowPage;
  formulas: Place[];
}

/** How the pages of a workbook count on. */
export interface Numbering {
  page: number;
  /** Of the first filled row. */
  line: number;
}

/** Points of a space: half a character at the usual 11 points; of an ideographic one the double. */
const SPACE = 5.5;
const LEADING = /^[ \u00a0\u3000]*/;

/**
 * The page that a sheet is. Its lines are the filled rows as they are seen, with tabs between the cells.
 *
 * @throws TooManyCells when its cells stand too far from each other.
 */
export function pageOfSheet(sheet: Sheet, { page, line }: Numbering, spansKnown: boolean, hidden: Hidden): SheetPage {
  const view = viewOf(sheet, hidden);
  const { columns, borders, rows: seen } = view;
  const rows = seen.map((row, i) => placedRow(row, { page, line: line + i, sheet: sheet.name, columns }));
  const lines = rows.map(({ line: number, text }): SourceLine => ({ number, text }));
  const formulas = seen.flatMap((row, i) => row.cells.flatMap((cell, c) => (cell?.formula ? (rows[i]?.cells[c]?.places ?? []) : [])));
  const name = titleOfTab(sheet.name);
  const blocks = besideEachOther(rows, columns).flatMap((part): Block[] =>
    mixedGrid(withBorders(part.rows, borders, part.from, spansKnown), name),
  );
  return { page: { number: page, lines, blocks }, formulas };
}

/** Spans are known where cells of the rows are merged, or where the first of several cells leaves none blank that could be merged. */
function withBorders(rows: readonly PlacedRow[], borders: readonly number[], from: number, spansKnown: boolean): readonly PlacedRow[] {
  const several = rows.filter(({ cells }) => cells.filter(({ text }) => text !== '').length > 1);
  const isMerged = several.some(({ cells }) => cells.some(({ covered }) => covered !== undefined));
  const isFull = several[0]?.cells.every(({ text }) => text !== '') === true;
  if (!spansKnown || !(isMerged || isFull)) return rows;
  const width = rows[0]?.cells.length ?? 0;
  return rows.map((row) => ({ ...row, borders: borders.slice(from, from + width + 1) }));
}

interface RowPlace {
  page: number;
  line: number;
  sheet: string;
  columns: readonly number[];
}

function placedRow({ row, cells, covered, gap }: SeenRow, { page, line, sheet, columns }: RowPlace): PlacedRow {
  const last = cells.findLastIndex((cell) => cell !== undefined);
  const starts: number[] = [];
  let text = '';
  for (let c = 0; c <= last; c++) {
    if (c > 0) text += '\t';
    starts.push(text.length);
    text += shownText(cells[c]).replace(/[\t\r\n]/g, ' ');
  }
  const address = (c: number): string => `${sheet === '' ? '' : `${sheet}!`}${columnLetters(at(columns, c))}${row + 1}`;
  const placed = cells.map((cell, c): Cell => {
    if (cell) return cellOf(cell, placeOfCell(page, line, address(c)));
    const by = covered[c];
    return by ? { ...NO_CELL, covered: by } : NO_CELL;
  });
  return { layout: 'columns', cells: placed, page, line, text, starts, ...(gap ? { gap } : {}) };
}

const shownText = (cell: SheetCell | undefined): string => cell?.text.trim().replace(/\r\n?/g, '\n') ?? '';

function cellOf(cell: SheetCell, place: Place): Cell {
  const raw = shownText(cell);
  const indent = (cell.indent ?? 0) + spacesOf(LEADING.exec(cell.text)?.[0] ?? '');
  return { text: cellText(raw), raw, places: [place], ...(indent > 0 ? { indent } : {}), ...(cell.red ? { red: true } : {}) };
}

function spacesOf(spaces: string): number {
  return [...spaces].reduce((points, space) => points + (space === '\u3000' ? 2 * SPACE : SPACE), 0);
}
