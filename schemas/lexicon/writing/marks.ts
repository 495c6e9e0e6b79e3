import { COUNTED } from './numerals.ts';
import { containing, endingIn, oneOf, startingWith, wholly } from './words.ts';

/** Words that mark what a row, a column or a line is for: sums, 其中, notes. Patterns see text without spaces. */

/** Of everything that stands above, or beside. */
export const GRAND_TOTALS = ['合计', '总计', '共计'] as const;
/** Of a group. */
export const GROUP_TOTALS = ['小计'] as const;
export const TOTALS = [...GRAND_TOTALS, ...GROUP_TOTALS];

/** Nothing but such a word. */
export const TOTAL_ALONE = wholly(TOTALS);
/** 合计, 收入合计, 人员经费小计. */
export const TOTAL_AT_END = endingIn(TOTALS);
/** 合计 of all rows, or of a side: the words before it name no part. A numbering may stand before (一、合计). */
export const GRAND_TOTAL = new RegExp(`^(?:${COUNTED}、)?(?:收入|支出|收支|总|预算|决算)?${oneOf(GRAND_TOTALS)}$`);

/** The totals of the two sides of an account as they are printed whole; headers and rows letter-space them (收 入 总 计). */
export const SIDE_TOTALS = ['收入', '支出'].flatMap((side) => ['总计', '合计'].map((total) => `${side}${total}`));

/** What a row says before it names a part of the row above. */
export const OF_WHICH = '其中';
/** 其中： alone heads columns, and is none. */
export const OF_WHICH_ALONE = new RegExp(`^${OF_WHICH}[:：]?$`);
export const OF_WHICH_AT_START = new RegExp(`^${OF_WHICH}[:：]?`);

/** What a page adds up, or takes over from the page before: printed between the rows, and none of them. */
export const PAGE_TOTAL = /^(?:本页(?:小计|合计|累计)|[转过][次下后]页|[承接续][前上]页)(?:(?:小计|合计))?$/;

/** What notes below tables begin with. */
export const NOTES = ['备注', '注', '说明', '附注', '注释'] as const;
/** 注：, 说明1：. */
export const NOTE_AT_START = new RegExp(`^[（(]?${oneOf(NOTES)}\\d?\\s*[:：]`);
/** The same without the colon: 注本表…. */
export const NOTE_WORD_AT_START = startingWith(NOTES);
const ROUNDING = ['尾差', '尾数', '四舍五入'];
/** A note says that the amounts are rounded. */
export const TAIL_NOTE = containing(ROUNDING);
/** What the lines that a note goes on with are made of. */
export const NOTE_WORDS = new RegExp(`本表|如.{0,6}空|${oneOf(ROUNDING)}|预算数|决算数|口径|${OF_WHICH}`);
/** A mark that refers to a note: 注1, ①, [2], *. `text` is all that is raised. */
export const NOTE_MARK = /^[[（(〔【]?(?:注|备注)?[\d①-⑳a-zA-Z*＊†‡§#,，、]{0,4}[\])）〕】]?$/;
