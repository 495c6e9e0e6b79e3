import { groupBy } from '../../../extractors/model/add-all.ts';
import { entryOf } from '../../../extractors/model/at.ts';
import type { Column, FactCell, Panel, Table, TableRow } from '../../../schemas/table.ts';
import { columnOf } from './facts.ts';

/** What one panel of a table prints from left to right: its key columns, its value columns, its text columns. */
export interface PanelLayout {
  panel: Panel | undefined;
  index: number;
  lineNo: boolean;
  code: boolean;
  label: boolean;
  keys: string[];
  columns: Column[];
  attributes: string[];
}

export interface TableLayout {
  panels: PanelLayout[];
  /** Printed lines; the row of each panel that stands on that line. */
  lines: (TableRow | undefined)[][];
}

function namesOf(rows: readonly TableRow[], of: (row: TableRow) => Record<string, string>): string[] {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(of(row))) names.add(name);
  return [...names];
}

/** A value whose column is unknown still gets one, so that nothing of the data is left out. */
function columnsOf(table: Table, index: number, rows: readonly TableRow[]): Column[] {
  const columns = table.columns.filter((column) => column.panel === index);
  const known = new Set(columns.map((column) => column.index));
  for (const row of rows) {
    for (const cell of row.cells) {
      if (known.has(cell.column)) continue;
      known.add(cell.column);
      const other = columnOf(table, row, cell);
      const blank = { path: [], pathRaw: [], measure: null, period: null, type: 'money' as const, unit: null, coordinates: {} };
      columns.push({ ...(other ?? blank), index: cell.column, panel: index });
    }
  }
  return columns;
}

function layoutPanel(table: Table, index: number, rows: readonly TableRow[]): PanelLayout {
  const code = rows.some((row) => row.code !== null);
  const keys = namesOf(rows, (row) => row.keys);
  const lineNo = rows.some((row) => row.lineNo !== null);
  return {
    panel: table.panels.find((panel) => panel.index === index),
    index,
    lineNo,
    code,
    label: rows.some((row) => row.label !== '' || row.labelPath.length > 0) || !(code || lineNo || keys.length > 0),
    keys,
    columns: columnsOf(table, index, rows),
    attributes: namesOf(rows, (row) => row.attributes),
  };
}

/** Where on its page a row is printed; null where the source does not say. */
function heightOf(row: TableRow): { page: number; height: number } | null {
  const [place] = row.places;
  const height = place?.line ?? place?.bbox?.[1] ?? null;
  return place === undefined || height === null ? null : { page: place.page, height };
}

/** Which panel a row stands in, from the left, and where on the page; `place` is null for all rows where one of them has none. */
interface Placed {
  row: TableRow;
  position: number;
  place: { page: number; height: number } | null;
}

function placedRows(table: Table, order: ReadonlyMap<number, number>): Placed[] {
  const placed = table.rows.map((row): Placed => ({ row, position: entryOf(order, row.panel), place: heightOf(row) }));
  return placed.every(({ place }) => place !== null) ? placed : placed.map((each) => ({ ...each, place: null }));
}

interface PrintedLine {
  place: Placed['place'];
  cells: (TableRow | undefined)[];
}

/** Rows stand on one printed line at the same height of a page, or else with the same rank in their panels. */
function printedLines(rows: readonly Placed[], panels: number): PrintedLine[] {
  const lines: PrintedLine[] = [];
  const open = new Map<string, PrintedLine>();
  const ranks = new Map<number, number>();
  for (const { row, position, place } of rows) {
    const rank = ranks.get(position) ?? 0;
    ranks.set(position, rank + 1);
    const key = place ? `${place.page}:${place.height}` : String(rank);
    const line = open.get(key);
    if (line && line.cells[position] === undefined) line.cells[position] = row;
    else {
      const cells = new Array<TableRow | undefined>(panels).fill(undefined);
      cells[position] = row;
      open.set(key, { place, cells });
      lines.push(entryOf(open, key));
    }
  }
  return lines;
}

const downThePage = (a: PrintedLine, b: PrintedLine): number =>
  a.place && b.place ? a.place.page - b.place.page || a.place.height - b.place.height : 0;

/** A table as it is printed: panels side by side, rows of the same line next to each other. */
export function layoutTable(table: Table): TableLayout {
  const numbers = new Set([...table.columns.map((column) => column.panel), ...table.rows.map((row) => row.panel)]);
  const panels = [...numbers].sort((a, b) => a - b);
  const lines = printedLines(placedRows(table, new Map(panels.map((panel, position) => [panel, position]))), panels.length);
  if (panels.length > 1) lines.sort(downThePage);
  return {
    panels: panels.map((panel) =>
      layoutPanel(
        table,
        panel,
        table.rows.filter((row) => row.panel === panel),
      ),
    ),
    lines: lines.map(({ cells }) => cells),
  };
}

/** The cells of a row by column; the first of each column, and any further ones after it. */
export function cellsByColumn(row: TableRow): Map<number, FactCell[]> {
  return groupBy(row.cells, ({ column }) => column);
}
