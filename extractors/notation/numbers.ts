import { MONEY_EXPONENT, MONEY_UNITS, USUAL_UNIT, YUAN } from '../../schemas/lexicon/money-units.ts';
import { Amount } from './decimal.ts';
import { FEWEST_LAST_GROUPS, LONGEST_MISREAD, MAX_NUMBER, ORDINARY_FOR_ODD } from './settings.ts';
import { compact, narrow } from './text.ts';

/** Numbers as disclosures print them. Values are decimal strings with the printed decimals; money never becomes a JS number. */

export interface ParsedNumber {
  value: string;
  percent: boolean;
}

/** Most cells are words; no number holds one. */
const IDEOGRAPH = /[\u4e00-\u9fff]/;
const NONE = /^[-–—－/·.]*$/;
const PLAIN = /^(-?)(\d+)(\.\d+)?$/;
const GROUPED = /^(-?)(\d{1,3}(?:,\d{3})+)(\.\d+)?$/;
const LOOSE = /^(-?)([\d,]+)(\.\d+)?$/;

/** Marks of footnotes behind a number. */
const FOOTNOTE = /(?:[①-⑳⑴-⒇*＊※†‡⁰¹²³⁴-⁹]+|[[［〔【]\d{1,2}[\]］〕】])$/;
/** Characters that NFKC makes digits of, but that print no digit of a number. */
/** A point in the middle of the line, or a full stop, as recognised texts have it; before three digits it may stand for a comma. */
const OTHER_POINT = /^([^.·•・。]*\d)[·•・。](\d{1,2}|\d{4,6})(?!\d)/;
const NO_DIGIT = /[①-⓿⁰¹²³⁴-₉]/;
/** As accounting systems export what is less than nothing: 4.45-. A whole number with a dash behind it may be a code or the start of a range. */
const TRAILING_MINUS = /^([\d,]+\.\d+)-$/;
/** What follows two decimals and a space is the mark of a footnote, or another number. */
const BEHIND_DECIMALS = /\.\d{2,}[\s\u3000\u00a0]+\d/;

/**
 * `8, 510.93` → 8510.93; `(12.00)`, `△12.00`, `−12.00`, `12.00-` → -12.00; `12.00①`, `12.00[2]`, `12·00` → 12.00; `12.5%` → 12.5 percent. null when the text is no number;
 * dashes and slashes stand for "none" and are no numbers either (see isNone).
 */
