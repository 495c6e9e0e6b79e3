import type { GridRow } from '../../model/blocks.ts';
import type { Caption, TablePart } from '../../model/segments.ts';
import type { Stage, StageContext } from '../../model/stage.ts';
import type { JoinedTable } from '../../model/tables.ts';
import { titleKey } from '../../notation/captions.ts';
import { compact } from '../../notation/text.ts';
import { isBlank } from '../grids/cell.ts';
import { alignColumns, isRestOfRow, isRestOfTexts, joinRows } from './continuation.ts';
import { isFormTitle, startsForm } from './form-kinds.ts';
import { countHeaderRows } from './header-end.ts';
import { isUnitList } from './unit-list.ts';

/** Parts that one table was cut into — by pages, with or without their title, or left from right — become one table. */
export const join: Stage<readonly TablePart[], JoinedTable[]> = {
  name: 'join',
  run(parts, context) {
    const tables: Building[] = [];
    for (const part of parts) place(part, tables, context);
    return tables.filter(({ caption, header, rows }) => !isUnitList(caption, [...header, ...rows])).map((table, i) => finish(table, i + 1));
  },
};

interface Building {
  caption: Caption;
  titlePrinted: boolean;
  parts: number;
  headerRows: number;
  header: GridRow[];
  rows: GridRow[];
  notes: string[];
  fragments: Set<string>;
  form: boolean;
}

function place(part: TablePart, tables: Building[], context: StageContext): void {
  const previous = tables.at(-1);
  const caption = part.caption;
  const headerRows = countHeaderRows(part.rows);
  const header = withoutDoubles(part.rows.slice(0, headerRows));
  const data = withoutRepeats(header, part.rows.slice(headerRows));

  if (part.rows.length === 0) {
    if (previous && sameTitle(previous.caption, caption)) return;
    tables.push(start(part, header, data));
    return;
  }
  if (previous && previous.rows.length + previous.header.length === 0 && sameTitle(previous.caption, caption)) tables.pop();
  const open = tables.at(-1);
  if (!open) {
    tables.push(start(part, header, data));
    return;
  }
  const begins = startsForm(part.rows);
  if (caption.title === null && caption.number === null) {
    if (begins && open.form) {
      tables.push({
        ...start(part, header, data),
        caption: { ...caption, title: open.caption.title, unit: caption.unit ?? open.caption.unit },
        titlePrinted: false,
      });
      context.report({
        ruleId: 'table/untitled',
        places: part.rows[0]!.cells.flatMap((c) => c.places).slice(0, 1),
        expected: open.caption.title ?? '',
      });
      return;
    }
    if (isOtherTable(open, header)) {
      tables.push(start(part, header, data));
      return;
    }
    // A form without its name block goes on with the form before; so does a table whose caption the page cut did not repeat.
    if (open.form || data.length > 0 || caption.places.length === 0) {
      append(open, part, header, data);
      return;
    }
    attachFragment(open, header, part, context);
    return;
  }
  if (sameTitle(open.caption, caption) && !(begins && open.form && caption.number === null)) {
    append(open, part, header, data);
    return;
  }
  if (isCutTitle(open, caption)) {
    open.caption = { ...open.caption, title: `${open.caption.title ?? ''}${caption.title ?? ''}`, unit: open.caption.unit ?? caption.unit };
    context.report({ ruleId: 'table/fragment', places: caption.places, actual: caption.title ?? '', expected: open.caption.title ?? '' });
    open.header = widen(open.header, header);
    open.rows.push(...data);
    open.parts++;
    return;
  }
  tables.push(start(part, header, data));
}

/** Shares of header words below which a printed grid without a title is a table of its own. */
const SAME_HEADER = 0.5;

