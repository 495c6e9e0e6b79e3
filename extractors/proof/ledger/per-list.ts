import type { Ledger } from './ledger.ts';

/** What holds between two things of tables (columns, facets) for as long as both live: it is asked of every pair of them. */
export function perPair<F extends object, T extends object | string | number | null>(
  work: (ledger: Ledger, a: F, b: F) => T,
): (ledger: Ledger, a: F, b: F) => T {
  const known = new WeakMap<F, WeakMap<F, T>>();
  return (ledger, a, b) => {
    const ofFirst = known.get(a) ?? new WeakMap<F, T>();
    known.set(a, ofFirst);
    const before = ofFirst.get(b);
    if (before !== undefined) return before;
    const result = work(ledger, a, b);
    ofFirst.set(b, result);
    return result;
  };
}

/**
 * What follows from a list of things of tables and from some words beside it, kept for as long as the first of them lives and worked out anew
 * when the list or the words are others; of two lists of one kind with the same first only the last is kept. Nobody may change the result.
 */
export function perList<F extends object, T>(
  work: (ledger: Ledger, list: readonly F[], words: readonly string[]) => T,
): (ledger: Ledger, list: readonly F[], words?: readonly string[]) => T {
  const known = new WeakMap<F, { list: readonly F[]; words: readonly string[]; result: T }>();
  return (ledger, list, words = []) => {
    const [first] = list;
    const before = first && known.get(first);
    if (before && isSame(before.list, list) && isSame(before.words, words)) return before.result;
    const result = work(ledger, list, words);
    if (first) known.set(first, { list, words, result });
    return result;
  };
}

function isSame<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, i) => item === other[i]);
}
