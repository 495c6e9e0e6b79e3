import { html } from 'hono/html';
import { type ReportIndex, tableName } from '../facts.ts';
import { both, type Markup } from '../markup.ts';
import { STATE_ORDER, VALUE_STATES } from '../names.ts';
import { provedShare, stackedBar, type Tally } from './proof.ts';
import { messageOf } from './review.ts';

/** The gravest things that are named, and tables that are missing. */
const NAMED = 3;

const card = (mark: string, title: Markup, body: unknown): Markup => html`<div class="card ${mark}"><h2>${title}</h2>${body}</div>`;

function proved(sum: Tally): Markup {
  const states = STATE_ORDER.filter((state) => sum.states[state] > 0).map(
    (state) =>
      html`<span><span class="key b${VALUE_STATES[state].mark}"></span>${both(VALUE_STATES[state].zh, VALUE_STATES[state].en)} ${sum.states[state]}</span> `,
  );
  const share = sum.facts === 0 ? both('没有数', 'no numbers') : html`<b>${provedShare(sum)}</b> ${stackedBar(sum)}`;
  return card('good', both('已证', 'Proved'), html`<p>${share}</p><p class="dim">${states}</p>`);
}

function missing({ report: { expectedTables } }: ReportIndex): Markup {
  const lacking = expectedTables.filter(({ found }) => !found);
  const names = lacking
    .slice(0, NAMED)
    .map(({ number, title }) => html`<li lang="zh-CN">${[number, title].filter(Boolean).join(' ')}</li>`);
  const more = lacking.length > NAMED ? html`<li>${both(`另有 ${lacking.length - NAMED} 张`, `${lacking.length - NAMED} more`)}</li>` : '';
  const none =
    expectedTables.length === 0
      ? both('没有目录可对照。', 'There is no contents page to hold it against.')
      : both('应有的表都在。', 'Every expected table is there.');
  const body = lacking.length === 0 ? html`<p>${none}</p>` : html`<ul>${names}${more}</ul>`;
  return card(lacking.length === 0 ? 'good' : 'warn', both(`缺少的表 ${lacking.length}`, `Missing tables ${lacking.length}`), body);
}

function toDo(index: ReportIndex): Markup {
  const { review } = index.report;
  const named = review.slice(0, NAMED).map((item, i) => {
    const table = item.tableIndex === null ? undefined : index.tables.get(item.tableIndex);
    const where = table ? html`<span class="dim" lang="zh-CN">${tableName(table)}</span> ` : '';
    return html`<li>${where}<a class="clamp" href="#review-${i + 1}">${messageOf(item.ruleId, item.actual, item.expected, item.message)}</a></li>`;
  });
  const nothing = html`<p>${both('没有要核对的。', 'Nothing to look at.')}</p>`;
  const body = review.length === 0 ? nothing : html`<ol>${named}</ol>`;
  return card(review.length === 0 ? 'good' : 'bad', both(`请核对 ${review.length} 处`, `To look at: ${review.length}`), body);
}

/** First of all: what is proved, what is missing, what to do. */
export function overview(index: ReportIndex, sum: Tally): Markup {
  return html`<div class="overview">${proved(sum)}${missing(index)}${toDo(index)}</div>`;
}
