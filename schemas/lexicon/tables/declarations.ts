import { oneOf } from '../writing/words.ts';

/**
 * What a note below an empty table says of it. Patterns see text without spaces. A note that is nothing but 无 says that there is no note;
 * names of places begin with 无, too.
 */

const NOTHING = ['没有', '未安排', '未使用', '未发生', '不涉及', '为空表', '是空表', '无发生额', '无数据', '无数字', '无此项', '无该项'];
const PLACES = ['锡', '为', '棣', '极'];
const MONEY = ['预算', '收入', '支出', '经费', '拨款', '收支', '资金', '项目', '安排'];

/** 本部门无政府性基金预算，故本表为空表. */
export const DECLARES_NONE = new RegExp(`${oneOf(NOTHING)}|无(?!${oneOf(PLACES)})[^，。；]{0,20}${oneOf(MONEY)}`);

/** 无 is no part of a longer word (无线, 无人机) behind these. */
const BEFORE_NONE = ['部门', '单位', '本年', '年度', '年', '当年', '局', '委', '办', '均', '暂', '并'];
const NONE_OF = ['没有', '未安排', '未使用', '未发生', '未编制', '不涉及'];

/**
 * What prose says that there is none of: the text between 没有 and the name says of when, by whom and from what it is none. Not of what
 * was carried over, nor of another year (本部门无2021年结转的“三公”经费支出), which `OF_ANOTHER_YEAR` finds in between.
 */
export const noneOf = (name: string): RegExp =>
  new RegExp(`(?:${oneOf(NONE_OF)}|(?<=^|[，、：]|${oneOf(BEFORE_NONE)})无)([^，。；：、]{0,14})(?:${name})`);
export const OF_ANOTHER_YEAR = new RegExp(oneOf(['结转', '上年', '去年', '新增', '增减']));

/** 涉密内容不予公开. */
export const DECLARES_WITHHELD = new RegExp(oneOf(['涉密', '涉及国家秘密', '保密', '不予公开', '不宜公开', '免予公开']));

/** 没有某某, 本部门无某某 in prose: what there is none of is the last group. */
export const NONE_IN_PROSE = new RegExp(
  `(?:${oneOf(NONE_OF)}|(?<=^|[，、：（]|${oneOf(BEFORE_NONE)})无(?!${oneOf(PLACES)}))([^，。；：、（）]{0,30}(?:和|、)?[^，。；：、（）]{2,30})`,
  'g',
);
/** What can be had none of: money, and what is bought or counted. Changes are none of it, nor what a purchase was for. */
export const NONE_OF_WHAT = new RegExp(`${oneOf(MONEY)}|采购|购置|购买服务|公务接待|出国|车辆|设备|债务`);
export const NO_DECLARATION = /\d[百千万亿]*元|变[化动]|增减|差异|调整|偏差|完成|结转|上年|去年|往年|新增|原因|要求|标准|规定|违|及时/;
/** Which side of an account is said to be nothing: 没有…安排的支出 says nothing of the revenue. */
export const NONE_OF_REVENUE = /收/;
export const NONE_OF_EXPENDITURE = /支/;
/** 如此表为空表，则表示…: it would be so, if. */
export const IF_SO = /^[^，。；]{0,12}(?:如|若|如果)|则表示/;
/** 涉密信息不予公开: kept back, and said so. */
export const WITHHELD_IN_PROSE = new RegExp(
  `${oneOf(['涉密', '涉及国家秘密', '保密'])}[^。；]{0,40}(?:不予?公开|未予?公开|不作公开|不反映|未反映|未包[括含]|不包[括含]|已剔除)|${oneOf(['不予公开', '不宜公开', '免予公开'])}`,
);
