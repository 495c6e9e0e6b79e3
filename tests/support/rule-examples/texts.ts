import type { Profile } from '../../../schemas/profile.ts';
import type { RuleId } from '../../../schemas/rules/index.ts';

/** A smallest document that triggers a rule, and what must come out of it. */
export interface RuleExample {
  rule: RuleId;
  /** Lines of a text, `→` for a tab; or bytes that are no such text. */
  source: readonly string[] | Uint8Array;
  /** Places of the rule's findings: `line:start-end`, or `line` where the whole line is meant; pieces of one finding joined by a space. */
  findings?: readonly string[];
  /** The same of the items in the review queue. */
  review?: readonly string[];
  /** Rules that such a document necessarily triggers as well. */
  also?: readonly RuleId[];
  profiles?: readonly Profile[];
}

export const COVER = ['青禾市水务局', '2026年部门预算', ''];
export const CODED_HEADER = '科目编码→科目名称→合计→基本支出→项目支出';
export const CODED_ROWS = [
  '→合计→30.00→20.00→10.00',
  '213→农林水支出→30.00→20.00→10.00',
  '21303→水利→30.00→20.00→10.00',
  '2130301→行政运行→20.00→20.00→',
  '2130306→水利工程运行与维护→10.00→→10.00',
];
export const CODED = ['支出预算总表', '单位：万元', CODED_HEADER, ...CODED_ROWS];
/** Lines of cells, one of which is lost in each; those of fewer cells stay. */
export function withoutColumn(lines: readonly string[], column: number): string[] {
  return lines.map((line) =>
    line
      .split('→')
      .filter((_, i) => i !== column)
      .join('→'),
  );
}
/** Items of one parent, in the order of their codes. */
export const pensions = (title: string, pension: string, annuity: string): string[] => [
  title,
  '单位：万元',
  '科目编码→科目名称→合计',
  '→合计→20.00',
  '208→社会保障和就业支出→20.00',
  '20805→行政事业单位养老支出→20.00',
  `2080505→机关事业单位基本养老保险缴费支出→${pension}`,
  `2080506→机关事业单位职业年金缴费支出→${annuity}`,
];
/** 元 below 万元. */
export const TEN_THOUSAND_TIMES = [
  '一般公共预算支出表',
  '单位：万元',
  CODED_HEADER,
  ...CODED_ROWS.map((row) => row.replaceAll(/(\d+)\.00/g, '$10000')),
];
/** 22102 is missing above 2210201. */
export const WITHOUT_PARENT = [
  ...CODED.slice(0, 3),
  '→合计→60.00→50.00→10.00',
  '208→社会保障和就业支出→20.00→20.00→',
  '20805→行政事业单位养老支出→20.00→20.00→',
  '2080505→机关事业单位基本养老保险缴费支出→15.00→15.00→',
  '2080506→机关事业单位职业年金缴费支出→5.00→5.00→',
  ...CODED_ROWS.slice(1),
  '221→住房保障支出→10.00→10.00→',
  '2210201→住房公积金→10.00→10.00→',
];
/** The same form as a conversion prints it that lost the layout: cells in their order, empty ones dropped. */
export const SPACED_HEADER = ['支出预算总表', '表3', '单位：万元', '科目编码 科目名称 合计', '基本支出', '项目支出'];
export const CONTENTS = ['目录', '一、收支预算总表', '二、收入预算总表', '三、支出预算总表', ''];
export const FORM_CAPTION = ['项目（政策）绩效目标表', '单位：万元'];

export function form(project: string, amount: string, ...indicators: readonly string[]): string[] {
  return [
    `项目(政策)名称→${project}→→→→→→`,
    '主管部门→青禾市水务局→→→实施单位→青禾市水务局→→',
    `预算资金情况→${amount}→→→→→→`,
    '总体目标→按期完工。→→→→→→',
    '绩效指标→一级指标→二级指标→三级指标→运算符号→指标值→度量单位→完成时限',
    ...indicators,
  ];
}
export const LENGTH = '→产出指标→数量指标→清淤长度→>=→12→公里→2026-11';
export const QUALITY = '→→质量指标→验收合格率→=→100→%→2026-11';

export const replaced = (lines: readonly string[], from: string, to: string): string[] => lines.map((line) => line.replace(from, to));

export const profile = (id: string, own: Partial<Profile> = {}): Profile => ({
  id,
  title: id,
  extends: id === 'default' ? null : 'default',
  match: { all: id === 'default' ? [] : [/青禾市/], any: [] },
  titles: {},
  columns: [],
  lookups: {},
  ...own,
});

export const EXPENDITURE_COLUMNS = ['合计', '基本支出 > 小计', '基本支出 > 人员经费', '基本支出 > 公用经费', '项目支出'];