/** A printed grid with a header of its own goes on with no other table, whatever stands above it. */
function isOtherTable(open: Building, header: readonly GridRow[]): boolean {
  if (open.form || !header[0]?.borders || header[0].cells.filter((cell) => !isBlank(cell)).length < 2 || open.header.length === 0)
    return false;
  const words = (rows: readonly GridRow[]) =>
    rows.flatMap((row) => row.cells.flatMap((cell) => (isBlank(cell) ? [] : [compact(cell.text)])));
  const known = new Set(words(open.header));
  const own = words(header);
  return own.filter((word) => known.has(word)).length < SAME_HEADER * own.length;
}

function start(part: TablePart, header: GridRow[], data: GridRow[]): Building {
  const cuts = part.rows.filter((row) => row.startsPart).length;
  return {
    caption: part.caption,
    titlePrinted: part.caption.title !== null,
    parts: 1 + cuts,
    headerRows: header.length,
    header,
    rows: data,
    notes: part.notes.map((line) => line.text.trim()),
    fragments: new Set(),
    form: isFormTitle(part.caption.title ?? '') || startsForm(part.rows),
  };
}

function append(table: Building, part: TablePart, above: GridRow[], below: GridRow[]): void {
  const repeated = repeatsHeader(table, above) ? table.header.length : above.length;
  const header = above.slice(0, repeated);
  const data = [...above.slice(repeated), ...below];
  const rows = table.form
    ? part.rows
    : part.rows[0]?.layout === 'sequence'
      ? withoutHeader(table.header, part.rows)
      : data.length > 0
        ? [...(isCutText(table, header) ? header : []), ...data]
        : isSameHeader(table.header, header)
          ? []
          : header;
  const [first, ...others] = alignColumns(table.rows.length > 0 ? table.rows : table.header, rows);
  if (table.rows.length === 0 && table.header.length === 0 && !table.form) {
    table.header = header;
    table.rows = data;
  } else if (first && isRestOfRow(table.rows.at(-1), first)) table.rows.splice(-1, 1, joinRows(table.rows.at(-1)!, first), ...others);
  else if (first) table.rows.push({ ...first, startsPart: true }, ...others);
  table.parts += 1 + part.rows.filter((row) => row.startsPart).length;
  table.notes.push(...part.notes.map((line) => line.text.trim()));
  if (table.caption.unit === null && part.caption.unit !== null) table.caption = { ...table.caption, unit: part.caption.unit };
}

/** The header that a page repeats is known, so that rows without amounts right below it are none of it. */
function repeatsHeader({ header }: Building, rows: readonly GridRow[]): boolean {
  return header.length > 0 && rows[0]?.layout === 'columns' && isSameHeader(header, rows.slice(0, header.length));
}

/** What stands above the first amount of a page is no header but the rest of the last row's texts. */
function isCutText(table: Building, header: readonly GridRow[]): boolean {
  const known = wordsOf(table.header);
  return header.length === 1 && isRestOfTexts(table.rows.at(-1), header[0]!) && !known.includes(wordsOf(header));
}

/** A header that is printed twice in a row, as at a page cut below it, is one header. */
function withoutDoubles(rows: readonly GridRow[]): GridRow[] {
  const half = rows.length / 2;
  const isDouble = rows[0]?.layout === 'columns' && Number.isInteger(half) && wordsOf(rows.slice(0, half)) === wordsOf(rows.slice(half));
  return rows.slice(0, isDouble ? half : rows.length);
}

/** A header that the next page repeats without a caption stands among the rows of the same part. */
function withoutRepeats(header: readonly GridRow[], rows: readonly GridRow[]): GridRow[] {
  const words = header.map((row) => wordsOf([row]));
  if (rows[0]?.layout !== 'columns' || header.flatMap((row) => row.cells).filter((cell) => !isBlank(cell)).length < 2) return [...rows];
  const kept: GridRow[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (!words.every((text, k) => i + k < rows.length && wordsOf([rows[i + k]!]) === text)) {
      kept.push(rows[i]!);
      continue;
    }
    i += words.length - 1;
    if (rows[i + 1]) kept.push({ ...rows[++i]!, startsPart: true });
  }
  return kept;
}

