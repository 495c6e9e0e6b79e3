import { oneOf } from '../writing/words.ts';
import { BODY_END, OURS } from './bodies.ts';
import { POINT, POINT_IN_DIGITS } from './numbering.ts';

/** Which amount of a thing a phrase means, and words that mean an amount of whatever is being spoken of. Patterns see compact text. */

/** Budgets beside the final amount of a year. */
const EARLIER_BUDGETS = oneOf(['年初预算', '全年预算', '调整预算']);
export const EARLIER_BUDGET = new RegExp(EARLIER_BUDGETS);
/** 公用经费年初预算数: the amount that was planned, at the end of a noun. */
export const BUDGET_END = /(?:支出)?(?:年初|全年)?预算数?$/;
/** The same, and the noun keeps what it is the expenditure of. */
export const BUDGET_WORD_END = /(?:年初|全年)?预算数?$/;
/** What was carried out, at the end of the year or before. */
export const CARRIED_OUT = /决算|执行/;
/** 数 stands for no amount of its own behind a noun that names one. */
export const NUMBER_END = /数$/;

/** Nothing but an amount of what is being spoken of: 年初预算数, 支出, 涉及资金. */
export const AMOUNT_ONLY = new RegExp(
  `^(?:本年|当年|今年|年度)?(?:(?:支出|收入)?(?:${EARLIER_BUDGETS}|决算|执行)|预算)?` +
    `${oneOf(['数', '金额', '支出', '收入', '资金', '安排', '批复', '批复数', '总额', '合计', '小计', '总计'])}?$|^(?:涉及|安排)(?:资金|金额|经费|预算)$`,
);
/** Of a side, where a subject is being spoken of. */
export const SIDE_ONLY = /^(?:支出|收入)$/;
/** 涉及资金: the amount of what was counted. */
export const MONEY_OF_IT = /^(?:涉及|安排)?(?:资金|金额|经费|预算)$/;
/** 数量, 批次 at the end of what is being spoken of: the next number counts or costs the same. */
export const COUNT_WORDS_END = /(?:批次|人次|人数|数|累计)+$/;
export const MONEY_OF_COUNTED = '金额';

/** 本部门2026年预算支出: all of it, whatever the sentences before were about. The noun is the first group. */
export const WHOLE_BUDGET = new RegExp(
  `(?:${OURS}|${BODY_END})(?:20\\d\\d年度?|当年|全年)?(?:部门|单位)?(预算(?:收入|支出))(?:共计?|合计|总计|为|安排)*$`,
);
/** The whole of an account, which is no part's name: 收入总计, 预算支出, 某局总收入. */
export const WHOLE_ACCOUNT =
  /^(?:收支总?预算|收入(?:总计|预算(?:总计|合计)?)|支出(?:总计|预算(?:总计|合计)?)|预算收入|预算支出|.*总收入|.*总支出)$/;
/** What a group's name says of its amount and not of its parts: “三公”经费｜预算数, 项目｜合计. */
export const AMOUNT_OF_GROUP_END = /(?<=经费)(?:预算|支出|决算)+(?:数|合计|总额)?$|合计$|(?<!年初|全年|总)预算数?$/;
/** A name of an expense, which may be a subject's; 预算支出 is all of a budget. */
export const EXPENSE_NAME = /(?:(?<!预算)支出|补助)$/;
/** A subject's name goes on behind the mark of its level: 教育（类）｜支出. */
export const EXPENDITURE = '支出';
export const EXPENDITURE_END = /支出$/;

/** 评级为优: how a performance was graded. The grade is the first group. */
export const GRADE = /^(?:评级(?:情况|结果)?为)?([优良中差])$/;
export const nameOfGrade = (noun: string, grade: string): string => `${noun}评级为${grade}`;

/** 车辆 and its kinds: 特种车. */
export const VEHICLES = { group: '车辆', kindEnd: '车', unit: '辆' } as const;
/** 单价, 单位价值: of one thing, wherever it stands. */
export const PRICE_OF_ONE = /^(?:单价|单位价值)/;

/** （一）某某经费，…: the paragraph speaks of it. The name is the first group. */
export const TOPIC_OF_PARAGRAPH = new RegExp(
  `^${POINT}([^，。；：“”]{2,40}?${oneOf(['经费', '费', '费用', '项目', '补助', '资金', '工程', '专项'])})[，：。]`,
);
/** “某某”项目自评得分, 某某项目绩效自评综述：: the paragraph speaks of a project; in a list of 一、 “三公” is none. The name is the first or second group. */
export const PROJECT_OF_PARAGRAPH = new RegExp(
  `^${POINT_IN_DIGITS}?(?:“([^”]{2,80})”(?=项目|[^、，]{0,4}(?:自评|得分|预算))|([^，。：“”]{2,60}?)(?:项目)?(?:绩效)?(?:自评)?综述：)`,
);

/** What follows belongs to a group: its parts stand behind these words. */
export const OF_WHICH = '其中';
export const OF_WHICH_AT_START = /^其中/;
export const GROUP_BEGINS = /其中|包括[：:]?[^，。；]{0,24}$|(?:分别|具体)[为是]/;
export const GROUP_IN_BRACKETS = '（其中';
/** ；本部门, ；全年: another total begins, and the group ends. */
export const GROUP_ENDS = new RegExp(`；(?:${OURS}|全年|20\\d\\d年)`);
/** 对 3 个单位开展…，涉及某某: parts of what was counted. 涉及资金 is its amount. */
export const PART_OF_COUNTED = /，涉及(?!资金|金额|经费)[^，。；]{2,}$/;
/** “某某”等, 对: what stands before the number is no name of it. */
export const NO_NOUN_END = /”(?:（[^（）]{1,8}）)?等?$|对$/;
/** A verb whose object stands behind the number: 购置 3 辆公务用车. */
export const VERB_END = new RegExp(
  `(?:${oneOf(['购置', '处置', '新增', '报废', '设置', '举办', '组织', '聘用', '招聘', '开展', '涉及', '对'])}|设有?)$`,
);
