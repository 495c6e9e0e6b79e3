import type { Measure, Score } from './score.ts';

/** What score.json beside a sample records: F1 a measure, and the counts of silent errors and needless flags. */
export type Recorded = Record<string, number>;

const HIGHER_IS_BETTER = [
  'facts',
  'factsFull',
  'units',
  'indicators',
  'indicatorLevels',
  'indicatorResults',
  'projects',
  'projectResults',
  'statements',
] as const;
const LOWER_IS_BETTER = ['wrongSilent', 'missingSilent', 'wrongFlagged', 'missingFlagged', 'rightFlagged'] as const;

export function record(score: Score): Recorded {
  return Object.fromEntries([
    ...HIGHER_IS_BETTER.map((name) => [name, score[name].f1]),
    ...LOWER_IS_BETTER.map((name) => [name, score.review[name]]),
  ]);
}

export interface Comparison {
  worse: string[];
  better: string[];
}

/** Names what changed against the record, `measure: recorded → now`. A measure that the record lacks counts as better. */
export function compare(recorded: Recorded, now: Recorded): Comparison {
  const result: Comparison = { worse: [], better: [] };
  for (const [name, value] of Object.entries(now)) {
    const before = recorded[name];
    if (before === value) continue;
    const text = `${name}: ${before ?? 'unrecorded'} → ${value}`;
    const gain = (LOWER_IS_BETTER as readonly string[]).includes(name) ? (before ?? value) - value : value - (before ?? value);
    (gain < 0 ? result.worse : result.better).push(text);
  }
  return result;
}

/** The first differences of a measure, for the message of a failing ratchet. */
export function differences(score: Score, limit = 8): string[] {
  const shown = (name: string, { missing, extra }: Measure): string[] => [
    ...missing.slice(0, limit).map((text) => `  - ${name} missing: ${text}`),
    ...extra.slice(0, limit).map((text) => `  + ${name} extra: ${text}`),
  ];
  return HIGHER_IS_BETTER.flatMap((name) => shown(name, score[name]));
}
