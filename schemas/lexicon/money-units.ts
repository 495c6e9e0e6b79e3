/**
 * Units of money by the power of ten of 元 that they stand for: 万元 is 10^4 元. Every place that reads a unit asks this list.
 * Disclosures use 元, 千元, 万元 and 亿元 (GB/T 15835 writes large numbers in 万 and 亿); the others occur in captions and prose.
 */
export const MONEY_EXPONENT: Readonly<Record<string, number>> = {
  元: 0,
  百元: 2,
  千元: 3,
  万元: 4,
  十万元: 5,
  百万元: 6,
  千万元: 7,
  亿元: 8,
  十亿元: 9,
  百亿元: 10,
  千亿元: 11,
  万亿元: 12,
};

/** The unit itself: every other is so many of it. */
export const YUAN = '元';

/** In which most documents are printed (部门预算公开格式: 单位：万元). */
export const USUAL_UNIT = '万元';

/** Longest first, since one name ends like another. */
const NAMES = Object.keys(MONEY_EXPONENT).sort((a, b) => b.length - a.length);
const MULTIPLES = NAMES.map((name) => name.slice(0, -1)).filter((multiple) => multiple !== '');

/** The units as alternatives of a regular expression: `百万元|…|元`. */
export const MONEY_UNITS = NAMES.join('|');

/** What stands before 元 in them, as alternatives: `百万|…|万`. */
export const MONEY_MULTIPLES = MULTIPLES.join('|');

/** What a line that is broken within a unit ends with: `百万|…|百`. */
export const MONEY_UNIT_STARTS = [...new Set(MULTIPLES.flatMap((multiple) => [...multiple].map((_, i) => multiple.slice(0, i + 1))))]
  .sort((a, b) => b.length - a.length)
  .join('|');
