import { GENERAL_FORMAT, GENERAL_IN_CODE } from '../../../../schemas/lexicon/writing/offices.ts';
import type { SheetLibrary } from '../../access/sheet-library.ts';
import type { SheetCell } from './workbook.ts';

/** What a cell shows of a number. */
export type Shown = Pick<SheetCell, 'text' | 'red' | 'unseen'>;

/** The others: 0 … 49 but for those above (18.8.30, all languages). */
export const COMMON_FORMATS: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  37: '#,##0;(#,##0)',
  38: '#,##0;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** Office keeps 15 digits of a number; what a binary fraction has beyond them was never typed. */
const KEPT_DIGITS = 15;
const MINUS = /[-−–－(（△▲]/;

/**
 * A number with as many digits as were typed, without an exponent: 常规 shows fewer only where the column is narrow, and says so by
 * no sign.
 */
export function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(KEPT_DIGITS)));
  if (!/e/i.test(text)) return text;
  const plain = value.toFixed(20).replace(/\.?0+$/, '');
  return /e/i.test(plain) ? text : plain;
}

/** Chinese Excel writes 常规 as `G/通用格式` and the escape `\` as `!`. */
const spelledOut = (code: string): string =>
  code
    .replaceAll(GENERAL_IN_CODE, 'General')
    .replace(/!(?=.)/g, '\\')
    .replaceAll('"."', '\\.');

/** 万元 without dividing: `0\.0,` drops three digits and prints a point before the last that is left. */
const PRINTED_POINT = /([0#])\\\.(0+)(,+)/;

/** The same with a point that is one; the library would put the digits in the wrong places. */
function withRealPoint(code: string, value: number): { code: string; value: number } {
  const match = PRINTED_POINT.exec(code);
  if (!match) return { code, value };
  const [, , decimals = '', commas = ''] = match;
  return { code: code.replaceAll(new RegExp(PRINTED_POINT, 'g'), '$1.$2'), value: value / 10 ** (3 * commas.length + decimals.length) };
}

/** 1.005 is a little less in binary, and offices show 1.01: they round what was typed. Two units in the last of 53 bits. */
const AWAY_FROM_ZERO = 1 + 2 ** -51;

/** What a cell with the format `code` shows of a number; the stored number where the code cannot be read. */
export function shownNumber(value: number, code: string, date1904: boolean, library: SheetLibrary): Shown {
  if (GENERAL_FORMAT.test(code.trim())) return { text: plainNumber(value) };
  let text: string;
  try {
    const meant = withRealPoint(spelledOut(code), value);
    text = library.format(meant.code, meant.value * AWAY_FROM_ZERO, date1904).trim();
  } catch {
    return { text: plainNumber(value) };
  }
  if (/\dE[+-]?\d/i.test(text)) return { text: plainNumber(value) };
  // Formats that show no zeros leave nothing unseen.
  if (text === '') return value === 0 ? { text } : { text, unseen: true };
  return value < 0 && /[1-9]/.test(text) && !MINUS.test(text) ? { text, red: true } : { text };
}
