import type { RowGroup } from '../ledger/identity.ts';
import { larger } from '../ledger/ledger.ts';
import type { Placement } from './placements.ts';

/**
 * Generalised arc consistency for sums: a placement stays only if the other rows of its group can be placed so that every
 * column adds up (Régin 1994 for the notion; here by sets of partial sums from both ends). Groups form a forest, so repeating
 * this to a fixed point leaves exactly the placements that occur in some solution.
 */
export type Domains = Map<number, Placement[]>;

/** Bound on partial sums of one group; beyond it the group decides nothing. */
const MAX_SUMS = 3_000;

export interface SumResult {
  changed: number[];
  /** No placement of the rows adds up in every column. */
  unsolved: RowGroup[];
}

export function filterBySums(domains: Domains, groups: readonly RowGroup[], width: number): SumResult {
  const solver = new SumSolver(
    domains,
    groups.filter((group) => [group.total, ...group.addends].every((row) => domains.has(row))),
    width,
  );
  solver.run();
  return { changed: [...solver.changed], unsolved: [...solver.unsolved] };
}

const MAX_STEPS = 200;

class SumSolver {
  readonly changed = new Set<number>();
  readonly unsolved = new Set<RowGroup>();
  /** Number of placements of a group when it was last looked at; domains only shrink, so the same number is the same case. */
  private readonly tried = new Map<RowGroup, number>();

  constructor(
    private readonly domains: Domains,
    private readonly groups: readonly RowGroup[],
    private readonly width: number,
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
    return this.note([...pruneByBounds(this.domains, group), ...filterColumns(this.domains, group, this.width)]);
  }

