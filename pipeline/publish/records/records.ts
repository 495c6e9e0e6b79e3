/** Disclosure and report in, the rows of every CSV file out; nothing is decided here; imports schemas, extractors/model, extractors/measures, extractors/notation, extractors/tables/forms, base. */

import { type Figure, measuresOf, primaryFacts } from '../../../extractors/measures/index.ts';
import { amountsOfForm } from '../../../extractors/tables/forms/amounts.ts';
import type { Disclosure, Indicator, Project } from '../../../schemas/disclosure.ts';
import type { Equation } from '../../../schemas/equation.ts';
import type { Said } from '../../../schemas/lexicon/coordinates/coordinates.ts';
import { coordinatesOf } from '../../../schemas/lexicon/coordinates/index.ts';
import { tableKindOf } from '../../../schemas/lexicon/vocabulary.ts';
import { formatBox } from '../../../schemas/place.ts';
import type {
  CoverageRecord,
  DeclarationRecord,
  DocumentRecord,
  EquationRecord,
  FactRecord,
  IndicatorRecord,
  MeasureRecord,
  PanelRecord,
  ProjectRecord,
  RecordFile,
  ReviewRecord,
  StatementRecord,
  TableRecord,
  TaskRecord,
} from '../../../schemas/records.ts';
import type { Report } from '../../../schemas/report.ts';
import type { ReviewItem } from '../../../schemas/review.ts';
import { type Column, type FactCell, factCells, hasFacts, type Table } from '../../../schemas/table.ts';
import { addressOf, coordinateColumns, whereOf } from './columns.ts';
import { coverageRecords, type DocumentKey } from './coverage.ts';
import { documentRecord } from './documents.ts';
import { measureRecord, panelRecords } from './measures.ts';
import { declarationRecord, statementRecord } from './statements.ts';

/** The rows of every CSV file for one document. */
export interface RecordSet extends Record<RecordFile, object[]> {
  'facts.csv': FactRecord[];
  'equations.csv': EquationRecord[];
  'indicators.csv': IndicatorRecord[];
  'projects.csv': ProjectRecord[];
  'statements.csv': StatementRecord[];
  'tables.csv': TableRecord[];
  'documents.csv': DocumentRecord[];
  'review.csv': ReviewRecord[];
  'coverage.csv': CoverageRecord[];
  'measures.csv': MeasureRecord[];
  'panel.csv': PanelRecord[];
  'declarations.csv': DeclarationRecord[];
  'tasks.csv': TaskRecord[];
}

const PATH_SEPARATOR = ' > ';
const LIST_SEPARATOR = '; ';

const joinPath = (path: readonly string[]): string => path.join(PATH_SEPARATOR);

function joinKeys(keys: Readonly<Record<string, string>>): string {
  return Object.entries(keys)
    .map(([header, text]) => `${header}=${text}`)
    .join(LIST_SEPARATOR);
}

/** `3` or `3..5`: a spreadsheet would take `3-5` for a date. */
const joinRange = ([first, last]: readonly [number, number]): string => (first === last ? String(first) : `${first}..${last}`);

/** What the cells of one column have in common. */
interface ColumnText {
  unit: string | null;
  path: string;
  pathRaw: string;
  measure: string | null;
  coordinates: Said;
}

function columnText(table: Table, column: Column | undefined): ColumnText {
  const ownUnit = column?.unit ?? null;
  return {
    unit: column && column.type !== 'money' ? ownUnit : (ownUnit ?? table.unit),
    path: joinPath(column?.path ?? []),
    pathRaw: joinPath(column?.pathRaw ?? []),
    measure: column?.measure ?? null,
    coordinates: column?.coordinates ?? {},
  };
}

