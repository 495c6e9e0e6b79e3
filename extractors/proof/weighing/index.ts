/** What speaks for each of several readings of a table in, which of two is the better out; imports schemas, model, notation. */
import { isPartOf } from '../../../schemas/lexicon/coordinates/index.ts';
import type { ValueColumn } from '../../model/tables.ts';
import { understand } from '../../notation/coordinate-words.ts';

/** What speaks for a reading, and against it. */
export interface Evidence {
  /** Digits of totals that two addends or more give exactly. */
  exact: number;
  /** Digits of totals that their addends do not give. */
  broken: number;
  /** Amounts without a column, or in a column without a name. */
  unplaced: number;
  /** Columns below words that exclude each other (财政拨款 > 单位资金). */
  contradicted: number;
  /** Digits by which layout or words make the reading less likely than the likeliest one. */
  cost: number;
}

/** In digits: what confirms or contradicts a reading is as strong as sums are long, for a number of n digits agrees by chance once in 10^n times. */
export const WEIGHTS = {
  /** Sums of a wrong reading hold by chance where columns are empty: a broken one says more. */
  broken: 2,
  /** As much as two sums of amounts of six digits. */
  unplaced: 12,
  /** As much as one such sum: there are headers that say such things. */
  contradicted: 6,
  /** Less is no evidence: numbers of so few digits agree by chance. */
  least: 4,
} as const;

export const NO_EVIDENCE: Evidence = { exact: 0, broken: 0, unplaced: 0, contradicted: 0, cost: 0 };

/** Of the same reading of several tables. */
export function together(one: Evidence, other: Evidence): Evidence {
  return {
    exact: one.exact + other.exact,
    broken: one.broken + other.broken,
    unplaced: one.unplaced + other.unplaced,
    contradicted: one.contradicted + other.contradicted,
    cost: one.cost + other.cost,
  };
}

/** The weight of a reading in digits. */
export function weigh({ exact, broken, unplaced, contradicted, cost }: Evidence): number {
  return exact - WEIGHTS.broken * broken - WEIGHTS.unplaced * unplaced - WEIGHTS.contradicted * contradicted - cost;
}

/** Sums that a reading does not state are no evidence for it: one that confirms less is better only where it places more. */
export function isBetter(one: Evidence, other: Evidence): boolean {
  return (one.exact >= other.exact || one.unplaced < other.unplaced) && weigh(one) - weigh(other) >= WEIGHTS.least;
}

/** A reading that is not the best one is as likely where numbers and words say as much for it, and its cost differs by less than `noise`. */
export function isTied(best: Evidence, other: Evidence, noise: number): boolean {
  return weigh({ ...best, cost: 0 }) <= weigh({ ...other, cost: 0 }) && other.cost - best.cost < noise;
}

const EXCLUDING = ['fund', 'component', 'vintage', 'item'] as const;

/** How many columns stand below a word that excludes their own. */
export function contradictions({ columns }: { columns: readonly Pick<ValueColumn, 'path'>[] }): number {
  return columns.filter(({ path }) => path.some((text, k) => path.slice(k + 1).some((below) => areApart(text, below)))).length;
}

function areApart(above: string, below: string): boolean {
  const [outer, inner] = [understand(above).said, understand(below).said];
  return EXCLUDING.some((key) => {
    const [whole, part] = [outer[key], inner[key]];
    // What is not named may be of any kind: 其他资金 is divided into 事业收入 and others.
    return whole && part && whole !== 'other' && !isPartOf(key, part, whole) && !isPartOf(key, whole, part);
  });
}