  private dear(group: RowGroup): boolean {
    const size = [group.total, ...group.addends].reduce((sum, row) => sum + this.domains.get(row)!.length, 0);
    if (this.tried.get(group) === size) return false;
    this.tried.set(group, size);
    const kept = supportOf(this.domains, group, this.width);
    if (kept === null) {
      this.unsolved.add(group);
      return false;
    }
    this.unsolved.delete(group);
    const changed: number[] = [];
    for (const [row, placements] of kept) {
      if (placements.length === this.domains.get(row)!.length) continue;
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
    return this.domains.get(row)!.length === 1;
  }

  private isDone(group: RowGroup): boolean {
    return this.isPlaced(group.total) && group.addends.every((row) => this.isPlaced(row));
  }
}

/**
 * Where no amount of the group is negative, no part can exceed its total in any column, whether or not other parts are missing
 * from the text. Placements that would are dropped; so are totals too small for a part that is placed.
 */
function pruneByBounds(domains: Domains, group: RowGroup): number[] {
  const members = [group.total, ...group.addends].map((row) => domains.get(row)!);
  if (members.some((placements) => placements.some((placement) => placement.vector.some((amount) => amount < 0n)))) return [];
  const changed: number[] = [];
  const keep = (row: number, test: (placement: Placement) => boolean) => {
    const all = domains.get(row)!;
    if (all.length < 2) return;
    const kept = all.filter(test);
    if (kept.length > 0 && kept.length < all.length) {
      domains.set(row, kept);
      changed.push(row);
    }
  };
  const totals = () => domains.get(group.total)!;
  keep(group.total, (total) => group.addends.every((row) => domains.get(row)!.some((part) => within(part, total))));
  for (const row of group.addends) keep(row, (part) => totals().some((total) => within(part, total)));
  return changed;
}

/** Bound on the subset sums of one column. */
const MAX_COLUMN_SUMS = 8_000;

/**
 * Column by column: a part may stand in (or stay out of) a column only if the others can make up the rest of the total there.
 * Weaker than the sums over all columns at once, but cheap, and enough where few parts share a column.
 */
function filterColumns(domains: Domains, group: RowGroup, width: number): number[] {
  const totals = domains.get(group.total)!;
  if (totals.length !== 1) return [];
  const changed: number[] = [];
  for (let column = 0; column < width; column++) {
    const parts = group.addends.map((row) => [...new Set(domains.get(row)!.map((placement) => placement.vector[column]!))]);
    if (parts.every((options) => options.length === 1)) continue;
    const target = totals[0]!.vector[column]!;
    const negative = parts.some((options) => options.some((amount) => amount < 0n));
    const forward = partialSums(parts, negative ? null : target);
    const backward = forward && partialSums([...parts].reverse(), negative ? null : target);
    if (!forward || !backward || !forward.at(-1)!.has(target)) continue;
    group.addends.forEach((row, i) => {
      const options = parts[i]!;
      if (options.length === 1) return;
      const before = forward[i]!;
      const after = backward[parts.length - 1 - i]!;
      const possible = options.filter((amount) => {
        for (const sum of before) if (after.has(target - sum - amount)) return true;
        return false;
      });
      if (possible.length === 0 || possible.length === options.length) return;
      const kept = domains.get(row)!.filter((placement) => possible.includes(placement.vector[column]!));
      domains.set(row, kept);
      changed.push(row);
    });
  }
  return changed;
}

function partialSums(parts: readonly (readonly bigint[])[], bound: bigint | null): Set<bigint>[] | null {
  const sums: Set<bigint>[] = [new Set([0n])];
  for (const options of parts) {
    const next = new Set<bigint>();
    for (const sum of sums.at(-1)!) {
      for (const amount of options) {
        if (bound === null || sum + amount <= bound) next.add(sum + amount);
      }
    }
    if (next.size > MAX_COLUMN_SUMS) return null;
    sums.push(next);
  }
  return sums;
}

function within(part: Placement, total: Placement): boolean {
  return part.vector.every((amount, column) => amount <= total.vector[column]!);
}

/** Exact in every column; failing that, in all columns but one (a wrong digit spoils only some). null: no placement adds up. */
function supportOf(domains: Domains, group: RowGroup, width: number): Map<number, Placement[]> | null {
  const members = [group.total, ...group.addends].flatMap((row) => domains.get(row)!);
  const active = Array.from({ length: width }, (_, i) => i).filter((column) =>
    members.some((placement) => placement.vector[column] !== 0n),
  );
  const exact = support(domains, group, active);
  if (exact === 'too many') return new Map();
  if (exact) return exact;
  for (const left of active) {
    const found = support(
      domains,
      group,
      active.filter((column) => column !== left),
    );
    if (found && found !== 'too many') return found;
  }
  return null;
}

function support(domains: Domains, group: RowGroup, columns: readonly number[]): Map<number, Placement[]> | null | 'too many' {
  const totals = domains.get(group.total)!;
  const parts = group.addends.map((row) => domains.get(row)!);
  const bound = upperBound(totals, parts, columns);
  const forward: Sums[] = [start(columns)];
  for (const part of parts) {
    const next = extend(forward.at(-1)!, part, columns, bound);
    if (!next) return 'too many';
    forward.push(next);
  }
  const backward: Sums[] = [start(columns)];
  for (const part of [...parts].reverse()) {
    const next = extend(backward.at(-1)!, part, columns, bound);
    if (!next) return 'too many';
    backward.push(next);
  }
  const keptTotals = totals.filter((total) => forward.at(-1)!.has(key(total.vector, columns)));
  if (keptTotals.length === 0) return null;
  const kept = new Map<number, Placement[]>([[group.total, keptTotals]]);
  const targets = keptTotals.map((total) => columns.map((column) => total.vector[column]!));
  for (let i = 0; i < parts.length; i++) {
    const before = forward[i]!;
    const after = backward[parts.length - 1 - i]!;
    if (before.size * targets.length * parts[i]!.length > MAX_SUMS * 10) continue;
    const placements = parts[i]!.filter((placement) => {
      for (const partial of before.values()) {
        for (const target of targets) {
          const rest = target.map((amount, k) => amount - partial[k]! - placement.vector[columns[k]!]!);
          if (after.has(rest.join(','))) return true;
        }
      }
      return false;
    });
    if (placements.length === 0) return null;
    kept.set(group.addends[i]!, placements);
  }
  return kept;
}

type Sums = Map<string, bigint[]>;

function start(columns: readonly number[]): Sums {
  const zero = columns.map(() => 0n);
  return new Map([[zero.join(','), zero]]);
}

function key(vector: readonly bigint[], columns: readonly number[]): string {
  return columns.map((column) => vector[column]!).join(',');
}

function extend(sums: Sums, part: readonly Placement[], columns: readonly number[], bound: bigint[] | null): Sums | null {
  const next: Sums = new Map();
  for (const partial of sums.values()) {
    for (const placement of part) {
      const sum = partial.map((amount, k) => amount + placement.vector[columns[k]!]!);
      if (bound && sum.some((amount, k) => amount > bound[k]!)) continue;
      next.set(sum.join(','), sum);
      if (next.size > MAX_SUMS) return null;
    }
  }
  return next;
}

/** Where no amount is negative, partial sums cannot exceed the largest total. */
function upperBound(totals: readonly Placement[], parts: readonly (readonly Placement[])[], columns: readonly number[]): bigint[] | null {
  if (parts.some((part) => part.some((placement) => placement.vector.some((amount) => amount < 0n)))) return null;
  return columns.map((column) => totals.reduce((bound, total) => larger(total.vector[column]!, bound), 0n));
}
