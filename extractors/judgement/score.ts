/**
 * Room: a reconciled document in, its confidences and review queue out; imports confidence, review, model, notation, proof,
 * tables/forms, schemas.
 */

import type { Indicator, Project } from '../../schemas/disclosure.ts';
import type { ReviewItem } from '../../schemas/review.ts';
import type { Column, FactCell, Table, TableRow } from '../../schemas/table.ts';
import type { Stage, StageContext } from '../model/stage.ts';
import type { WorkCell, WorkRow, WorkTable } from '../model/tables.ts';
import { parseNumber, toYuan } from '../notation/numbers.ts';
import { withPeriods } from '../notation/periods.ts';
import type { ReconciledDocument } from '../proof/evaluate.ts';
import { sureRepairs } from '../proof/prove.ts';
import type { FormContent } from '../tables/forms/index.ts';
import { type Evidence, evidenceOf, isDoubted, NO_EVIDENCE } from './confidence/evidence.ts';
import { confidenceOf, REVIEW_BELOW } from './confidence/model.ts';
import { type ExpectedTable, expectedTables } from './review/expected.ts';
import { missingForms } from './review/missing-forms.ts';
import { reviewQueue } from './review/queue.ts';
import { repairedTables } from './review/repaired.ts';

export interface FormedDocument extends ReconciledDocument {
  formContents: FormContent[];
  indicators: Indicator[];
  projects: Project[];
  year: number | null;
  /** Whether sure repairs are made; otherwise they are only proposed. */
  applyRepairs: boolean;
}

export interface ScoredDocument {
  tables: Table[];
  indicators: Indicator[];
  projects: Project[];
  expected: ExpectedTable[];
  review: ReviewItem[];
  /** By fact id. */
  evidence: Map<string, Evidence>;
}

/** Confidence and review flag a cell, the queue of things for a person to look at, and the tables in their public form. */
export const score: Stage<FormedDocument, ScoredDocument> = {
  name: 'score',
  run(document, context) {
    const expected = expectedTables(document);
    // Where there is no table at all, that is one finding and not one for each.
    const absent = document.tables.length > 0 ? expected.filter((table) => !table.found) : [];
    for (const entry of absent) {
      context.report({ ruleId: 'document/table-missing', places: entry.places, expected: entry.title });
    }
    const evidence = evidenceOf(document);
    const forms = new Map(document.formContents.map((form) => [form.index, form]));
    const listed = new Set(expected.flatMap((entry) => (entry.tableIndex === null ? [] : [entry.tableIndex])));
    const tables = document.tables.map((table) => publicTable(table, document, evidence, forms.get(table.index), listed.has(table.index)));
    const withoutForm = missingForms(tables, document.projects);
    for (const { table, row } of withoutForm) {
      context.report({ ruleId: 'form/project-missing', tableIndex: table.index, places: row.places.slice(0, 1), expected: row.label });
    }
    checkTableCount(document.tables, context);
    const review = reviewQueue(document, tables, evidence, absent, withoutForm);
    return {
      tables: document.applyRepairs ? repairedTables(tables, sureRepairs(document.explanations)) : tables,
      indicators: document.indicators,
      projects: document.projects,
      expected,
      review,
      evidence,
    };
  },
};

/** More or fewer tables than complete documents of this profile have. */
function checkTableCount(tables: readonly WorkTable[], context: StageContext): void {
  const expected = context.profile.expect?.tables;
  const count = tables.filter((table) => table.shape !== 'text-form').length;
  if (!expected || (count >= expected.min && count <= expected.max)) return;
  context.report({ ruleId: 'document/table-count', actual: String(count), expected: `${expected.min}–${expected.max}` });
}

