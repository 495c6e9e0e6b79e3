import { addAll } from '../../model/add-all.ts';
import { at } from '../../model/at.ts';
import type { PlacedCell, PlacedRow, PlacedTable } from '../../model/tables.ts';
import { groupsOf } from '../identities/groups.ts';
import { Ledger, type RowSlot } from '../ledger/ledger.ts';
import { filterAcross, narrowOpenRows } from './across.ts';
import { type Domains, filterBySums } from './consistency.ts';
import { filterByKinds } from './kinds/index.ts';
import { columnsFor, mayLack, type Placement, placementsOf, printedPlacement } from './placements.ts';
import { MAX_ROUNDS } from './settings.ts';
import { Twins } from './twins.ts';

export interface PlacedTables {
  tables: PlacedTable[];
  /** Rows whose numbers could not be given to columns for sure. */
  ambiguous: RowSlot[];
  /** Totals of the groups of rows for which no placement adds up. */
  unsolved: RowSlot[];
  /** Rows with more numbers than the table has columns. */
  overfull: RowSlot[];
}

/**
 * Gives the numbers of rows whose layout was lost to columns: first by the row's own identities, then down the columns, then
 * across tables, until nothing changes. What stays open is placed by its first alternative and marked ambiguous.
 */
export function place(tables: readonly PlacedTable[]): PlacedTables {
  const open = new Set([...tables.keys()].filter((t) => at(tables, t).items.some((row) => row.floating)));
  if (open.size === 0) return { tables: [...tables], ambiguous: [], unsolved: [], overfull: [] };
  const spent = new Spent();
  const start = startingDomains(new Ledger(tables), open, spent);
  const { domains, overfull } = start;
  const unsolved = narrow(tables, start, spent);
  const ambiguous: RowSlot[] = [];
  const placed = tables.map((table, t) => {
    const own = domains.get(t);
    if (!own) return table;
    addAll(
      ambiguous,
      table.items.filter((row) => isOpen(row, own)).map((row) => ({ table: t, row: row.index })),
    );
    const finished = finish(table, own);
    return { ...finished, items: finished.items.map((row) => ({ ...row, spent: spent.of({ table: t, row: row.index }) })) };
  });
  return { tables: placed, ambiguous, unsolved, overfull };
}

function isOpen(row: PlacedRow, domains: Domains): boolean {
  return row.cells.length > 0 && domains.get(row.index)?.length !== 1;
}

type Scopes = NonNullable<PlacedRow['spent']>;

/** Scopes of the equations that were used up to place a row. */
class Spent {
  private readonly scopes = new Map<string, Scopes>();

  add(rows: readonly RowSlot[], scope: Scopes[number]): void {
    for (const { table, row } of rows) {
      const key = `${table}.${row}`;
      this.scopes.set(key, [...(this.scopes.get(key) ?? []), scope]);
    }
  }

  of({ table, row }: RowSlot): Scopes {
    return this.scopes.get(`${table}.${row}`) ?? [];
  }
}

interface Start {
  /** What the row's own identities leave, by table and row; rows without any placement are absent. */
  domains: Map<number, Domains>;
  /** By table, rows that may lack a number. */
  lacking: Map<number, ReadonlySet<number>>;
  overfull: RowSlot[];
}

function startingDomains(ledger: Ledger, open: ReadonlySet<number>, spent: Spent): Start {
  const lacking = new Map<number, ReadonlySet<number>>();
  const domains = new Map<number, Domains>();
  const overfull: RowSlot[] = [];
  for (const t of open) {
    const table = ledger.table(t);
    const { columns: groups } = groupsOf(table);
    const own: Domains = new Map();
    domains.set(t, own);
    const lackingHere = new Set<number>();
    lacking.set(t, lackingHere);
    for (const row of table.items) {
      if (!row.floating) {
        own.set(row.index, [printedPlacement(ledger, t, row)]);
        continue;
      }
      const slot = { table: t, row: row.index };
      const columns = columnsFor(ledger, t, row);
      const relevant = groups.filter((group) => columns.includes(group.total));
      const placements = placementsOf(ledger, t, row, columns, relevant) ?? [];
      if (placements.length > 0) {
        own.set(row.index, placements);
        if (mayLack(placements, columns.length)) lackingHere.add(row.index);
        if (row.cells.length < columns.length && row.cells.length > 0) spent.add([slot], 'row');
      } else if (row.cells.length > columns.length) overfull.push(slot);
    }
  }
  return { domains, lacking, overfull };
}

