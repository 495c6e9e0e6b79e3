import { addAll } from '../../model/add-all.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { Caption, TablePart } from '../../model/segments.ts';
import type { JoinedTable } from '../../model/tables.ts';
import { unitInNotes } from '../../notation/captions.ts';
import { isBlank } from '../../notation/cells.ts';
import { numberingLevel } from '../../notation/roles.ts';
import { isKnownName } from '../../notation/subjects.ts';
import { compact } from '../../notation/text.ts';
import { columnsByName } from './by-name.ts';
import { alignColumns, isRestOfRow, isRestOfTexts, joinRows } from './continuation.ts';
import { isFormTitle, startsForm } from './form-kinds.ts';
import { countHeaderRows } from './header-end.ts';
import { isSameHeader, repeatsTotal, withoutDoubles, withoutHeader, withoutRepeats, wordsOf } from './repeats.ts';

/** A part with its header told from its data. */
export interface Incoming {
  part: TablePart;
  header: GridRow[];
  data: GridRow[];
}

/** A table that parts are being added to. */
export interface Building {
  caption: Caption;
  titlePrinted: boolean;
  parts: number;
  header: GridRow[];
  rows: GridRow[];
  notes: string[];
  /** The headers of right halves that were added, as text. */
  fragments: Set<string>;
  form: boolean;
}

export function incoming(part: TablePart): Incoming {
  const headerRows = countHeaderRows(part.rows);
  const header = withoutDoubles(part.rows.slice(0, headerRows));
  return { part, header, data: withoutRepeats(header, part.rows.slice(headerRows)) };
}

export function start({ part, header, data }: Incoming): Building {
  return {
    caption: part.caption,
    titlePrinted: part.caption.title !== null && part.name === undefined,
    parts: partsIn(part),
    header,
    rows: data,
    notes: notesOf(part),
    fragments: new Set(),
    form: isFormTitle(part.caption.title ?? '') || startsForm(part.rows),
  };
}

/** A part that is not the first goes on with the table. */
export function append(table: Building, { part, header: above, data: below }: Incoming): void {
  const repeated = repeatsHeader(table, above) ? table.header.length : above.length;
  const header = above.slice(0, repeated);
  const rows = [...above.slice(repeated), ...below];
  const data = header.length > 0 && repeatsTotal(table.rows[0], rows[0]) ? rows.slice(1) : rows;
  if (table.rows.length === 0 && table.header.length === 0 && !table.form) {
    table.header = header;
    table.rows = data;
  } else addRows(table, header, rowsToAdd(table, part, header, data));
  table.parts += partsIn(part);
  addAll(table.notes, notesOf(part));
  takeUnit(table, part.caption);
}

/** Where a table lacks a unit that of a later caption counts, and then that of its notes. */
export function takeUnit(table: Building, { unit }: Pick<Caption, 'unit'>): void {
  if (table.caption.unit === null && unit !== null) table.caption = { ...table.caption, unit };
}

function partsIn(part: TablePart): number {
  return 1 + part.rows.filter((row) => row.startsPart).length;
}

export function notesOf(part: TablePart): string[] {
  return part.notes.map((line) => line.text.trim());
}

/** What of a part is new to the table. */
function rowsToAdd(table: Building, part: TablePart, header: GridRow[], data: GridRow[]): GridRow[] {
  if (table.form) return part.rows;
  if (part.rows[0]?.layout === 'sequence') return withoutHeader(table.header, part.rows);
  if (data.length > 0) return [...(isCutText(table, header) ? header : listedAtEnd(table, header)), ...data];
  return isSameHeader(table.header, header) ? [] : header;
}

/** Rows in the columns of the table, which their own header names; the first of them may be the rest of the table's last row. */
function addRows(table: Building, header: readonly GridRow[], rows: GridRow[]): void {
  const [first, ...others] =
    columnsByName(table.header, header, rows) ?? alignColumns(table.rows.length > 0 ? table.rows : table.header, rows);
  if (!first) return;
  const last = table.rows.at(-1);
  if (last && isRestOfRow(last, first)) table.rows[table.rows.length - 1] = joinRows(last, first);
  else table.rows.push({ ...first, startsPart: true });
  addAll(table.rows, others);
}

/** The header that a page repeats is known, so that rows without amounts right below it are none of it. */
function repeatsHeader({ header }: Building, rows: readonly GridRow[]): boolean {
  return header.length > 0 && rows[0]?.layout === 'columns' && isSameHeader(header, rows.slice(0, header.length));
}

/** Below the same header the rows are numbered on from the table's last. */
export function countsOn({ header: known, rows }: Building, { header, data }: Incoming): boolean {
  const [last, next] = [rows.at(-1), data[0]].map((row) => Number(row?.cells[0]?.text || Number.NaN));
  return header.length > 0 && isSameHeader(known, header) && last !== undefined && next === last + 1;
}

/** Subjects and numbered lines without amounts, right above the first amount of a page that repeats no header. */
function listedAtEnd({ header: known }: Building, header: readonly GridRow[]): GridRow[] {
  const words = wordsOf(known);
  const isListed = (row: GridRow): boolean => {
    const texts = row.cells.filter((cell) => !isBlank(cell)).map(({ text }) => compact(text));
    return texts.length > 0 && texts.every((text) => !words.includes(text) && (numberingLevel(text) > 0 || isKnownName(text)));
  };
  return header.slice(header.findLastIndex((row) => !isListed(row)) + 1);
}

/** What stands above the first amount of a page is no header but the rest of the last row's texts. */
function isCutText(table: Building, header: readonly GridRow[]): boolean {
  const [only, ...others] = header;
  if (!only || others.length > 0 || !isRestOfTexts(table.rows.at(-1), only)) return false;
  return !wordsOf(table.header).includes(wordsOf(header));
}

export function finish(table: Building, index: number): JoinedTable {
  const rows = [...table.header, ...table.rows];
  takeUnit(table, { unit: unitInNotes(table.notes) });
  const { places } = table.caption;
  const pages = [...rows.map((row) => row.page), ...places.map((place) => place.page)];
  const lines = [...rows.map((row) => row.line), ...places.map((place) => place.line ?? 0)].filter((line) => line > 0);
  return {
    index,
    caption: table.caption,
    titlePrinted: table.titlePrinted,
    parts: table.parts,
    pages: range(pages),
    lines: range(lines),
    headerRows: table.header.length,
    rows,
    notes: table.notes,
    ...(rows.some((row) => row.guessed) ? { guessed: true } : {}),
  };
}

/** From the lowest to the highest number; 1 to 1 where there is none. */
function range(numbers: readonly number[]): [number, number] {
  const [first = 1] = numbers;
  return [numbers.reduce((a, b) => Math.min(a, b), first), numbers.reduce((a, b) => Math.max(a, b), first)];
}
