import { z } from 'zod';
import { Base, Declaration, DisclosureKind, Level, Presence, Relation, Scope } from './disclosure.ts';
import { EquationScope, EquationStatus } from './equation.ts';
import { COORDINATE_COLUMNS, Coordinates } from './lexicon/coordinates/coordinates.ts';
import { WIDE_MEASURES } from './lexicon/measures/index.ts';
import { Status } from './report.ts';
import { ReviewKind } from './review.ts';
import { DecimalString, PlacementState, RowRole, Side, TableShape, ValueState } from './table.ts';

/**
 * The CSV files of the public contract, one schema a file. Order of keys is order of columns; the data package and the
 * spreadsheet escaping are derived from these types. null is an empty cell.
 */
const document = { document_id: z.string(), source_file: z.string() };
const text = z.string().nullable();
const integer = z.int().nullable();
const decimal = DecimalString.nullable();
const printed = { table_number: text, table_title: z.string() };
const where = { page: integer, line: integer };
const [C, coordinates] = [Coordinates.shape, COORDINATE_COLUMNS];
/** Last, for it came when readers of the files knew the other columns by their order. */
const address = { cell: text };

export const FactRecord = z.strictObject({
  ...document,
  fact_id: z.string(),
  entity_code: text,
  entity_name: text,
  year: integer,
  disclosure_kind: DisclosureKind.nullable(),
  table_index: z.int(),
  table_number: text,
  table_kind: z.string(),
  table_title: z.string(),
  unit: text,
  row_index: z.int(),
  line_no: text,
  side: Side.nullable(),
  panel: text,
  code: text,
  label: z.string(),
  label_path: z.string(),
  keys: z.string(),
  row_role: RowRole,
  is_leaf: z.boolean(),
  column_path: z.string(),
  column_path_raw: z.string(),
  period: integer,
  measure: text,
  ...coordinates,
  raw: z.string(),
  value: decimal,
  value_yuan: decimal,
  ...where,
  bbox: z.string(),
  value_state: ValueState,
  placement_state: PlacementState,
  confidence: z.number(),
  review: z.boolean(),
  /** What the row is about, from its label, where it has no subject code: an identifier of schemas/lexicon/row-concepts.ts. */
  row_concept: text,
  /** The subject of the row: its printed code, or the 类 that its label names where no code is printed. */
  subject_code: text,
  ...address,
  /** Whether it is the one to count among the numbers with its coordinates: no restatement, no unit beside its aggregate. */
  primary: z.boolean(),
});
export type FactRecord = z.infer<typeof FactRecord>;

export const EquationRecord = z.strictObject({
  ...document,
  equation_id: z.string(),
  identity: z.string(),
  scope: EquationScope,
  fact_ids: z.string(),
  addends: z.int(),
  residual: DecimalString,
  u: DecimalString,
  status: EquationStatus,
});
export type EquationRecord = z.infer<typeof EquationRecord>;

export const IndicatorRecord = z.strictObject({
  ...document,
  ...printed,
  project: text,
  level1: text,
  level2: text,
  level3: text,
  operator: text,
  target: text,
  target_unit: text,
  deadline: text,
  actual: text,
  completion: text,
  weight: text,
  score: text,
  ...where,
  review: z.boolean(),
  ...address,
});
export type IndicatorRecord = z.infer<typeof IndicatorRecord>;

export const ProjectRecord = z.strictObject({
  ...document,
  ...printed,
  name: z.string(),
  department: text,
  implementer: text,
  unit: text,
  amount: decimal,
  executed: decimal,
  execution_rate: text,
  total_score: decimal,
  goal: text,
  ...where,
  review: z.boolean(),
  ...address,
});
export type ProjectRecord = z.infer<typeof ProjectRecord>;

/** An amount of a performance form: of its money by kind, or of one of its tasks (年度主要任务). */
export const TaskRecord = z.strictObject({
  ...document,
  ...printed,
  table_index: z.int(),
  project: text,
  section: z.string(),
  task: z.string(),
  attributes: z.string(),
  column_path: z.string(),
  raw: z.string(),
  value: decimal,
  unit: text,
  value_yuan: decimal,
  ...where,
  review: z.boolean(),
  ...address,
});
export type TaskRecord = z.infer<typeof TaskRecord>;