function publicTable(
  table: WorkTable,
  document: FormedDocument,
  evidence: ReadonlyMap<string, Evidence>,
  form: FormContent | undefined,
  expected: boolean,
): Table {
  const columns = withPeriods(
    table.columns.map(({ grid: _, ...column }) => column),
    document.year,
  );
  const rows = table.items.map((row) => publicRow(row, columns, document, evidence));
  const formed = form ? formRows(table, form) : null;
  const empty = rows.every((row) => row.cells.length === 0) && (formed?.rows.length ?? 0) === 0 && (form?.fields.length ?? 0) === 0;
  return {
    index: table.index,
    number: table.caption.number,
    kind: table.kind,
    title: table.title,
    titlePrinted: table.titlePrinted,
    unit: table.caption.unit,
    shape: table.shape,
    pages: table.pages,
    lines: table.lines,
    parts: table.parts,
    panels: table.panels.map(({ index, side, name }) => ({ index, side, name })),
    columns: formed?.columns ?? columns,
    rows: formed?.rows ?? rows,
    fields: form?.fields ?? [],
    notes: table.notes,
    empty: table.shape === 'text-form' ? false : empty,
    expected,
  };
}

function publicRow(
  row: WorkRow,
  columns: readonly Column[],
  document: ReconciledDocument,
  evidence: ReadonlyMap<string, Evidence>,
): TableRow {
  return {
    index: row.index,
    panel: row.panel,
    lineNo: row.lineNo,
    code: row.code,
    label: row.label,
    labelPath: row.labelPath,
    keys: row.keys,
    role: row.role,
    isLeaf: row.isLeaf,
    parent: row.parent,
    attributes: row.attributes,
    places: row.places,
    cells: row.cells.flatMap((cell) =>
      cell.column === null ? [] : [publicCell(cell, columns[cell.column]!, document, evidence.get(cell.id)!)],
    ),
  };
}

function publicCell(cell: WorkCell, column: Column, document: ReconciledDocument, evidence: Evidence): FactCell {
  const valueState = document.states.get(cell.id) ?? 'unconstrained';
  const confidence = confidenceOf(evidence);
  const money = column.type === 'money' && !cell.percent;
  return {
    factId: cell.id,
    column: column.index,
    raw: cell.raw,
    value: cell.value,
    valueYuan: cell.value !== null && money ? toYuan(cell.value, column.unit) : null,
    places: cell.places,
    valueState,
    placementState: cell.placement,
    alternatives: cell.alternatives,
    confidence,
    review: isDoubted(evidence) || confidence < REVIEW_BELOW,
  };
}

/** The money rows of a performance form, under the columns that the form itself prints. */
function formRows(table: WorkTable, form: FormContent): { columns: Column[]; rows: TableRow[] } {
  const columns: Column[] = [];
  const indexOf = (path: readonly string[]): number => {
    const found = columns.findIndex((column) => column.path.join('>') === path.join('>'));
    if (found >= 0) return found;
    columns.push({
      index: columns.length,
      panel: 0,
      path: [...path],
      pathRaw: [...path],
      measure: null,
      period: null,
      type: 'money',
      unit: table.caption.unit,
    });
    return columns.length - 1;
  };
  const rows = form.rows.map((row, index): TableRow => {
    for (const path of row.columns) indexOf(path);
    return {
      index,
      panel: 0,
      lineNo: null,
      code: null,
      label: row.label,
      labelPath: row.path,
      keys: {},
      role: 'item',
      isLeaf: true,
      parent: null,
      attributes: row.attributes,
      places: row.values.map((value) => value.place),
      cells: row.values.map((value): FactCell => {
        const column = indexOf(value.column);
        return {
          factId: `t${table.index}f${index}c${column}`,
          column,
          raw: value.raw,
          value: parseNumber(value.raw)?.value ?? null,
          valueYuan: null,
          places: [value.place],
          valueState: 'unconstrained',
          placementState: 'printed',
          alternatives: [],
          confidence: confidenceOf(NO_EVIDENCE),
          review: false,
        };
      }),
    };
  });
  return { columns, rows };
}
