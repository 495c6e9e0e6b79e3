import type { Coordinate } from '../../../../schemas/lexicon/coordinates/coordinates.ts';
import { PARTITIONS } from '../../../../schemas/lexicon/coordinates/index.ts';
import { at } from '../../../model/at.ts';
import type { Identity } from '../../ledger/identity.ts';
import { type Ledger, type Slot, type SlotEquation, sumEquation } from '../../ledger/ledger.ts';
import { perList, perPair } from '../../ledger/per-list.ts';
import { type Facet, type FacetSum, facetsAlike, isComparable, kindOf, mostHold, valueIn } from './facets.ts';

/** Coordinates whose parts stand in different tables. */
const ACROSS: readonly Coordinate[] = ['fund', 'component', 'vintage'];

/**
 * A number of all funds, components or years is the sum of those that are equal to it in everything but that: 支出总表 = 一般公共预算支出表 +
 * 政府性基金支出表, subject by subject. Only where every part of which the document tells any amount is printed, and no subject is left
 * that none of them has; or where those printed make up the total.
 */
export const partsOfAWhole: Identity = {
  id: 'parts-of-a-whole',
  document(ledger) {
    return SUMS.flatMap(({ coordinate, sumsIn }) => {
      const groups = facetsAlike(ledger, coordinate);
      const present = partsWithAmounts(ledger, groups, coordinate);
      return groups.flatMap((group) => sumsIn(ledger, group, [...(present.get(scopeOf(at(group, 0))) ?? [])]));
    });
  },
};

/** Values of the coordinate with any amount, of either flow, by the period and stage that the facets of a group have in common. */
function partsWithAmounts(ledger: Ledger, groups: readonly (readonly Facet[])[], coordinate: Coordinate): Map<string, Set<string>> {
  const present = new Map<string, Set<string>>();
  for (const group of groups) {
    const values = valueIn(present, scopeOf(at(group, 0)), () => new Set());
    for (const facet of group) {
      const value = facet.coordinates[coordinate];
      if (value !== null && hasAmounts(ledger, facet)) values.add(value);
    }
  }
  return present;
}

/** A facet's amounts are those of its table, and live as long. */
const HAVE_AMOUNTS = new WeakMap<Facet, boolean>();

function hasAmounts(ledger: Ledger, facet: Facet): boolean {
  const known = HAVE_AMOUNTS.get(facet) ?? [...facet.slots.values()].some((slot) => (ledger.amount(slot) ?? 0n) !== 0n);
  HAVE_AMOUNTS.set(facet, known);
  return known;
}

const scopeOf = ({ period, coordinates: { stage } }: Facet): string => `${period}|${stage}`;

/**
 * The sums of each whole in a group of facets that differ in one coordinate alone. `told`: values of the coordinate of which the document
 * tells amounts. A person's decision changes one table: most groups stay as they are, and in the others most wholes keep their parts.
 */
function sumsBy(coordinate: Coordinate) {
  const sumsOfParts = perList((ledger, [whole, ...parts]: readonly Facet[], lacking: readonly string[]) =>
    whole ? sumsOf(ledger, whole, parts, lacking.length === 0) : [],
  );
  return perList((ledger, group: readonly Facet[], told: readonly string[]): SlotEquation[] => {
    const byValue = new Map<string | null, Facet[]>();
    for (const facet of group) valueIn(byValue, facet.coordinates[coordinate], (): Facet[] => []).push(facet);
    return group.flatMap((whole) => {
      const { parts, lacking } = partsOf(ledger, byValue, whole, coordinate, whole.coordinates[coordinate]);
      if (parts.length === 0) return [];
      return sumsOfParts(
        ledger,
        [whole, ...parts],
        lacking.filter((value) => told.includes(value)),
      );
    });
  });
}

const SUMS = ACROSS.map((coordinate) => ({ coordinate, sumsIn: sumsBy(coordinate) }));