export const StatementRecord = z.strictObject({
  ...document,
  concept: z.string(),
  subject_code: text,
  value: DecimalString,
  unit: z.string(),
  period: integer,
  quote: z.string(),
  ...where,
  agrees: z.boolean().nullable(),
  ...address,
  /** What measures.csv and equations.csv name a statement by. */
  statement_id: z.string(),
  value_yuan: decimal,
  relation: Relation,
  /** The standard measure that it is of, by the name of measures.csv. */
  measure: text,
  ...coordinates,
  base: Base.nullable(),
  /** The change against the base in `unit` (of a rate or a share: in the unit of the change), and in per cent; less than nothing where it fell. */
  change: decimal,
  percent: decimal,
  reason: text,
});
export type StatementRecord = z.infer<typeof StatementRecord>;

/** What a document says that it has none of, or keeps back. */
export const DeclarationRecord = z.strictObject({
  ...document,
  declaration_id: z.string(),
  kind: Declaration.shape.kind,
  measure: text,
  subject: z.string(),
  table_index: integer,
  table_kind: text,
  period: integer,
  quote: z.string(),
  ...where,
  ...address,
});
export type DeclarationRecord = z.infer<typeof DeclarationRecord>;

export const TableRecord = z.strictObject({
  ...document,
  table_index: z.int().nullable(),
  table_number: text,
  table_kind: z.string(),
  table_title: z.string(),
  unit: text,
  shape: TableShape.nullable(),
  pages: z.string(),
  parts: z.int(),
  rows: z.int(),
  facts: z.int(),
  proved: z.int(),
  consistent: z.int(),
  unconstrained: z.int(),
  contradicted: z.int(),
  review_items: z.int(),
  empty: z.boolean(),
  expected: z.boolean(),
  found: z.boolean(),
});
export type TableRecord = z.infer<typeof TableRecord>;

/**
 * Why one document takes the place of another. same-content: the same bytes. same-facts: another form of it with the same amounts.
 * undecided: both speak of the same, and nothing says which is the later one.
 */
export const VersionReason = z.enum(['same-content', 'same-facts', 'correction', 'undecided']);
export type VersionReason = z.infer<typeof VersionReason>;

/**
 * Documents of the same publisher, scope, year and kind. They are known when all documents are: at the end of a batch. Lists of
 * document ids. `version_group` is the one of the group that counts, where undecided the first: with version_group empty or equal to
 * document_id, nothing is counted twice.
 */
const versions = {
  supersedes: z.string(),
  superseded_by: text,
  version_reason: VersionReason.nullable(),
  version_group: text,
};

/** The document of the batch that holds the amounts of this one: that of the department, of its own office or of a unit below it. */
const inclusion = { included_in: text };

export const DocumentRecord = z.strictObject({
  ...document,
  sha256: z.string(),
  bytes: z.int(),
  pages: z.int(),
  pages_recognised: z.int(),
  media: z.string(),
  profile: z.string(),
  disclosure_kind: DisclosureKind.nullable(),
  entity_code: text,
  entity_name: text,
  scope: Scope.nullable(),
  year: integer,
  status: Status,
  tables: z.int(),
  facts: z.int(),
  equations_exact: z.int(),
  equations_tail: z.int(),
  equations_broken: z.int(),
  review_items: z.int(),
  reason: z.string(),
  title: text,
  region_province: text,
  region_city: text,
  region_county: text,
  region_code: text,
  level: Level.nullable(),
  parent_entity: text,
  entity_id: text,
  ...versions,
  ...inclusion,
  /** Decisions of people that are in the document, and its numbers that they found right or said themselves. */
  reviewed: z.int(),
  confirmed: z.int(),
});
export type DocumentRecord = z.infer<typeof DocumentRecord>;

export const ReviewRecord = z.strictObject({
  ...document,
  item_id: z.string(),
  table_index: integer,
  table_title: z.string(),
  rule_id: z.string(),
  kind: ReviewKind,
  fact_ids: z.string(),
  ...where,
  actual: z.string(),
  expected: z.string(),
  residual: z.string(),
  proposal: z.string(),
  alternatives: z.string(),
  money_at_stake: z.string(),
  probability: z.number(),
  message: z.string(),
  ...address,
});
export type ReviewRecord = z.infer<typeof ReviewRecord>;

