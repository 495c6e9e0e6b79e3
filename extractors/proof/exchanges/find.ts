import { addTo, groupBy } from '../../model/add-all.ts';
import { at } from '../../model/at.ts';
import { type Facet, facetsOf, facetsOfTable } from '../identities/across/facets.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { perList, perPair } from '../ledger/per-list.ts';
import { perTable } from '../ledger/per-table.ts';
import { areComparable, HALVES, hasPartners, isCounterpart, partnersOf } from './comparable.ts';
import { MOST_FACETS, MOST_TABLES, RATE_TOLERANCE, TELLING } from './settings.ts';

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
  rows: readonly [number, number];
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
  const votes = new Map<string, Votes>();
  const disputes: [Votes, Votes][] = [];
  const firsts = [...groupBy(facets, ({ table }) => table).values()].map(([first]) => first);
  for (const [i, partners] of partnersAmong(ledger, firsts).entries()) {
    const one = at(firsts, i);
    for (const other of partners.map((k) => at(firsts, k))) {
      for (const { rows, theirs, isSame } of facingRows(ledger, one, other)) {
        const own = votesOf(votes, one.table, rows);
        if (isSame) own.for.add(other.table);
        else {
          const others = votesOf(votes, other.table, theirs);
          own.against.add(other.table);
          others.against.add(one.table);
          disputes.push([own, others]);
        }
      }
    }
  }
  const alone = namedElsewhere(ledger, facets).map(({ facet, rows }) => votesOf(votes, facet.table, rows));
  return [...new Set([...disputes.flatMap(mostDoubted), ...alone.filter((own) => own.for.size === 0)])].map(({ exchange }) => exchange);
}

/** What the columns of a table are about. */
const subjectsOf = perTable((ledger, t): string[] => [...new Set(facetsOfTable(ledger, t).flatMap(({ slots }) => [...slots.keys()]))]);

/** By the first facet of each table, the places of those of other tables that print one of its subjects. */
function partnersAmong(ledger: Ledger, firsts: readonly Facet[]): readonly (readonly number[])[] {
  const signatures = firsts.map(({ table }) => subjectsOf(ledger, table).join('\n'));
  return partnersBySubjects(ledger, firsts.slice(0, 1), signatures).map((partners, i) =>
    partners.filter((k) => at(firsts, k).table !== at(firsts, i).table),
  );
}

/** A decision changes amounts and no subjects: who is asked stays the same. */
const partnersBySubjects = perList((_ledger: Ledger, _anchor: readonly Facet[], signatures): number[][] => {
  const subjects = signatures.map((signature) => signature.split('\n'));
  const bySubject = new Map<string, number[]>();
  for (const [i, own] of subjects.entries()) for (const subject of own) addTo(bySubject, subject, i);
  return subjects.map((own, i) => {
    const found = new Set(own.flatMap((subject) => (subject === '' ? [] : (bySubject.get(subject) ?? []).slice(0, MOST_TABLES))));
    found.delete(i);
    return [...found].sort((a, b) => a - b);
  });
});

/** Neighbouring rows of one table with two of another that are about the same. */
interface Facing {
  rows: readonly [number, number];
  theirs: readonly [number, number];
  /** The same amounts; else the one has those of the other. */
  isSame: boolean;
}

/** What two tables say of each other's rows, each by its first facet. */
const facingRows = perPair((ledger, { table: one }: Facet, { table: other }: Facet): Facing[] =>
  facetsOfTable(ledger, one).flatMap((facet) => {
    const comparable = facetsOfTable(ledger, other).filter((theirs) => areComparable(facet, theirs));
    return comparable.length === 0
      ? []
      : neighbours(ledger, facet).flatMap((pair) => comparable.flatMap((theirs) => facing(ledger, pair, theirs)));
  }),
);

function facing(ledger: Ledger, { names, rows, amounts: [x, y] }: Pair, other: Facet): Facing[] {
  const [first, second] = [other.slots.get(names[0]), other.slots.get(names[1])];
  if (!first || !second) return [];
  const [a, b] = [ledger.amount(first) ?? 0n, ledger.amount(second) ?? 0n];
  const isSame = a === x && b === y;
  return isSame || (a === y && b === x) ? [{ rows, theirs: inOrder(first.row, second.row), isSame }] : [];
}

/** Pairs of which the rows are named elsewhere as the same money, with each other's amounts. */
function namedElsewhere(ledger: Ledger, facets: readonly Facet[]): Pair[] {
  const bySubject = new Map<string, Facet[]>();
  for (const facet of facets) for (const subject of facet.slots.keys()) if (hasPartners(subject)) addTo(bySubject, subject, facet);
  const pairs = facets.flatMap((facet) => neighbours(ledger, facet));
  return pairs.filter((pair) => pair.names.some(hasPartners) && (isBesideCounterpart(ledger, bySubject, pair) || hasRatesOfOther(pair)));
}

/** Rows below each other in one column with different amounts. */
const NEIGHBOURS = new WeakMap<Facet, Pair[]>();

function neighbours(ledger: Ledger, facet: Facet): Pair[] {
  const known = NEIGHBOURS.get(facet) ?? neighboursIn(ledger, facet);
  NEIGHBOURS.set(facet, known);
  return known;
}

function neighboursIn(ledger: Ledger, facet: Facet): Pair[] {
  const filled = [...facet.slots].flatMap(([name, slot]) => {
    const amount = ledger.amount(slot) ?? 0n;
    return name === '' || amount === 0n ? [] : [{ name, slot, amount }];
  });
  return filled.slice(1).flatMap((below, i): Pair[] => {
    const above = filled[i];
    if (!above || above.slot.column !== below.slot.column || above.amount === below.amount) return [];
    if (!isTelling(above.amount) && !isTelling(below.amount)) return [];
    return [
      { facet, names: [above.name, below.name], rows: inOrder(above.slot.row, below.slot.row), amounts: [above.amount, below.amount] },
    ];
  });
}

const inOrder = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a]);

function isTelling(amount: bigint): boolean {
  return amount.toString().replace(/^-|0+$/g, '').length >= TELLING;
}

function votesOf(votes: Map<string, Votes>, table: number, rows: readonly [number, number]): Votes {
  const key = `${table}|${rows[0]}|${rows[1]}`;
  const known = votes.get(key) ?? { exchange: { table, rows }, for: new Set(), against: new Set() };
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
