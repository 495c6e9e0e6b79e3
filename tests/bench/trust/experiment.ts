import type { Profile } from '../../../schemas/profile.ts';
import { Random } from '../../generator/random.ts';
import { DAMAGES, type DamageKind, damage } from './damage.ts';
import { extractSource, optionsOf, type TrustDocument } from './documents.ts';
import { type Outcome, outcomeOf, truthOf } from './outcome.ts';

/** One kind of damage done to every document. `rate`: share of numbers, for damage to single numbers. */
export interface Setting {
  name: string;
  kind: DamageKind | null;
  rate: number;
}

const percent = (rate: number): string => `${rate * 100} %`;
const SINGLE: readonly DamageKind[] = ['wrong-digit', 'ocr-confusion'];

export const SETTINGS: readonly Setting[] = [
  { name: 'undamaged', kind: null, rate: 0 },
  ...[0.001, 0.01, 0.05].map((rate): Setting => ({ name: `wrong digit, ${percent(rate)}`, kind: 'wrong-digit', rate })),
  { name: `OCR confusion, ${percent(0.01)}`, kind: 'ocr-confusion', rate: 0.01 },
  ...DAMAGES.filter((kind) => !SINGLE.includes(kind)).map((kind): Setting => ({ name: kind.replaceAll('-', ' '), kind, rate: 0 })),
];

export interface Result {
  documents: number;
  outcomes: Outcome[];
  missing: number;
  missingSilent: number;
  determined: number;
  repaired: number;
  /** Wrong numbers, and those among them that come first when twice their number are looked at, by rising confidence. */
  wrong: number;
  found: number;
}

const SEED = 7;
const REVIEWED = 2;

/** Damages each document with a seed of its own and extracts it again. */
export function experiment(
  documents: readonly TrustDocument[],
  { kind, rate }: Setting,
  profiles: readonly Profile[],
  seed = SEED,
): Result {
  const result: Result = { documents: 0, outcomes: [], missing: 0, missingSilent: 0, determined: 0, repaired: 0, wrong: 0, found: 0 };
  documents.forEach((document, i) => {
    const damaged =
      kind === null
        ? { source: document.source, changes: [] }
        : damage(document.source, document.extraction.disclosure.tables, kind, rate, new Random(i * 31 + seed));
    const { outcomes, ...counts } = outcomeOf(
      truthOf(document.extraction, document.gold),
      extractSource(damaged.source, optionsOf(profiles)),
      damaged.changes,
    );
    const wrong = outcomes.filter(({ right }) => !right).length;
    const first = [...outcomes].sort((a, b) => a.confidence - b.confidence).slice(0, REVIEWED * wrong);
    result.documents++;
    result.outcomes.push(...outcomes);
    result.missing += counts.missing;
    result.missingSilent += counts.missingSilent;
    result.determined += counts.determined;
    result.repaired += counts.repaired;
    result.wrong += wrong;
    result.found += first.filter(({ right }) => !right).length;
  });
  return result;
}
