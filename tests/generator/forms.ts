import type { Facts } from './facts.ts';
import { Random } from './random.ts';

export interface Indicator {
  level1: string;
  level2: string;
  level3: string;
  operator: string | null;
  target: string;
  unit: string | null;
  deadline: string | null;
  actual: string | null;
  completion: string | null;
  weight: string | null;
  score: string | null;
}

type Plan = readonly [string, string, string, Indicator['operator'], string, string | null];

const OVERALL: readonly Plan[] = [
  ['履职效能', '重点工作完成情况', '年度要点办结率', '=', '100', '%'],
  ['履职效能', '重点工作完成情况', '督办事项回复率', '>=', '98', '%'],
  ['履职效能', '日常运转', '窗口平均等候时间', '<=', '15', '分钟'],
  ['履职效能', '日常运转', '业务流程顺畅程度', null, '运转顺畅', null],
  ['预算执行', '执行效率', '调整幅度', '<=', '6', '%'],
  ['预算执行', '执行效率', '年末资金沉淀率', '<=', '2', '%'],
  ['管理效率', '财务管理', '内部控制健全性', null, '制度健全', null],
  ['管理效率', '资产管理', '资产盘点次数', '>=', '1', '次'],
  ['管理效率', '信息公开', '公开内容完整性', null, '完整公开', null],
  ['运行成本', '成本控制', '人均办公用房面积', '<=', '9', '平方米'],
  ['社会效应', '服务对象满意度', '办事群众满意度', '>=', '93', '%'],
  ['可持续性', '队伍建设', '业务培训人次', '>=', '40', '人次'],
];

function projectPlans(facts: Facts, index: number, random: Random): Plan[] {
  const { output } = facts.projects[index]!;
  const all: Plan[] = [
    ['产出指标', '数量指标', output.name, '>=', String(output.target), output.unit],
    ['产出指标', '数量指标', '召开协调会次数', '=', String(random.int(2, 6)), '次'],
    ['产出指标', '质量指标', '验收通过率', '=', '100', '%'],
    ['产出指标', '质量指标', '返工比例', '<=', String(random.int(1, 5)), '%'],
    ['产出指标', '时效指标', '按期完成月数', '<=', '12', '个月'],
    ['效益指标', '社会效益指标', '群众获益程度', null, '明显改善', null],
    ['效益指标', '可持续影响指标', '成果使用年限', '>=', String(random.int(1, 8)), '年'],
    ['满意度指标', '服务对象满意度指标', '受益对象满意率', '>=', String(random.int(85, 96)), '%'],
  ];
  return all.filter((_, i) => i === 0 || i === 2 || i === 7 || random.chance(0.6));
}

function toIndicator([level1, level2, level3, operator, target, unit]: Plan, deadline: string | null): Indicator {
  return { level1, level2, level3, operator, target, unit, deadline, actual: null, completion: null, weight: null, score: null };
}

export function overallIndicators(facts: Facts): Indicator[] {
  const random = new Random(facts.indicatorSeed);
  return OVERALL.filter(() => random.chance(0.85)).map((plan) => toIndicator(plan, `${facts.year}-12`));
}

export function projectIndicators(facts: Facts, index: number): Indicator[] {
  const random = new Random(facts.indicatorSeed + 101 * (index + 1));
  return projectPlans(facts, index, random).map((plan) => toIndicator(plan, `${facts.year}-12`));
}

/** Self-evaluation: results, weights that add up to `points`, scores. Missed targets lose a part of their weight. */
export function evaluated(indicators: readonly Indicator[], points: number, seed: number): Indicator[] {
  const random = new Random(seed);
  const weight = Math.floor((points * 10) / indicators.length);
  return indicators.map((indicator, i) => {
    const tenths = i === 0 ? points * 10 - weight * (indicators.length - 1) : weight;
    const missed = indicator.operator === '>=' && Number(indicator.target) >= 10 && random.chance(0.2);
    const target = Number(indicator.target);
    const actual = indicator.operator === null ? '达到预期' : missed ? String(Math.floor(target * 0.9)) : indicator.target;
    const score = missed ? Math.floor(tenths * 0.9) : tenths;
    const show = (value: number): string => String(value / 10);
    return { ...indicator, deadline: null, actual, completion: missed ? '90.0%' : '100%', weight: show(tenths), score: show(score) };
  });
}

/** A level is printed where it changes; elsewhere the merged cell leaves it blank. */
export function shownLevels(indicators: readonly Indicator[], i: number): [string, string] {
  const now = indicators[i]!;
  const before = indicators[i - 1];
  const same1 = before?.level1 === now.level1;
  return [same1 ? '' : now.level1, same1 && before?.level2 === now.level2 ? '' : now.level2];
}
