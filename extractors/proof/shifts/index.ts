/**
 * Placed tables in; the same with doubts on rows whose numbers fit the columns beside their own out; imports schemas, model,
 * proof/doubts, proof/identities, ledger.
 */
import type { PlacedTable } from '../../model/tables.ts';
import { doubter } from '../doubts/index.ts';
import { Ledger } from '../ledger/ledger.ts';
import { shiftedRows } from './find.ts';

const withDoubts = doubter('row/shifted');

/** Nothing is moved: the page may print it so. */
export function withShiftDoubts(tables: readonly PlacedTable[]): PlacedTable[] {
  const ledger = new Ledger(tables);
  return withDoubts(
    tables,
    [...tables.keys()].flatMap((t) => shiftedRows(ledger, t)),
  );
}
