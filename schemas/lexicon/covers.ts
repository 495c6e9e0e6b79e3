import type { DisclosureKind } from '../disclosure.ts';
import { MONEY_UNITS } from './money-units.ts';
import { COUNTED, NUMERAL } from './writing/numerals.ts';
import { oneOf } from './writing/words.ts';

/** What covers and titles say of a document: which kind of disclosure, whose, of which year. Patterns see text without spaces. */

const KINDS: readonly { kind: DisclosureKind; word: string }[] = [
  { kind: 'final-accounts', word: '决算' },
  { kind: 'budget', word: '预算' },
];
const KIND = oneOf(KINDS.map(({ word }) => word));

/** Budget or final accounts; final accounts where a text names both. */
export function kindNamedIn(text: string): DisclosureKind | null {
  return KINDS.find(({ word }) => text.includes(word))?.kind ?? null;
}

/** A line of the cover that may say the year. */
export const SAYS_YEAR_OF_DOCUMENT = new RegExp(`${KIND}|年度`);
/** The year is the first group. */
export const YEAR_OF_DOCUMENT = /(?:^|[^\d])(20\d\d)年/;

/** 部门预算公开说明: the title of the document, at the end of a line. */
export const COVER_TITLE_END = new RegExp(
  `${oneOf(['部门', '单位', '本级', '机关'])}?${KIND}(?:公开)?${oneOf(['说明', '批复表', '报告', '情况', '信息'])}?$`,
);
/** 一、…: an entry of a list, and no title. */
export const LIST_ENTRY = new RegExp(`^${NUMERAL}、`);
/** No name of a body has such words: sentences, numbered lines, titles. */
export const NOT_NAME = new RegExp(`[，。；：:]|^(?:${COUNTED}|[\\d（(])|${KIND}|目录|第.部分|表$`);
/** 2026年某局2026年部门预算: the name of the publisher is the first group. */
export const NAME_IN_TITLE = new RegExp(`^(?:20\\d\\d年(?:度)?)?(.{3,30}?)(?:20\\d\\d年(?:度)?)?(?:部门|单位)?${KIND}`);
/** （汇总）, （本级） behind a name, which is whose figures they are. */
export const WHOSE_FIGURES = /[（(](?:汇总|本级|部门|单位)[)）]/g;

/** 部门名称: the field of a form that names the publisher; brackets are narrow. */
export const NAME_FIELD = /^(?:部门|单位|预算部门|预算单位|部门[(]单位[)])名称$/;
/** 金额单位, 万元: what may stand behind code and name in a line above a table. */
export const BEHIND_NAME = new RegExp(`^(?:$|(?:金额)?单位|(?:${MONEY_UNITS})$)`);

/** Whose budget: that of a department with all units below it, or of one unit. */
const SCOPES: readonly { scope: 'unit' | 'department'; pattern: RegExp }[] = [
  { scope: 'unit', pattern: new RegExp(`单位${KIND}`) },
  { scope: 'department', pattern: new RegExp(`部门${KIND}`) },
];

/** 某某局（本级）, 局本级, 局机关 on a cover; 市本级 is a level. */
export const OWN_OFFICE_ON_COVER = new RegExp(
  `[（(](?:本级|机关|本部)[)）]|[局委厅院](?:本级|机关)(?:单位)?(?:20\\d\\d年(?:度)?)?(?:单位|部门)?${KIND}`,
);
/** What text calls its publisher. */
export const SAID_IN_TEXT: readonly { scope: 'unit' | 'department'; pattern: RegExp }[] = [
  { scope: 'unit', pattern: new RegExp(`本单位|单位${KIND}`) },
  { scope: 'department', pattern: new RegExp(`本部门|部门${KIND}`) },
];
/** A department rather than what belongs to one: 某市财政局, 某区委; no 中心, 站, 队, 馆, 学校. */
export const DEPARTMENT_END = /(?:[局委厅会]|委员会|办公[厅室]|检察院|法院|政府|办事处|[镇乡]|[委局]部|工作部|组织部|宣传部|统战部)$/;
/** 预算主管部门：某某局; the name is the first group. */
export const HIGHER_BODY = /(?:预算)?主管(?:部门|单位)[:：]([^\s,，;；:：]{4,30})/;
/** The field of a form that names the body above; brackets are narrow. */
export const PARENT_FIELD = /^(?:项目|预算)?主管(?:部门|单位)(?:及代码|名称|\(公章\))?[:：]?$/;
/** 第一部分 某某局概况: the name is the first group. */
export const NAME_IN_HEADING = /^第一部分[、:：]?(.{4,40}?)(?:部门|单位)?(?:概况|基本情况|概述|主要职责)/;

/** The narrower one where a text names both. */
export function scopeNamedIn(text: string): 'unit' | 'department' | null {
  return SCOPES.find(({ pattern }) => pattern.test(text))?.scope ?? null;
}
