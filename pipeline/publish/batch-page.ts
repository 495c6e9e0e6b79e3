import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import Papa from 'papaparse';
import { groupBy } from '../../extractors/model/add-all.ts';
import type { DocumentRecord, RecordFile, TableRecord } from '../../schemas/records.ts';
import type { Status } from '../../schemas/report.ts';
import type { Language } from '../../schemas/rules/index.ts';
import { REPORT_MARK } from '../../schemas/version.ts';
import { percent } from '../base/percent.ts';
import { fromCell } from '../base/shown/cell.ts';
import { grouped } from '../base/shown/grouped.ts';
import { FIELDS } from './csv/fields.ts';
import { both, type Markup, pick } from './report/markup.ts';
import { KINDS, STATUSES, VALUE_STATES } from './report/names.ts';
import { STYLE } from './report/style.ts';

const STATES = ['proved', 'confirmed', 'consistent', 'unconstrained', 'contradicted'] as const;

/** A document of a batch, as its page lists it. */
export interface BatchEntry {
  documentId: string;
  sourceFile: string;
  name: string;
  city: string;
  year: string;
  kind: DocumentRecord['disclosure_kind'];
  status: Status;
  facts: number;
  reviewItems: number;
  /** Numbers by state. */
  states: Record<(typeof STATES)[number], number>;
}

type Rows<T> = Record<keyof T & string, string>;

/** Rows of a file of the batch as its shard keeps them: without a header. */
function rowsOf<T>(file: RecordFile, text: string): Rows<T>[] {
  const fields = FIELDS[file].map(({ name }) => name).join(',');
  return Papa.parse<Rows<T>>(`${fields}\r\n${text}`, { header: true, skipEmptyLines: true, transform: fromCell }).data;
}

const isKind = (kind: string): kind is keyof typeof KINDS => kind in KINDS;
const isStatus = (status: string): status is Status => status in STATUSES;

/** What the page says of one document. @param rows its lines of documents.csv and tables.csv, without headers. */
export function batchEntries(rows: { documents: string; tables: string }): BatchEntry[] {
  const tables = rowsOf<TableRecord>('tables.csv', rows.tables);
  const sum = (name: 'proved' | 'consistent' | 'unconstrained' | 'contradicted'): number =>
    tables.reduce((total, table) => total + Number(table[name]), 0);
  return rowsOf<DocumentRecord>('documents.csv', rows.documents).map((row) => {
    const confirmed = Number(row.confirmed);
    return {
      documentId: row.document_id,
      sourceFile: row.source_file,
      name: row.entity_name || row.title || row.source_file,
      city: row.region_city || row.region_province,
      year: row.year,
      kind: isKind(row.disclosure_kind) ? row.disclosure_kind : null,
      status: isStatus(row.status) ? row.status : 'failed',
      facts: Number(row.facts),
      reviewItems: Number(row.review_items),
      states: {
        proved: sum('proved'),
        confirmed,
        consistent: sum('consistent'),
        unconstrained: sum('unconstrained'),
        contradicted: sum('contradicted'),
      },
    };
  });
}

const BAR_WIDTH = 120;

function stateBar({ states, facts }: BatchEntry): Markup {
  const total = Math.max(1, facts, ...[STATES.reduce((sum, state) => sum + states[state], 0)]);
  let x = 0;
  const parts = STATES.filter((state) => states[state] > 0).map((state) => {
    // The least that is wrong is still seen.
    const width = Math.max(1, (states[state] / total) * BAR_WIDTH);
    const rect = html`<rect class="b${VALUE_STATES[state].mark}" x="${x.toFixed(1)}" width="${width.toFixed(1)}" height="10"/>`;
    x += width;
    return rect;
  });
  return html`<svg class="bar" viewBox="0 0 ${BAR_WIDTH} 10" width="${BAR_WIDTH}" height="10" aria-hidden="true">${parts}</svg>`;
}

const RANK: Readonly<Record<Status, number>> = { failed: 0, partial: 1, succeeded: 2 };

/** What could not be read first, then what has most to look at. */
function worstFirst(a: BatchEntry, b: BatchEntry): number {
  return (
    RANK[a.status] - RANK[b.status] ||
    b.reviewItems - a.reviewItems ||
    b.states.contradicted - a.states.contradicted ||
    compare(a.sourceFile, b.sourceFile)
  );
}

