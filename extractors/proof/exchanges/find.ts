import { addTo } from '../../model/add-all.ts';
import type { Facet } from '../identities/across/facets.ts';
import { facetsOf } from '../identities/across/facets.ts';
import type { Ledger, Slot } from '../ledger/ledger.ts';
import { areComparable, HALVES, isCounterpart, partnersOf } from './comparable.ts';
import { MOST_FACETS, RATE_TOLERANCE, TELLING } from './settings.ts';

/** Two neighbouring rows of a table whose numbers other tables print the other way round. */
export interface Exchange {
  table: number;
  rows: readonly [number, number];
}

/** What two rows of one table hold in one column. */
interface Pair {
  facet: Facet;
  /** What they are about. */
  names: readonly [string, string];
  slots: readonly [Slot, Slot];
  amounts: readonly [bigint, bigint];
}

/** The tables that print a pair of rows as it stands here, and those that print it the other way round. */
interface Votes {
  exchange: Exchange;
  for: Set<number>;
  against: Set<number>;
}

type FacetsBySubject = ReadonlyMap<string, readonly Facet[]>;

/**
 * Rows (a, b) with the amounts (x, y) where another table has (y, x) for the same subjects, in columns that cannot both be right; or where
 * what names the same money elsewhere has the neighbour's amount. Of several tables those are named that most others speak against.
 */
export function exchangedRows(ledger: Ledger): Exchange[] {
  const facets = facetsOf(ledger);
  const bySubject = new Map<string, Facet[]>();
  for (const facet of facets) for (const subject of facet.slots.keys()) addTo(bySubject, subject, facet);
  const votes = new Map<string, Votes>();
  const disputes: [Votes, Votes][] = [];
  const alone: Votes[] = [];
  for (const pair of facets.flatMap((facet) => neighbours(ledger, facet))) {
    const own = votesOf(votes, pair);
    for (const facing of facingIn(ledger, bySubject, pair)) {
      if (isSame(facing.amounts, pair.amounts)) own.for.add(facing.facet.table);
      else if (isSame(facing.amounts, [pair.amounts[1], pair.amounts[0]])) {
        const theirs = votesOf(votes, facing);
        own.against.add(facing.facet.table);
        theirs.against.add(pair.facet.table);
        disputes.push([own, theirs]);
      }
    }
    if (isBesideCounterpart(ledger, bySubject, pair) || hasRatesOfOther(pair)) alone.push(own);
  }
  return [...new Set([...disputes.flatMap(mostDoubted), ...alone.filter((own) => own.for.size === 0)])].map(({ exchange }) => exchange);
}

/** Rows below each other in one column with different amounts. */
function neighbours(ledger: Ledger, facet: Facet): Pair[] {
  const filled = [...facet.slots].flatMap(([name, slot]) => {
    const amount = ledger.amount(slot) ?? 0n;
    return name === '' || amount === 0n ? [] : [{ name, slot, amount }];
  });
  return filled.slice(1).flatMap((below, i): Pair[] => {
    const above = filled[i];
    if (!above || above.slot.column !== below.slot.column || above.amount === below.amount) return [];
    if (!isTelling(above.amount) && !isTelling(below.amount)) return [];
    return [{ facet, names: [above.name, below.name], slots: [above.slot, below.slot], amounts: [above.amount, below.amount] }];
  });
}

/** The same two subjects in comparable columns of other tables. */
function facingIn(ledger: Ledger, bySubject: FacetsBySubject, { facet, names }: Pair): Pair[] {
  return (bySubject.get(names[0]) ?? []).slice(0, MOST_FACETS).flatMap((other): Pair[] => {
    const [first, second] = [other.slots.get(names[0]), other.slots.get(names[1])];
    if (!first || !second || other.table === facet.table || !areComparable(facet, other)) return [];
    const amounts = [ledger.amount(first) ?? 0n, ledger.amount(second) ?? 0n] as const;
    return [{ facet: other, names, slots: [first, second], amounts }];
  });
}

const isSame = ([a, b]: readonly [bigint, bigint], [x, y]: readonly [bigint, bigint]): boolean => a === x && b === y;

function isTelling(amount: bigint): boolean {
  return amount.toString().replace(/^-|0+$/g, '').length >= TELLING;
}

function votesOf(votes: Map<string, Votes>, { facet: { table }, slots }: Pair): Votes {
  const [a, b] = slots[0].row < slots[1].row ? [slots[0].row, slots[1].row] : [slots[1].row, slots[0].row];
  const key = `${table}|${a}|${b}`;
  const known = votes.get(key) ?? { exchange: { table, rows: [a, b] }, for: new Set(), against: new Set() };
  votes.set(key, known);
  return known;
}

/** Of two tables that differ the one that more others contradict; both, where that is even. */
function mostDoubted([one, other]: readonly [Votes, Votes]): Votes[] {
  const difference = one.against.size - one.for.size - (other.against.size - other.for.size);
  return difference === 0 ? [one, other] : [difference > 0 ? one : other];
}

/** What is the same money elsewhere has the amount of the neighbour, and not the row's own; in both rows, where both have such a counterpart. */
function isBesideCounterpart(ledger: Ledger, bySubject: FacetsBySubject, { facet, names, amounts: [x, y] }: Pair): boolean {
  const [ofAbove, ofBelow] = names.map((name) => counterpartsOf(ledger, bySubject, facet, name)) as [Set<bigint>, Set<bigint>];
  const aboveIsBelow = ofAbove.has(y) && !ofAbove.has(x) && isTelling(y);
  const belowIsAbove = ofBelow.has(x) && !ofBelow.has(y) && isTelling(x);
  if (ofAbove.size > 0 && ofBelow.size > 0) return aboveIsBelow && belowIsAbove;
  return aboveIsBelow || belowIsAbove;
}

/** The lower of two rates of the same pay has the amount of the higher one. */
function hasRatesOfOther({ names, amounts: [above, below] }: Pair): boolean {
  return HALVES.some(({ whole, half }) => {
    const [more, less] =
      names[0] === whole && names[1] === half ? [above, below] : names[0] === half && names[1] === whole ? [below, above] : [0n, 0n];
    const rest = less - 2n * more;
    return more > 0n && (rest < 0n ? -rest : rest) * RATE_TOLERANCE <= less;
  });
}

/** The amounts that other tables print of what names the same money. */
function counterpartsOf(ledger: Ledger, bySubject: FacetsBySubject, facet: Facet, name: string): Set<bigint> {
  const amounts = partnersOf(name).flatMap((partner) =>
    (bySubject.get(partner) ?? []).slice(0, MOST_FACETS).flatMap((other) => {
      const slot = other.slots.get(partner);
      const amount = slot && isCounterpart(facet, other) ? ledger.amount(slot) : null;
      return amount ? [amount] : [];
    }),
  );
  return new Set(amounts);
}
