import { createHash } from 'node:crypto';
import type { Extraction } from '../../extractors/extraction.ts';
import { toRecords } from '../../pipeline/publish/records/records.ts';

/**
 * What a document gave when its output was last accepted, without a word of it: how many of each, and a hash of 24 bits for each fact,
 * indicator, project and statement. From two of them it is told exactly how many are no longer there, how many are new, and where.
 */

const HASH_BYTES = 3;

const COUNTS = ['facts', 'proved', 'exact', 'tail', 'broken', 'review', 'indicators', 'projects', 'statements'] as const;
export type Counts = Record<(typeof COUNTS)[number], number>;

export interface Reference {
  counts: Counts;
  /** `<index> <kind>` of a table, `indicators`, `projects` or `statements` → the sorted hashes of its entries, in base64. */
  hashes: Record<string, string>;
}

export interface Digest extends Reference {
  /** Titles as the document prints them, by the names of `hashes`; shown in messages, never recorded. */
  titles: ReadonlyMap<string, string>;
}

/** Entries of a document that say the same are told apart by how often they occurred before. */
class Hasher {
  readonly #met = new Map<string, number>();

  hash(...parts: readonly (string | number | null)[]): string {
    const text = parts.map((part) => part ?? '').join('|');
    const before = this.#met.get(text) ?? 0;
    this.#met.set(text, before + 1);
    return createHash('sha256')
      .update(`${text}|${before}`)
      .digest('hex')
      .slice(0, 2 * HASH_BYTES);
  }
}

const pack = (hashes: readonly string[]): string => Buffer.from([...hashes].sort().join(''), 'hex').toString('base64');

function unpack(packed: string): string[] {
  const hex = Buffer.from(packed, 'base64').toString('hex');
  return Array.from({ length: hex.length / (2 * HASH_BYTES) }, (_, i) => hex.slice(i * 2 * HASH_BYTES, (i + 1) * 2 * HASH_BYTES));
}

export function digest({ disclosure, report }: Extraction): Digest {
  const records = toRecords(disclosure, report);
  const facts = records['facts.csv'];
  const equations = records['equations.csv'];
  const hasher = new Hasher();
  const titles = new Map<string, string>();
  const sets = new Map<string, string[]>();
  const add = (name: string, hash: string): void => void (sets.get(name)?.push(hash) ?? sets.set(name, [hash]));

  for (const fact of facts) {
    const name = `${fact.table_index} ${fact.table_kind}`;
    titles.set(name, fact.table_title);
    add(name, hasher.hash(fact.table_title, fact.code, fact.label, fact.column_path, fact.value || fact.raw));
  }
  for (const one of records['indicators.csv'])
    add('indicators', hasher.hash('indicator', one.project, one.level1, one.level2, one.level3, one.operator, one.target, one.target_unit));
  for (const one of records['projects.csv']) add('projects', hasher.hash('project', one.name, one.implementer, one.amount));
  for (const one of records['statements.csv'])
    add('statements', hasher.hash('statement', one.concept, one.subject_code, one.value, one.unit, one.period));

  return {
    counts: {
      facts: facts.length,
      proved: facts.filter(({ value_state }) => value_state === 'proved').length,
      exact: equations.filter(({ status }) => status === 'exact').length,
      tail: equations.filter(({ status }) => status === 'tail').length,
      broken: equations.filter(({ status }) => status === 'broken').length,
      review: records['review.csv'].length,
      indicators: records['indicators.csv'].length,
      projects: records['projects.csv'].length,
      statements: records['statements.csv'].length,
    },
    hashes: Object.fromEntries([...sets].map(([name, hashes]) => [name, pack(hashes)])),
    titles,
  };
}

type Sets = ReadonlyMap<string, readonly string[]>;
const setsOf = (reference: Reference): Sets => new Map(Object.entries(reference.hashes).map(([name, packed]) => [name, unpack(packed)]));

/** Name → how many of its entries no set of the others holds. */
function without(sets: Sets, others: Sets): [name: string, count: number][] {
  const there = new Set([...others.values()].flat());
  return [...sets].flatMap(([name, hashes]) => {
    const count = hashes.filter((hash) => !there.has(hash)).length;
    return count > 0 ? [[name, count] as [string, number]] : [];
  });
}

/** The title by which today's document prints a recorded table: that of the table with which it shares most. */
function titleOf(recorded: readonly string[], now: Digest): string {
  const known = new Set(recorded);
  let best = { shared: 0, title: '' };
  for (const [name, hashes] of setsOf(now)) {
    const shared = hashes.filter((hash) => known.has(hash)).length;
    if (shared > best.shared) best = { shared, title: now.titles.get(name) ?? '' };
  }
  return best.title;
}

export interface Difference {
  /** Entries of the record that are no longer there, and counts that became worse. */
  worse: string[];
  /** What is new or better, or only other. */
  other: string[];
}

/** Sign of a count's change that is worse; a count that is not here is neither better nor worse. */
const WORSE: Partial<Record<keyof Counts, 1 | -1>> = { proved: -1, exact: -1, broken: 1, review: 1 };

const NOUNS: Readonly<Record<string, string>> = { indicators: 'indicators', projects: 'projects', statements: 'statements' };

/** What differs from the record, a line each: `3 reference facts lost (table 3 expenditureSummary 支出预算总表)`. */
export function compareReference(recorded: Reference, now: Digest): Difference {
  const [before, after] = [setsOf(recorded), setsOf(now)];
  const line = (count: number, name: string, what: string, title: string): string =>
    name in NOUNS ? `${count} ${what} ${name}` : `${count} ${what} facts (${['table', name, title].filter(Boolean).join(' ')})`;
  const result: Difference = {
    worse: without(before, after).map(([name, count]) => line(count, name, 'lost', titleOf(before.get(name) ?? [], now))),
    other: without(after, before).map(([name, count]) => line(count, name, 'new', now.titles.get(name) ?? '')),
  };
  for (const name of COUNTS) {
    const change = now.counts[name] - recorded.counts[name];
    if (change !== 0)
      (Math.sign(change) === WORSE[name] ? result.worse : result.other).push(`${name}: ${recorded.counts[name]} → ${now.counts[name]}`);
  }
  return result;
}
