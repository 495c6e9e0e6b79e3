/**
 * Placed tables in; the same with doubts on neighbouring rows that stand under each other's names out; imports schemas, model,
 * proof/doubts, proof/identities/across, ledger.
 */
import { at } from '../../model/at.ts';
import type { PlacedTable } from '../../model/tables.ts';
import { type Doubt, doubter } from '../doubts/index.ts';
import { Ledger } from '../ledger/ledger.ts';
import { type Exchange, exchangedRows } from './find.ts';

const withDoubts = doubter('row/exchanged');

/**
 * Two rows below one parent that exchange their numbers leave every sum of their table right; only what other tables say of the same
 * subjects tells. Nothing is changed: it may be the other table.
 */
export function withExchangeDoubts(tables: readonly PlacedTable[]): PlacedTable[] {
  const exchanges = exchangedRows(new Ledger(tables));
  return withDoubts(
    tables,
    exchanges.map((exchange) => doubtOf(at(tables, exchange.table), exchange)),
  );
}

/** What would read otherwise if the rows changed places. */
function doubtOf({ items }: PlacedTable, { table, rows: [a, b] }: Exchange): Doubt {
  const [above, below] = [at(items, a).cells, at(items, b).cells];
  const valueIn = (cells: typeof above, column: number | null) => cells.find((cell) => cell.column === column)?.value ?? null;
  const differing = [
    ...above.filter(({ column, value }) => value !== valueIn(below, column)),
    ...below.filter(({ column, value }) => value !== valueIn(above, column)),
  ];
  return { table, factIds: differing.map(({ id }) => id) };
}
