import { grouped, plain } from './amounts.ts';
import type { GoldProject } from './document.ts';
import { type Facts, sum } from './facts.ts';
import { type Indicator, overallIndicators, projectIndicators } from './forms.ts';
import type { DrawnCell } from './pdf-table.ts';
import type { FormGrid } from './printer.ts';

const HEADER = ['一级指标', '二级指标', '三级指标', '运算符号', '指标值', '度量单位', '完成时限'];
const WIDTHS = [40, 62, 78, 118, 36, 60, 40, 53];
const COLUMNS = WIDTHS.length;

const centre = (text: string, columns = 1, rows = 1): DrawnCell => ({ text, columns, rows, align: 'centre' });

/** Cells in order, each followed by the places that it covers. */
function rowOf(...cells: DrawnCell[]): (DrawnCell | null)[] {
  return cells.flatMap((cell): (DrawnCell | null)[] => [cell, ...Array<null>((cell.columns ?? 1) - 1).fill(null)]);
}

/** How many indicators from i on share a level's cell; 0 where an earlier one has it. */
function run(list: readonly Indicator[], i: number, same: (a: Indicator, b: Indicator) => boolean): number {
  if (i > 0 && same(list[i - 1]!, list[i]!)) return 0;
  let end = i + 1;
  while (end < list.length && same(list[i]!, list[end]!)) end++;
  return end - i;
}

function indicatorRows(side: string, list: readonly Indicator[]): (DrawnCell | null)[][] {
  const first = (a: Indicator, b: Indicator): boolean => a.level1 === b.level1;
  const second = (a: Indicator, b: Indicator): boolean => first(a, b) && a.level2 === b.level2;
  const level = (text: string, rows: number): DrawnCell | null => (rows === 0 ? null : centre(text, 1, rows));
  return [
    [centre(side, 1, list.length + 1), ...HEADER.map((text) => centre(text))],
    ...list.map((indicator, i): (DrawnCell | null)[] => [
      null,
      level(indicator.level1, run(list, i, first)),
      level(indicator.level2, run(list, i, second)),
      { text: indicator.level3 },
      centre(indicator.operator ?? ''),
      centre(indicator.target),
      centre(indicator.unit ?? ''),
      centre(indicator.deadline ?? ''),
    ]),
  ];
}

const known = (table: string, project: string | null, list: readonly Indicator[]) =>
  list.map(({ completion: _c, weight: _w, ...rest }) => ({ table, project, ...rest }));

const wide = (text: string, columns: number): DrawnCell => ({ text, columns });

/** The form of a whole body: what it has to do with which amounts, and its indicators. */
export function overallGrid(
  { table, body, tasks, goal }: { table: string; body: string; tasks: readonly (readonly [name: string, amount: string])[]; goal: string },
  list: readonly Indicator[],
): FormGrid {
  return {
    widths: WIDTHS,
    rows: [
      rowOf(centre('部门（单位）名称', 2), wide(body, COLUMNS - 2)),
      rowOf(centre('年度主要任务', 2), centre('对应项目', 2), centre('预算资金情况', COLUMNS - 4)),
      ...tasks.map(([name, amount]) => rowOf(centre('', 2), wide(name, 2), { ...wide(amount, COLUMNS - 4), align: 'right' })),
      rowOf(centre('年度绩效目标', 2), wide(goal, COLUMNS - 2)),
      ...indicatorRows('年度绩效指标', list),
    ],
    indicators: known(table, null, list),
    projects: [],
  };
}

export function overallForm(facts: Facts, table: string): FormGrid {
  const kind = (of: string): string => grouped(plain(sum(facts.entries, (entry) => entry.kind === of)));
  const tasks = [
    ['基本支出人员经费', kind('personnel')],
    ['基本支出公用经费', kind('operating')],
  ] as const;
  const goal = '保持各项业务平稳，按期办结年度要点，不发生超预算和超标准的开支。';
  return overallGrid({ table, body: `${facts.entity.code} ${facts.entity.name}`, tasks, goal }, overallIndicators(facts));
}

/** The form of a project. */
export function projectGrid(project: GoldProject, list: readonly Indicator[]): FormGrid {
  return {
    widths: WIDTHS,
    rows: [
      rowOf(centre('项目(政策)名称', 2), wide(project.name, COLUMNS - 2)),
      rowOf(centre('主管部门', 2), wide(project.department, 2), centre('实施单位', 1), wide(project.implementer, COLUMNS - 5)),
      rowOf(centre('预算资金情况', 2), wide(grouped(project.amount), COLUMNS - 2)),
      rowOf(centre('总体目标', 2), wide(project.goal, COLUMNS - 2)),
      ...indicatorRows('绩效指标', list),
    ],
    indicators: known(project.table, project.name, list),
    projects: [project],
  };
}

export function projectForm(facts: Facts, index: number, table: string): FormGrid {
  const { name, unit, amount, goal } = facts.projects[index]!;
  const implementer = facts.units[unit]!.name;
  return projectGrid(
    { table, name, department: facts.authority, implementer, amount: plain(amount), goal },
    projectIndicators(facts, index),
  );
}
