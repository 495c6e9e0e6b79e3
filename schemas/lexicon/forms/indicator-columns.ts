import { containing, endingIn } from '../writing/words.ts';

/** The header of the indicators of a form. Patterns see text without spaces, brackets and leading 绩效. */

/** What a column of the indicator table holds. */
export type IndicatorRole =
  | 'project'
  | 'amount'
  | 'goal'
  | 'other'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'operator'
  | 'target'
  | 'unit'
  | 'deadline'
  | 'actual'
  | 'completion'
  | 'weight'
  | 'score'
  | 'note';

/** Header words by what their columns hold; the first that fits counts. */
export const HEADER_ROLES: readonly (readonly [IndicatorRole, RegExp])[] = [
  ['level1', /^一级(指标|目标)?(名称)?$/],
  ['level2', /^二级(指标|目标)?(名称)?$/],
  ['level3', /^(三级(指标|目标)?(名称)?|指标名称|绩效指标名称)$/],
  ['project', /^(单位名称[、.，]?)?(项目|政策)([（(].{1,6}[)）])?名称$|^单位[（(]项目[)）]名称$/],
  ['amount', /^(项目|年度|全年|当年|本年|预算|资金)*(总额|金额)$|^(项目|年度)*预算数$/],
  ['goal', /^(项目|政策)?((年度|总体|整体)?绩效|绩效(年度|总体|整体))目标$/],
  ['operator', /^(运算符号?|比较符号?|计算符号|符号|指标性质|指标方向性?|指标值类型)$/],
  ['weight', /^(指标)?(分值权重|权重分值|分值|权重|满分|标准分值?)$/],
  ['note', /(原因|措施|说明|备注|解释|来源|依据|标准|属性|类型|保障|改进|^其他$)/],
  ['completion', /^(指标)?完成(程度|率|比例|进度)$/],
  ['deadline', /^(完成)?(时限|时间|期限)$/],
  ['target', /^((年度|预期|计划|绩效|全年|年初|设定|当年|本年)*(指标|目标)*(值|内容)|(计划|预期|目标)(完成)?值)$/],
  ['actual', /(实际|全年|年度|自评)?(实际)?完成(指标)?(值|情况|数)?$|^(全年|年度)?实际值$/],
  ['unit', /^(度量|计量|指标)?单位$/],
  ['score', /^(指标)?(自评|评价)?(得分|评分)$/],
];

/** What leads a header word and says nothing: 绩效指标值, 绩效度量单位. */
export const LEADING_PERFORMANCE = /^绩效(?=指标.|度量|计量)/;

/** The merged cell at the left of all indicators; says nothing about the row. */
export const INDICATOR_MARKER = /^(年度|项目|部门|整体)?绩效指标?$/;
/** The cell that spans the levels of a header of several rows. */
export const SPANS_LEVELS = endingIn(['绩效指标', '绩效目标']);
/** What stands left of it. */
export const LEFT_OF_LEVELS = containing(['名称', '编码']);

/** What the empty template prints where an indicator or a goal would stand: 指标1：, ……. */
export const PLACEHOLDER = /^(?:(?:指标|目标)\d{1,2}[:：.、]?|[…⋯.]{2,})$/;
/** 定性, 定量指标: what stands for a sign of comparison. */
export const INDICATOR_NATURE = /^(定性|定量)(指标)?$/;

/** Header cells of a list of projects with their goals, beside those above. */
export const PROJECT_LIST_COLUMN = /^(?:序号|金额|.{0,4}(?:单位|部门)(?:名称|编码)?)$/;

/** Header words as they are broken over lines where the layout is lost; longest first. */
export const HEADER_WORDS: readonly string[] =
  '全年实际完成值 实际完成指标值 年度指标值 年度目标值 全年完成值 实际完成值 偏差原因分析 未完成原因分析 改进措施 运算符号 度量单位 计量单位 完成时限 完成时间 完成程度 一级指标 二级指标 三级指标 指标名称 指标值 目标值 原因说明 分值 得分 权重 备注'.split(
    ' ',
  );
