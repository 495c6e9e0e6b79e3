import { EXPENDITURE_LABEL, REVENUE_LABEL, SURELY_REVENUE } from '../../schemas/lexicon/tables/rows.ts';
import { GRAND_TOTAL, OF_WHICH_AT_START, PAGE_TOTAL, TOTAL_AT_END } from '../../schemas/lexicon/writing/marks.ts';
import { NUMBERING_LEVELS } from '../../schemas/lexicon/writing/numbering.ts';
import { numberIn } from '../../schemas/lexicon/writing/numerals.ts';
import type { RowRole, Side } from '../../schemas/table.ts';
import { isUnitCode } from './row-kinds.ts';
import { compact, narrow } from './text.ts';

export function isPageTotal(label: string): boolean {
  return PAGE_TOTAL.test(compact(label));
}

export function roleOf(label: string, code: string | null): RowRole {
  const text = narrow(compact(label)).replace(/:$/, '');
  if (code === null && PAGE_TOTAL.test(text)) return 'memo';
  if (code === null && GRAND_TOTAL.test(text)) return 'total';
  if (code === null && TOTAL_AT_END.test(text)) return 'subtotal';
  if (OF_WHICH_AT_START.test(text)) return 'memo';
  if (code !== null && isUnitCode(code)) return 'unit';
  return 'item';
}

export function isTotalLabel(label: string): boolean {
  const text = narrow(compact(label)).replace(/:$/, '');
  return GRAND_TOTAL.test(text) || TOTAL_AT_END.test(text);
}

/** Level of printed numbering: 1 for 一、 2 for （一） 3 for 1. 4 for （1）; 0 when the label has none. */
export function numberingLevel(label: string): number {
  const text = label.trim().replace(OF_WHICH_AT_START, '');
  return NUMBERING_LEVELS.findIndex((level) => level.test(text)) + 1;
}

/** The number in a label's numbering (十二、 is 12, （3） is 3); 0 without one. */
export function numberingOrdinal(label: string): number {
  if (numberingLevel(label) === 0) return 0;
  return numberIn(label.trim().replace(OF_WHICH_AT_START, '')) ?? 0;
}

/** The side that a label of a 收支 table speaks of; null when its words fit either. */
export function sideOfLabel(label: string): Side | null {
  const text = compact(label);
  if (SURELY_REVENUE.test(text)) return 'revenue';
  if (EXPENDITURE_LABEL.test(text)) return 'expenditure';
  return REVENUE_LABEL.test(text) ? 'revenue' : null;
}
