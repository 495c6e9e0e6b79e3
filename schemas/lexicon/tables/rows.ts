import { oneOf } from '../writing/words.ts';

/** What the labels of rows say. Patterns see text without spaces. */

/** Labels of the revenue side of a 收支 table, whatever else they hold. */
export const SURELY_REVENUE = /附属单位上缴|上级补助收入/;
export const REVENUE_LABEL = /收入|上年|年初|使用非财政|动用|上级补助|上缴$|拨款$|事业基金|调入/;
export const EXPENDITURE_LABEL = /支出|年终|年末|结转下年|下年|结余分配|转移性/;

/** Funds by the words that their names begin with. */
export const FUND_AT_START = new RegExp(`^${oneOf(['一般公共预算', '政府性基金', '国有资本经营', '财政专户', '单位资金'])}`);
/** What is taken over from another year. */
export const CARRIED = /结转|结余/;
/** 本年收入, 一、本年支出合计: the row that the first points of a side add up to. */
export const CURRENT_YEAR_SUM = /^(?:[一1][、.．])?本年(?:支出|收入)(?:合计|小计)?$/;
/** Rows that stand beside the others and are no part of the row above. */
export const STANDS_APART = /合计|总计|结转|结余|上级补助|附属单位|使用非财政|动用/;
/** A label is whole where it ends so; another one goes on in the next line. */
export const LABEL_END = new RegExp(
  `${oneOf('收入 支出 结余 结转 合计 总计 费 资金 下年 拨款 补助 预算 分配 准备金 预备费'.split(' '))}(?:[（(][^（）()]*[)）])?$`,
);

/** A letter alone is one of the three classes of the procurement catalogue. */
export const CATALOGUE_CLASS = /^[[【(（]?([ABC])[\]】)）]?\s*[-—_:：]?\s*((?:货物|工程|服务)(?:类|支出)?)$/;
/** 12345热线, 110联动中心: the number is that of a telephone, and part of the name. */
export const TELEPHONE_NUMBER = /^\d{3,5}(?:政务|政府|市长|公共|便民|服务|社会|应急)*(?:热线|报警|急救|联动|投诉|举报)/;

/** Subjects are compared by what is left of their names: 其它 is 其他, and what all of them are goes (支出, 的, 类). */
export const withUsualSpelling = (name: string): string => name.replaceAll('其它', '其他');
export const NO_MATTER_IN_NAME = /[()的]/g;
export const NO_MATTER_AT_END = /(?:支出|类|款|项)$/;
