import type { Ledger } from './ledger.ts';
import type { LedgerTable } from './ledger-table.ts';

/**
 * What follows from one table of a ledger and its position alone, worked out once for as long as the table lives. A person's decision
 * changes one table and leaves the others the objects that they were. The result is shared: nobody may change it.
 */
export function perTable<T>(work: (ledger: Ledger, t: number) => T): (ledger: Ledger, t: number) => T {
  const known = new WeakMap<LedgerTable, { t: number; result: T }>();
  return (ledger, t) => {
    const table = ledger.own(t);
    const before = known.get(table);
    if (before?.t === t) return before.result;
    const result = work(ledger, t);
    known.set(table, { t, result });
    return result;
  };
}
