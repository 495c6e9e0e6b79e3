import { html } from 'hono/html';
import type { Equation } from '../../../../schemas/equation.ts';
import { YUAN } from '../../../../schemas/lexicon/money-units.ts';
import type { Place } from '../../../../schemas/place.ts';
import type { ReviewItem } from '../../../../schemas/review.ts';
import { renderMessage, ruleOf } from '../../../../schemas/rules/index.ts';
import { itemPlaces, type ReportIndex, tableName, termText, unitOf } from '../facts.ts';
import { amount, both, dataTable, linkTo, type Markup, tableAnchor } from '../markup.ts';
import { REVIEW_KINDS } from '../names.ts';
import { drawnPages, pagePiece } from '../page-piece.ts';
import { placeText, sourceExcerpt } from '../source.ts';
import { equationTable } from './equations.ts';

const OPEN_ITEMS = 3;
const DETAILED_ITEMS = 200;
const EQUATIONS_PER_ITEM = 3;
const LINKED_FACTS = 24;

function sameAmount(a: string, b: string): boolean {
  const plain = (text: string) => (text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text).replace(/^[-−+]/, '');
  return plain(a) === plain(b);
}

/** The equations behind an item: those over its facts that do not hold, first of all the one that leaves its residual. */
export function equationsOf(index: Pick<ReportIndex, 'doubtful'>, item: ReviewItem): Equation[] {
  const shared = new Map<Equation, number>();
  for (const id of item.factIds) {
    for (const equation of index.doubtful.get(id) ?? []) shared.set(equation, (shared.get(equation) ?? 0) + 1);
  }
  const score = (equation: Equation) =>
    (item.residual !== '' && sameAmount(equation.residual, item.residual) ? 1e6 : 0) +
    (equation.status === 'broken' ? 1e5 : 0) +
    (shared.get(equation) ?? 0);
  const ranked = [...shared.keys()].sort((a, b) => score(b) - score(a));
  const best = ranked[0] && score(ranked[0]) >= 1e6 ? ranked.filter((equation) => score(equation) >= 1e6) : ranked;
  return best.slice(0, EQUATIONS_PER_ITEM);
}

export function messageOf(ruleId: string, actual: string, expected: string, message: string): Markup {
  const rule = ruleOf(ruleId);
  if (!rule) return html`${message || ruleId}`;
  const zh = renderMessage(ruleId, actual, expected, 'zh');
  const en = renderMessage(ruleId, actual, expected, 'en');
  const own = message && message !== zh && message !== en ? html` <span class="dim">${message}</span>` : '';
  return html`${both(zh, en)}${own}`;
}

/** Everything that is outlined of an item: its numbers, and what else it points at. */
function outlinedPlaces(index: ReportIndex, item: ReviewItem): readonly Place[] {
  const ofFacts = item.factIds.flatMap((id) => index.facts.get(id)?.cell.places ?? index.statements.get(id)?.places ?? []);
  return ofFacts.length > 0 ? ofFacts : item.places;
}

function pair(name: Markup, value: unknown): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** What a number is called to a reader: its row and column. */
function nameOf(index: ReportIndex, id: string): string {
  const { label, column } = termText(index, id);
  return [label, column].filter(Boolean).join(' · ') || id;
}

/** A change with the names of numbers in place of their keys. */
function changeText(index: ReportIndex, text: string): Markup {
  const pieces = text.split(/\b(\w+)\b/).map((piece) => (termText(index, piece).known ? linkTo(piece, nameOf(index, piece)) : piece));
  return html`${pieces}`;
}

function factLinks(index: ReportIndex, ids: readonly string[]): Markup {
  const links = ids.slice(0, LINKED_FACTS).map((id) => {
    const text = termText(index, id);
    return html`<li>${linkTo(id, text.known ? `${nameOf(index, id)}: ${text.raw}` : id)}</li>`;
  });
  const left = ids.length - LINKED_FACTS;
  return html`<ul class="links">${links}${left > 0 ? html`<li>${both(`另有 ${left} 个`, `${left} more`)}</li>` : ''}</ul>`;
}

