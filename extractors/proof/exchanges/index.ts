/**
 * Placed tables in; the same with doubts on neighbouring rows that stand under each other's names out; imports schemas, model,
 * proof/identities/across, ledger.
 */
import { at } from '../../model/at.ts';
import type { PlacedTable } from '../../model/tables.ts';
import { Ledger } from '../ledger/ledger.ts';
import { type Exchange, exchangedRows } from './find.ts';

const RULE = 'row/exchanged';

/**
 * Two rows below one parent that exchange their numbers leave every sum of their table right; only what other tables say of the same
 * subjects tells. Nothing is changed: it may be the other table.
 */
export function withExchangeDoubts(tables: readonly PlacedTable[]): PlacedTable[] {
  const byTable = new Map<number, Exchange[]>();
  for (const exchange of exchangedRows(new Ledger(tables))) byTable.set(exchange.table, [...(byTable.get(exchange.table) ?? []), exchange]);
  return tables.map((table, t) => {
    const own = byTable.get(t);
    return own ? doubtedAsBefore(table, own) : table;
  });
}

/** What follows from a table is kept for as long as it lives: after each decision the same doubts give the same table. */
const DOUBTED = new WeakMap<PlacedTable, { rows: string; table: PlacedTable }>();

function doubtedAsBefore(table: PlacedTable, exchanges: readonly Exchange[]): PlacedTable {
  const rows = exchanges.map((exchange) => exchange.rows.join('|')).join(' ');
  const before = DOUBTED.get(table);
  if (before?.rows === rows) return before.table;
  const doubted = doubtedTable(table, exchanges);
  DOUBTED.set(table, { rows, table: doubted });
  return doubted;
}

function doubtedTable(table: PlacedTable, exchanges: readonly Exchange[]): PlacedTable {
  const differing = new Set(exchanges.flatMap(({ rows }) => differingCells(table, rows)));
  const items = table.items.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => (differing.has(cell.id) ? { ...cell, doubtful: true, doubt: cell.doubt ?? RULE } : cell)),
  }));
  return { ...table, items };
}

/** What would read otherwise if the rows changed places. */
function differingCells({ items }: PlacedTable, [a, b]: readonly [number, number]): string[] {
  const [above, below] = [at(items, a).cells, at(items, b).cells];
  const valueIn = (cells: typeof above, column: number | null) => cells.find((cell) => cell.column === column)?.value ?? null;
  return [
    ...above.filter(({ column, value }) => value !== valueIn(below, column)),
    ...below.filter(({ column, value }) => value !== valueIn(above, column)),
  ].map(({ id }) => id);
}
