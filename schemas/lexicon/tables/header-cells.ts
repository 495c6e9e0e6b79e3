import { MONEY_UNITS } from '../money-units.ts';
import { endingIn, oneOf, wholly } from '../writing/words.ts';
import { YEAR_HEAD } from '../writing/years.ts';

/** How the cells of headers are made, where words alone say what is a cell and what stands above it. */

/** 2024年, 2024年预算数, 其中： before another word of a header, or alone. */
export const CELL_PREFIX = new RegExp(`${YEAR_HEAD.source.replace(/\$$/, '')}|^其中[:：]?`);
/** （万元） behind the word for an amount. */
export const CELL_UNIT = new RegExp(`^[（(](?:单位[:：])?(?:${MONEY_UNITS}|%|％)[)）]`);
/** How a cell ends that no format has. */
export const CELL_END = new RegExp(
  `(?:${oneOf(['数', '额', '计', '收入', '支出', '预算', '决算', '经费', '结余', '结转', '资金', '费', '款', '年', '年度', '比例'])}|%\\)?|${oneOf(['名称', '编码', '代码', '科目', '类别', '方式', '标准', '备注'])})$`,
);
/** How a key ends that no format has. */
export const KEY_END = new RegExp(
  `${oneOf(['科目', '分类', '编码', '代码', '名称', '类别', '序号', '目录', '行次'])}(?:[（(][^（()）]{1,6}[)）])?$`,
);
export const NAMES_AT_END = endingIn(['名称']);
/** The total of all columns; the others are those of a group. */
export const GRAND_TOTAL = wholly(['总计']);
/** A head over keys and amounts: a side of the table. */
export const SIDE_OF_TABLE = /^(?:本年|当年|财政拨款|预算)?(?:收入|支出)$|^资金(?:来源|运用)$/;
/** Words that narrow cells cut off the end of longer ones, and that seldom head a column alone. */
export const OFTEN_AT_END = wholly(['预算', '决算', '资金']);
/** The beginning of such a head, as lines cut it. */
export const BEGINS_COMPARISON = /^[^（()）]{2,12}(?:数|额|决算|预算)[比较][^（()）]{0,14}(?:[（(][^（()）]{0,16})?$/;
/** A head over the changes between two years: 2026年预算数比2025年执行数, in brackets what is left out. */
export const COMPARISON =
  /^[^（()）]{2,12}(?:数|额|决算|预算)[比较][^（()）]{2,14}(?:数|额|增减|变动|决算|预算)(?:[（(][^（()）]{2,16}[)）])?$/;
