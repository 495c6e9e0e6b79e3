import type { Coordinate } from '../../../../schemas/lexicon/coordinates/coordinates.ts';
import { PARTITIONS } from '../../../../schemas/lexicon/coordinates/index.ts';
import type { Identity } from '../../ledger/identity.ts';
import { type Ledger, type Slot, type SlotEquation, sumEquation } from '../../ledger/ledger.ts';
import { type Facet, type FacetSum, facetsAlike, isComparable, kindOf, mostHold } from './facets.ts';

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
    return ACROSS.flatMap((coordinate) => {
      const groups = facetsAlike(ledger, coordinate);
      const present = partsWithAmounts(ledger, groups.flat(), coordinate);
      return groups.flatMap((group) => sumsOf(ledger, group, coordinate, present));
    });
  },
};

/** Values of the coordinate with any amount, of either flow, by period and stage. */
function partsWithAmounts(ledger: Ledger, facets: readonly Facet[], coordinate: Coordinate): Map<string, Set<string>> {
  const present = new Map<string, Set<string>>();
  for (const facet of facets) {
    const value = facet.coordinates[coordinate];
    if (value === null || !hasAmounts(ledger, facet)) continue;
    const key = scopeOf(facet);
    present.set(key, (present.get(key) ?? new Set()).add(value));
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

function sumsOf(
  ledger: Ledger,
  group: readonly Facet[],
  coordinate: Coordinate,
  present: ReadonlyMap<string, ReadonlySet<string>>,
): SlotEquation[] {
  return group.flatMap((whole) => {
    if (partition(coordinate, whole.coordinates[coordinate]).length === 0) return [];
    const others = group.filter(({ table }) => table !== whole.table);
    return sumsOfWhole(ledger, { whole, others, coordinate, told: [...(present.get(scopeOf(whole)) ?? [])] });
  });
}

/** What the sums of one whole depend on. */
interface Question {
  whole: Facet;
  others: readonly Facet[];
  coordinate: Coordinate;
  /** Values of the coordinate of which the document tells amounts. */
  told: readonly string[];
}

/** Answers for as long as the table of the whole lives: a person's decision changes one table, and most wholes are of others. */
const ANSWERED = new WeakMap<Facet, Map<Coordinate, { question: Question; equations: SlotEquation[] }>>();

function sumsOfWhole(ledger: Ledger, question: Question): SlotEquation[] {
  const answers = ANSWERED.get(question.whole) ?? new Map();
  ANSWERED.set(question.whole, answers);
  const before = answers.get(question.coordinate);
  if (before && sameList(before.question.others, question.others) && sameList(before.question.told, question.told)) return before.equations;
  const equations = sumsOfParts(ledger, question);
  answers.set(question.coordinate, { question, equations });
  return equations;
}

const sameList = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((item, i) => item === other[i]);

function sumsOfParts(ledger: Ledger, { whole, others, coordinate, told }: Question): SlotEquation[] {
  const { parts, lacking } = partsOf(others, whole, coordinate, whole.coordinates[coordinate]);
  if (parts.length === 0) return [];
  const sums = sharedSums(ledger, whole, parts);
  const isComplete = !lacking.some((value) => told.includes(value)) && covers(ledger, whole, sums);
  const isWhole = isComplete || isTotal(ledger, sums);
  if (!isWhole || !mostHold(ledger, sums)) return [];
  return sums.map(({ total, addends }) => sumEquation('parts-of-a-whole', 'document', total, addends));
}

interface Parts {
  parts: Facet[];
  /** Values of the coordinate that are not printed. */
  lacking: string[];
}

/** A facet for each part of a value, or for the parts of that part. */
function partsOf(facets: readonly Facet[], whole: Facet, coordinate: Coordinate, value: string | null): Parts {
  const found: Parts = { parts: [], lacking: [] };
  for (const part of partition(coordinate, value)) {
    const printed = mostAlike(
      facets.filter(({ coordinates }) => coordinates[coordinate] === part),
      whole,
    );
    const inner = printed ? { parts: [printed], lacking: [] } : partsOf(facets, whole, coordinate, part);
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

/** The one that shares most subjects with the whole. */
function mostAlike(facets: readonly Facet[], whole: Facet): Facet | undefined {
  const shared = ({ slots }: Facet): number => [...slots.keys()].filter((subject) => whole.slots.has(subject)).length;
  return facets
    .map((facet) => ({ facet, count: shared(facet) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)[0]?.facet;
}

const listed = (slot: Slot | undefined): Slot[] => (slot === undefined ? [] : [slot]);
