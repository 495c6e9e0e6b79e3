/** Names of the levels of indicators. Patterns see text without spaces and points. */

export interface LevelPattern {
  pattern: RegExp;
  /** As the national form has it; empty where a province's name stands for itself. */
  canonical: string;
  /** Canonical 一级指标 that it can belong to, the usual one first. */
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

/** 一级指标. */
export const LEVEL1: readonly LevelPattern[] = [
  first(/^产出(指标|目标)?$/, OUTPUT),
  first(/^(效益|效果)(指标|目标)?$/, BENEFIT),
  first(/^满意度(指标|目标)?$/, SATISFACTION),
  first(/^成本指标$/, COST),
  first(/^影响力(指标|目标)$/, '影响力目标'),
  first(/^投入(和|与)?管理(指标|目标)$/, '投入和管理目标'),
  first(/^(决策|过程|投入|管理)(指标)?$/, '过程指标'),
  first(/^(履职效能|预算执行|管理效率|运行成本|社会效应|可持续性|履职效益|可持续发展能力)$/, ''),
];

/** 二级指标. */
export const LEVEL2: readonly LevelPattern[] = [
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

/** Names of 一级指标 whose own names say what they measure; a 三级指标 that ends in such a word speaks of it. */
export const OUTPUT_LEVELS: ReadonlySet<string> = new Set(['数量指标', '质量指标', '时效指标', COST]);
/** 建设成本, 完成时限: the canonical 二级指标 that the end of a 三级指标 hints at. */
export const HINTS_AT_LEVEL: readonly (readonly [end: string, level: string])[] = [
  ['成本', COST],
  ['时限', '时效指标'],
];

/** The word that levels end in: 数量指标, 质量目标. */
export const LEVEL_SUFFIX = /(?:指标|目标)$/;
/** Points behind the name of a level: 产出指标（50分）. */
export const LEVEL_POINTS = /[（(]\d+(\.\d+)?[分%]?[)）]$/;