/** Names joined once a row and once a column, not once a cell; the columns of the file in their order. */
function addFacts(facts: FactRecord[], disclosure: Disclosure, table: Table, primary: ReadonlySet<string>): void {
  const columns = new Map(table.columns.map((column) => [column.index, columnText(table, column)]));
  const unknown = columnText(table, undefined);
  const panels = new Map(table.panels.map((panel) => [panel.index, panel]));
  for (const row of table.rows) {
    if (row.cells.length === 0) continue;
    const panel = panels.get(row.panel);
    const labelPath = joinPath(row.labelPath);
    const keys = joinKeys(row.keys);
    for (const cell of row.cells) {
      const column = columns.get(cell.column) ?? unknown;
      facts.push({
        document_id: disclosure.documentId,
        source_file: disclosure.sourceFile,
        fact_id: cell.factId,
        entity_code: table.entity === undefined ? disclosure.entity.code : null,
        entity_name: table.entity ?? disclosure.entity.name,
        year: disclosure.year,
        disclosure_kind: disclosure.kind,
        table_index: table.index,
        table_number: table.number,
        table_kind: table.kind,
        table_title: table.title,
        unit: column.unit,
        row_index: row.index,
        line_no: row.lineNo,
        side: panel?.side ?? null,
        panel: panel?.name || null,
        code: row.code,
        label: row.label,
        label_path: labelPath,
        keys,
        row_role: row.role,
        is_leaf: row.isLeaf,
        column_path: column.path,
        column_path_raw: column.pathRaw,
        period: cell.period,
        measure: column.measure,
        ...coordinateColumns(coordinatesOf(table.coordinates, row.coordinates, column.coordinates)),
        raw: cell.raw,
        value: cell.value,
        value_yuan: cell.valueYuan,
        ...whereOf(cell.places),
        bbox: formatBox(cell.places[0]),
        value_state: cell.valueState,
        placement_state: cell.placementState,
        confidence: cell.confidence,
        review: cell.review,
        row_concept: row.concept,
        subject_code: row.subjectCode,
        ...addressOf(cell.places),
        primary: primary.has(cell.factId),
      });
    }
  }
}

function factRecords(disclosure: Disclosure, figures: readonly Figure[]): FactRecord[] {
  const facts: FactRecord[] = [];
  const primary = primaryFacts(disclosure.tables, new Set(figures.flatMap(({ ids }) => ids.map((id) => id.replace(/^-/, '')))));
  for (const table of disclosure.tables) if (hasFacts(table)) addFacts(facts, disclosure, table, primary);
  return facts;
}

function countStates(table: Table): Record<FactCell['valueState'], number> {
  const states = { proved: 0, consistent: 0, unconstrained: 0, contradicted: 0, confirmed: 0, repaired: 0 };
  for (const cell of factCells(table)) states[cell.valueState]++;
  return states;
}

function tableRecord(document: DocumentKey, table: Table, reviewItems: number): TableRecord {
  const { proved, consistent, unconstrained, contradicted, confirmed, repaired } = countStates(table);
  return {
    ...document,
    table_index: table.index,
    table_number: table.number,
    table_kind: table.kind,
    table_title: table.title,
    unit: table.unit,
    shape: table.shape,
    pages: joinRange(table.pages),
    parts: table.parts,
    rows: table.rows.length,
    facts: proved + consistent + unconstrained + contradicted + confirmed + repaired,
    proved,
    consistent,
    unconstrained,
    contradicted,
    review_items: reviewItems,
    empty: table.empty,
    expected: table.expected,
    found: true,
  };
}

function missingTable(document: DocumentKey, number: string | null, title: string): TableRecord {
  return {
    ...document,
    table_index: null,
    table_number: number,
    table_kind: tableKindOf(title),
    table_title: title,
    unit: null,
    shape: null,
    pages: '',
    parts: 0,
    rows: 0,
    facts: 0,
    proved: 0,
    consistent: 0,
    unconstrained: 0,
    contradicted: 0,
    review_items: 0,
    empty: false,
    expected: true,
    found: false,
  };
}

function tableRecords(document: DocumentKey, disclosure: Disclosure, report: Report): TableRecord[] {
  const reviewItems = new Map<number | null, number>();
  for (const { tableIndex } of report.review) reviewItems.set(tableIndex, (reviewItems.get(tableIndex) ?? 0) + 1);
  const missing = report.expectedTables.filter(({ found }) => !found);
  return [
    ...disclosure.tables.map((table) => tableRecord(document, table, reviewItems.get(table.index) ?? 0)),
    ...missing.map(({ number, title }) => missingTable(document, number, title)),
  ];
}

/** Without a spread: these are the most records of all, and a copied object is slower than a written one. */
function equationRecord({ document_id, source_file }: DocumentKey, equation: Equation): EquationRecord {
  let factIds = '';
  for (const { id, sign } of equation.terms) factIds += `${factIds === '' ? '' : LIST_SEPARATOR}${sign === 1 ? '' : '-'}${id}`;
  return {
    document_id,
    source_file,
    equation_id: equation.id,
    identity: equation.identity,
    scope: equation.scope,
    fact_ids: factIds,
    addends: equation.addends,
    residual: equation.residual,
    u: equation.u,
    status: equation.status,
  };
}

