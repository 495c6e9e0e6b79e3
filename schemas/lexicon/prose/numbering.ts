import { COUNTED, NUMERAL, NUMERAL_OR_DIGIT } from '../writing/numerals.ts';

/** How points and headings of prose are numbered; parts of regular expressions. Brackets are wide where texts are compact. */

/** （1）, 1.: a point of a list begins. 1.5 is a number. */
export const POINT_IN_DIGITS = '(?:（\\d{1,2}）|\\d{1,2}[.、](?!\\d))';
/** The same, and （一）, 一、. */
export const POINT = `(?:（${NUMERAL_OR_DIGIT}{1,3}）|\\d{1,2}[.、](?!\\d)|${COUNTED}、)`;
/** Points may be nested: 一、（一）. */
export const POINTS_AT_START = new RegExp(`^${POINT}+`);
/** A paragraph with a number of its own, however it is written. */
export const NUMBERED = new RegExp(`^（?${NUMERAL_OR_DIGIT}{1,3}[）、.]`);
/** 一是, 第二是: a point within a sentence. */
export const POINT_IN_SENTENCE = `第?${COUNTED}是`;

/** Numerals of parts, chapters and articles go beyond a hundred. */
const LONG_NUMERAL = `(?:${NUMERAL}|百)`;

/** 第二部分: outermost. */
export const PART = new RegExp(`^第\\s?${LONG_NUMERAL}{1,3}\\s?部\\s?分`);
/** 第三条: articles of rules. */
export const ARTICLE = new RegExp(`^第${LONG_NUMERAL}{1,4}条`);
/** The numbers of headings, outermost first; white space may stand inside. */
export const HEADING_LEVELS: readonly RegExp[] = [
  new RegExp(`^(?:${LONG_NUMERAL}{1,3}\\s?[、．.]|第${LONG_NUMERAL}{1,4}[章节])`),
  new RegExp(`^[（(]\\s?${LONG_NUMERAL}{1,3}\\s?[）)]`),
  /^\d{1,2}\s?(?:、|[.．](?!\d))/,
  /^(?:[（(]\s?\d{1,2}\s?[）)]|[①-⑳])/,
];
/** The first characters of such numbers: a cheap test, since most lines are prose. */
export const MAY_BE_NUMBERED = new RegExp(`^(?:${NUMERAL}|[百第（(\\d①-⑳])`);
/** Parts begin with it. */
export const MAY_BE_PART = '第';
