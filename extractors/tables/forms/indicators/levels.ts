import { LEVEL_SUFFIX } from '../../../../schemas/lexicon/forms/levels.ts';
import { compact } from '../../../notation/text.ts';
import { type LevelName, level1Of, level2Of } from '../vocabulary/levels.ts';
import { MAX_LEVEL_NAME } from './settings.ts';

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

  /**
   * The levels of the row that prints `printed1` and `printed2`, null where it prints nothing. `sure1`: the grid itself says that
   * the 一级指标 stands beside this row.
   */
  next(printed1: string | null, printed2: string | null, sure1 = false): Levels {
    if (printed1 !== null) this.see(printed1);
    if (printed1 !== null && compact(printed1) !== compact(this.level1 ?? '')) {
      this.level1 = printed1;
      this.level2 = null;
    }
    if (printed2 !== null) this.level2 = printed2;
    const own1 = this.level2 === null || (sure1 && this.level1 !== null) ? this.level1 : this.parentOf(this.level2);
    if (printed1 === null && printed2 !== null) this.level1 = own1;
    return { level1: own1, level2: this.level2, printed2: printed2 !== null };
  }

  /** A new cell of this level begins whose name is not printed here: nothing is carried down any more. */
  forget(level: 1 | 2): void {
    if (level === 1) this.level1 = null;
    this.level2 = null;
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

/**
 * `产出指标质量指标验收合格率`, `产出指标-质量指标-验收合格率` → its three levels; of `质量指标：验收合格率` the first is the one that it can only
 * belong to. null where the text does not begin with a 二级指标, or says nothing behind it.
 */
export function fusedLevels(text: string): { level1: string | null; level2: string; level3: string } | null {
  const level1 = leadingName(text, level1Of);
  const rest = behind(text, level1);
  const level2 = leadingName(rest, level2Of);
  const level3 = behind(rest, level2);
  if (level2 === null || level3 === '') return null;
  const parents = level2Of(level2)?.parents ?? [];
  return { level1: level1 ?? (parents.length === 1 ? (parents[0] ?? null) : null), level2, level3 };
}

const behind = (text: string, name: string | null): string => (name === null ? text : text.slice(name.length).replace(BETWEEN_LEVELS, ''));

/** What may stand between a level and the next. */
const BETWEEN_LEVELS = /^[-—－:：/>＞、\s]+/;

/** The shortest beginning of a text that is surely the name of a level. */
function leadingName(text: string, levelOf: (text: string) => LevelName | null): string | null {
  for (let end = 2; end <= Math.min(text.length, MAX_LEVEL_NAME); end++) {
    const name = text.slice(0, end);
    if (LEVEL_SUFFIX.test(name) && levelOf(name)?.certain) return name;
  }
  return null;
}