/** Takes placements out of the domains until nothing changes. Totals of the groups of rows that no placement solves. */
function narrow(tables: readonly PlacedTable[], { domains, lacking }: Start, spent: Spent): RowSlot[] {
  let unsolved: RowSlot[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const settled = settle(tables, domains);
    const across = filterAcross(settled, domains, lacking);
    spent.add(across, 'document');
    const sums = filterDown(settled, domains, lacking);
    spent.add(sums.changed, 'column');
    unsolved = sums.unsolved;
    if (across.length + sums.changed.length > 0) continue;
    const byTwins = filterByTwins(settle(tables, domains), domains);
    spent.add(byTwins, 'document');
    const byKinds = byTwins.length > 0 ? [] : filterByKindsOfRows(tables, { domains, lacking });
    spent.add(byKinds, 'column');
    if (byTwins.length + byKinds.length === 0) break;
  }
  return unsolved;
}

/** Down the columns of each table. */
function filterDown(
  tables: readonly PlacedTable[],
  domains: Start['domains'],
  lacking: Start['lacking'],
): { changed: RowSlot[]; unsolved: RowSlot[] } {
  const result: { changed: RowSlot[]; unsolved: RowSlot[] } = { changed: [], unsolved: [] };
  for (const [t, own] of domains) {
    const table = at(tables, t);
    const { changed, unsolved } = filterBySums(own, groupsOf(table).rows, table.columns.length, lacking.get(t));
    addAll(
      result.changed,
      changed.map((row) => ({ table: t, row })),
    );
    addAll(
      result.unsolved,
      unsolved.map(({ total }) => ({ table: t, row: total })),
    );
  }
  return result;
}

/** What the equations leave open is compared with the same subjects in tables whose columns are known. */
function filterByTwins(tables: readonly PlacedTable[], domains: ReadonlyMap<number, Domains>): RowSlot[] {
  const twins = new Twins(new Ledger(tables));
  return narrowOpenRows(domains, (slot, placements) => twins.narrow(slot, placements));
}

/** What is still open then is asked of rows of one kind, which stand in the same columns in most lists. */
function filterByKindsOfRows(tables: readonly PlacedTable[], { domains, lacking }: Pick<Start, 'domains' | 'lacking'>): RowSlot[] {
  return [...domains].flatMap(([t, own]) => {
    const table = at(tables, t);
    return filterByKinds(table, own, groupsOf(table).rows, lacking.get(t)).map((row) => ({ table: t, row }));
  });
}

/** Cells on which all placements that are left agree get their column. */
function settle(tables: readonly PlacedTable[], domains: ReadonlyMap<number, Domains>): PlacedTable[] {
  return tables.map((table, t) => {
    const own = domains.get(t);
    return own ? { ...table, items: table.items.map((row) => placeRow(row, own.get(row.index), false)) } : table;
  });
}

function finish(table: PlacedTable, domains: Domains): PlacedTable {
  const usual = usualColumns(domains);
  const items = table.items.map((row) => {
    const placements = domains.get(row.index);
    if (!placements) return row.floating ? spread(table, row) : row;
    const preferred = [...placements].sort((a, b) => score(b, usual) - score(a, usual));
    return placeRow(row, preferred, true);
  });
  return { ...table, items };
}

function placeRow(row: PlacedRow, placements: readonly Placement[] | undefined, last: boolean): PlacedRow {
  if (!placements || !row.floating) return row;
  const cells = row.cells.map((cell, i): PlacedCell => {
    const [column, ...alternatives] = [...new Set(placements.map((placement) => at(placement.columns, i)))];
    if (column === undefined) return cell;
    if (alternatives.length === 0) return { ...cell, column, placement: 'unique', alternatives };
    return last ? { ...cell, column, placement: 'ambiguous', alternatives } : { ...cell, column: null };
  });
  return { ...row, cells };
}

/** More numbers than columns, or too many placements to look at: in order from the left, and marked for review. */
function spread(table: PlacedTable, row: PlacedRow): PlacedRow {
  const columns = table.panels[row.panel]?.values ?? [];
  const last = columns.at(-1);
  if (last === undefined) return row;
  const cells = row.cells.map((cell, i): PlacedCell => ({ ...cell, column: columns[i] ?? last, placement: 'ambiguous', alternatives: [] }));
  return { ...row, cells };
}

function usualColumns(domains: Domains): Map<number, number> {
  const counts = new Map<number, number>();
  for (const placements of domains.values()) {
    const [only] = placements;
    if (!only || placements.length > 1) continue;
    for (const column of only.columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return counts;
}

function score(placement: Placement, usual: ReadonlyMap<number, number>): number {
  return placement.columns.reduce((sum, column) => sum + (usual.get(column) ?? 0), 0);
}
