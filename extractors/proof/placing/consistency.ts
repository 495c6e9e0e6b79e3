import { addAll } from '../../model/add-all.ts';
import { at, entryOf } from '../../model/at.ts';
import type { RowGroup } from '../ledger/identity.ts';
import type { Placement } from './placements.ts';
import { MAX_COLUMN_SUMS, MAX_STEPS } from './settings.ts';
import { hasNegative, supportOf } from './support.ts';

/**
 * Generalised arc consistency for sums: a placement stays only if the other rows of its group can be placed so that every
 * column adds up (Régin 1994 for the notion; here by sets of partial sums from both ends). Groups form a forest, so repeating
 * this to a fixed point leaves exactly the placements that occur in some solution.
 */
export type Domains = Map<number, Placement[]>;

export interface SumResult {
  changed: number[];
  /** No placement of the rows adds up in every column. */
  unsolved: RowGroup[];
}

/** `lacking`: rows that may lack a number. The others of their groups say where theirs belong, but not the other way round. */
export function filterBySums(
  domains: Domains,
  groups: readonly RowGroup[],
  width: number,
  lacking: ReadonlySet<number> = new Set(),
): SumResult {
  const solver = new SumSolver(
    domains,
    groups.filter((group) => [group.total, ...group.addends].every((row) => domains.has(row))),
    width,
    lacking,
  );
  solver.run();
  return { changed: [...solver.changed], unsolved: [...solver.unsolved] };
}

class SumSolver {
  readonly changed = new Set<number>();
  readonly unsolved = new Set<RowGroup>();
  /** Number of placements of a group when it was last looked at; domains only shrink, so the same number is the same case. */
  private readonly tried = new Map<RowGroup, number>();

  constructor(
    private readonly domains: Domains,
    private readonly groups: readonly RowGroup[],
    private readonly width: number,
    private readonly lacking: ReadonlySet<number>,
  ) {}

  /** Cheap filters to a fixed point before dear ones; groups whose total is placed before groups whose total is open. */
  run(): void {
    for (let step = 0; step < MAX_STEPS; step++) {
      if (this.sweep((group) => this.cheap(group))) continue;
      if (this.sweep((group) => this.isPlaced(group.total) && this.dear(group))) continue;
      if (this.sweep((group) => !this.isPlaced(group.total) && this.dear(group))) continue;
      return;
    }
  }

  private sweep(filter: (group: RowGroup) => boolean): boolean {
    let moved = false;
    for (const group of this.groups) if (!this.isDone(group) && filter(group)) moved = true;
    return moved;
  }

  private cheap(group: RowGroup): boolean {
    if (this.lacking.has(group.total)) return false;
    const whole = group.addends.filter((row) => !this.lacking.has(row));
    const bounded = pruneByBounds(this.domains, group, whole);
    return this.note(this.lacks(group) ? bounded : [...bounded, ...filterColumns(this.domains, group, this.width)]);
  }

  private lacks(group: RowGroup): boolean {
    return this.lacking.has(group.total) || group.addends.some((row) => this.lacking.has(row));
  }

  private dear(group: RowGroup): boolean {
    const size = [group.total, ...group.addends].reduce((sum, row) => sum + entryOf(this.domains, row).length, 0);
    if (this.tried.get(group) === size) return false;
    this.tried.set(group, size);
    const kept = supportOf(this.domains, group, this.width);
    if (kept === null) {
      this.unsolved.add(group);
      return false;
    }
    this.unsolved.delete(group);
    const changed: number[] = [];
    const lacks = this.lacks(group);
    for (const [row, placements] of kept) {
      if (lacks && !this.lacking.has(row)) continue;
      if (placements.length === entryOf(this.domains, row).length) continue;
      this.domains.set(row, placements);
      changed.push(row);
    }
    return this.note(changed);
  }

  private note(rows: readonly number[]): boolean {
    for (const row of rows) this.changed.add(row);
    return rows.length > 0;
  }

  private isPlaced(row: number): boolean {
    return entryOf(this.domains, row).length === 1;
  }

