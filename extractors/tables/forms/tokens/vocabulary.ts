import { compact } from '../../../notation/text.ts';
import { remembered } from './remembered.ts';

/**
 * Words of performance forms. Levels and whole-department names follow 《项目支出绩效评价管理办法》（财预〔2020〕10号） and the forms that
 * provinces derive from it. Patterns see text without spaces.
 */

/** A name that stands in the columns 一级指标 or 二级指标. `parents`: canonical 一级指标 that it can belong to, the usual one first. */
export interface LevelName {
  level: 1 | 2;
  /** For a 一级指标 the name that `parents` speaks of. */
  canonical: string;
  parents: readonly string[];
  /** Written with 指标/目标, or used for nothing else: never the name of a 三级指标. */
  certain: boolean;
}

interface LevelPattern {
  pattern: RegExp;
  canonical: string;
  parents: readonly string[];
  /** Without its suffix the word can also name a 三级指标. */
  ambiguousWhenPlain: boolean;
}

const OUTPUT = '产出指标';
const BENEFIT = '效益指标';
const SATISFACTION = '满意度指标';
const COST = '成本指标';
const SOCIAL = '社会效应';

const first = (pattern: RegExp, canonical: string): LevelPattern => ({ pattern, canonical, parents: [], ambiguousWhenPlain: false });
const second = (pattern: RegExp, canonical: string, ...parents: string[]): LevelPattern => ({
  pattern,
  canonical,
  parents,
  ambiguousWhenPlain: false,
});
const plain = (pattern: RegExp, canonical: string, ...parents: string[]): LevelPattern => ({
  pattern,
  canonical,
  parents,
  ambiguousWhenPlain: true,
});

const LEVEL1: readonly LevelPattern[] = [
  first(/^产出(指标|目标)?$/, OUTPUT),
  first(/^(效益|效果)(指标|目标)?$/, BENEFIT),
  first(/^满意度(指标|目标)?$/, SATISFACTION),
  first(/^成本指标$/, COST),
  first(/^影响力(指标|目标)$/, '影响力目标'),
  first(/^投入(和|与)?管理(指标|目标)$/, '投入和管理目标'),
  first(/^(决策|过程|投入|管理)(指标)?$/, '过程指标'),
  first(/^(履职效能|预算执行|管理效率|运行成本|社会效应|可持续性|履职效益|可持续发展能力)$/, ''),
];

const LEVEL2: readonly LevelPattern[] = [
  second(/^(产出)?数量(指标?|目标)?$/, '数量指标', OUTPUT),
  second(/^(产出)?质量(指标?|目标)?$/, '质量指标', OUTPUT),
  second(/^(产出)?时效(指标?|目标)?$/, '时效指标', OUTPUT),
  second(/^(产出)?成本(指标?|目标)$/, COST, OUTPUT, COST),
  second(/^(经济|社会|生态环境|环境)成本(指标?)?$/, '经济成本指标', COST),
  second(/^经济效益(指标?|目标)$/, '经济效益指标', BENEFIT),
  second(/^社会效益(指标?|目标)$/, '社会效益指标', BENEFIT),
  second(/^(生态|环境|生态环境)效益(指标?|目标)$/, '生态效益指标', BENEFIT),
  second(/^可持续性?(影响|发展)(指标?|目标)?$/, '可持续影响指标', BENEFIT),
  second(/.满意度(指标?|目标)$/, '服务对象满意度指标', SATISFACTION),
  plain(/^(经济|社会|生态|环境)效益$/, '社会效益', SOCIAL, BENEFIT),
  plain(/^(服务对象|社会公众)满意度$/, '服务对象满意度', SOCIAL, SATISFACTION),
  second(/^(重点工作履行情况|整体工作完成情况)$/, '', '履职效能'),
  plain(/^基础管理$/, '', '履职效能'),
  second(/^预算执行效率$/, '', '预算执行'),
  second(/^预算(编制|监督|收支)管理$/, '', '管理效率'),
  plain(/^(财务|资产|业务)管理$/, '', '管理效率'),
  second(/^成本控制成效$/, '', '运行成本'),
  second(/^(体制机制改革|人才支撑|科技支撑|创新驱动发展)$/, '', '可持续性'),
];

/** `产出指标（50分）` → `产出指标`. */
const withoutPoints = (text: string): string => text.replace(/[（(]\d+(\.\d+)?[分%]?[)）]$/, '');

/** No word of a form is longer; longer text is not even looked at. */
const MAX_WORD = 40;

const word = (text: string): string => (text.length > MAX_WORD ? '' : compact(text));

function find(text: string, level: 1 | 2, patterns: readonly LevelPattern[]): LevelName | null {
  const name = withoutPoints(word(text));
  if (name.length === 0 || name.length > 16) return null;
  const found = patterns.find((entry) => entry.pattern.test(name));
  if (!found) return null;
  return { level, canonical: found.canonical || name, parents: found.parents, certain: !found.ambiguousWhenPlain };
}

export const level1Of = remembered((text: string): LevelName | null => find(text, 1, LEVEL1));
export const level2Of = remembered((text: string): LevelName | null => find(text, 2, LEVEL2));

/** The merged cell at the left of all indicators; says nothing about the row. */
export const isIndicatorMarker = remembered((text: string): boolean => /^(年度|项目|部门|整体)?绩效指标?$/.test(word(text)));

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

