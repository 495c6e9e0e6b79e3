import { at } from '../../../model/at.ts';
import { KINDS } from './settings.ts';

/** Columns for the numbers of some rows, and what they make up in each column of the table. */
export interface Choice {
  /** Indexes, joined by commas. */
  columns: string;
  amounts: bigint[];
}

/** By column whether the choices differ there. */
export function openColumns(lists: readonly (readonly Choice[])[]): number[] {
  const width = lists[0]?.[0]?.amounts.length ?? 0;
  return Array.from({ length: width }, (_, c) => c).filter((c) => spreadIn(lists, c) > 0n);
}

/** Whether the amounts make up the rest in the columns where they are the same whatever is chosen. */
export function areOthersMet(lists: readonly (readonly Choice[])[], rest: readonly bigint[], open: readonly number[]): boolean {
  return rest.every((amount, c) => open.includes(c) || amount === lists.reduce((sum, [first]) => sum + (first?.amounts[c] ?? 0n), 0n));
}

/**
 * Of each list the choices that occur where one of each makes up `rest` in these columns: sums of the first half of the lists against what those
 * of the second leave. null: none do, or there are too many to look at.
 */
export function choicesFor(lists: readonly (readonly Choice[])[], rest: readonly bigint[], columns: readonly number[]): Choice[][] | null {
  const isPossible = ({ amounts }: Choice): boolean => columns.every((c) => at(amounts, c) <= at(rest, c));
  const possible = hasNegative(lists) ? lists : lists.map((choices) => choices.filter(isPossible));
  if (possible.some(({ length }) => length === 0)) return null;
  const half = halfOf(possible);
  const before = sumsOf(possible.slice(0, half), columns);
  const behind = sumsOf(possible.slice(half), columns);
  if (!before || !behind) return null;
  const met = [...behind.values()].flatMap((one) => {
    const other = before.get(columns.map((c, k) => at(rest, c) - at(one.amounts, k)).join(','));
    return other ? [[...other.used, ...one.used]] : [];
  });
  if (met.length === 0) return null;
  return possible.map((choices, l) => choices.filter((_, i) => met.some((used) => at(used, l).has(i))));
}

/**
 * Digits in which a wrong choice would have to agree by chance: those of the columns, as many as do not follow from each other, the least telling
 * ones.
 */
export function digitsOf(lists: readonly (readonly Choice[])[], columns: readonly number[]): number {
  const patterns = new Set(lists.flatMap((choices) => choices.map((choice) => choice.columns))).size;
  return columns
    .map((c) => String(spreadIn(lists, c)).length - 1)
    .toSorted((a, b) => a - b)
    .slice(0, columns.length === 1 ? 1 : Math.min(columns.length, patterns) - 1)
    .reduce((sum, n) => sum + n, 0);
}

/** Between the least and the most that the choices can make up in a column. */
function spreadIn(lists: readonly (readonly Choice[])[], column: number): bigint {
  return lists.reduce((sum, choices) => {
    const amounts = choices.map((choice) => at(choice.amounts, column));
    const [first = 0n] = amounts;
    const least = amounts.reduce((a, b) => (b < a ? b : a), first);
    return sum + amounts.reduce((a, b) => (b > a ? b : a), first) - least;
  }, 0n);
}

const hasNegative = (lists: readonly (readonly Choice[])[]): boolean =>
  lists.some((choices) => choices.some(({ amounts }) => amounts.some((amount) => amount < 0n)));

/** Where the lists are parted so that both halves have about as many sums. */
function halfOf(lists: readonly (readonly Choice[])[]): number {
  const all = lists.reduce((log, { length }) => log + Math.log(length), 0);
  let log = 0;
  return lists.filter(({ length }) => {
    log += Math.log(length);
    return log <= all / 2;
  }).length;
}

/** A sum, and by list the choices that occur in it. */
interface Sum {
  amounts: bigint[];
  used: Set<number>[];
}

/** Under their text; null: too many. */
function sumsOf(lists: readonly (readonly Choice[])[], columns: readonly number[]): Map<string, Sum> | null {
  const zero = columns.map(() => 0n);
  let sums = new Map<string, Sum>([[zero.join(','), { amounts: zero, used: [] }]]);
  for (const choices of lists) {
    const next = new Map<string, Sum>();
    for (const sum of sums.values()) {
      for (const [i, choice] of choices.entries()) {
        const amounts = columns.map((c, k) => at(sum.amounts, k) + at(choice.amounts, c));
        const key = amounts.join(',');
        const known = next.get(key);
        if (!known) next.set(key, { amounts, used: [...sum.used, new Set([i])] });
        else {
          for (const [l, used] of sum.used.entries()) for (const one of used) at(known.used, l).add(one);
          at(known.used, sum.used.length).add(i);
        }
        if (next.size > KINDS.sums) return null;
      }
    }
    sums = next;
  }
  return sums;
}
