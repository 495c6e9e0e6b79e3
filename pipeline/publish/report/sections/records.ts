import { html } from 'hono/html';
import { groupBy } from '../../../../extractors/model/add-all.ts';
import type { Disclosure, Indicator, Project } from '../../../../schemas/disclosure.ts';
import { grouped } from '../../../base/shown/grouped.ts';
import { type ReportIndex, tableName } from '../facts.ts';
import { both, dataTable, indicatorsAnchor, linkTo, type Markup, type Row, tableAnchor } from '../markup.ts';
import { placeText } from '../source.ts';
import { placesAttribute } from './tables.ts';

interface Field<T> {
  head: Markup;
  of(record: T): unknown;
  n?: boolean;
}

/** A table of records that leaves out the columns in which no record says anything. */
function recordTable<T extends { review?: boolean }>(caption: unknown, fields: readonly Field<T>[], records: readonly T[]): Markup {
  const said = fields.filter((field, i) => i === 0 || records.some((record) => field.of(record) !== null && field.of(record) !== ''));
  const rows: Row[] = records.map((record) => ({
    cells: said.map((field) => field.of(record)),
    ...(record.review ? { mark: 'look' } : {}),
  }));
  return dataTable(caption, said, rows);
}

const INDICATOR_FIELDS: readonly Field<Indicator>[] = [
  { head: both('三级指标', 'indicator'), of: (it) => it.level3 },
  { head: both('一级', 'level 1'), of: (it) => it.level1 },
  { head: both('二级', 'level 2'), of: (it) => it.level2 },
  { head: both('目标', 'target'), of: (it) => [it.operator, it.target, it.targetUnit].filter((part) => part !== null).join(' ') },
  { head: both('完成时限', 'deadline'), of: (it) => it.deadline },
  { head: both('实际', 'actual'), of: (it) => it.actual },
  { head: both('完成程度', 'completion'), of: (it) => it.completion },
  { head: both('分值', 'weight'), of: (it) => it.weight, n: true },
  { head: both('得分', 'score'), of: (it) => it.score, n: true },
  { head: both('位置', 'place'), of: (it) => placeText(it.places[0]) },
];

const money = (value: string | null) => (value === null ? null : grouped(value));

const PROJECT_FIELDS: readonly Field<Project>[] = [
  { head: both('项目', 'project'), of: (it) => linkTo(tableAnchor(it.tableIndex), it.name) },
  { head: both('主管部门', 'department'), of: (it) => it.department },
  { head: both('实施单位', 'implementer'), of: (it) => it.implementer },
  { head: both('金额', 'amount'), of: (it) => money(it.amount), n: true },
  { head: both('执行数', 'executed'), of: (it) => money(it.executed), n: true },
  { head: both('单位', 'unit'), of: (it) => it.unit },
  { head: both('执行率', 'rate'), of: (it) => it.executionRate, n: true },
  { head: both('总分', 'score'), of: (it) => it.totalScore, n: true },
  { head: both('目标', 'goal'), of: (it) => it.goal },
  { head: both('位置', 'place'), of: (it) => placeText(it.places[0]) },
];

/** Indicators in a group for each form, in the order of the document. */
function indicatorGroups(index: ReportIndex): Markup[] {
  const groups = groupBy(index.disclosure.indicators, ({ tableIndex, project }) => `${tableIndex}\n${project ?? ''}`);
  const anchored = new Set<number>();
  return [...groups.values()].map((group) => {
    const [{ tableIndex, project }] = group;
    const anchor = anchored.has(tableIndex) ? '' : html` id="${indicatorsAnchor(tableIndex)}"`;
    anchored.add(tableIndex);
    const table = index.tables.get(tableIndex);
    const title = [table ? tableName(table) : '', project].filter(Boolean).join(' · ');
    const look = group.filter((indicator) => indicator.review).length;
    const flagged = look > 0 ? both(`，${look} 条请看`, `, ${look} to review`) : '';
    return html`<details${anchor}><summary><h3 lang="zh-CN">${title}</h3> <span class="dim">${both(`${group.length} 条指标`, `${group.length} indicators`)}${flagged}</span></summary>
<div lang="zh-CN">${recordTable(html`<span class="hide">${title}</span>`, INDICATOR_FIELDS, group)}</div></details>
`;
  });
}

function agreement(agrees: boolean | null): Markup {
  if (agrees === null) return html`<span class="dim">–<span class="hide"> ${both('无表可比', 'no table speaks of it')}</span></span>`;
  return agrees
    ? html`<span class="yes">✓<span class="hide"> ${both('一致', 'agrees')}</span></span>`
    : html`<span class="no-match">✗<span class="hide"> ${both('不一致', 'disagrees')}</span></span>`;
}

function statementTable(statements: Disclosure['statements']): Markup {
  const columns = [
    { head: both('事项', 'concept') },
    { head: both('科目', 'subject') },
    { head: both('数值', 'value'), n: true },
    { head: both('单位', 'unit') },
    { head: both('年度', 'period'), n: true },
    { head: both('与表一致', 'agrees') },
    { head: both('原句', 'quote') },
    { head: both('位置', 'place') },
  ];
  const rows = statements.map((said) => {
    const shown = grouped(said.value);
    const raw = said.raw === shown ? '' : html` data-r="${said.raw}"`;
    const value = html`<span class="f" id="${said.id}" data-l="${placesAttribute(said.places)}"${raw}>${shown}</span>`;
    return {
      cells: [said.concept, said.subjectCode, value, said.unit, said.period, agreement(said.agrees), said.quote, placeText(said.places[0])],
      ...(said.agrees === false ? { mark: 'look' } : {}),
    };
  });
  return html`<div lang="zh-CN">${dataTable(both('文字说明中的数', 'Quantities in the prose'), columns, rows)}</div>`;
}

export function recordsSection(index: ReportIndex): Markup {
  const { projects, indicators, statements } = index.disclosure;
  const none = projects.length + indicators.length + statements.length === 0;
  if (none) return html`<p>${both('没有绩效项目、指标或文字中的数。', 'No projects, indicators or quantities in prose.')}</p>`;
  const projectPart =
    projects.length > 0 ? html`<div lang="zh-CN">${recordTable(both('绩效项目', 'Projects'), PROJECT_FIELDS, projects)}</div>` : '';
  return html`${projectPart}${indicatorGroups(index)}${statements.length > 0 ? statementTable(statements) : ''}`;
}