const HEADER_ROLES: readonly (readonly [IndicatorRole, RegExp])[] = [
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

export const headerRoleOf = remembered((text: string): IndicatorRole | null => {
  const name = word(text)
    .replace(/[（(].{1,8}[)）]$/, '')
    .replace(/^绩效(?=指标.|度量|计量)/, '');
  if (name === '' || name.length > 24) return null;
  return HEADER_ROLES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
});

/** Header words as they are broken over lines where the layout is lost; longest first. */
export const HEADER_WORDS: readonly string[] = [
  ...[
    '全年实际完成值',
    '实际完成指标值',
    '年度指标值',
    '年度目标值',
    '全年完成值',
    '实际完成值',
    '偏差原因分析',
    '未完成原因分析',
    '改进措施',
  ],
  ...[
    '运算符号',
    '度量单位',
    '计量单位',
    '完成时限',
    '完成时间',
    '完成程度',
    '一级指标',
    '二级指标',
    '三级指标',
    '指标名称',
    '指标值',
    '目标值',
  ],
  ...['原因说明', '分值', '得分', '权重', '备注'],
];

/** What a label of the heading block introduces. */
export type LabelKind =
  | 'name'
  | 'whole'
  | 'department'
  | 'implementer'
  | 'amount'
  | 'executed'
  | 'rate'
  | 'goal'
  | 'actualGoal'
  | 'tasks'
  | 'total'
  | 'score'
  | 'opinion'
  | 'other';

const LABELS: readonly (readonly [LabelKind, RegExp])[] = [
  ['name', /^(项目|政策|专项|专项资金|转移支付|任务)([（(].{1,6}[)）])?(资金)?名称$/],
  ['whole', /^(预算)?(部门|单位)([（(](单位|部门)[)）])?(全称|名称)$/],
  ['department', /^(项目)?主管(部门|单位)(及代码|名称)?$|^(一级)?预算部门$/],
  ['implementer', /^(项目)?(具体)?(实施|执行|承担|使用)(单位|部门)(及代码|名称)?$|^(预算|项目)单位$/],
  ['rate', /^(项目|预算|资金)?执行率([（(].*[)）])?$/],
  ['executed', /^(全年|年度|项目|预算|资金)*(实际)?(执行|支出)(数|金额|数额)([（(](万元|元)[)）])?$/],
  [
    'amount',
    /^(项目|专项|年度|全年|年初|当年|本年|调整后|总体|总|实施期|中长期)*(预算|资金)+(金额|总额|情况|数|资金总额|资金情况|安排|总量)?([（(](万元|元|单位[:：].*)[)）])?$/,
  ],
  ['actualGoal', /^(全年|年度|年末|目标|总体)*(实际)?完成情况$/],
  ['goal', /^(年度|项目|部门|单位|政策|当年|本年|整体|总体|总|绩效|年初|设定|预期|实施期|中长期|中期|长期|履职|工作)*目标([（(].*[)）])?$/],
  ['tasks', /^(年度|部门|单位)*(主要|重点)(任务|工作)(情况|内容)?$/],
  ['total', /^(绩效|项目|整体|部门)*(自评|评价|综合)?(总评价)?(总得分|总分|得分合计|得分|总计得分)([（(].*[)）])?$|^总评价得分$/],
  ['score', /^(指标)?(自评)?(得分)?(小计|合计)$|^(预算)?执行率(得分|分值)([（(].*[)）])?$|^(减|加|扣)分项$/],
  ['opinion', /^结果应用建议(选项)?$|^(主管部门|财政部门|财政|部门|主管|单位|专家|第三方)*(审核|总体|审查|评审)意见$|^具体建议内容$/],
  [
    'other',
    /^(部门|单位)职能(概述|简介)?$|^(实有|在职)?人员(数量|数|编制)$|^所属单位(数量|数)$|^项目(类型|属性|类别|期|周期|起止时间|负责人|概况|立项依据)$|^(项目)?(实施|执行)(期限|周期)$|^(填报|联系)(人|电话|日期|单位)$|^联系电话$|^自评结论$|^其他(需要)?说明(的问题|事项)?$|^备注$/,
  ],
];

/** Null for anything longer than a label. */
export const labelKindOf = remembered((text: string): LabelKind | null => {
  const name = word(text).replace(/[:：]$/, '');
  if (name.length < 2 || name.length > 20) return null;
  return LABELS.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
});

/** An amount for all the years of a project, printed beside or instead of the year's. */
export const isOfAllYears = remembered((text: string): boolean => /^(实施期|中长期)/.test(word(text)));

/** The unit that a label of an amount carries: 资金总额（万元）. */
export function unitIn(label: string): string | null {
  return /[（(](?:单位[:：])?(万元|元|千元|亿元)[)）]/.exec(compact(label))?.[1] ?? null;
}

/** What the empty template prints where an indicator or a goal would stand: 指标1：, ……. */
export const isPlaceholder = remembered((text: string): boolean => /^(?:(?:指标|目标)\d{1,2}[:：.、]?|[…⋯.]{2,})$/.test(word(text)));

/** Header cells of a table of tasks (年度主要任务). */
export const isTaskHeader = remembered((text: string): boolean => /^(对应项目|任务名称|重点工作|主要内容|工作任务)$/.test(word(text)));

/** Header cells of a table of money by kind (项目资金). */
export function isMoneyHeader(text: string): boolean {
  return /^((年初|全年|调整后|年度)?预算(数|金额)|(全年|实际|年度|预算)*执行(数|金额|率)|分值|得分|权重)([（(].*[)）])?$/.test(word(text));
}

/** The option that opens each list of opinions but the first. Labels of the lists are often lost; their order is not. */
export const OPINION_RESTART = /^建议继续全额安排$/;
export const OPINION_SECTIONS: readonly string[] = ['结果应用建议', '主管部门审核意见', '财政部门审核意见'];