/** Where the layout is lost only the header's words tell where a repeated header ends. */
function withoutHeader(header: readonly GridRow[], rows: readonly GridRow[]): GridRow[] {
  const words = wordsOf(header);
  let read = '';
  for (let i = 0; i < rows.length; i++) {
    read += wordsOf([rows[i]!]);
    if (read === words) return rows.slice(i + 1);
    if (!words.startsWith(read)) break;
  }
  return [...rows];
}

function wordsOf(rows: readonly GridRow[]): string {
  return rows.map((row) => row.cells.map((cell) => compact(cell.text)).join('')).join('');
}

/** A right half that was cut off and carries nothing but header cells: its columns stand to the right of the table's. */
function attachFragment(table: Building, header: GridRow[], part: TablePart, context: StageContext): void {
  const key = header.map((row) => row.cells.map((cell) => compact(cell.text)).join('|')).join('\n');
  if (!table.fragments.has(key)) {
    table.header = widen(table.header, header);
    context.report({
      ruleId: 'table/fragment',
      places: header.flatMap((row) => row.cells.flatMap((cell) => cell.places)).slice(0, 4),
      actual: header
        .flatMap((row) => row.cells.map((cell) => cell.text))
        .filter((text) => text !== '')
        .join(' '),
      expected: table.caption.title ?? '',
    });
  }
  table.fragments.add(key);
  table.parts++;
  if (table.caption.unit === null && part.caption.unit !== null) table.caption = { ...table.caption, unit: part.caption.unit };
}

function widen(left: GridRow[], right: GridRow[]): GridRow[] {
  const width = left.reduce((max, row) => Math.max(max, row.cells.length), 0);
  const height = Math.max(left.length, right.length);
  return Array.from({ length: height }, (_, i) => {
    const base = left[i] ?? right[i]!;
    const cells = [...(left[i]?.cells ?? [])];
    while (cells.length < width) cells.push({ text: '', raw: '', places: [] });
    return { ...base, cells: [...cells, ...(right[i]?.cells ?? [])] };
  });
}

/** `部门管理` + `专项资金预算表`: the left half of a title lacks the word for table, the right half has no number. */
function isCutTitle(table: Building, caption: Caption): boolean {
  const title = table.caption.title;
  return title !== null && table.caption.number !== null && caption.number === null && caption.title !== null && !/[表）)]$/.test(title);
}

function sameTitle(a: Caption, b: Caption): boolean {
  if (a.title === null || b.title === null) return a.title === b.title && a.number !== null && a.number === b.number;
  return (
    titleKey(a.title) === titleKey(b.title) &&
    (a.number === b.number || a.number === null || b.number === null) &&
    !(a.number !== null && b.number === null)
  );
}

function isSameHeader(a: readonly GridRow[], b: readonly GridRow[]): boolean {
  return wordsOf(a) === wordsOf(b);
}

function finish(table: Building, index: number): JoinedTable {
  const rows = [...table.header, ...table.rows];
  const places = table.caption.places;
  const pages = [...rows.map((row) => row.page), ...places.map((place) => place.page)];
  const lines = [...rows.map((row) => row.line), ...places.map((place) => place.line ?? 0)].filter((line) => line > 0);
  return {
    index,
    caption: table.caption,
    titlePrinted: table.titlePrinted,
    parts: table.parts,
    pages: [min(pages, 1), max(pages, 1)],
    lines: [min(lines, 1), max(lines, 1)],
    headerRows: table.header.length,
    rows,
    notes: table.notes,
    ...(rows.some((row) => row.guessed) ? { guessed: true } : {}),
  };
}

function min(numbers: readonly number[], otherwise: number): number {
  return numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? otherwise);
}

function max(numbers: readonly number[], otherwise: number): number {
  return numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? otherwise);
}