function details(index: ReportIndex, item: ReviewItem, shown: Set<number>): Markup {
  const rule = ruleOf(item.ruleId);
  const pairs: Markup[] = [];
  if (item.residual) pairs.push(pair(both('差额', 'residual'), amount(item.residual, unitOf(index, item.factIds[0] ?? ''))));
  if (item.actual) pairs.push(pair(both('所见', 'met'), item.actual));
  if (item.expected) pairs.push(pair(both('应为', 'expected'), item.expected));
  if (item.proposal) pairs.push(pair(both('建议（未采用）', 'proposal (not applied)'), html`<b>${changeText(index, item.proposal)}</b>`));
  if (item.alternatives.length > 0) {
    pairs.push(
      pair(both('其他可能', 'alternatives'), html`<ul>${item.alternatives.map((text) => html`<li>${changeText(index, text)}</li>`)}</ul>`),
    );
  }
  if (item.moneyAtStake) pairs.push(pair(both('涉及金额', 'money at stake'), amount(item.moneyAtStake, YUAN)));
  pairs.push(pair(both('有误的概率', 'probability of error'), `${Math.round(item.probability * 100)} %`));
  if (rule) {
    pairs.push(pair(both('为什么要紧', 'why it matters'), both(rule.whyZh, rule.why)));
    pairs.push(pair(both('怎么做', 'what to do'), both(rule.doZh, rule.do)));
  }
  if (item.factIds.length > 0) pairs.push(pair(both('单元格', 'cells'), factLinks(index, item.factIds)));
  const piece = pagePiece(index, outlinedPlaces(index, item), shown);
  const equations = equationsOf(index, item).map((equation) => equationTable(index, equation));
  // A piece of a page is as wide as the page, and read only when it is drawn so.
  if (piece !== '') return html`<div>${piece}</div><div class="split"><dl>${pairs}</dl><div>${equations}</div></div>`;
  return html`<div class="split"><div><dl>${pairs}</dl>${equations}</div><div>${sourceExcerpt(index, itemPlaces(index, item))}</div></div>`;
}

function heading(index: ReportIndex, item: ReviewItem, rank: number): Markup {
  const kind = REVIEW_KINDS[item.kind];
  const table = item.tableIndex === null ? undefined : index.tables.get(item.tableIndex);
  const title = table ? tableName(table) : item.tableTitle;
  return html`<h3><span class="rank">${rank}</span> <span class="tag ${item.kind}">${both(kind.zh, kind.en)}</span>
${messageOf(item.ruleId, item.actual, item.expected, item.message)}</h3>
<span class="dim">${title ? html`<span lang="zh-CN">${title}</span> · ` : ''}${placeText(itemPlaces(index, item)[0])}</span>`;
}

/** The queue in its own order: the first items open, all of them collapsible, a very long rest as a plain list. */
export function reviewSection(index: ReportIndex): Markup {
  const items = index.report.review;
  if (items.length === 0) return html`<p>${both('没有需要人看的内容。', 'Nothing needs a person.')}</p>`;
  const shown = new Set<number>();
  const full = items.slice(0, DETAILED_ITEMS).map(
    (item, i) => html`<details class="item" id="review-${i + 1}"${i < OPEN_ITEMS ? html` open` : ''}>
<summary>${heading(index, item, i + 1)}</summary>
${details(index, item, shown)}</details>
`,
  );
  const rest = items.slice(DETAILED_ITEMS);
  const pages = drawnPages(index, shown);
  if (rest.length === 0) return html`${full}${pages}`;
  const columns = [
    { head: '#', n: true },
    { head: both('内容', 'message') },
    { head: both('表', 'table') },
    { head: both('位置', 'place') },
  ];
  const rows = rest.map((item, i) => {
    const table =
      item.tableIndex !== null && index.tables.has(item.tableIndex)
        ? linkTo(tableAnchor(item.tableIndex), item.tableTitle)
        : item.tableTitle;
    const message = messageOf(item.ruleId, item.actual, item.expected, item.message);
    return { cells: [DETAILED_ITEMS + i + 1, message, table, placeText(itemPlaces(index, item)[0])] };
  });
  return html`${full}${pages}${dataTable(both('其余各项', 'the rest of the queue'), columns, rows)}`;
}
