import { oneOf } from '../writing/words.ts';
import { BODY_AND_YEAR, BODY_BEFORE_NOUN, OURS } from './bodies.ts';
import { POINT, POINT_IN_SENTENCE } from './numbering.ts';

/** What surrounds the noun of a clause: connectives, times, verbs before a number. Patterns see compact text. */

/** Words of the accounts that a noun phrase begins with: what stands before is a body, a year or a verb. */
const HEADS = [
  ...['收支总预算', '收支预算', '预算收支', '收入总计', '支出总计', '总收入', '总支出', '财务总', '预算总'],
  ...['收入预算', '支出预算', '预算收入', '预算支出', '基本支出', '项目支出', '人员经费', '公用经费', '债务支出'],
  ...['财政拨款', '一般公共预算', '政府性基金', '国有资本', '财政专户', '单位资金', '事业收入', '事业单位经营', '经营收入'],
  ...['上级补助', '附属单位', '其他收入', '上年结转', '年初结转', '年末结转'],
  ...['政府采购', '政府购买服务', '采购预算', '采购项目', '机关运行经费', '委托业务费'],
  ...['“三公”', '三公经费', '因公出国', '国内公务接待', '公务接待', '公务用车'],
  ...['资产总额', '车辆', '应编制', '实际编制'],
];
export const HEAD = new RegExp(oneOf(HEADS));
/** What may be cut off before such a word. */
export const BEFORE_HEAD = new RegExp(
  `(?:${BODY_BEFORE_NOUN}的?|年度?初?|在|安排的?|通过|[我本].{1,2}|共有?|共计|涉及|使用|编制|纳入[^，]{0,16}预算的|[，：])$`,
);
/** A noun phrase begins with it, whatever stands before. */
export const QUOTED_HEAD = '“三公”';

const CONNECTIVES = [
  ...['其中', '包括', '具体包括', '主要包括', '具体为', '分别为', '分别是', '主要为', '主要是', '用于', '主要用于'],
  ...['另外', '此外', '同时', '以及', '和', '与', '及', '共计', '预计', '根据测算'],
];
/** What a clause begins with before its noun. */
export const CLAUSE_START = new RegExp(
  `^(?:[，、；：。,）]|${oneOf(CONNECTIVES)}|在[^，]{2,12}中|${POINT_IN_SENTENCE}|按[^，：]{2,14}(?:划分为|分为|分[，：])|` +
    `合计(?=.{4})|共?有(?=车辆)|共?涉及(?!资金|金额|经费|项目|预算$|$)|共(?=[安接需])|${POINT})`,
);
/** When, and whose: 截至2025年12月31日, 2026年, 本部门, 编制2026年部门. */
const TIME_AT_START = new RegExp(
  `^(?:截[至止][^，]{4,14}?[日底末]|20\\d\\d年(?:度|初|末|底)?(?:\\d{1,2}月)?|今年|当年|${OURS}(?:所属(?:各?预算)?单位)?(?=.{2})|` +
    '本年度?(?!收入|支出)|编制20\\d\\d年(?:度|部门|单位)?|年初预算(?=[^数的为支]{4})|全年(?=预算|执行))[，、]?',
);
/** What is taken off the start of a clause, over and over, in this order. */
export const BEFORE_NOUN: readonly RegExp[] = [CLAUSE_START, BODY_AND_YEAR, TIME_AT_START];
/** …, 主要原因是: what comes first is why. */
export const REASON_AT_START = /^.{0,30}?(?:原因|由于|因为)(?:是|为|：)?/;
/** Between a noun and its number: 共计, 约, 达到, 安排. */
export const BEFORE_NUMBER =
  /(?:共计需?|共需|共有|共|累计|总计达|约|预计|预计需|为|达到?|是|等|计划|需|近|仅|各|了|同比|安排(?!支出)|[，：、（-])+$/;
/** 某某“子项目”项目: the name in quotes, which is left, is the project's; then the quotes of a subject. */
export const BEFORE_PROJECT = /^[^“”]{0,20}“[^”]{2,100}”(?=项目)/;
export const QUOTED_SUBJECT = /“([^“”]{2,30})”科目/;
/** （10/20×100%）: how a number was reckoned. */
export const RECKONING = /（[^（）]{0,80}[/÷×*][^（）]{0,80}）/g;
/** 公用经费2026年｜预算数: the year before its last word. */
export const YEAR_BEFORE_AMOUNT = /20\d\d年度?(?=(?:年初)?(?:预算|决算)数$)/;
/** 的 before a noun that stands behind its number. */
export const PARTICLE_AT_START = /^的/;

/** How what is counted is called after its unit, as in 接待 3 批次 12 人: 人数 is the concept of the second. */
export const COUNT_NAMES: Readonly<Record<string, string>> = {
  人: '人数',
  人次: '人次',
  批次: '批次',
  次: '次数',
  批: '批次',
  户: '户数',
  家: '家数',
  个: '数',
  辆: '数量',
  台: '数量',
};
/** Units of what is counted in rounds, and names that say so themselves. */
export const COUNTS_ROUNDS = /^(?:批次|人次|批)$/;
export const SAYS_COUNT = /[次数]$/;
/** 3 个｜项目: the concept is the number of them. */
export const COUNTS_PIECES = '个';
export const PROJECT_END = /项目$/;
export const nameOfCount = (noun: string): string => `${noun}数`;

/** 关于…的, before the topic of a heading. */
export const ABOUT = /^[^“]{0,20}关于/;
/** What headings say of a topic, behind it: 公用经费｜安排情况说明. */
export const HEADING_WORDS_END = new RegExp(
  `(?:增减)?${oneOf([
    ...['安排', '支出', '变化', '收支', '预算', '决算', '使用', '占有', '占用', '执行', '设置', '总体'],
    ...['的', '及', '与', '和', '原因', '情况', '说明', '指标', '管理', '工作', '结果'],
  ])}+$`,
);
