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

/** 涉密内容不予公开. */
export const DECLARES_WITHHELD = new RegExp(oneOf(['涉密', '涉及国家秘密', '保密', '不予公开', '不宜公开', '免予公开']));
