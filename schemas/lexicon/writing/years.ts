import { containing, oneOf } from './words.ts';

/** How years are written. Parts of regular expressions first; patterns see text without spaces. */

export const YEAR_NUMBER = '(?:19|20)\\d\\d';
/** 2026年, 2026年度. */
export const YEAR = `${YEAR_NUMBER}年度?`;

/** 上年 and its like: the year before the document's. */
export const LAST_YEARS = ['上年', '上一年', '去年'] as const;

/** The document's own year. */
export const THIS_YEARS = ['当年', '本年', '今年'] as const;
/** 本年收入合计, 当年支出合计. */
export const NAMES_THIS_YEAR = containing(THIS_YEARS);

/** What a year says of its numbers. */
const STAGES = ['预算', '决算', '执行'] as const;

/** Years within a header: 2026年预算数. */
export const YEARS_IN_HEADER = new RegExp(`${YEAR_NUMBER}(?=年|预算|决算|\\s|$)`, 'g');
/** 比2025年, 较2025年: the year of another number. */
export const COMPARED_WITH_YEAR = new RegExp(`[比较]${YEAR_NUMBER}年`, 'g');
/** 上年, 上年预算数; 上年结转 is money of this year. */
export const LAST_YEAR = new RegExp(`^${oneOf(LAST_YEARS)}度?(?:$|数|${oneOf(STAGES)})`);
/** 2025年, 2025年预算数 as the name of a row. The year is the first group. */
export const YEAR_ALONE = new RegExp(`^(${YEAR_NUMBER})年度?${oneOf(STAGES)}?数?$`);
/** 2026, 2026年: a year and no amount. A number alone is one only of the time in which budgets are published and planned. */
export const YEARISH = new RegExp(`^(?:20(?:0[5-9]|[123]\\d)|${YEAR_NUMBER}年度?)$`);
/** 其中：2026: the last word of a text is such a number. */
export const YEARISH_AT_END = /(?:^|[^\d.,])20(?:0[5-9]|[123]\d)$/;
/** 年, 年度 behind a year that stands apart. */
export const YEAR_WORD = /^年度?/;
/** 2026年, （2026年度） on a line of its own. The year is the first group. */
export const YEAR_LINE = new RegExp(`^[（(]?(${YEAR_NUMBER})年度?[)）]?$`);
/** 2026年预算数, 上年决算数: the head of a column that speaks of a year, whole. */
export const YEAR_HEAD = new RegExp(`^(?:${YEAR}|上年)(?:${oneOf(['预算数', '决算数', '执行数', ...STAGES])})?$`);
/** The same at the start of several words that follow each other without a gap. */
export const YEAR_HEAD_AT_START = new RegExp(`^(?:${YEAR}(?:预算数|决算数)?|上年(?:预算数|决算数))`);

/** A date, or what a plan gives as one: 2026-03-01, 2026年12月底之前, 3月前. */
export const DATE =
  /^(\d{4}[-./]\d{1,2}([-./]\d{1,2})?|\d{4}年(\d{1,2}月(\d{1,2}日)?)?(底|末|初|上半年|下半年)?(之?前)?|\d{1,2}月((\d{1,2}日|底|末|初)(之?前)?|份?之?前))$/;
