import { MONEY_MULTIPLES, YUAN } from '../money-units.ts';
import { oneOf } from '../writing/words.ts';
import { LAST_YEARS, THIS_YEARS, YEAR_NUMBER } from '../writing/years.ts';

/** Columns and rows of two years and of their difference. Patterns see text without spaces. */

/** 增减, 比2025年增减变化, 2026年预算数比2025年执行数, 变动额. */
export const DIFFERENCE_COLUMN =
  /^(?:同比)?增减|[比较].*(?:增减|增加|变化|变动)|[比较].*(?:执行|预算|决算)数|^(?:变化|变动)(?:情况|额|金额)?$/;
/** 增减变化金额, 比上年增减: the name of a row. */
export const DIFFERENCE_ROW = /^(?:[比较]上年)?增减(?:变化|变动)?(?:金额|额|数|情况)?$/;

/** 当年, 本年预算数. */
export const OF_THIS_YEAR = new RegExp(`^${oneOf(THIS_YEARS)}度?(?:$|预算|决算|执行|数)`);
/** The year that a header begins with. */
export const TIME_AT_START = new RegExp(`^(?:${YEAR_NUMBER}年|${oneOf([...LAST_YEARS, ...THIS_YEARS])})度?`);
/** 预算数, 全年执行数, 扣除基建投资后预算数: what sort of amount a header ends with, whatever the amount is about. */
export const SORT_OF_AMOUNT_AT_END = /后?(?:(?:年初|全年|调整)?(?:预算|执行|决算|完成)数?)?$/;
/** 增减（三公）: what the difference is one of; the first group. */
export const NAMED_IN_BRACKETS = /[（(]([^（()）]*)[)）]$/;
/** （万元）, （单位：元） anywhere in a header. */
export const UNITS_IN_BRACKETS = new RegExp(`[（(](?:单位[:：])?(?:${MONEY_MULTIPLES})?${YUAN}[)）]`, 'g');
