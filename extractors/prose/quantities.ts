import {
  BEFORE_FACTOR,
  BEFORE_LIMIT,
  BEFORE_MINUS,
  BEFORE_ORDINAL,
  BEFORE_POLICY,
  BEHIND_RATE,
  BEHIND_SCORE,
  BEHIND_THRESHOLD,
  isMoney,
  MINUS_END,
  PERSONS,
  RANGE_END,
  SCORE,
  SHORT_UNIT,
  UNIT,
  WORD_AFTER,
} from '../../schemas/lexicon/prose/quantities.ts';
import { at } from '../model/at.ts';

/** A number with its unit in compact text; `from`/`to` enclose number and unit, `unitFrom` parts them. */
export interface Quantity {
  from: number;
  unitFrom: number;
  to: number;
  value: string;
  unit: string;
}

const NUMBER = /\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?/g;

/** The quantities of explanatory text in order; amounts that are legal thresholds, policy parameters or names are left out. */
export function quantitiesOf(text: string): Quantity[] {
  const found: Quantity[] = [];
  let quoted: readonly Range[] | null = null;
  for (const match of text.matchAll(NUMBER)) {
    const quantity = quantityAt(text, match[0], match.index);
    if (!quantity) continue;
    quoted ??= quotedRanges(text);
    if (!inside(quoted, match.index)) found.push(quantity);
  }
  return found;
}

/** null for a number without a unit, or one that states no fact. */
function quantityAt(text: string, number: string, from: number): Quantity | null {
  const unitFrom = from + number.length;
  const unit = unitAt(text, unitFrom);
  if (unit === null) return null;
  const to = unitFrom + unit.length;
  const before = text.slice(Math.max(0, from - 12), from);
  const signed = MINUS_END.test(before) && BEFORE_MINUS.test(before.slice(0, -1));
  if (isPiece(before, signed) || isNoFact(unit, signed ? before.slice(0, -1) : before, text.slice(to, to + 16))) return null;
  const digits = number.replace(/[,，]/g, '');
  return { from: signed ? from - 1 : from, unitFrom, to, value: signed ? `-${digits}` : digits, unit };
}

/** The end of a longer number (12.3.4), or of a range (10-20%). */
function isPiece(before: string, signed: boolean): boolean {
  if (/[\d.,:]$/.test(before) && /[\d][.,:]?$/.test(before)) return true;
  return !signed && RANGE_END.test(before);
}

/** An ordinal, a factor, a limit or a rate that a rule sets. */
function isNoFact(unit: string, before: string, after: string): boolean {
  if (BEFORE_ORDINAL.test(before) || BEFORE_FACTOR.test(before) || BEFORE_LIMIT.test(before)) return true;
  return BEHIND_THRESHOLD.test(after) || isPolicy(unit, before, after);
}

function unitAt(text: string, at: number): string | null {
  UNIT.lastIndex = at;
  const unit = UNIT.exec(text)?.[0];
  if (unit === undefined) return null;
  const after = text.slice(at + unit.length, at + unit.length + 4);
  if (unit === SCORE) return BEHIND_SCORE.test(after) ? unit : null;
  if (!SHORT_UNIT.test(unit)) return unit;
  if (unit.endsWith(PERSONS)) return unit.slice(0, -1);
  return WORD_AFTER[unit.slice(-1)]?.test(after) ? null : unit;
}

function isPolicy(unit: string, before: string, after: string): boolean {
  if (unit === '%') return BEFORE_POLICY.test(before) || BEHIND_RATE.test(after);
  return isMoney(unit) && (BEFORE_POLICY.test(before) || unit.includes('/'));
}

type Range = readonly [from: number, to: number];

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '《': '》', '「': '」', '『': '』' };

/** Inside 《…》 and inside “…” numbers are part of a name. A quotation ends at the latest with its sentence. */
function quotedRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let open = -1;
  let closing: string | undefined;
  for (const { 0: char, index } of text.matchAll(/[“”《》「」『』。]/g)) {
    if (closing === undefined) {
      closing = CLOSING[char];
      open = index;
    } else if (char === closing || char === '。') {
      if (char === closing) ranges.push([open, index]);
      closing = undefined;
    }
  }
  return ranges;
}

function inside(ranges: readonly Range[], position: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = at(ranges, middle);
    if (position < from) high = middle - 1;
    else if (position > to) low = middle + 1;
    else return true;
  }
  return false;
}