/** Number and title of the table that something is printed in. */
type Printed = (tableIndex: number) => { table_number: string | null; table_title: string };

function printedIn({ tables }: Disclosure): Printed {
  const byIndex = new Map(tables.map((table) => [table.index, table]));
  return (tableIndex) => {
    const table = byIndex.get(tableIndex);
    return { table_number: table?.number ?? null, table_title: table?.title ?? '' };
  };
}

function indicatorRecord(document: DocumentKey, indicator: Indicator, printed: Printed): IndicatorRecord {
  return {
    ...document,
    ...printed(indicator.tableIndex),
    project: indicator.project,
    level1: indicator.level1,
    level2: indicator.level2,
    level3: indicator.level3,
    operator: indicator.operator,
    target: indicator.target,
    target_unit: indicator.targetUnit,
    deadline: indicator.deadline,
    actual: indicator.actual,
    completion: indicator.completion,
    weight: indicator.weight,
    score: indicator.score,
    ...whereOf(indicator.places),
    review: indicator.review,
    ...addressOf(indicator.places),
  };
}

function projectRecord(document: DocumentKey, project: Project, printed: Printed): ProjectRecord {
  return {
    ...document,
    ...printed(project.tableIndex),
    name: project.name,
    department: project.department,
    implementer: project.implementer,
    unit: project.unit,
    amount: project.amount,
    executed: project.executed,
    execution_rate: project.executionRate,
    total_score: project.totalScore,
    goal: project.goal,
    ...whereOf(project.places),
    review: project.review,
    ...addressOf(project.places),
  };
}

function taskRecords(document: DocumentKey, { tables, projects }: Disclosure, printed: Printed): TaskRecord[] {
  return tables.flatMap((table) =>
    amountsOfForm(table, projects).map(({ project, row, column, cell, unit, valueYuan }) => ({
      ...document,
      ...printed(table.index),
      table_index: table.index,
      project,
      section: joinPath(row.labelPath),
      task: row.label,
      attributes: joinKeys({ ...row.keys, ...row.attributes }),
      column_path: joinPath(column),
      raw: cell.raw,
      value: cell.value,
      unit,
      value_yuan: valueYuan,
      ...whereOf(cell.places),
      review: cell.review,
      ...addressOf(cell.places),
    })),
  );
}

function reviewRecord(document: DocumentKey, item: ReviewItem): ReviewRecord {
  return {
    ...document,
    item_id: item.itemId,
    table_index: item.tableIndex,
    table_title: item.tableTitle,
    rule_id: item.ruleId,
    kind: item.kind,
    fact_ids: item.factIds.join(LIST_SEPARATOR),
    ...whereOf(item.places),
    actual: item.actual,
    expected: item.expected,
    residual: item.residual,
    proposal: item.proposal,
    alternatives: item.alternatives.join(LIST_SEPARATOR),
    money_at_stake: item.moneyAtStake,
    probability: item.probability,
    message: item.message,
    ...addressOf(item.places),
  };
}

/** One document as the rows of the CSV files, in printed order; `lines` are the printed ones. Pure; what the columns mean is in schemas/records.ts. */
export function toRecords(disclosure: Disclosure, report: Report, lines: readonly string[] = []): RecordSet {
  const document: DocumentKey = { document_id: disclosure.documentId, source_file: disclosure.sourceFile };
  const printed = printedIn(disclosure);
  const figures = measuresOf(disclosure, report, lines);
  const facts = factRecords(disclosure, figures);
  return {
    'facts.csv': facts,
    'equations.csv': report.equations.map((equation) => equationRecord(document, equation)),
    'indicators.csv': disclosure.indicators.map((indicator) => indicatorRecord(document, indicator, printed)),
    'projects.csv': disclosure.projects.map((project) => projectRecord(document, project, printed)),
    'statements.csv': disclosure.statements.map((statement) => statementRecord(document, statement)),
    'tables.csv': tableRecords(document, disclosure, report),
    'documents.csv': [documentRecord(document, disclosure, report, facts.length)],
    'review.csv': report.review.map((item) => reviewRecord(document, item)),
    'coverage.csv': coverageRecords(document, disclosure, report),
    'measures.csv': figures.map((figure) => measureRecord(disclosure, figure)),
    'panel.csv': panelRecords(disclosure, figures),
    'declarations.csv': disclosure.declarations.map((declaration) => declarationRecord(document, declaration, disclosure.tables)),
    'tasks.csv': taskRecords(document, disclosure, printed),
  };
}
