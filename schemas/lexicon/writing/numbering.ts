import { OF_WHICH_AT_START } from './marks.ts';
import { COUNTED, NUMERAL, ORDINAL } from './numerals.ts';

/** Numbering of rows and headings by depth, outermost first: 一、 （一） 1. （1） ①. 1.5 is a number. */
export const NUMBERING_LEVELS: readonly RegExp[] = [
  new RegExp(`^${COUNTED}[、.．]`),
  new RegExp(`^[（(]${COUNTED}[)）]`),
  /^\d{1,2}[、.．](?!\d)/,
  /^[（(]\d{1,2}[)）]/,
  /^[①-⑳]/,
];

/** Numbering of any depth at the start of a text, half a bracket included: 一、 （一） 1. 1） （一）、 ①. */
export const NUMBERING = new RegExp(`^(?:[（(]?${ORDINAL}[)）][、.．]?|${ORDINAL}[、.．](?!\\d)|[①-⑳])`);

/** 一、 and （一）: a point of the prose, or a row. */
export const POINT = new RegExp(`^(?:${NUMERAL}+[、.．]|[（(]${NUMERAL}+[)）])`);

/** 第二部分: a part of the document begins. */
export const PART = new RegExp(`^第${NUMERAL}+(?:部分|章|节)`);

/** 公务接待费支出 of 其中：（三）公务接待费支出: what a label is about, without spaces. */
export function withoutNumbering(label: string): string {
  const text = label.replace(/[\s\u200b\ufeff]+/g, '');
  return text.replace(OF_WHICH_AT_START, '').replace(NUMBERING, '').replace(OF_WHICH_AT_START, '');
}
