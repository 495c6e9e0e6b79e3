import { COUNTERPARTS, RATES } from '../../../schemas/lexicon/classification/counterparts.ts';
import type { Coordinate } from '../../../schemas/lexicon/coordinates/coordinates.ts';
import { isPartOf } from '../../../schemas/lexicon/coordinates/index.ts';
import { type Facet, subjectOf } from '../identities/across/facets.ts';

/** Coordinates in which one column may be a part of the other. */
const DIVIDED: readonly Coordinate[] = ['fund', 'component', 'vintage'];
const EQUAL: readonly Coordinate[] = ['memo', 'stage', 'item'];

/**
 * Whether two columns may not print amounts of two subjects the one way and the other: they say the same, or one is a part of the other, or
 * they are the revenue and the whole expenditure by the same subjects.
 */
export function areComparable(a: Facet, b: Facet): boolean {
  if (a.period !== b.period || EQUAL.some((key) => a.coordinates[key] !== b.coordinates[key])) return false;
  const isSide = a.coordinates.flow !== b.coordinates.flow;
  if (isSide && !(isWhole(a) && isWhole(b))) return false;
  return DIVIDED.every((key) => (key === 'component' && isSide) || areRelated(a, b, key));
}

/** Revenue, or expenditure of all components. */
const isWhole = ({ coordinates: { flow, component } }: Facet): boolean => flow === 'revenue' || component === 'total';

function areRelated(a: Facet, b: Facet, key: Coordinate): boolean {
  const [x, y] = [a.coordinates[key], b.coordinates[key]];
  if (x === y) return true;
  if (x === null || y === null) return false;
  return isPartOf(key, x, y) || isPartOf(key, y, x);
}

const PARTNERS = new Map<string, string[]>();
for (const { departmentEconomic, functional, item } of COUNTERPARTS) {
  const [one, other] = [
    subjectOf({ departmentEconomicCode: departmentEconomic }),
    subjectOf(functional ? { functionalCode: functional } : { item }),
  ];
  PARTNERS.set(one, [other]);
  PARTNERS.set(other, [one]);
}

/** Pairs of subjects of which the one is half of the other. */
export const HALVES: readonly { whole: string; half: string }[] = RATES.flatMap(({ pension, annuity }) =>
  (['functionalCode', 'departmentEconomicCode'] as const).map((key) => ({
    whole: subjectOf({ [key]: pension[key] }),
    half: subjectOf({ [key]: annuity[key] }),
  })),
);

const RATED: ReadonlySet<string> = new Set(HALVES.flatMap(({ whole, half }) => [whole, half]));

/** Whether another classification names the same money, or another row is a rate of the same pay. */
export function hasPartners(subject: string): boolean {
  return PARTNERS.has(subject) || RATED.has(subject);
}

/** The subjects of other classifications that name the same money. */
export function partnersOf(subject: string): readonly string[] {
  return PARTNERS.get(subject) ?? [];
}

/** Whether the columns are of the same money, so that what names it in both ways has one amount. */
export function isCounterpart(a: Facet, b: Facet): boolean {
  if (a.period !== b.period || a.coordinates.stage !== b.coordinates.stage || a.coordinates.flow !== b.coordinates.flow) return false;
  return areRelated(a, b, 'fund') && areRelated(a, b, 'vintage');
}
