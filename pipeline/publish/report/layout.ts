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
      const blank = { path: [], pathRaw: [], measure: null, period: null, type: 'money' as const, unit: null };
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

/** How far down its page a row is printed; null where the source does not say. */
function heightOf(row: TableRow): number | null {
  const place = row.places[0];
  return place?.line ?? place?.bbox?.[1] ?? null;
}

/** Rows with equal keys stand on one printed line: the same height on a page, or else the same rank in their panels. */
function lineKey(row: TableRow, rank: number, located: boolean): string {
  return located ? `${row.places[0]!.page}:${heightOf(row)}` : String(rank);
}

/** A table as it is printed: panels side by side, rows of the same line next to each other. */
export function layoutTable(table: Table): TableLayout {
  const numbers = new Set([...table.columns.map((column) => column.panel), ...table.rows.map((row) => row.panel)]);
  const order = new Map([...numbers].sort((a, b) => a - b).map((panel, position) => [panel, position]));
  const byPanel: TableRow[][] = [...order].map(() => []);
  const located = table.rows.every((row) => heightOf(row) !== null);
  const lines: { row: TableRow; cells: (TableRow | undefined)[] }[] = [];
  const open = new Map<string, (TableRow | undefined)[]>();
  for (const row of table.rows) {
    const position = order.get(row.panel)!;
    const key = lineKey(row, byPanel[position]!.length, located);
    byPanel[position]!.push(row);
    const line = open.get(key);
    if (line && line[position] === undefined) line[position] = row;
    else {
      const cells = new Array<TableRow | undefined>(order.size).fill(undefined);
      cells[position] = row;
      open.set(key, cells);
      lines.push({ row, cells });
    }
  }
  if (order.size > 1 && located) {
    lines.sort((a, b) => a.row.places[0]!.page - b.row.places[0]!.page || heightOf(a.row)! - heightOf(b.row)!);
  }
  return {
    panels: [...order].map(([panel, position]) => layoutPanel(table, panel, byPanel[position]!)),
    lines: lines.map(({ cells }) => cells),
  };
}

/** The cells of a row by column; the first of each column, and any further ones after it. */
export function cellsByColumn(row: TableRow): Map<number, FactCell[]> {
  const cells = new Map<number, FactCell[]>();
  for (const cell of row.cells) {
    const list = cells.get(cell.column);
    if (list) list.push(cell);
    else cells.set(cell.column, [cell]);
  }
  return cells;
}
