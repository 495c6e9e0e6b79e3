import type { Mask } from './mask.ts';

/** Ink that hangs together (also by corners): the dots x0 … x1 − 1, y0 … y1 − 1 hold it. */
export interface Piece {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Dots of ink. */
  area: number;
}

/** The connected pieces of ink, in the order of their first rows. Run by run, so that a page costs one look at each dot. */
export function piecesOf({ width, height, dots }: Mask): Piece[] {
  const groups = new Groups();
  let above: Run[] = [];
  for (let y = 0; y < height; y++) {
    const row = dots.subarray(y * width, (y + 1) * width);
    const runs: Run[] = [];
    let first = 0;
    for (let from = row.indexOf(1); from >= 0; ) {
      const zero = row.indexOf(0, from);
      const x = zero < 0 ? width : zero;
      const run: Run = { from, to: x, group: groups.open(from, x, y) };
      for (; above[first] !== undefined && (above[first]?.to ?? 0) < from; first++);
      for (let i = first; ; i++) {
        const other = above[i];
        if (!other || other.from > x) break;
        groups.join(other.group, run.group);
      }
      runs.push(run);
      from = row.indexOf(1, x);
    }
    above = runs;
  }
  return groups.pieces();
}

/** Ink from … to − 1 of a row. */
interface Run {
  from: number;
  to: number;
  group: number;
}

/** Pieces that are joined as rows are read (union–find); the lower number stays. */
class Groups {
  private readonly parents: number[] = [];
  private readonly members: Piece[] = [];

  open(x0: number, x1: number, y: number): number {
    this.parents.push(this.members.length);
    return this.members.push({ x0, y0: y, x1, y1: y + 1, area: x1 - x0 }) - 1;
  }

  join(one: number, other: number): void {
    const a = this.rootOf(one);
    const b = this.rootOf(other);
    if (a === b) return;
    const [kept, gone] = a < b ? [a, b] : [b, a];
    this.parents[gone] = kept;
    const into = this.members[kept];
    const from = this.members[gone];
    if (!into || !from) return;
    into.x0 = Math.min(into.x0, from.x0);
    into.y0 = Math.min(into.y0, from.y0);
    into.x1 = Math.max(into.x1, from.x1);
    into.y1 = Math.max(into.y1, from.y1);
    into.area += from.area;
  }

  pieces(): Piece[] {
    return this.members.filter((_, i) => this.parents[i] === i);
  }

  private rootOf(member: number): number {
    let root = member;
    for (let up = this.parents[root] ?? root; up !== root; up = this.parents[root] ?? root) root = up;
    this.parents[member] = root;
    return root;
  }
}