/** `isTold`: every part of which the document tells amounts is among them. */
function sumsOf(ledger: Ledger, whole: Facet, parts: readonly Facet[], isTold: boolean): SlotEquation[] {
  const sums = sharedSums(ledger, whole, parts);
  const isWhole = (isTold && covers(ledger, whole, sums)) || isTotal(ledger, sums);
  if (!isWhole || !mostHold(ledger, sums)) return [];
  return sums.map(({ total, addends }) => sumEquation('parts-of-a-whole', 'document', total, addends));
}

interface Parts {
  parts: Facet[];
  /** Values of the coordinate that are not printed. */
  lacking: string[];
}

/** A facet for each part of a value, or for the parts of that part. */
function partsOf(
  ledger: Ledger,
  byValue: ReadonlyMap<string | null, readonly Facet[]>,
  whole: Facet,
  coordinate: Coordinate,
  value: string | null,
): Parts {
  const found: Parts = { parts: [], lacking: [] };
  for (const part of partition(coordinate, value)) {
    const printed = mostAlike(ledger, byValue.get(part) ?? [], whole);
    const inner = printed ? { parts: [printed], lacking: [] } : partsOf(ledger, byValue, whole, coordinate, part);
    found.parts.push(...inner.parts);
    found.lacking.push(...inner.lacking);
    if (!printed && inner.parts.length === 0) found.lacking.push(part);
  }
  return found;
}

function partition(coordinate: Coordinate, whole: string | null): readonly string[] {
  return PARTITIONS.find((each) => each.coordinate === coordinate && each.whole === whole && !each.open)?.parts ?? [];
}

/** A part by other subjects says nothing of this one: by function it is not divided by economy. */
function sharedSums(ledger: Ledger, whole: Facet, parts: readonly Facet[]): FacetSum[] {
  const filled = parts.filter((part) => hasAmounts(ledger, part));
  return [...whole.slots].flatMap(([subject, total]) => {
    if (!filled.every(({ kinds }) => kinds.has(kindOf(subject))) || !isComparable(ledger, subject, [whole, ...filled])) return [];
    const addends = parts.flatMap(({ slots }) => listed(slots.get(subject)));
    return addends.length > 0 ? [{ subject, total, addends }] : [];
  });
}

/** What the whole has and none of its parts is part of one that is not printed. */
function covers(ledger: Ledger, whole: Facet, sums: readonly FacetSum[]): boolean {
  const subjects = new Set(sums.map(({ subject }) => subject));
  const kinds = new Set(sums.map(({ subject }) => kindOf(subject)));
  return [...whole.slots].every(
    ([subject, slot]) => subjects.has(subject) || !kinds.has(kindOf(subject)) || (ledger.amount(slot) ?? 0n) === 0n,
  );
}

/** The parts add up to the total to the last place: those that are not printed come to nothing. */
function isTotal(ledger: Ledger, sums: readonly FacetSum[]): boolean {
  const sum = sums.find(({ subject }) => subject === '');
  const whole = sum ? ledger.amount(sum.total) : null;
  if (!sum || whole === null || whole === 0n) return false;
  return sum.addends.reduce((rest, slot) => rest - (ledger.amount(slot) ?? 0n), whole) === 0n;
}

/** The one of another table that shares most subjects with the whole, the first of several. */
function mostAlike(ledger: Ledger, facets: readonly Facet[], whole: Facet): Facet | undefined {
  let [best, most]: [Facet | undefined, number] = [undefined, 0];
  for (const facet of facets) {
    const count = facet.table === whole.table ? 0 : sharedSubjects(ledger, facet, whole);
    if (count > most) [best, most] = [facet, count];
  }
  return best;
}

const sharedSubjects = perPair(
  (_, { slots }: Facet, whole: Facet) => [...slots.keys()].filter((subject) => whole.slots.has(subject)).length,
);

const listed = (slot: Slot | undefined): Slot[] => (slot === undefined ? [] : [slot]);
