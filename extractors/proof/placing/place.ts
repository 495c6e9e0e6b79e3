import type { PlacedCell, PlacedRow, PlacedTable } from '../../model/tables.ts';
import { groupsOf } from '../identities/groups.ts';
import { IDENTITIES } from '../identities/index.ts';
import { judge, Ledger, type Slot } from '../ledger/ledger.ts';
import { type Domains, filterBySums } from './consistency.ts';
import { type Placement, placementsOf } from './placements.ts';
import { Twins } from './twins.ts';

const MAX_ROUNDS = 6;

export interface PlacedTables {
  tables: PlacedTable[];
  /** Rows (table position, row index) whose numbers could not be given to columns for sure. */
  ambiguous: { table: number; row: number }[];
  /** Groups of rows for which no placement adds up. */
  unsolved: { table: number; row: number }[];
  /** Rows with more numbers than the table has columns. */
  overfull: { table: number; row: number }[];
}

/**
 * Gives the numbers of rows whose layout was lost to columns: first by the row's own identities, then down the columns, then
 * across tables, until nothing changes. What stays open is placed by its first alternative and marked ambiguous.
 */
export function place(input: readonly PlacedTable[]): PlacedTables {
  let tables = [...input];
  const result: PlacedTables = { tables, ambiguous: [], unsolved: [], overfull: [] };
  const open = tables.flatMap((table, t) => (table.items.some((row) => row.floating) ? [t] : []));
  if (open.length === 0) return result;
  const first = new Ledger(tables);
  const spent = new Map<string, NonNullable<PlacedRow['spent']>>();
  const spend = (t: number, row: number, scope: 'row' | 'column' | 'document') => {
    const key = `${t}.${row}`;
    spent.set(key, [...(spent.get(key) ?? []), scope]);
  };
  const domains = new Map<number, Domains>();
  for (const t of open) {
    const table = tables[t]!;
    const { columns: groups } = groupsOf(table);
    const own: Domains = new Map();
    for (const row of table.items) {
      const columns = (table.panels[row.panel]?.values ?? []).filter((column) => first.isMoney(t, column));
      const relevant = groups.filter((group) => columns.includes(group.total));
      const placements = placementsOf(first, t, row, columns, relevant);
      if (placements && placements.length > 0) {
        own.set(row.index, placements);
        if (row.cells.length < columns.length && row.cells.length > 0) spend(t, row.index, 'row');
      } else if (row.cells.length > columns.length) result.overfull.push({ table: t, row: row.index });
    }
    domains.set(t, own);
  }
  for (let round = 0; round < MAX_ROUNDS; round++) {
    tables = tables.map((table, t) => (domains.has(t) ? settle(table, domains.get(t)!) : table));
    const narrowed = filterAcross(tables, domains);
    for (const { table, row } of narrowed) spend(table, row, 'document');
    result.unsolved = [];
    let moved = narrowed.length > 0;
    for (const t of open) {
      const table = tables[t]!;
      const sums = filterBySums(domains.get(t)!, groupsOf(table).rows, table.columns.length);
      for (const row of sums.changed) spend(t, row, 'column');
      moved ||= sums.changed.length > 0;
      result.unsolved.push(...sums.unsolved.map((group) => ({ table: t, row: group.total })));
    }
    if (moved) continue;
    const narrowedByTwins = filterByTwins(tables, domains);
    for (const { table, row } of narrowedByTwins) spend(table, row, 'document');
    if (narrowedByTwins.length === 0) break;
  }
  tables = tables.map((table, t) => {
    const own = domains.get(t);
    if (!own) return table;
    for (const row of table.items) {
      const placements = own.get(row.index);
      if (row.cells.length > 0 && (!placements || placements.length > 1)) result.ambiguous.push({ table: t, row: row.index });
    }
    const finished = finish(table, own);
    return { ...finished, items: finished.items.map((row) => ({ ...row, spent: spent.get(`${t}.${row.index}`) ?? [] })) };
  });
  return { ...result, tables };
}

/** Cells on which all placements that are left agree get their column. */
function settle(table: PlacedTable, domains: Domains): PlacedTable {
  return { ...table, items: table.items.map((row) => placeRow(row, domains.get(row.index), false)) };
}

function finish(table: PlacedTable, domains: Domains): PlacedTable {
  const usual = usualColumns(domains);
  const items = table.items.map((row) => {
    const placements = domains.get(row.index);
    if (!placements) return spread(table, row);
    const preferred = [...placements].sort((a, b) => score(b, usual) - score(a, usual));
    return placeRow(row, preferred, true);
  });
  return { ...table, items };
}