/** The same on every machine, whatever its locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const addressOf = (documentId: string): string => documentId.split('/').map(encodeURIComponent).join('/');

function line(entry: BatchEntry): Markup {
  const { documentId, sourceFile, name, kind, status, facts, reviewItems, states } = entry;
  const kindName = kind ? both(KINDS[kind].zh, KINDS[kind].en) : '–';
  const link = html`<a href="${addressOf(documentId)}/report.html" lang="zh-CN">${name}</a>`;
  const share = facts > 0 ? percent(states.proved + states.confirmed, facts) : '–';
  const items = reviewItems > 0 ? html`<a href="${addressOf(documentId)}/report.html#section-review">${reviewItems}</a>` : '0';
  return html`<tr><th scope="row">${link}<br><span class="dim" lang="zh-CN">${sourceFile}</span></th><td>${kindName}</td>
<td><span class="tag ${status}">${both(STATUSES[status].zh, STATUSES[status].en)}</span></td><td class="n">${grouped(String(facts))}</td><td>${stateBar(entry)}</td><td class="n">${share}</td><td class="n">${items}</td></tr>
`;
}

const HEADS: readonly { zh: string; en: string; n?: true }[] = [
  { zh: '文件', en: 'document' },
  { zh: '种类', en: 'kind' },
  { zh: '结果', en: 'status' },
  { zh: '数', en: 'numbers', n: true },
  { zh: '状态', en: 'states' },
  { zh: '已证', en: 'proved', n: true },
  { zh: '待核对', en: 'to look at', n: true },
];

function yearTable(city: string, year: string, entries: readonly BatchEntry[]): Markup {
  const heads = HEADS.map(({ zh, en, n }) => html`<th scope="col"${n ? html` class="n"` : ''}>${both(zh, en)}</th>`);
  const caption = html`<span class="hide" lang="zh-CN">${city} </span>${year || both('年度不明', 'year unknown')}`;
  return html`<div class="scroll" tabindex="0"><table class="batch"><caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>
${[...entries].sort(worstFirst).map(line)}</tbody></table></div>`;
}

const sumOf = (entries: readonly BatchEntry[], of: (entry: BatchEntry) => number): number =>
  entries.reduce((sum, entry) => sum + of(entry), 0);

function citySection(city: string, entries: readonly BatchEntry[]): Markup {
  const byYear = [...groupBy(entries, ({ year }) => year)].sort(([a], [b]) => compare(b, a));
  const items = sumOf(entries, ({ reviewItems }) => reviewItems);
  const name = city === '' ? both('地区不明或全国', 'national, or place unknown') : html`<span lang="zh-CN">${city}</span>`;
  const said = both(`${entries.length} 份，${items} 处请核对`, `${entries.length} documents, ${items} to look at`);
  return html`<section><h2>${name} <span class="dim">${said}</span></h2>${byYear.map(([year, group]) => yearTable(city, year, group))}</section>
`;
}

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** The batch at a glance: all documents by city and year, the worst first, with links to their reports. No script, nothing loaded. */
export function renderBatch(entries: readonly BatchEntry[], language: Language): string {
  const cities = [...groupBy(entries, ({ city }) => city)].sort(
    ([a, one], [b, other]) =>
      sumOf(other, ({ reviewItems }) => reviewItems) - sumOf(one, ({ reviewItems }) => reviewItems) || compare(a, b),
  );
  const facts = sumOf(entries, (entry) => entry.facts);
  const proved = sumOf(entries, ({ states }) => states.proved + states.confirmed);
  const items = sumOf(entries, ({ reviewItems }) => reviewItems);
  const share = facts > 0 ? percent(proved, facts) : '–';
  const lead = both(
    `${entries.length} 份文件，${grouped(String(facts))} 个数，${share} 已证，${items} 处请人核对。`,
    `${entries.length} documents, ${grouped(String(facts))} numbers, ${share} proved, ${items} things to look at.`,
  );
  const legend = STATES.map(
    (state) => html`<li><span class="key b${VALUE_STATES[state].mark}"></span>${both(VALUE_STATES[state].zh, VALUE_STATES[state].en)}</li>`,
  );
  const how = both('用 duizhang review 打开此文件夹即可核对。', 'Open this folder with duizhang review to look at them.');
  return String(html`<!doctype html>
<html lang="${pick(language, 'zh-CN', 'en')}" data-lang="${language}">
<head><meta charset="utf-8">${raw(REPORT_MARK)}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${raw(POLICY)}"><meta name="referrer" content="no-referrer">
<title>${pick(language, '批次', 'batch')} · duizhang 对账</title><style>${raw(STYLE)}</style></head>
<body><header><h1>${both('批次概览', 'The batch')}</h1><p class="lead">${lead}</p><p class="dim">${how}</p><ul class="legend">${legend}</ul></header>
<main>${cities.map(([city, group]) => citySection(city, group))}</main></body></html>
`);
}
