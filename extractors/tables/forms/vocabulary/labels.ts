import {
  LABELS,
  type LabelKind,
  MONEY_HEADER,
  OF_ALL_YEARS,
  TASK_HEADER,
  UNIT_IN_LABEL,
} from '../../../../schemas/lexicon/forms/labels.ts';
import { compact } from '../../../notation/text.ts';
import { remembered } from './remembered.ts';
import { wordOf } from './word.ts';

export type { LabelKind };

/** Null for anything longer than a label. */
export const labelKindOf = remembered((text: string): LabelKind | null => {
  const name = wordOf(text).replace(/[:：]$/, '');
  if (name.length < 2 || name.length > 20) return null;
  return LABELS.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
});

/** An amount for all the years of a project, printed beside or instead of the year's. */
export const isOfAllYears = remembered((text: string): boolean => OF_ALL_YEARS.test(wordOf(text)));

/** The unit that a label of an amount carries: 资金总额（万元）. */
export function unitIn(label: string): string | null {
  return UNIT_IN_LABEL.exec(compact(label))?.[1] ?? null;
}

/** Header cells of a table of tasks (年度主要任务). */
export const isTaskHeader = remembered((text: string): boolean => TASK_HEADER.test(wordOf(text)));

/** Header cells of a table of money by kind (项目资金). */
export function isMoneyHeader(text: string): boolean {
  return MONEY_HEADER.test(wordOf(text));
}
