import { grouped, plain } from './amounts.ts';
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

export function overallForm(facts: Facts, table: string): FormGrid {
  const kind = (of: string): string => grouped(plain(sum(facts.entries, (entry) => entry.kind === of)));
  const list = overallIndicators(facts);
  const wide = (text: string, columns: number): DrawnCell => ({ text, columns });
  return {
    widths: WIDTHS,
    rows: [
      rowOf(centre('部门（单位）名称', 2), wide(`${facts.entity.code} ${facts.entity.name}`, COLUMNS - 2)),
      rowOf(centre('年度主要任务', 2), centre('对应项目', 2), centre('预算资金情况', COLUMNS - 4)),
      rowOf(centre('', 2), wide('基本支出人员经费', 2), { ...wide(kind('personnel'), COLUMNS - 4), align: 'right' }),
      rowOf(centre('', 2), wide('基本支出公用经费', 2), { ...wide(kind('operating'), COLUMNS - 4), align: 'right' }),
      rowOf(centre('年度绩效目标', 2), wide('保持各项业务平稳，按期办结年度要点，不发生超预算和超标准的开支。', COLUMNS - 2)),
      ...indicatorRows('年度绩效指标', list),
    ],
    indicators: known(table, null, list),
    projects: [],
  };
}

export function projectForm(facts: Facts, index: number, table: string): FormGrid {
  const fact = facts.projects[index]!;
  const implementer = facts.units[fact.unit]!.name;
  const list = projectIndicators(facts, index);
  const wide = (text: string, columns: number): DrawnCell => ({ text, columns });
  return {
    widths: WIDTHS,
    rows: [
      rowOf(centre('项目(政策)名称', 2), wide(fact.name, COLUMNS - 2)),
      rowOf(centre('主管部门', 2), wide(facts.authority, 2), centre('实施单位', 1), wide(implementer, COLUMNS - 5)),
      rowOf(centre('预算资金情况', 2), wide(grouped(plain(fact.amount)), COLUMNS - 2)),
      rowOf(centre('总体目标', 2), wide(fact.goal, COLUMNS - 2)),
      ...indicatorRows('绩效指标', list),
    ],
    indicators: known(table, fact.name, list),
    projects: [{ table, name: fact.name, department: facts.authority, implementer, amount: plain(fact.amount), goal: fact.goal }],
  };
}
