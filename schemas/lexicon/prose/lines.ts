import { MONEY_UNIT_STARTS, MONEY_UNITS } from '../money-units.ts';
import { LEVEL_AT_START, LEVEL_OPEN_AT_END } from './subjects.ts';

/** What lines of prose begin and end with, as they are printed: which go on, and what is none of them. */

/** - 3 -, 第 3 页 共 9 页, 3/9: the number of a page. */
export const PAGE_NUMBER =
  /^(?:[-—–－─―]+\s{0,3}\d{1,4}\s{0,3}[-—–－─―]+|第\s{0,2}\d{1,4}\s{0,2}页.{0,12}|\d{1,4}\s{0,2}\/\s{0,2}\d{1,4})$/;
/** The rest of a number or its unit. */
export const UNIT_AT_START = new RegExp(`^(?:[.．,，%％‰]|${MONEY_UNITS}|[个人年月日辆台套次批项家户件分])`);
/** A number without a unit, or cut within it. */
export const NUMBER_AT_END = new RegExp(`\\d\\s?(?:${MONEY_UNIT_STARTS}|个百|个百分)?$`);
/** The line breaks off within a list, a bracket or the path of a subject. */
export const OPEN_END = new RegExp(`[，、；：,:（(“《／/—-]$|${LEVEL_OPEN_AT_END.source}`);
/** The line closes what the one above left open. */
export const CLOSING_START = new RegExp(`^[，。；、：）)”》】%％]|${LEVEL_AT_START.source}`);

/** For prose below no heading that names its section: 某某：是指 defines, amounts explain. */
export const DEFINES = /^.{2,60}[：:]是?指/;
export const EXPLAINS = new RegExp(`\\d\\s?(?:${MONEY_UNITS}|[%％辆台个人])`);
