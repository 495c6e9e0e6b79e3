import { html } from 'hono/html';
import { groupBy } from '../../../../extractors/model/add-all.ts';
import type { Diagnostic } from '../../../../schemas/diagnostic.ts';
import type { ExpectedTable } from '../../../../schemas/report.ts';
import type { ReportIndex } from '../facts.ts';
import { both, dataTable, type Markup } from '../markup.ts';
import { placeText, sourceExcerpt } from '../source.ts';
import { messageOf } from './review.ts';

const LISTED_FINDINGS = 20;

const SEVERITIES = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'note' },
} as const;

function expectedName(table: ExpectedTable): string {
  return [table.number, table.title].filter(Boolean).join(' ');
}

/** Tables that the contents page or the profile expects and the body does not have. */
export function missingSection(index: ReportIndex): Markup {
  const { expectedTables } = index.report;
  if (expectedTables.length === 0)
    return html`<p>${both('没有目录或配置说明应有哪些表。', 'Neither a contents page nor the profile says which tables to expect.')}</p>`;
  const missing = expectedTables.filter((table) => !table.found);
  if (missing.length === 0) return html`<p>${both('目录所列各表都已找到。', 'Every expected table was found.')}</p>`;
  const items = missing.map(
    (
      table,
    ) => html`<li><b lang="zh-CN">${expectedName(table)}</b> <span class="dim">${table.places.length > 0 ? placeText(table.places[0]) : ''}</span>
${table.places.length > 0 ? sourceExcerpt(index, table.places.slice(0, 1)) : ''}</li>
`,
  );
  return html`<ul>${items}</ul>`;
}

/** Everything the stages said, by rule, the gravest first. */
export function findingsSection(findings: readonly Diagnostic[]): Markup {
  if (findings.length === 0) return html`<p>${both('各步骤没有其他发现。', 'The stages found nothing else to say.')}</p>`;
  const bySeverity = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  const groups = groupBy(bySeverity, ({ ruleId }) => ruleId);
  const columns = [{ head: both('内容', 'message') }, { head: both('步骤', 'stage') }, { head: both('位置', 'place') }];
  return html`${[...groups].map(([ruleId, group]) => {
    const name = SEVERITIES[group[0].severity];
    const rows = group
      .slice(0, LISTED_FINDINGS)
      .map((it) => ({ cells: [messageOf(it.ruleId, it.actual, it.expected, it.message), it.stage, placeText(it.places[0])] }));
    const left = group.length - LISTED_FINDINGS;
    const more = left > 0 ? html`<p class="dim">${both(`另有 ${left} 条，见 report.json。`, `${left} more are in report.json.`)}</p>` : '';
    return html`<details><summary><h3><code>${ruleId}</code></h3> <span class="dim">${both(name.zh, name.en)} · ${group.length}</span></summary>
<div>${dataTable(html`<span class="hide">${ruleId}</span>`, columns, rows)}${more}</div></details>
`;
  })}`;
}
