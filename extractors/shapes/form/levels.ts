import { compact } from '../../text.ts';
import { level1Of, level2Of } from './vocabulary.ts';

export interface Levels {
  level1: string | null;
  level2: string | null;
  /** The row itself prints its 二级指标. */
  printed2: boolean;
}

/**
 * Carries 一级指标 and 二级指标 down the rows that do not print them. A 二级指标 whose known parent is another 一级指标 than the
 * printed one wins: the label of a merged cell was printed beside the row above its own, so it counts from the next row on.
 */
export class LevelTracker {
  private level1: string | null = null;
  private level2: string | null = null;
  private readonly seen: string[] = [];

  /** The levels of the row that prints `printed1` and `printed2`, null where it prints nothing. */
  next(printed1: string | null, printed2: string | null): Levels {
    if (printed1 !== null) this.see(printed1);
    if (printed1 !== null && compact(printed1) !== compact(this.level1 ?? '')) {
      this.level1 = printed1;
      this.level2 = null;
    }
    if (printed2 !== null) this.level2 = printed2;
    const own1 = this.level2 === null ? this.level1 : this.parentOf(this.level2);
    if (printed1 === null && printed2 !== null) this.level1 = own1;
    return { level1: own1, level2: this.level2, printed2: printed2 !== null };
  }

  private parentOf(level2: string): string | null {
    const parents = level2Of(level2)?.parents ?? [];
    const current = this.level1 === null ? null : (level1Of(this.level1)?.canonical ?? null);
    if (parents.length === 0 || (current !== null && parents.includes(current))) return this.level1;
    // An unknown 一级指标 may well have children of these names.
    if (this.level1 !== null && current === null) return this.level1;
    const known = this.seen.find((name) => parents.includes(level1Of(name)?.canonical ?? ''));
    return known ?? parents[0] ?? this.level1;
  }

  private see(level1: string): void {
    if (!this.seen.includes(level1)) this.seen.push(level1);
  }
}