function placeRow(row: PlacedRow, placements: readonly Placement[] | undefined, last: boolean): PlacedRow {
  if (!placements || placements.length === 0) return row;
  const cells = row.cells.map((cell, i): PlacedCell => {
    const columns = [...new Set(placements.map((placement) => placement.columns[i]!))];
    if (columns.length === 1) return { ...cell, column: columns[0]!, placement: 'unique', alternatives: [] };
    return last ? { ...cell, column: columns[0]!, placement: 'ambiguous', alternatives: columns.slice(1) } : { ...cell, column: null };
  });
  return { ...row, cells };
}

/** More numbers than columns, or too many placements to look at: in order from the left, and marked for review. */
function spread(table: PlacedTable, row: PlacedRow): PlacedRow {
  const columns = table.panels[row.panel]?.values ?? [];
  if (columns.length === 0) return row;
  const cells = row.cells.map(
    (cell, i): PlacedCell => ({ ...cell, column: columns[Math.min(i, columns.length - 1)]!, placement: 'ambiguous', alternatives: [] }),
  );
  return { ...row, cells };
}

function usualColumns(domains: Domains): Map<number, number> {
  const counts = new Map<number, number>();
  for (const placements of domains.values()) {
    if (placements.length !== 1) continue;
    for (const column of placements[0]!.columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return counts;
}

function score(placement: Placement, usual: ReadonlyMap<number, number>): number {
  return placement.columns.reduce((sum, column) => sum + (usual.get(column) ?? 0), 0);
}

/** Keeps, for rows that are still open, the placements that break the fewest equations with other tables. */
function filterAcross(tables: readonly PlacedTable[], domains: ReadonlyMap<number, Domains>): { table: number; row: number }[] {
  const ledger = new Ledger(tables);
  const equations = IDENTITIES.flatMap((identity) => identity.document?.(ledger) ?? []);
  const bounds = IDENTITIES.flatMap((identity) => identity.bounds?.(ledger) ?? []);
  const touching = new Map<string, typeof equations>();
  for (const equation of equations) {
    for (const term of equation.terms) {
      if (!domains.has(term.table)) continue;
      const key = `${term.table}.${term.row}`;
      const list = touching.get(key);
      if (list) list.push(equation);
      else touching.set(key, [equation]);
    }
  }
  const changed: { table: number; row: number }[] = [];
  for (const [t, own] of domains) {
    for (const [row, placements] of own) {
      if (placements.length < 2) continue;
      const relevant = (touching.get(`${t}.${row}`) ?? []).filter((equation) =>
        equation.terms.every((term) => (term.table === t && term.row === row) || isSettled(domains.get(term.table)?.get(term.row))),
      );
      const isHere = (slot: Slot) => slot.table === t && slot.row === row;
      const isKnown = (slot: Slot) => isHere(slot) || isSettled(domains.get(slot.table)?.get(slot.row));
      const limits = bounds.filter(({ slot, limit }) => [slot, ...limit].some(isHere) && [slot, ...limit].every(isKnown));
      if (relevant.length + limits.length === 0) continue;
      const broken = placements.map((placement) => {
        const amount = (slot: Slot) => (isHere(slot) ? placement.vector[slot.column]! : (ledger.amount(slot) ?? 0n));
        const exceeded = limits.filter(({ slot, limit }) => amount(slot) > limit.reduce((sum, other) => sum + amount(other), 0n));
        const failed = relevant.filter((equation) => {
          const residual = equation.terms.reduce((sum, term) => sum + BigInt(term.sign) * amount(term), 0n);
          return judge(residual, 1, ledger.unitOf(t)) === 'broken';
        });
        return exceeded.length + failed.length;
      });
      const fewest = Math.min(...broken);
      const kept = placements.filter((_, i) => broken[i] === fewest);
      if (kept.length < placements.length) {
        own.set(row, kept);
        changed.push({ table: t, row });
      }
    }
  }
  return changed;
}

/** What the equations leave open is compared with the same subjects in tables whose columns are known. */
function filterByTwins(tables: readonly PlacedTable[], domains: ReadonlyMap<number, Domains>): { table: number; row: number }[] {
  const settled = tables.map((table, t) => (domains.has(t) ? settle(table, domains.get(t)!) : table));
  const twins = new Twins(new Ledger(settled));
  const changed: { table: number; row: number }[] = [];
  for (const [t, own] of domains) {
    for (const [row, placements] of own) {
      if (placements.length < 2) continue;
      const kept = twins.narrow(t, row, placements);
      if (kept.length === placements.length) continue;
      own.set(row, kept);
      changed.push({ table: t, row });
    }
  }
  return changed;
}

function isSettled(placements: readonly Placement[] | undefined): boolean {
  return placements === undefined || placements.length <= 1;
}
