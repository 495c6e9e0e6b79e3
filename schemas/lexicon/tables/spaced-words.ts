import { SIDE_TOTALS, TOTALS } from '../writing/marks.ts';
import { oneOf } from '../writing/words.ts';
import { EXPENDITURE, REVENUE } from './columns.ts';

/** Words that headers and totals letter-space to the width of their cell (合  计). */
const LABELS = ['项目', '金额', '预算数', '决算数'] as const;

/** Of these both the words and their beginnings are looked for, where each letter is a text of its own. */
export const SPACED_WORDS: readonly string[] = [...SIDE_TOTALS, ...TOTALS, ...LABELS];

/** Totals whose letters may stand below each other, a line each. */
export const LETTERS_BELOW: readonly string[] = [...SIDE_TOTALS, ...SIDE_TOTALS.map((word) => `本年${word}`), ...TOTALS];

/** A text ends in such a word, with any spaces between its letters. */
export const LETTER_SPACED = new RegExp(
  `^\\S*${oneOf([REVENUE, EXPENDITURE, ...TOTALS, ...LABELS]).replace(/([\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, '$1\\s*')}$`,
);
