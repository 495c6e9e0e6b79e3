import type { Finding } from '../../../schemas/diagnostic.ts';
import type { Indicator } from '../../../schemas/disclosure.ts';
import { HINTS_AT_LEVEL, OUTPUT_LEVELS } from '../../../schemas/lexicon/forms/levels.ts';
import { compact } from '../../notation/text.ts';
import type { DraftIndicator } from './block.ts';
import { level1Of, level2Of } from './vocabulary/levels.ts';

/**
 * Restores 二级指标 whose labels the source lost. An indicator that only inherited its 二级指标 takes the one that the document's
 * other forms print beside the same 三级指标 — if they agree, and if its own form either never prints that 二级指标 or prints it
 * on the very next row (the label slid down). Reported, and left for review.
 */
export function inferLevels(forms: readonly (readonly DraftIndicator[])[], report: (finding: Finding) => void): void {
  const printed = printedLevels(forms.flat());
  for (const form of forms) {
    const own = new Set(form.filter((draft) => draft.printed2).map((draft) => canonical(draft.indicator.level2)));
    for (const [index, { indicator, printed2 }] of form.entries()) {
      const { level2, level3 } = indicator;
      if (printed2 || level3 === null) continue;
      if (speaksOfAnother(level3, level2)) indicator.review = true;
      const known = onlyEntry(printed.get(compact(level3)));
      if (!known || known.name === canonical(level2) || !canBelongTo(known.level2, indicator.level1)) continue;
      if (own.has(known.name) && !hasSlid(known.name, form[index + 1])) continue;
      report(inferred(indicator, known.level2));
      indicator.level2 = known.level2;
      indicator.review = true;
    }
  }
}

function inferred({ places, tableIndex, level2, level3 }: Indicator, known: string): Finding {
  return { ruleId: 'form/level-inferred', places, tableIndex, actual: `${level3}: ${known}`, expected: level2 ?? '' };
}

/** What all forms agree on: the one canonical name, and the 二级指标 as it is printed. */
function onlyEntry(levels: ReadonlyMap<string, string> | undefined): { name: string; level2: string } | null {
  const [entry, ...others] = levels ?? [];
  return entry && others.length === 0 ? { name: entry[0], level2: entry[1] } : null;
}

/** The label is printed beside the next row. */
function hasSlid(name: string, next: DraftIndicator | undefined): boolean {
  return next?.printed2 === true && canonical(next.indicator.level2) === name;
}

/** Whether a 二级指标 may belong to a 一级指标; where one of the two is not known, it may. */
function canBelongTo(level2: string, level1: string | null): boolean {
  const parents = level2Of(level2)?.parents ?? [];
  const parent = level1 === null ? undefined : level1Of(level1)?.canonical;
  return parent === undefined || parents.length === 0 || parents.includes(parent);
}

/** The name itself says 成本 or 时限 while an inherited 二级指标 says otherwise: not changed, but to be looked at. */
function speaksOfAnother(level3: string, level2: string | null): boolean {
  const hint = HINTS_AT_LEVEL.find(([end]) => level3.endsWith(end))?.[1] ?? null;
  const own = canonical(level2);
  return hint !== null && OUTPUT_LEVELS.has(own) && own !== hint;
}

/** 三级指标 → the 二级指标 printed on its own row: canonical name → as printed. */
function printedLevels(drafts: readonly DraftIndicator[]): Map<string, Map<string, string>> {
  const levels = new Map<string, Map<string, string>>();
  for (const { indicator, printed2 } of drafts) {
    if (!printed2 || indicator.level3 === null || indicator.level2 === null) continue;
    const key = compact(indicator.level3);
    const known = levels.get(key) ?? new Map<string, string>();
    known.set(canonical(indicator.level2), indicator.level2);
    levels.set(key, known);
  }
  return levels;
}

const canonical = (level2: string | null): string => (level2 === null ? '' : (level2Of(level2)?.canonical ?? compact(level2)));
