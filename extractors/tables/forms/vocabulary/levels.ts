import { LEVEL_POINTS, LEVEL1, LEVEL2, type LevelPattern } from '../../../../schemas/lexicon/forms/levels.ts';
import { remembered } from './remembered.ts';
import { wordOf } from './word.ts';

/** A name that stands in the columns 一级指标 or 二级指标. `parents`: canonical 一级指标 that it can belong to, the usual one first. */
export interface LevelName {
  level: 1 | 2;
  /** For a 一级指标 the name that `parents` speaks of. */
  canonical: string;
  parents: readonly string[];
  /** Written with 指标/目标, or used for nothing else: never the name of a 三级指标. */
  certain: boolean;
}

/** `产出指标（50分）` → `产出指标`. */
const withoutPoints = (text: string): string => text.replace(LEVEL_POINTS, '');

function find(text: string, level: 1 | 2, patterns: readonly LevelPattern[]): LevelName | null {
  const name = withoutPoints(wordOf(text));
  if (name.length === 0 || name.length > 16) return null;
  const found = patterns.find((entry) => entry.pattern.test(name));
  if (!found) return null;
  return { level, canonical: found.canonical || name, parents: found.parents, certain: !found.ambiguousWhenPlain };
}

/** The 一级指标, the 二级指标 that a text names; null for other text. */
export const level1Of = remembered((text: string): LevelName | null => find(text, 1, LEVEL1));
export const level2Of = remembered((text: string): LevelName | null => find(text, 2, LEVEL2));
