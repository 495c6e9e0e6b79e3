/**
 * What prose compares an amount with, and why it says that it changed, as data; nothing enters; imports writing. Patterns see compact
 * text.
 */
import { oneOf } from '../writing/words.ts';

/**
 * `lastYear`: last year's amount, of which the prose does not say whether it was planned or spent; `budget`: the budget, of which it does
 * not say which version; `unsaid`: nothing is named.
 */
export const BASE_KINDS = [
  'lastYearBudget',
  'lastYearExecution',
  'lastYearFinal',
  'lastYear',
  'initialBudget',
  'adjustedBudget',
  'budget',
  'unsaid',
] as const;
export type BaseKind = (typeof BASE_KINDS)[number];

const COMPARING = oneOf(['比', '较', '与', '同', '相比', '相较', '比较', '对比']);
const YEAR = '(?:上|去)一?年度?|20\\d\\d年度?|年初|全年|调整|预算|当年|本年';
/** 与上年相比, 较2025年预算执行数, 同比: what is compared with. Its year, and what is named behind it, are the groups; 同比 has neither. */
export const COMPARED_WITH = new RegExp(`${COMPARING}于?(?:[我本该][^，。；]{1,3})?(${YEAR})([^，。；：\\d]{0,24})|同比`, 'g');
export const LAST_YEAR = /^[上去]/;
/** Kinds of amounts behind the year, the first that matches wins. */
export const NAMED_AMOUNTS: readonly { pattern: RegExp; ofLastYear: BaseKind; ofThisYear: BaseKind }[] = [
  { pattern: /^(?:年度|度|的|部门|单位)*[^增减]{0,8}?(?:执行|完成|预计)/, ofLastYear: 'lastYearExecution', ofThisYear: 'budget' },
  { pattern: /^(?:年度|度|的|部门|单位)*[^增减]{0,8}?(?:决算|实际支出|支出数)/, ofLastYear: 'lastYearFinal', ofThisYear: 'budget' },
  { pattern: /^(?:年度|度|的|部门|单位)*[^增减]{0,8}?(?:调整|全年)预算/, ofLastYear: 'lastYearBudget', ofThisYear: 'adjustedBudget' },
  { pattern: /^(?:年度|度|的|部门|单位)*[^增减]{0,4}?(?:年初|初预算|批复)/, ofLastYear: 'lastYearBudget', ofThisYear: 'initialBudget' },
  { pattern: /^(?:年度|度|的|部门|单位)*(?:同期)?预算/, ofLastYear: 'lastYearBudget', ofThisYear: 'budget' },
];
export const STARTS_WITH_INITIAL = /^年初/;
export const STARTS_WITH_ADJUSTED = /^(?:全年|调整)/;

/** 与上年持平, 无增减变化: a change of nothing that has no number. 基本持平 is hardly any, and not none. */
export const SAYS_SAME = /(?<!基本|大致|大体)(?:持平|一致|相同|不变)|(?<!基本)(?:无|没有|未)(?:发生|有)?(?:增减)?变[化动]|无增减/;
/** A sentence that goes on with what the one before it compares. */
export const GOES_ON = /^(?:其中|分[别类]|按|具体)/;

/** Why: the words before it; what follows up to the end of the sentence is the reason. */
const CAUSES = [
  '(?:主要)?(?:[^，。；：“”]{0,14}?)(?:的)?(?:主要|具体)?原因(?:分析)?(?:是由于|是因为|在于|是|为|系|：)+',
  '(?:主要|具体)(?:是|系|为)?(?:由于|因为|因)',
  '(?:是|系)(?:由于|因为)',
  '(?:由于|因为)',
  '主要[是系](?=[^，。；]{0,40}?(?:增|减|降|压|新|调|未|无|人员|取消|项目|工资|政策|落实|严格|按照|根据|安排|结转))',
  '(?<=[，。；（])(?:[^，。；：“”]{0,8})原因(?:分析)?：',
  '(?<=[，。；（])因(?!公|此|素)',
];
export const CAUSE = new RegExp(CAUSES.join('|'));
/** 一是…；二是…: the points of one reason; anything else behind a semicolon speaks of something else. */
export const NEXT_CAUSE = /^(?:[二三四五六七八九]是|第?[二三四五六七八九][，、是]|[（(]?[2-9][）).、]|[②-⑨]|同时|另外|此外|以及|并且|且)/;
/** A sentence that tells why the one before it says a change. */
export const CAUSE_AT_START =
  /^(?:其?主要)?(?:增减|增加|减少|变动|变化|差异|下降|增长|上升|持平)?(?:变[化动])?(?:的)?(?:主要|具体)?原因|^(?:主要|具体)(?:是|系)?(?:由于|因为|因)|^主要[是系]|^(?:由于|因为)/;
