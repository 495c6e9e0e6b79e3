import { addTo } from '../../model/add-all.ts';
import { at } from '../../model/at.ts';
import type { PlacedTable } from '../../model/tables.ts';
import { IDENTITIES } from '../identities/index.ts';
import type { Bound } from '../ledger/identity.ts';
import { judge, Ledger, type RowSlot, type Slot, type SlotEquation } from '../ledger/ledger.ts';
import type { Domains } from './consistency.ts';
import type { Placement } from './placements.ts';

/** By position of the table; tables that are not open are absent. */
type OpenTables = ReadonlyMap<number, Domains>;

/** Replaces the placements of each row that has several by those that are kept. Rows that have fewer than before. */
export function narrowOpenRows(
  domains: OpenTables,
  kept: (slot: RowSlot, placements: readonly Placement[]) => readonly Placement[],
): RowSlot[] {
  const changed: RowSlot[] = [];
  for (const [table, own] of domains) {
    for (const [row, placements] of own) {
      if (placements.length < 2) continue;
      const left = kept({ table, row }, placements);
      if (left.length === placements.length) continue;
      own.set(row, [...left]);
      changed.push({ table, row });
    }
  }
  return changed;
}

/**
 * Keeps, for rows that are still open, the placements that break the fewest equations with other tables. Other rows that may lack a
 * number (`lacking`, by table) are no evidence.
 */
export function filterAcross(
  tables: readonly PlacedTable[],
  domains: OpenTables,
  lacking: ReadonlyMap<number, ReadonlySet<number>>,
): RowSlot[] {
  const ledger = new Ledger(tables);
  const equations = equationsByRow(ledger, domains);
  const bounds = IDENTITIES.flatMap((identity) => identity.bounds?.(ledger) ?? []);
  return narrowOpenRows(domains, (slot, placements) => {
    const isHere = (other: Slot): boolean => other.table === slot.table && other.row === slot.row;
    const isKnown = (other: Slot): boolean =>
      isHere(other) || (isSettled(domains, other) && lacking.get(other.table)?.has(other.row) !== true);
    const relevant = (equations.get(keyOf(slot)) ?? []).filter(({ terms }) => terms.every(isKnown));
    const limits = bounds.filter((bound) => slotsOf(bound).some(isHere) && slotsOf(bound).every(isKnown));
    if (relevant.length + limits.length === 0) return placements;
    const judged = placements.map((placement) => {
      const amount = (other: Slot): bigint => (isHere(other) ? at(placement.vector, other.column) : (ledger.amount(other) ?? 0n));
      return { placement, broken: brokenWith(amount, relevant, limits, ledger.unitOf(slot.table)) };
    });
    const fewest = Math.min(...judged.map(({ broken }) => broken));
    return judged.filter(({ broken }) => broken === fewest).map(({ placement }) => placement);
  });
}

/** The equations between tables under each open table's row that they touch. */
function equationsByRow(ledger: Ledger, domains: OpenTables): Map<string, SlotEquation[]> {
  const touching = new Map<string, SlotEquation[]>();
  for (const equation of IDENTITIES.flatMap((identity) => identity.document?.(ledger) ?? [])) {
    for (const term of equation.terms) {
      if (!domains.has(term.table)) continue;
      addTo(touching, keyOf(term), equation);
    }
  }
  return touching;
}

/** How many equations fail and bounds are exceeded with these amounts. */
function brokenWith(amount: (slot: Slot) => bigint, equations: readonly SlotEquation[], bounds: readonly Bound[], u: bigint): number {
  const exceeded = bounds.filter(({ slot, limit }) => amount(slot) > limit.reduce((sum, other) => sum + amount(other), 0n));
  const failed = equations.filter(({ terms }) => {
    const residual = terms.reduce((sum, term) => sum + BigInt(term.sign) * amount(term), 0n);
    return judge(residual, 1, u) === 'broken';
  });
  return exceeded.length + failed.length;
}

function isSettled(domains: OpenTables, { table, row }: RowSlot): boolean {
  return (domains.get(table)?.get(row)?.length ?? 0) <= 1;
}

const slotsOf = ({ slot, limit }: Bound): Slot[] => [slot, ...limit];

const keyOf = ({ table, row }: RowSlot): string => `${table}.${row}`;
