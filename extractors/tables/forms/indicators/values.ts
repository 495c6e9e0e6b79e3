import type { Indicator } from '../../../../schemas/disclosure.ts';
import { leadingOperator, numberWithUnit, type Operator, operatorOf, trailingOperator } from '../tokens/tokens.ts';
import { type IndicatorCells, textOf } from './indicator.ts';

type Values = Pick<Indicator, 'operator' | 'target' | 'targetUnit' | 'deadline' | 'actual' | 'completion' | 'weight' | 'score'>;

/** What the row says about its target and its result; `moved` where parts stood in a cell that is not theirs. */
export function valuesOf(cells: IndicatorCells, hasUnitColumn: boolean, hasActualColumn = false): { values: Values; moved: boolean } {
  let operator: Operator | null = operatorOf(textOf(cells.operator) ?? '');
  let target = textOf(cells.target);
  let unit = textOf(cells.unit);
  let actual = textOf(cells.actual);
  const twice = target === null ? null : (TWICE.exec(target)?.[1] ?? null);
  let moved = twice !== null;
  if (twice !== null) {
    target = twice;
    if (hasActualColumn) actual ??= twice;
  }
  if (target !== null && operator === null && operatorOf(target) && unit !== null) {
    [operator, target, unit] = [operatorOf(target), unit, null];
    moved = true;
  }
  const limit = target === null || operator ? null : limitOf(target);
  if (limit) {
    operator = limit.operator;
    target = limit.rest;
  }
  const split = target === null || unit !== null || (hasUnitColumn && !limit) ? null : numberWithUnit(target);
  if (split) [target, unit] = [split.number, split.unit];
  const values: Values = {
    operator,
    target,
    targetUnit: unit,
    deadline: textOf(cells.deadline),
    actual,
    completion: textOf(cells.completion),
    weight: textOf(cells.weight),
    score: textOf(cells.score),
  };
  return { values, moved };
}

/** ≥20≥20, 28个28个: two columns of values in one cell. 99 alone may be a number. */
const TWICE = /^((?:[≥≤><＞＜＝=].*|.*\d.*[^\d.]))\1$/;

/** An operator before or behind a number (≥95%, 95%以上, ≥95%以上) and the number; null where there is none, or the two differ. */
function limitOf(target: string): { operator: Operator; rest: string } | null {
  const before = leadingOperator(target);
  const behind = trailingOperator(before?.rest ?? target);
  if (before && behind && before.operator !== behind.operator) return null;
  const limit = behind ?? before;
  return limit && numberWithUnit(limit.rest) ? limit : null;
}