  private isDone(group: RowGroup): boolean {
    return this.isPlaced(group.total) && group.addends.every((row) => this.isPlaced(row));
  }
}

/**
 * Where no amount of the group is negative, no part can exceed its total in any column, whether or not other parts are missing
 * from the text. Placements that would are dropped; so are totals too small for a part that is placed. `parts`: the addends that
 * are looked at.
 */
function pruneByBounds(domains: Domains, group: RowGroup, parts: readonly number[]): number[] {
  const members = [group.total, ...group.addends].flatMap((row) => entryOf(domains, row));
  if (members.some(hasNegative)) return [];
  const changed: number[] = [];
  const keep = (row: number, test: (placement: Placement) => boolean): void => {
    const all = entryOf(domains, row);
    if (all.length < 2) return;
    const kept = all.filter(test);
    if (kept.length === 0 || kept.length === all.length) return;
    domains.set(row, kept);
    changed.push(row);
  };
  keep(group.total, (total) => parts.every((row) => entryOf(domains, row).some((part) => within(part, total))));
  for (const row of parts) keep(row, (part) => entryOf(domains, group.total).some((total) => within(part, total)));
  return changed;
}

function within(part: Placement, total: Placement): boolean {
  return part.vector.every((amount, column) => amount <= at(total.vector, column));
}

/**
 * Column by column: a part may stand in (or stay out of) a column only if the others can make up the rest of the total there.
 * Weaker than the sums over all columns at once, but cheap, and enough where few parts share a column.
 */
function filterColumns(domains: Domains, group: RowGroup, width: number): number[] {
  const totals = entryOf(domains, group.total);
  const [total] = totals;
  if (!total || totals.length > 1) return [];
  const changed: number[] = [];
  for (let column = 0; column < width; column++) addAll(changed, filterColumn(domains, group, column, at(total.vector, column)));
  return changed;
}

/** The same in one column, of which `target` is the total. Rows that have fewer placements than before. */
function filterColumn(domains: Domains, group: RowGroup, column: number, target: bigint): number[] {
  const parts = group.addends.map((row) => amountsIn(entryOf(domains, row), column));
  if (parts.every((options) => options.length === 1)) return [];
  const bound = parts.some((options) => options.some((amount) => amount < 0n)) ? null : target;
  const forward = partialSums(parts, bound);
  const backward = forward && partialSums(parts.toReversed(), bound);
  if (!forward || !backward || !at(forward, parts.length).has(target)) return [];
  const changed: number[] = [];
  for (const [i, row] of group.addends.entries()) {
    const options = at(parts, i);
    if (options.length === 1) continue;
    const [before, after] = [at(forward, i), at(backward, parts.length - 1 - i)];
    const possible = new Set(options.filter((amount) => haveSum(before, after, target - amount)));
    if (possible.size === 0 || possible.size === options.length) continue;
    const kept = entryOf(domains, row).filter((placement) => possible.has(at(placement.vector, column)));
    domains.set(row, kept);
    changed.push(row);
  }
  return changed;
}

/** Each amount once. */
function amountsIn(placements: readonly Placement[], column: number): bigint[] {
  return [...new Set(placements.map((placement) => at(placement.vector, column)))];
}

/** One amount of each set make up the sum. */
function haveSum(some: ReadonlySet<bigint>, others: ReadonlySet<bigint>, sum: bigint): boolean {
  for (const amount of some) if (others.has(sum - amount)) return true;
  return false;
}

/** What the first n parts can add up to, for n from 0; null when that is too much. */
function partialSums(parts: readonly (readonly bigint[])[], bound: bigint | null): Set<bigint>[] | null {
  let last = new Set([0n]);
  const sums = [last];
  for (const options of parts) {
    const next = new Set<bigint>();
    for (const sum of last) {
      for (const amount of options) if (bound === null || sum + amount <= bound) next.add(sum + amount);
    }
    if (next.size > MAX_COLUMN_SUMS) return null;
    sums.push(next);
    last = next;
  }
  return sums;
}
