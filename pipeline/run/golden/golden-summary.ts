import type { Extraction } from '../../../extractors/extraction.ts';
import type { Equation } from '../../../schemas/equation.ts';
import type { Said } from '../../../schemas/lexicon/coordinates/coordinates.ts';
import { within } from '../../../schemas/lexicon/coordinates/index.ts';
import type { Place } from '../../../schemas/place.ts';
import type { FactCell, Table, TableRow } from '../../../schemas/table.ts';

/**
 * An extraction as a person can read and compare it: a line per row, indicator, project, statement and review item, with source lines.
 * A cell is `value` plus marks: `~` unconstrained, `°` consistent, `×` contradicted, `^` placed by equations, `?` ambiguous, `!` for
 * review; no mark is proved and printed. `·` is an empty cell.
 */
interface GoldenSummary {
  document: Record<string, unknown>;
  tables: { table: string; columns: string[]; rows: string[]; fields: string[]; notes: string[] }[];
  indicators: string[];
  projects: string[];
  statements: string[];
  equations: { exact: number; tail: string[]; broken: string[] };
  findings: Record<string, number>;
  review: string[];
}

const VALUE_MARKS: Readonly<Record<FactCell['valueState'], string>> = {
  proved: '',
  confirmed: '',
  consistent: '°',
  unconstrained: '~',
  contradicted: '×',
  repaired: '!',
};
const PLACEMENT_MARKS: Readonly<Record<FactCell['placementState'], string>> = { printed: '', unique: '^', ambiguous: '?' };

const at = (places: readonly Place[]): string => {
  const lines = [...new Set(places.map(({ line, page }) => (line === null ? `p${page}` : `${line}`)))];
  return lines.length > 0 ? `@${lines.join(',')}` : '';
};
const line = (...parts: (string | number | boolean | null | undefined)[]): string =>
  parts.map((part) => (part === null || part === undefined || part === '' ? '·' : String(part))).join(' | ');

function cellText(cell: FactCell | undefined): string {
  if (!cell) return '·';
  return `${cell.value ?? `(${cell.raw})`}${VALUE_MARKS[cell.valueState]}${PLACEMENT_MARKS[cell.placementState]}${cell.review ? '!' : ''}`;
}

/** `{fund=governmentFund vintage=carriedOver}`; a code that stands before the label, and what it classifies by, are not told again. */
function saidText({ classification: _, ...said }: Said, code: string | null = null): string {
  const texts = Object.entries(said).flatMap(([key, value]) => (value !== null && value === code ? [] : [`${key}=${value}`]));
  return texts.length === 0 ? '' : `{${texts.join(' ')}}`;
}

function rowText(row: TableRow, table: Table): string {
  const panel = table.panels.find(({ index }) => index === row.panel);
  const byColumn = new Map(row.cells.map((cell) => [cell.column, cell]));
  const columns = table.columns.filter((column) => table.panels.length === 0 || column.panel === row.panel);
  const name = [
    panel?.side ?? panel?.name,
    row.code,
    [...row.labelPath, row.label].join(' > '),
    row.role === 'item' ? '' : `(${row.role})`,
  ];
  const said = saidText(row.coordinates, row.subjectCode);
  const keys = Object.entries({ ...row.keys, ...row.attributes }).map(([key, text]) => `${key}=${text}`);
  return [
    name.filter(Boolean).join(' '),
    ...columns.map(({ index }) => cellText(byColumn.get(index))),
    ...keys,
    ...(said ? [said] : []),
    at(row.places),
  ].join(' | ');
}

function tableText(table: Table): GoldenSummary['tables'][number] {
  const head = [
    table.index,
    table.number,
    table.title,
    table.kind,
    table.shape,
    table.unit,
    `${table.parts} parts`,
    table.lines?.join('–'),
  ];
  if (!table.titlePrinted) head.push('title inherited');
  if (table.empty) head.push('empty');
  return {
    table: line(...head),
    columns: table.columns.map(({ path, pathRaw, type, unit, period, measure, coordinates }) => {
      const printed = path.join(' > ') === pathRaw.join(' > ') ? '' : ` (printed ${pathRaw.join(' > ')})`;
      return `${path.join(' > ')}${printed} | ${[type, unit, period, measure].map((part) => part ?? '·').join(' ')} | ${saidText(within(table.coordinates, coordinates))}`;
    }),
    rows: table.rows.map((row) => rowText(row, table)),
    fields: table.fields.map(({ label, value, places }) => line(label, value, at(places))),
    notes: table.notes,
  };
}

function equationText({ identity, scope, terms, residual, u }: Equation): string {
  const [total, ...addends] = terms;
  return `${identity} ${scope}: ${total?.id} = ${addends.map(({ id }) => id).join(' + ')}; residual ${residual}, u ${u}`;
}

export function summarize({ disclosure, report }: Extraction): GoldenSummary {
  const { kind, entity, scope, year, title, profile } = disclosure;
  const count: Record<string, number> = {};
  for (const { ruleId, severity } of report.findings) count[`${severity} ${ruleId}`] = (count[`${severity} ${ruleId}`] ?? 0) + 1;
  const of = (status: Equation['status']): Equation[] => report.equations.filter((equation) => equation.status === status);
  const missing = report.expectedTables.filter(({ found }) => !found).map((table) => `${table.number ?? ''} ${table.title}`.trim());
  return {
    document: { kind, entity, scope, year, title, profile, status: report.status, reason: report.reason, missing },
    tables: disclosure.tables.map(tableText),
    indicators: disclosure.indicators.map((i) =>
      line(
        i.project,
        i.level1,
        i.level2,
        i.level3,
        i.operator,
        i.target,
        i.targetUnit,
        i.deadline,
        i.actual,
        i.completion,
        i.weight,
        i.score,
        at(i.places) + (i.review ? '!' : ''),
      ),
    ),
    projects: disclosure.projects.map((p) =>
      line(
        p.name,
        p.department,
        p.implementer,
        p.amount,
        p.unit,
        p.executed,
        p.executionRate,
        p.totalScore,
        p.goal,
        at(p.places) + (p.review ? '!' : ''),
      ),
    ),
    statements: disclosure.statements.map((s) =>
      line(s.concept, s.subjectCode, s.value, s.unit, s.period, s.agrees === null ? '' : s.agrees ? 'agrees' : 'disagrees', at(s.places)),
    ),
    equations: { exact: of('exact').length, tail: of('tail').map(equationText), broken: of('broken').map(equationText) },
    findings: Object.fromEntries(Object.entries(count).sort(([a], [b]) => (a < b ? -1 : 1))),
    review: report.review.map((r) =>
      line(r.kind, r.ruleId, r.tableTitle, r.factIds.join(' '), r.actual, r.expected, r.proposal, at(r.places)),
    ),
  };
}
