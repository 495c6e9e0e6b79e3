import { type JoinedDocument, join } from '../../extractors/layout/joining/index.ts';
import { grid } from '../../extractors/layout/segmenting/grid.ts';
import { segment } from '../../extractors/layout/segmenting/index.ts';
import type { CleanDocument, SegmentedDocument } from '../../extractors/model/blocks.ts';
import type { HeaderedTable } from '../../extractors/model/header.ts';
import type { WorkCell, WorkRow, WorkTable } from '../../extractors/model/tables.ts';
import { type ReconciledDocument, reconcile } from '../../extractors/proof/evaluate.ts';
import { candidates } from '../../extractors/proof/placing/index.ts';
import { clean } from '../../extractors/readers/markup/clean.ts';
import { splitPages } from '../../extractors/readers/text/index.ts';
import { type HeaderedDocument, header } from '../../extractors/tables/header/index.ts';
import { subjects } from '../../extractors/tables/nesting/index.ts';
import { type RowedDocument, rows } from '../../extractors/tables/rows/index.ts';
import { values } from '../../extractors/tables/rows/values.ts';
import { extract } from '../../pipeline/run/document/extract.ts';
import type { Extraction } from '../../pipeline/run/extraction.ts';
import { loadProfiles } from '../../pipeline/run/profiles/load-profiles.ts';
import type { Finding } from '../../schemas/diagnostic.ts';
import type { Equation } from '../../schemas/equation.ts';
import type { Profile } from '../../schemas/profile.ts';

/** Runs the stages on small texts and shows what they make of them as short lines. In the texts here `→` stands for a tab. */

export const PROFILES = await loadProfiles();
const profileOf = (id: string): Profile => PROFILES.find((profile) => profile.id === id)!;

export const tabs = (text: string): string => text.replaceAll('→', '\t');

export interface Run {
  cleaned: CleanDocument;
  segmented: SegmentedDocument;
  joined: JoinedDocument;
  headered: HeaderedDocument;
  rowed: RowedDocument;
  /** After values and subjects. */
  nested: RowedDocument;
  placed: RowedDocument;
  reconciled: ReconciledDocument;
  findings: Finding[];
}

export function cleanText(text: string): CleanDocument {
  const context = { profile: profileOf('default'), report: () => {} };
  return clean.run({ media: 'text', encoding: 'utf-8', pages: splitPages(tabs(text)) }, context);
}

export function run(text: string, profile = 'default'): Run {
  const findings: Finding[] = [];
  const context = { profile: profileOf(profile), report: (finding: Finding) => findings.push(finding) };
  const cleaned = clean.run({ media: 'text', encoding: 'utf-8', pages: splitPages(tabs(text)) }, context);
  const segmented = segment.run(cleaned, context);
  const joined = join.run(grid.run(segmented, context), context);
  const headered = header.run(joined, context);
  const rowed = rows.run(headered, context);
  const nested = subjects.run(values.run(rowed, context), context);
  const placed = candidates.run(nested, context);
  const reconciled = reconcile.run({ ...placed, statements: [], agreements: [] }, context);
  return { cleaned, segmented, joined, headered, rowed, nested, placed, reconciled, findings };
}

export async function read(text: string | Uint8Array): Promise<Extraction> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(tabs(text)) : text;
  return extract(bytes, { sourceFile: 'source.txt', documentId: 'source', profiles: PROFILES });
}

/** The column paths of a table, `panel: a > b` where it has several panels. */
export function pathsOf(table: Pick<HeaderedTable, 'columns' | 'panels'>): string[] {
  return table.columns.map((column) => `${table.panels.length > 1 ? `${column.panel}: ` : ''}${column.path.join(' > ')}`);
}

/** `code label [role] ^path: column=value …`; the role is left out for items, the path where there is none. */
export function rowsOf(table: WorkTable): string[] {
  return table.items.map((row) => rowText(row, table));
}

function rowText(row: WorkRow, table: WorkTable): string {
  const panel = table.panels.length > 1 ? `${row.panel}|` : '';
  const head = [
    row.code,
    row.label,
    row.role === 'item' ? null : `[${row.role}]`,
    row.labelPath.length > 0 ? `^${row.labelPath.join('/')}` : null,
  ];
  return `${panel}${head.filter((part) => part).join(' ')}: ${row.cells.map(cellText).join(' ')}`.trim();
}

const STATE: Readonly<Record<WorkCell['placement'], string>> = { printed: '', unique: '!', ambiguous: '?' };

/** `column=value`, `column!=value` where the equations gave the column, `column?=value` where it is open. */
function cellText(cell: WorkCell): string {
  const alternatives = cell.alternatives.length > 0 ? `|${cell.alternatives.join('|')}` : '';
  return `${cell.column ?? '_'}${cell.column === null ? '' : STATE[cell.placement]}${alternatives}=${cell.value ?? `«${cell.raw}»`}`;
}

/** `identity status: total = + addend − addend (residual)` by fact ids. */
export function equationText(equation: Equation): string {
  const [total, ...addends] = equation.terms;
  const rest = addends.map((term) => `${term.sign < 0 ? '+' : '-'}${term.id}`).join(' ');
  return `${equation.identity} ${equation.status}: ${total!.sign < 0 ? '-' : ''}${total!.id} = ${rest}${equation.status === 'exact' ? '' : ` (${equation.residual})`}`;
}

export const ruleIds = (findings: readonly { ruleId: string }[]): string[] => findings.map(({ ruleId }) => ruleId);
