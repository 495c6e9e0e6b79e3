import { MONEY_MULTIPLES } from '../money-units.ts';
import { oneOf } from '../writing/words.ts';

/** Units of prose, and what makes a number with a unit no statement of fact. Patterns see compact text. */

const CURRENCIES = ['美元', '欧元', '港元', '港币', '日元', '英镑', '元'];
/** 万元, 元/人·月: money, for each of something or not. */
const MONEY = `(?:${MONEY_MULTIPLES})?${oneOf(CURRENCIES)}(?:\\/[人户月年天日次件台辆平米方]{1,4}){0,2}`;
export const isMoney = (unit: string): boolean => unit.includes('元');

const LONG_PIECES = [
  ...['人次', '人员', '批次', '户次', '家次', '件次', '辆次', '场次', '项次', '台次', '台/套', '台套', '台件'],
  ...['平方米', '平方公里', '立方米', '公里', '公顷', '千瓦时'],
];
/** 台（套）, 套（件）: either of two. */
const EITHER_PIECE = '[台套]（[^（）]{1,6}）';
const PIECE = '[人户家亩吨件项辆台套个名次批所处条份场艘架座栋幢间张册篇起笔只宗例株棵米]';
const MULTIPLES = '[百千]?[万亿]?';
/** 百分点, also as they are written with 个. */
const POINTS = '个?百分点';
export const SCORE = '分';

/** A unit where a number ends; sticky. */
export const UNIT = new RegExp(`${MONEY}|${POINTS}|[%‰]|${MULTIPLES}(?:${oneOf(LONG_PIECES)}|${EITHER_PIECE}|${PIECE})|${SCORE}`, 'y');
/** A unit of one character, which may be the start of a word. */
export const SHORT_UNIT = new RegExp(`^${MULTIPLES}(?:${PIECE}|人员)$`);
/** 3 名人员: the unit is 人, the last character is the noun's. */
export const PERSONS = '人员';

/** What follows the sign of a unit in words that are none: 2 人民, 3 个月, 5 名录. */
export const WORD_AFTER: Readonly<Record<string, RegExp>> = {
  个: /^(?:月|工作日|小时|自然|季度|年|星期|周|世纪|百分)/,
  人: /^(?:民|大[代常及]|大$|力|才|防|员|口|身|事|类|均|社)/,
  次: /^(?:年|日|月)/,
  名: /^(?:录|单|义|称)/,
  处: /^(?:室|级|长|理|于)/,
  条: /^(?:件|例|款)/,
  项: /^(?:目(?:支出|编码|代码)|级)/,
  批: /^(?:复|准|示)/,
  台: /^(?:账|湾)/,
  起: /^(?:施|实|执|至|步|草)/,
  所: /^(?:属|有|需|以|在)/,
  套: /^(?:表|报)/,
  间: /^(?:接|隔)/,
  场: /^(?:所|地)/,
  份: /^(?:额|起)/,
  例: /^(?:如|行)/,
  张: /^(?:家|店)/,
};
/** 95 分 is a score where the phrase ends; 3 分钟 is none. */
export const BEHIND_SCORE = /^(?:[，。；、：）！,;)]|以?$|，|和|等)/;

/** 单价 100 万元以上: a threshold. */
export const BEHIND_THRESHOLD =
  /^(?:（(?:不?含|含本数|包括)[^（）]{0,6}）)?(?:\/[台套件]{1,3})?(?:（[^（）]{1,6}）)?(?:及|\/)?(?:以[上下内外]|之内|起步?(?:[，。；]|$))/;

const COMPARATIVES = ['低于', '少于', '高于', '多于', '超过', '超', '低', '少', '足', '大于', '小于'];
const LIMITS = ['至少', '大于', '小于', '高于等于', '低于等于', '≥', '≤', '>', '<', '=', '≧', '≦', '\\geq', '\\leq'];
/** 不超过, 至少, ≤: a limit that somebody sets. */
export const BEFORE_LIMIT = new RegExp(`(?:不[得应能]?${oneOf(COMPARATIVES)}|${oneOf(LIMITS)}|最[高多低少](?:不超过)?|[上下]限为?)$`);
/** 每人补助, 按: what a rule gives. */
export const BEFORE_POLICY = /(?:给予|按照?|每[人户](?:每[年月天日次]){0,2}(?:补助|补贴|发放)?|每[年月天日次])$/;
const RATE_WORDS = [
  ...['比例', '标准', '给予', '补助', '补贴', '救助', '报销', '减负', '计提', '提取', '划拨', '划转', '划入', '划账'],
  ...['缴纳', '缴存', '配套', '补偿', '资助', '自付', '承担', '负担'],
];
/** 10% 的比例缴纳: a rate that a rule sets. */
export const BEHIND_RATE = new RegExp(`^的?${oneOf(RATE_WORDS)}`);
/** × 12: part of a formula. */
export const BEFORE_FACTOR = /[*×xX÷＊·]$/;
/** 第 3, 前 3, 〔2020〕3 号, No 3: counts in an order. */
export const BEFORE_ORDINAL = /(?:第|前|近|〔|\[|【|No|№|[A-Za-z_#])$/;
/** What a minus stands behind; between other words it is a hyphen. */
export const BEFORE_MINUS = /(?:^|[加少长降减]）|[加少长降低升高减为是了到达额率幅数：（，、约])$/;
export const MINUS_END = /[-△▲]$/;
/** 10-20%, 3 人至: a range. */
export const RANGE_END = /\d[%万元个人]{0,2}[-~～—至]$/;
