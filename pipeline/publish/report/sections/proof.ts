import { html } from 'hono/html';
import { entryOf } from '../../../../extractors/model/at.ts';
import type { Equation } from '../../../../schemas/equation.ts';
import { factCells, type Table, type ValueState } from '../../../../schemas/table.ts';
import { percent } from '../../../base/percent.ts';
import { type ReportIndex, tableName, termText, unitOf } from '../facts.ts';
import { amount, both, dataTable, linkTo, type Markup, tableAnchor } from '../markup.ts';
import { EQUATION_STATUS_ORDER, EQUATION_STATUSES, identityName, STATE_ORDER, VALUE_STATES } from '../names.ts';
import { placeText } from '../source.ts';
import { equationLine } from './equations.ts';

const LISTED_EQUATIONS = 300;
const BAR_WIDTH = 200;

/** Numbers of cells by state. `review`: cells that a person should see. */
export interface Tally {
  facts: number;
  states: Record<ValueState, number>;
  review: number;
}

const noStates = (): Record<ValueState, number> => ({
  proved: 0,
  confirmed: 0,
  consistent: 0,
  unconstrained: 0,
  contradicted: 0,
  repaired: 0,
});

export function tallyTable(table: Table): Tally {
  const tally: Tally = { facts: 0, states: noStates(), review: 0 };
  for (const cell of factCells(table)) {
    tally.facts += 1;
    tally.states[cell.valueState] += 1;
    if (cell.review) tally.review += 1;
  }
  return tally;
}

export function sumTallies(tallies: Iterable<Tally>): Tally {
  const sum: Tally = { facts: 0, states: noStates(), review: 0 };
  for (const tally of tallies) {
    sum.facts += tally.facts;
    sum.review += tally.review;
    for (const state of STATE_ORDER) sum.states[state] += tally.states[state];
  }
  return sum;
}

/** The numbers stand in the columns beside it, therefore hidden from screen readers. */
export function stackedBar(tally: Tally): Markup {
  let x = 0;
  const parts = STATE_ORDER.filter((state) => tally.states[state] > 0).map((state) => {
    const width = (tally.states[state] / tally.facts) * BAR_WIDTH;
    const rect = html`<rect class="b${VALUE_STATES[state].mark}" x="${x.toFixed(1)}" width="${width.toFixed(1)}" height="14"/>`;
    x += width;
    return rect;
  });
  return html`<svg class="bar" viewBox="0 0 ${BAR_WIDTH} 14" width="${BAR_WIDTH}" height="14" aria-hidden="true">${parts}</svg>`;
}

function statesTable(index: ReportIndex, tallies: ReadonlyMap<number, Tally>, sum: Tally): Markup {
  const columns = [
    { head: both('表', 'table') },
    { head: both('数', 'facts'), n: true },
    { head: both('比例', 'share') },
    ...STATE_ORDER.map((state) => ({
      head: html`<span class="key b${VALUE_STATES[state].mark}"></span>${both(VALUE_STATES[state].zh, VALUE_STATES[state].en)}`,
      n: true,
    })),
  ];
  const line = (title: unknown, tally: Tally, mark?: string) => ({
    cells: [title, tally.facts, stackedBar(tally), ...STATE_ORDER.map((state) => tally.states[state] || '')],
    ...(mark ? { mark } : {}),
  });
  const rows = index.disclosure.tables
    .filter((table) => (tallies.get(table.index)?.facts ?? 0) > 0)
    .map((table) =>
      line(linkTo(tableAnchor(table.index), html`<span lang="zh-CN">${tableName(table)}</span>`), entryOf(tallies, table.index)),
    );
  return dataTable(both('各表的数是否由等式证明', 'Cells by state, per table'), columns, [
    ...rows,
    line(both('全部', 'all'), sum, 'total'),
  ]);
}

type Counts = Record<Equation['status'], number>;

function identityTable(equations: readonly Equation[]): Markup {
  const counts = new Map<string, Counts>();
  for (const { identity, status } of equations) {
    const count = counts.get(identity) ?? { exact: 0, tail: 0, broken: 0 };
    count[status] += 1;
    counts.set(identity, count);
  }
  const columns = [
    { head: both('等式', 'identity') },
    ...EQUATION_STATUS_ORDER.map((status) => ({ head: both(EQUATION_STATUSES[status].zh, EQUATION_STATUSES[status].en), n: true })),
  ];
  const rows = [...counts].map(([identity, count]) => {
    const name = identityName(identity);
    return { cells: [both(name.zh, name.en), ...EQUATION_STATUS_ORDER.map((status) => count[status] || '')] };
  });
  return dataTable(both('各类等式', 'Equations by identity'), columns, rows);
}

function equationList(index: ReportIndex, equations: readonly Equation[], title: Markup): Markup | '' {
  if (equations.length === 0) return '';
  const columns = [
    { head: both('合计项', 'total') },
    { head: both('等式', 'identity') },
    { head: both('加数', 'addends') },
    { head: both('差额', 'residual'), n: true },
    { head: both('位置', 'place') },
  ];
  const rows = equations.slice(0, LISTED_EQUATIONS).map((equation) => {
    const total = termText(index, equation.terms[0]?.id ?? '');
    const name = identityName(equation.identity);
    const residual = amount(equation.residual, unitOf(index, total.id));
    const label = html`<span lang="zh-CN">${[total.label, total.column].filter(Boolean).join(' · ')}</span> <span class="dim" lang="zh-CN">${total.where}</span>`;
    return { cells: [label, both(name.zh, name.en), equationLine(index, equation), residual, placeText(total.place)] };
  });
  const left = equations.length - LISTED_EQUATIONS;
  const more =
    left > 0 ? html`<p class="dim">${both(`另有 ${left} 个，见 equations.csv。`, `${left} more are in equations.csv.`)}</p>` : '';
  return html`${dataTable(title, columns, rows)}${more}`;
}

/** Which equations hold, which do not, and what they prove. */
export function proofSection(index: ReportIndex, tallies: ReadonlyMap<number, Tally>, sum: Tally): Markup {
  const { equations } = index.report;
  if (equations.length === 0) return html`<p>${both('没有可检验的等式。', 'There is no equation to check.')}</p>`;
  const broken = equations.filter((equation) => equation.status === 'broken');
  const tails = equations.filter((equation) => equation.status === 'tail');
  const explain = both(
    '“已证”：列确定，且此处若有误，改动任何另一个格都不能掩盖。“一致”：至少在一个恰好成立的等式中。“无约束”：没有等式谈到它。',
    'Proved: its column is certain, and an error here could not be hidden by changing any one other cell. Consistent: in at least one exact equation. Unconstrained: no equation speaks of it.',
  );
  return html`<p class="dim">${explain}</p>${statesTable(index, tallies, sum)}${identityTable(equations)}
${equationList(index, broken, both(`不成立的等式（${broken.length}）`, `Broken equations (${broken.length})`))}
${equationList(index, tails, both(`仅差尾数的等式（${tails.length}）`, `Equations with a rounding tail (${tails.length})`))}`;
}

/** Share of cells that equations or a person prove. */
export function provedShare(sum: Tally): string {
  return percent(sum.states.proved + sum.states.confirmed, sum.facts);
}
