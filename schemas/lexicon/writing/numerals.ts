const DIGITS = '一二三四五六七八九';

/** One numeral, 十 included; the pieces below are parts of regular expressions. */
export const NUMERAL = `[${DIGITS}十]`;

/** One numeral or digit: 表十, 表10. */
export const NUMERAL_OR_DIGIT = `[\\d${DIGITS}十]`;

/** A number below a hundred as lists count: 一, 十二, 二十三. */
export const COUNTED = `${NUMERAL}{1,3}`;

/** The same in digits or numerals. */
export const ORDINAL = `(?:${COUNTED}|\\d{1,2})`;

/** 十二 is 12, 三十 is 30; below a hundred. */
export function chineseNumber(printed: string): number {
  const [tens = '', ones] = printed.split('十');
  if (ones === undefined) return numeralOf(tens);
  return (tens === '' ? 1 : numeralOf(tens)) * 10 + numeralOf(ones);
}

const ANY_NUMBER = new RegExp(`${NUMERAL}+|\\d+`);

/** The first number of a text, in digits (①, too) or numerals; null where it has none. */
export function numberIn(text: string): number | null {
  const printed = ANY_NUMBER.exec(text.normalize('NFKC'))?.[0];
  if (printed === undefined) return null;
  return /^\d/.test(printed) ? Number(printed) : chineseNumber(printed);
}

function numeralOf(printed: string): number {
  return printed === '' ? 0 : DIGITS.indexOf(printed) + 1;
}

/** What numbers the paragraphs of an Office file: 零 to 九, the same as 大写 of amounts, and the 天干. */
export const COUNTING = { digits: `零${DIGITS}`, ten: '十', zero: '〇' };
export const LEGAL_COUNTING = { digits: '零壹贰叁肆伍陆柒捌玖', ten: '拾' };
export const HEAVENLY_STEMS = '甲乙丙丁戊己庚辛壬癸';