export function parseNumber(text: string): ParsedNumber | null {
  if (IDEOGRAPH.test(text)) return null;
  const plain = text.length <= MAX_NUMBER ? PLAIN.exec(text) : null;
  if (plain) return { value: decimalOf(plain), percent: false };
  let t = compact(text);
  if (t === '' || t.length > MAX_NUMBER) return null;
  if (BEHIND_DECIMALS.test(text)) return null;
  if (!/^[\d(]/.test(t) || /[^\d,.]/.test(t)) {
    t = t.replace(FOOTNOTE, '');
    if (NO_DIGIT.test(t)) return null;
    t = narrow(t)
      .replace(OTHER_POINT, '$1.$2')
      .replace(/，/g, ',')
      .replace(/[−–—﹣]/g, '-')
      .replace(TRAILING_MINUS, '-$1');
  }
  let percent = false;
  if (t.endsWith('%')) {
    percent = true;
    t = t.slice(0, -1);
  }
  const bracket = /^\((.+)\)$/.exec(t);
  if (bracket?.[1] && !bracket[1].startsWith('-')) t = `-${bracket[1]}`;
  t = t.replace(/^[△▲]/, '-').replace(/^[+￥¥]/, '');
  const m = PLAIN.exec(t) ?? GROUPED.exec(t);
  return m ? { value: decimalOf(m), percent } : null;
}

const WITH_UNIT = new RegExp(`^(.*[\\d)）])(${MONEY_UNITS})$`);

/** `12.00万元`: a number with the unit of money behind it, in one cell; null where either is missing. */
export function parseWithUnit(text: string): { number: ParsedNumber; unit: string } | null {
  if (!text.endsWith(YUAN) || text.length > MAX_NUMBER) return null;
  const [, digits, unit] = WITH_UNIT.exec(compact(text)) ?? [];
  const number = digits === undefined ? null : parseNumber(digits);
  return number && unit !== undefined && !number.percent ? { number, unit } : null;
}

const SCIENTIFIC = /^-?\d\.\d+E[+-]?\d{1,2}$/i;

/** `5.68012E+05` → 568012: what a spreadsheet shows in a column too narrow for the number; null for what is printed otherwise. */
export function parseScientific(text: string): ParsedNumber | null {
  const plain = compact(narrow(text));
  return SCIENTIFIC.test(plain) ? { value: new Amount(plain).toFixed(), percent: false } : null;
}

const WITH_REMARK = /^([^（()）]*\d)\s*[（(]([^（()）]*[\u4e00-\u9fff][^（()）]*)[)）]$/;

/** `114.25（含结转12.00）`: a number, and behind it in brackets what is said of it; null where either is missing. */
export function parseWithRemark(text: string): { number: ParsedNumber; remark: string } | null {
  const [, digits, remark] = WITH_REMARK.exec(text.trim()) ?? [];
  const number = digits === undefined ? null : parseNumber(digits);
  return number && remark !== undefined ? { number, remark } : null;
}

const ONLY_LAST_GROUP = /^-?\d{4,},\d{3}(?:\.\d+)?$/;

/** `4200,000` → 4200000: nothing but the last three digits is set off; null for what is no such number. */
export function parseLastGroupOnly(text: string): ParsedNumber | null {
  const plain = compact(text);
  return ONLY_LAST_GROUP.test(plain) ? parseNumber(plain.replace(',', '')) : null;
}

/** How a table writes its numbers, as all of them together tell. */
export interface NumberStyle {
  /** Nothing but the last three digits is set off (4200,000), in all numbers: no separator was lost. */
  lastGroupOnly: boolean;
  /** Nearly all numbers have two decimals, so that a third is more than likely the mark of a footnote. */
  oddDecimals: boolean;
}

const TWO_GROUPS = /^-?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/;
const TWO_DECIMALS = /\.\d\d$/;
const THREE_DECIMALS = /\.\d\d[1-9]$/;

/** A number with a third decimal that is no zero. */
export function hasOddDecimals(text: string): boolean {
  return THREE_DECIMALS.test(text);
}

export function styleOf(cells: Iterable<{ raw: string }>): NumberStyle {
  let [last, grouped, two, three] = [0, 0, 0, 0];
  for (const { raw } of cells) {
    if (TWO_DECIMALS.test(raw)) two++;
    else if (THREE_DECIMALS.test(raw)) three++;
    if (!raw.includes(',')) continue;
    if (parseLastGroupOnly(raw)) last++;
    else if (TWO_GROUPS.test(compact(raw))) grouped++;
  }
  return { lastGroupOnly: last >= FEWEST_LAST_GROUPS && grouped === 0, oddDecimals: three > 0 && two >= ORDINARY_FOR_ODD * three };
}

/** A number whose thousands separators stand in the wrong place: readable, but only with doubt. */
export function parseLooseNumber(text: string): ParsedNumber | null {
  const t = compact(narrow(text)).replace(/，/g, ',');
  const m = LOOSE.exec(t);
  if (!m || !/\d/.test(t)) return null;
  return { value: decimalOf(m), percent: false };
}

/** Sign, whole part without separators, decimals. */
function decimalOf([, sign = '', whole = '', decimals = '']: RegExpExecArray): string {
  return sign + stripZeros(whole.replaceAll(',', '')) + decimals;
}

function stripZeros(digits: string): string {
  return digits.length > 1 ? digits.replace(/^0+(?=\d)/, '') : digits;
}

/** `###`: a spreadsheet's column was too narrow for its number, which the file does not have. */
export function isLostNumber(text: string): boolean {
  return LOST.test(compact(text));
}

const LOST = /^[#＃]{2,}$/;

/** Mostly digits and their punctuation, readable or not: `1O5.30`, `12.3.4`, `1,23.45`; or what stands where a number was lost. */
export function looksLikeNumber(text: string): boolean {
  const c = compact(text);
  if (LOST.test(c)) return true;
  if (c.length === 0 || c.length > LONGEST_MISREAD || !/\d/.test(c) || /[\u4e00-\u9fff]/.test(c)) return false;
  return (c.match(/\d/g) ?? []).length * 2 >= c.length;
}

/** `-`, `—`, `/`: printed to say that there is nothing. */
export function isNone(text: string): boolean {
  const t = compact(text);
  return t !== '' && NONE.test(t);
}

export function decimalsOf(value: string): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

/** The value in units of 10^-scale. Decimals beyond the scale must be zero. */
export function toScaled(value: string, scale: number): bigint {
  const negative = value.startsWith('-');
  const digits = negative ? value.slice(1) : value;
  const point = digits.indexOf('.');
  const whole = point < 0 ? digits : digits.slice(0, point);
  const fraction = point < 0 ? '' : digits.slice(point + 1);
  const scaled = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
  return negative ? -scaled : scaled;
}

export function fromScaled(scaled: bigint, scale: number): string {
  const negative = scaled < 0n;
  const digits = (negative ? -scaled : scaled).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return negative ? `-${text}` : text;
}

/** 万元 is 10^4 元: 4. null for units that are no money. */
export function unitExponent(unit: string | null): number | null {
  return unit === null ? null : (MONEY_EXPONENT[unit] ?? null);
}

export function isMoneyUnit(unit: string | null): unit is string {
  return unitExponent(unit) !== null;
}

/** The amount in 元, exact; null for units that are no money. `value` is a decimal string as parseNumber gives it. */
export function amountInYuan(value: string, unit: string | null): Amount | null {
  const exponent = unitExponent(unit);
  return exponent === null ? null : new Amount(`${value}e${exponent}`);
}

/** The amount in 元 as a decimal string without useless zeros; null for units that are no money. */
export function toYuan(value: string, unit: string | null): string | null {
  const exponent = unitExponent(unit);
  return exponent === null ? null : shifted(value, exponent);
}

/** The decimal point `places` to the right; asked for every amount, so that it is done on the digits themselves. */
function shifted(value: string, places: number): string {
  const negative = value.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? value.slice(1) : value).split('.');
  const digits = (whole + fraction.slice(0, places).padEnd(places, '0')).replace(/^0+(?=\d)/, '');
  const rest = fraction.slice(places).replace(/0+$/, '');
  const text = rest === '' ? digits : `${digits}.${rest}`;
  return negative && text !== '0' ? `-${text}` : text;
}

/** The unit in which most tables of a document are printed; a table without one is taken to be printed in it. */
export function usualUnit(units: readonly (string | null)[]): string {
  const counts = new Map<string, number>();
  for (const unit of units) if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? USUAL_UNIT;
}
