import { Random } from '../../generator/random.ts';
import { DAMAGES, type DamageKind } from './damage.ts';
import type { TrustDocument } from './documents.ts';
import { type Outcome, outcomeOf, truthOf } from './outcome.ts';

/** One kind of damage done to every document. `rate`: share of numbers, for damage to single numbers. */
export interface Setting {
  name: string;
  kind: DamageKind | null;
  rate: number;
}

const percent = (rate: number): string => `${rate * 100} %`;
/** Damage to single numbers: with each of these shares of them. */
const RATES: Readonly<Partial<Record<DamageKind, readonly number[]>>> = {
  'wrong-digit': [0.001, 0.01, 0.05],
  'ocr-confusion': [0.01],
  'footnote-digits': [0.01],
  'too-narrow': [0.01],
  'hidden-text': [0.01],
};

export const SETTINGS: readonly Setting[] = [
  { name: 'undamaged', kind: null, rate: 0 },
  ...DAMAGES.flatMap((kind): Setting[] => {
    const name = kind.replaceAll('-', ' ');
    return RATES[kind]?.map((rate) => ({ name: `${name}, ${percent(rate)}`, kind, rate })) ?? [{ name, kind, rate: 0 }];
  }),
];

export interface Result {
  documents: number;
  outcomes: Outcome[];
  missing: number;
  missingSilent: number;
  determined: number;
  repaired: number;
  /** What passed in silence, for a person to look at: document, place of the number, and the number that was read; or `lost`. */
  passed: string[];
  /** Wrong numbers, and those among them that come first when twice their number are looked at, by rising confidence. */
  wrong: number;
  found: number;
}

const SEED = 7;
const REVIEWED = 2;

/** Damages each document with a seed of its own and extracts it again. */
export async function experiment(documents: readonly TrustDocument[], { kind, rate }: Setting, seed = SEED): Promise<Result> {
  const result: Result = {
    documents: 0,
    outcomes: [],
    missing: 0,
    missingSilent: 0,
    determined: 0,
    repaired: 0,
    passed: [],
    wrong: 0,
    found: 0,
  };
  for (const [i, document] of documents.entries()) {
    const { extraction, changes } =
      kind === null ? { extraction: document.extraction, changes: [] } : await document.damaged(kind, rate, new Random(i * 31 + seed));
    const { outcomes, passed, ...counts } = outcomeOf(truthOf(document.extraction, document.gold), extraction, changes);
    const wrong = outcomes.filter(({ right }) => !right).length;
    const first = [...outcomes].sort((a, b) => a.confidence - b.confidence).slice(0, REVIEWED * wrong);
    result.documents++;
    result.outcomes.push(...outcomes);
    result.missing += counts.missing;
    result.missingSilent += counts.missingSilent;
    result.determined += counts.determined;
    result.repaired += counts.repaired;
    for (const line of passed) result.passed.push(`${document.name}\t${line}`);
    result.wrong += wrong;
    result.found += first.filter(({ right }) => !right).length;
  }
  return result;
}
