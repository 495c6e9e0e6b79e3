import { groupBy } from '../../model/add-all.ts';
import type { ReviewEntry } from './draft.ts';

type Cause = (entry: ReviewEntry) => string;

/** Rules whose entries have one cause where this says the same of them. */
const CAUSES: Readonly<Record<string, Cause>> = {
  // A document that rounds does so in all its tables: a person who has seen one tail has seen them all.
  'equation/tail': () => '',
  // Rows that one table lacks are lacking in the tables that repeat it.
  'equation/rows-missing': ({ actual }) => actual,
  'subject/level-missing': ({ actual, expected }) => `${actual}|${expected}`,
  'subject/name-of-another': ({ actual, expected }) => `${actual}|${expected}`,
};

/** One entry for each cause, where the first of its kind stood: its text, and the numbers and places of all. */
export function mergedByCause<T extends ReviewEntry>(entries: readonly T[]): T[] {
  let alone = 0;
  const groups = groupBy(entries, (entry) => {
    const cause = CAUSES[entry.ruleId];
    return cause ? `${entry.ruleId}|${cause(entry)}` : String(alone++);
  });
  return [...groups.values()].map(([first, ...others]): T => {
    if (others.length === 0) return first;
    return {
      ...first,
      factIds: [...new Set([first, ...others].flatMap(({ factIds }) => factIds))],
      places: [...first.places, ...others.flatMap(({ places }) => places.slice(0, 1))],
      probability: Math.max(first.probability, ...others.map(({ probability }) => probability)),
    };
  });
}
