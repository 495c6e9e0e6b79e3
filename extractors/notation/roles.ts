import type { RowRole, Side } from '../../schemas/table.ts';
import { chineseNumber } from './numbers.ts';
import { isUnitCode } from './row-kinds.ts';
import { compact, narrow } from './text.ts';

const TOTAL = /^(?:[一二三四五六七八九十]+、)?(?:合计|总计|共计|收入总计|支出总计|收入合计|支出合计|收支总计|总合计|预算合计|决算合计)$/;
const SUBTOTAL = /(?:合计|小计|总计)$/;
const MEMO = /^其中[:：]?/;

/** What a page adds up, or takes over from the page before, is printed between the rows and is none of them. */
const PAGE_TOTAL = /^(?:本页(?:小计|合计|累计)|[转过][次下后]页|[承接续][前上]页)(?:(?:小计|合计))?$/;

export function isPageTotal(label: string): boolean {
  return PAGE_TOTAL.test(compact(label));
}

export function roleOf(label: string, code: string | null): RowRole {
  const text = narrow(compact(label)).replace(/:$/, '');
  if (code === null && PAGE_TOTAL.test(text)) return 'memo';
  if (code === null && TOTAL.test(text)) return 'total';
  if (code === null && SUBTOTAL.test(text)) return 'subtotal';
  if (MEMO.test(text)) return 'memo';
  if (code !== null && isUnitCode(code)) return 'unit';
  return 'item';
}

export function isTotalLabel(label: string): boolean {
  const text = narrow(compact(label)).replace(/:$/, '');
  return TOTAL.test(text) || SUBTOTAL.test(text);
}

const LEVELS: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}[、.．]/,
  /^[（(][一二三四五六七八九十]{1,3}[)）]/,
  /^\d{1,2}[、.．](?!\d)/,
  /^[（(]\d{1,2}[)）]/,
];

/** Level of printed numbering: 1 for 一、 2 for （一） 3 for 1. 4 for （1）; 0 when the label has none. */
export function numberingLevel(label: string): number {
  const text = label.trim().replace(MEMO, '');
  return LEVELS.findIndex((level) => level.test(text)) + 1;
}

/** The number in a label's numbering (十二、 is 12, （3） is 3); 0 without one. */
export function numberingOrdinal(label: string): number {
  if (numberingLevel(label) === 0) return 0;
  const printed = /[一二三四五六七八九十]+|\d+/.exec(label.trim().replace(MEMO, ''))?.[0] ?? '';
  return /^\d/.test(printed) ? Number(printed) : chineseNumber(printed);
}

const EXPENDITURE = /支出|年终|年末|结转下年|下年|结余分配|转移性/;
const REVENUE = /收入|上年|年初|使用非财政|动用|上级补助|上缴$|拨款$|事业基金|调入/;

/** The side that a label of a 收支 table speaks of; null when its words fit either. */
export function sideOfLabel(label: string): Side | null {
  const text = compact(label);
  if (/附属单位上缴|上级补助收入/.test(text)) return 'revenue';
  if (EXPENDITURE.test(text)) return 'expenditure';
  return REVENUE.test(text) ? 'revenue' : null;
}
