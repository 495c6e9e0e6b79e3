import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { DrawnPage } from '../../extractors/model/source.ts';
import type { Disclosure } from '../../schemas/disclosure.ts';
import type { Report } from '../../schemas/report.ts';
import type { Language } from '../../schemas/rules/index.ts';
import { REPORT_MARK } from '../../schemas/version.ts';
import { grouped } from '../base/shown/grouped.ts';
import { indexReport, type ReportIndex, type SourceLines } from './report/facts.ts';
import { both, type Markup, pick } from './report/markup.ts';
import { KINDS, STATUSES } from './report/names.ts';
import { pageData } from './report/page-data.ts';
import { SCRIPT } from './report/script.ts';
import { chartsSection } from './report/sections/charts.ts';
import { findingsSection, missingSection } from './report/sections/findings.ts';
import { overview } from './report/sections/overview.ts';
import { proofSection, provedShare, sumTallies, type Tally, tallyTable } from './report/sections/proof.ts';
import { recordsSection } from './report/sections/records.ts';
import { reviewSection } from './report/sections/review.ts';
import { tablesSection } from './report/sections/tables.ts';
import { STYLE } from './report/style.ts';

const digestOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing is loaded, and of scripts and styles only the report's own run, whatever a document contains. */
const POLICY = `default-src 'none'; script-src ${digestOf(SCRIPT)}; style-src ${digestOf(STYLE)}; base-uri 'none'; form-action 'none'`;

interface Section {
  id: string;
  zh: string;
  en: string;
  body: Markup | '';
}

/** What was found, in one sentence. */
function summary({ report, disclosure }: ReportIndex, sum: Tally): Markup {
  const expected = report.expectedTables.length;
  const found = report.expectedTables.filter((table) => table.found).length;
  const count = (status: string) => report.equations.filter((equation) => equation.status === status).length;
  const [exact, tail, broken] = [count('exact'), count('tail'), count('broken')];
  const facts = grouped(String(sum.facts));
  const tables = disclosure.tables.length;
  const zhTables = expected > 0 ? `应有 ${expected} 张表，找到 ${found} 张（正文共 ${tables} 张）` : `找到 ${tables} 张表`;
  const enTables = expected > 0 ? `${found} of ${expected} expected tables found (${tables} in the body)` : `${tables} tables found`;
  return both(
    html`${zhTables}；${facts} 个数，<b>${provedShare(sum)}</b> 由等式证明；${exact} 个等式恰好成立，${tail} 个仅差尾数，<b>${broken}</b> 个不成立；<b>${report.review.length}</b> 处请人核对。`,
    html`${enTables}; ${facts} facts, <b>${provedShare(sum)}</b> proved by equations; ${exact} equations exact, ${tail} with a rounding tail, <b>${broken}</b> broken; <b>${report.review.length}</b> things to look at.`,
  );
}

function documentTitle({ entity, year, title }: Disclosure, { sourceFile }: Report): string {
  const name = entity.name ?? title ?? sourceFile;
  return year === null || name.includes(String(year)) ? name : `${name} ${year}`;
}

function head(index: ReportIndex, sum: Tally): Markup {
  const { disclosure, report } = index;
  const status = STATUSES[report.status];
  const kind = disclosure.kind ? KINDS[disclosure.kind] : { zh: '种类不明', en: 'kind unknown' };
  const reason = report.reason ? html`<p class="${report.status}" lang="zh-CN">${report.reason}</p>` : '';
  const size = `${grouped(String(report.bytes))} B · ${report.media}${report.encoding ? ` · ${report.encoding}` : ''}`;
  return html`<h1><span lang="zh-CN">${documentTitle(disclosure, report)}</span> ${both(kind.zh, kind.en)}
<span class="tag ${report.status}">${both(status.zh, status.en)}</span></h1>
<p class="lead">${summary(index, sum)}</p>${reason}
<p class="dim"><span lang="zh-CN">${report.sourceFile}</span> · ${size} · ${both(`${report.pages} 页`, `${report.pages} pages`)} · ${both('配置', 'profile')} ${report.profile} · <code>sha256 ${report.sha256}</code></p>`;
}

function sectionsOf(index: ReportIndex): { sections: Section[]; sum: Tally } {
  const { disclosure, report } = index;
  const tallies = new Map(disclosure.tables.map((table) => [table.index, tallyTable(table)]));
  const sum = sumTallies(tallies.values());
  const sections: Section[] = [
    { id: 'section-missing', zh: '应有而未找到', en: 'Expected but not found', body: missingSection(index) },
    {
      id: 'section-review',
      zh: `请人核对（${report.review.length}）`,
      en: `To look at (${report.review.length})`,
      body: reviewSection(index),
    },
    { id: 'section-proof', zh: '等式', en: 'Equations', body: proofSection(index, tallies, sum) },
    { id: 'section-tables', zh: '表格', en: 'Tables', body: tablesSection(disclosure, tallies) },
    { id: 'section-records', zh: '绩效与文字说明', en: 'Performance and prose', body: recordsSection(index) },
    { id: 'section-charts', zh: '图', en: 'Charts', body: chartsSection(disclosure.tables) },
    { id: 'section-findings', zh: '处理记录', en: 'Findings of the stages', body: findingsSection(report.findings) },
  ];
  return { sections: sections.filter((section) => section.body !== ''), sum };
}

/**
 * One self-contained page about a document: what was found, what is missing, what to look at with the source lines beside it,
 * which equations hold, the tables as printed. Nothing is loaded from elsewhere; both languages are in the page.
 *
 * @param sourceLines line number (from 1) → the line of the original file; an array starts with line 1. Empty for a PDF.
 * @param language the language shown first.
 * @param pages pages whose layout is fixed, as they were read: items show the piece of the page that they are about.
 */
export function renderReport(
  disclosure: Disclosure,
  report: Report,
  sourceLines: SourceLines,
  language: Language,
  pages: readonly DrawnPage[] = [],
): string {
  const index = indexReport(disclosure, report, sourceLines, pages);
  const { sections, sum } = sectionsOf(index);
  const links = sections.map(({ id, zh, en }) => html`<li><a href="#${id}">${both(zh, en)}</a></li>`);
  const bodies = sections.map(
    ({ id, zh, en, body }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${both(zh, en)}</h2>
${body}</section>
`,
  );
  const switches = (['zh', 'en'] as const).map(
    (to) =>
      html`<button type="button" data-to="${to}" lang="${to}" aria-pressed="${String(to === language)}">${pick(to, '中文', 'English')}</button> `,
  );
  const page = html`<!doctype html>
<html lang="${pick(language, 'zh-CN', 'en')}" data-lang="${language}">
<head><meta charset="utf-8">${raw(REPORT_MARK)}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${raw(POLICY)}"><meta name="referrer" content="no-referrer">
<title>${documentTitle(disclosure, report)} · duizhang 对账</title><style>${raw(STYLE)}</style></head>
<body><header><div class="top"><nav aria-label="${pick(language, '章节', 'sections')}"><ul>${links}</ul></nav><div class="lang">${switches}</div></div>
${head(index, sum)}
${overview(index, sum)}</header>
<main>${bodies}</main>
<aside id="cell" hidden aria-live="polite"></aside>
<script type="application/json" id="equations">${raw(pageData(index))}</script>
<script>${raw(SCRIPT)}</script></body></html>
`;
  return String(page);
}