/** Why a table was expected: the contents page names it, or documents of this kind and year print it. */
export const CoverageBasis = z.enum(['contents', 'kind']);
export type CoverageBasis = z.infer<typeof CoverageBasis>;

export const CoverageRecord = z.strictObject({
  ...document,
  basis: CoverageBasis,
  table_kind: z.string(),
  table_number: text,
  table_title: z.string(),
  found: z.boolean(),
  /** The table that was found, and whether it is printed empty. */
  table_index: z.int().nullable(),
  empty: z.boolean().nullable(),
});
export type CoverageRecord = z.infer<typeof CoverageRecord>;

/** `printed` in a table; `summed` from amounts that tables print, `fact_id` lists them; `stated` in the prose alone. */
export const MeasureSource = z.enum(['printed', 'summed', 'stated']);
export type MeasureSource = z.infer<typeof MeasureSource>;

/** That of the number, of a sum its weakest addend's; `disputed`: tables print other amounts of the same; `stated`: only prose. */
export const MeasureState = z.enum([...ValueState.options, 'disputed', 'stated']);
export type MeasureState = z.infer<typeof MeasureState>;

/** `printed` in a table; `stated` in the prose; `reckoned` from this year's amount and the change that the prose states. */
export const PreviousSource = z.enum(['printed', 'stated', 'reckoned']);
export type PreviousSource = z.infer<typeof PreviousSource>;

/** Whose figures a row of the panel holds, and of when. */
const entity = {
  entity_id: text,
  entity_name: text,
  scope: Scope.nullable(),
  parent_entity: text,
  year: integer,
  disclosure_kind: DisclosureKind.nullable(),
  stage: C.stage,
};

/** One figure of a body, year and stage: the one to count, whatever tables print of it. */
export const MeasureRecord = z.strictObject({
  ...document,
  ...entity,
  /** An identifier of schemas/lexicon/measures. */
  measure: z.string(),
  value_yuan: decimal,
  /** A count (persons, vehicles, pieces of equipment) has no amount but this, in `unit`. */
  quantity: decimal,
  unit: text,
  presence: Presence,
  state: MeasureState.nullable(),
  source: MeasureSource.nullable(),
  /** The fact or the statement that it is; of a sum all of them, `-` before what is taken off. */
  fact_id: z.string(),
  /** Of which money it is: what a document prints of a measure need not be of the same as what another prints. */
  fund: C.fund,
  component: C.component,
  vintage: C.vintage,
  table_index: integer,
  table_kind: text,
  /** Further facts with the same coordinates that say the same, and those that do not: `fact_id=value_yuan; …`. */
  agreeing: z.int(),
  others: z.string(),
  reason: z.string(),
  review: z.boolean(),
  /** Last year's amount of the same in 元, which of its amounts it is, where it was found, and the fact or the statement. */
  previous: decimal,
  previous_base: Base.nullable(),
  previous_source: PreviousSource.nullable(),
  previous_id: text,
});
export type MeasureRecord = z.infer<typeof MeasureRecord>;

const wide = Object.fromEntries(WIDE_MEASURES.map((id) => [id, decimal]));

/** All figures of a body, year and stage in one row; the lists name measures, so that an empty cell is never taken for another. */
export const PanelRecord = z.strictObject({
  ...document,
  ...entity,
  region_province: text,
  region_city: text,
  /** Whether it is to be added up: what its document is about, and no other document stands for it or holds it. Known at the end of a batch. */
  counts: z.boolean(),
  ...wide,
  blank: z.string(),
  declared_none: z.string(),
  withheld: z.string(),
  lost: z.string(),
  stated: z.string(),
  review: z.string(),
});
export type PanelRecord = z.infer<typeof PanelRecord>;

export const RECORDS = {
  'facts.csv': FactRecord,
  'equations.csv': EquationRecord,
  'indicators.csv': IndicatorRecord,
  'projects.csv': ProjectRecord,
  'statements.csv': StatementRecord,
  'tables.csv': TableRecord,
  'documents.csv': DocumentRecord,
  'review.csv': ReviewRecord,
  'coverage.csv': CoverageRecord,
  'measures.csv': MeasureRecord,
  'panel.csv': PanelRecord,
  'declarations.csv': DeclarationRecord,
  'tasks.csv': TaskRecord,
} as const;
export type RecordFile = keyof typeof RECORDS;
