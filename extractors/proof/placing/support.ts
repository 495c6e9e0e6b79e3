import { at, entryOf } from '../../model/at.ts';
import type { RowGroup } from '../ledger/identity.ts';
import { larger } from '../ledger/ledger.ts';
import type { Placement } from './placements.ts';
import { MAX_COMPARED, MAX_STEPS_OF_SUMS, MAX_SUMS } from './settings.ts';

type Kept = Map<number, Placement[]>;

/**
 * By row of the group the placements that occur where the parts add up to the total; rows that are absent keep theirs. Exact in
 * every column; failing that, in all columns but one (a wrong digit spoils only some). null: no placement adds up, or none was found
 * with the work that a group may cost; empty: too many sums to tell.
 */
export function supportOf(domains: ReadonlyMap<number, Placement[]>, group: RowGroup, width: number): Kept | null {
  const members = [group.total, ...group.addends].flatMap((row) => entryOf(domains, row));
  const active = Array.from({ length: width }, (_, i) => i).filter((column) =>
    members.some((placement) => placement.vector[column] !== 0n),
  );
  const budget: Budget = { steps: MAX_STEPS_OF_SUMS };
  const exact = support(domains, group, active, budget);
  if (exact === 'too many') return new Map();
  if (exact) return exact;
  for (const left of active) {
    const others = active.filter((column) => column !== left);
    const found = support(domains, group, others, budget);
    if (found && found !== 'too many') return found;
  }
  return null;
}

/** Additions of amounts that a group may still cost. */
interface Budget {
  steps: number;
}

/** A placement with its amounts in the columns that are looked at. */
interface Option {
  placement: Placement;
  amounts: bigint[];
}

function optionsOf(placements: readonly Placement[], columns: readonly number[]): Option[] {
  return placements.map((placement) => ({ placement, amounts: columns.map((column) => at(placement.vector, column)) }));
}

function support(
  domains: ReadonlyMap<number, Placement[]>,
  group: RowGroup,
  columns: readonly number[],
  budget: Budget,
): Map<number, Placement[]> | null | 'too many' {
  const totals = optionsOf(entryOf(domains, group.total), columns);
  const parts = group.addends.map((row) => optionsOf(entryOf(domains, row), columns));
  const bound = upperBound(totals, parts, columns.length);
  const forward = partialSums(parts, columns.length, bound, budget);
  const backward = forward && partialSums(parts.toReversed(), columns.length, bound, budget);
  if (!forward || !backward) return 'too many';
  const targets = totals.filter(({ amounts }) => at(forward, parts.length).has(amounts.join(',')));
  if (targets.length === 0) return null;
  const kept: Kept = new Map([[group.total, targets.map(({ placement }) => placement)]]);
  for (const [i, row] of group.addends.entries()) {
    const options = at(parts, i);
    const [before, after] = [at(forward, i), at(backward, parts.length - 1 - i)];
    if (before.size * targets.length * options.length > MAX_COMPARED) continue;
    const possible = options.filter(({ amounts }) => targets.some((target) => canFill(minus(target.amounts, amounts), before, after)));
    if (possible.length === 0) return null;
    kept.set(
      row,
      possible.map(({ placement }) => placement),
    );
  }
  return kept;
}

/** Amounts by column, under their text. */
type Sums = Map<string, bigint[]>;

/** One of the sums before and one of those after make up the rest. */
function canFill(rest: readonly bigint[], before: Sums, after: Sums): boolean {
  for (const sum of before.values()) if (after.has(minus(rest, sum).join(','))) return true;
  return false;
}

/** What the first n parts can add up to, for n from 0; null when that is too much. */
function partialSums(parts: readonly (readonly Option[])[], width: number, bound: readonly bigint[] | null, budget: Budget): Sums[] | null {
  const zero = new Array<bigint>(width).fill(0n);
  let last: Sums = new Map([[zero.join(','), zero]]);
  const sums = [last];
  for (const options of parts) {
    const next = extended(last, options, bound, budget);
    if (!next) return null;
    sums.push(next);
    last = next;
  }
  return sums;
}

function extended(sums: Sums, options: readonly Option[], bound: readonly bigint[] | null, budget: Budget): Sums | null {
  const next: Sums = new Map();
  budget.steps -= sums.size * options.length;
  if (budget.steps < 0) return null;
  for (const partial of sums.values()) {
    for (const { amounts } of options) {
      const sum = partial.map((amount, k) => amount + at(amounts, k));
      if (bound && sum.some((amount, k) => amount > at(bound, k))) continue;
      next.set(sum.join(','), sum);
      if (next.size > MAX_SUMS) return null;
    }
  }
  return next;
}

/** Where no amount is negative, partial sums cannot exceed the largest total. */
function upperBound(totals: readonly Option[], parts: readonly (readonly Option[])[], width: number): bigint[] | null {
  if (parts.some((options) => options.some(({ placement }) => hasNegative(placement)))) return null;
  return Array.from({ length: width }, (_, k) => totals.reduce((bound, { amounts }) => larger(at(amounts, k), bound), 0n));
}

export function hasNegative({ vector }: Placement): boolean {
  return vector.some((amount) => amount < 0n);
}

function minus(amounts: readonly bigint[], others: readonly bigint[]): bigint[] {
  return amounts.map((amount, k) => amount - at(others, k));
}
