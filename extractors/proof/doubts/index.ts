/** Placed tables and what is in doubt in them in; the tables with their numbers marked out; imports model. */
import { groupBy } from '../../model/add-all.ts';
import type { PlacedTable } from '../../model/tables.ts';

/** Numbers of one table that may stand in another place than they were read in. */
export interface Doubt {
  table: number;
  factIds: readonly string[];
}

/**
 * Marks what is in doubt by a rule, and changes nothing: the other place may be the wrong one. What follows from a table is kept for as long as it
 * lives, so that after each decision of a person the same doubts give the same table.
 */
export function doubter(ruleId: string): (tables: readonly PlacedTable[], doubts: readonly Doubt[]) => PlacedTable[] {
  const known = new WeakMap<PlacedTable, { ids: string; table: PlacedTable }>();
  return (tables, doubts) => {
    const byTable = groupBy(doubts, ({ table }) => table);
    return tables.map((table, t) => {
      const factIds = (byTable.get(t) ?? []).flatMap((doubt) => doubt.factIds);
      if (factIds.length === 0) return table;
      const ids = factIds.join(' ');
      const before = known.get(table);
      if (before?.ids === ids) return before.table;
      const doubted = withDoubts(table, ruleId, new Set(factIds));
      known.set(table, { ids, table: doubted });
      return doubted;
    });
  };
}

/** A number that is in doubt already keeps the first reason. */
function withDoubts(table: PlacedTable, ruleId: string, factIds: ReadonlySet<string>): PlacedTable {
  const items = table.items.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => (factIds.has(cell.id) ? { ...cell, doubtful: true, doubt: cell.doubt ?? ruleId } : cell)),
  }));
  return { ...table, items };
}
