import { z } from 'zod';
import { Said } from './lexicon/coordinates/coordinates.ts';
import { Place } from './place.ts';

export const TableShape = z.enum(['coded', 'two-sided', 'panels', 'projects', 'units', 'three-public', 'text-form', 'other']);
export type TableShape = z.infer<typeof TableShape>;

/** `memo`: an 其中 row, `unit`: a publishing unit; both stand outside the sums of their table. */
export const RowRole = z.enum(['item', 'subtotal', 'total', 'unit', 'memo']);
export type RowRole = z.infer<typeof RowRole>;

export const Side = z.enum(['revenue', 'expenditure']);
export type Side = z.infer<typeof Side>;

/**
 * `consistent`: in at least one exact equation. `proved`: besides, no error here could be hidden by changing only one other
 * cell. `contradicted`: part of a smallest explanation of a broken equation. `repaired`: `value` is the only smallest repair, put in on
 * request, and `raw` what is printed; or what was recognised in a picture, and `value` the only other reading that the equations leave.
 */
export const ValueState = z.enum(['proved', 'consistent', 'unconstrained', 'contradicted', 'confirmed', 'repaired']);
export type ValueState = z.infer<typeof ValueState>;

/** `printed`: the layout gives the column. `unique`: the equations leave only this column. */
export const PlacementState = z.enum(['printed', 'unique', 'ambiguous']);
export type PlacementState = z.infer<typeof PlacementState>;

export const DecimalString = z.string().regex(/^-?\d+(\.\d+)?$/);

export const ColumnType = z.enum(['money', 'percent', 'count', 'quantity']);
export type ColumnType = z.infer<typeof ColumnType>;

/** A value column. `path` top-down; `pathRaw` what is printed where `path` had to be restored. */
export const Column = z.strictObject({
  index: z.int().min(0),
  panel: z.int().min(0),
  path: z.array(z.string()),
  pathRaw: z.array(z.string()),
  measure: z.string().nullable(),
  period: z.int().nullable(),
  type: ColumnType,
  unit: z.string().nullable(),
  coordinates: Said,
});
export type Column = z.infer<typeof Column>;

/** What was recognised in a picture: how probable it is that `raw` is printed, and what else may be, the likeliest first. */
export const Recognised = z.strictObject({
  posterior: z.number().min(0).max(1),
  alternatives: z.array(z.strictObject({ text: z.string(), posterior: z.number().min(0).max(1) })),
});

/**
 * A number of a table. `value` keeps the printed decimals; null where the text cannot be read as a number. `period` is the year that it
 * speaks of: its row's where that names one, else its column's.
 */
export const FactCell = z.strictObject({
  factId: z.string(),
  column: z.int().min(0),
  raw: z.string(),
  value: DecimalString.nullable(),
  valueYuan: DecimalString.nullable(),
  period: z.int().nullable(),
  places: z.array(Place),
  valueState: ValueState,
  placementState: PlacementState,
  alternatives: z.array(z.int()),
  confidence: z.number().min(0).max(1),
  review: z.boolean(),
  recognised: Recognised.exactOptional(),
});
export type FactCell = z.infer<typeof FactCell>;

/**
 * `code` is printed; `subjectCode` is the subject that the row is about, also where only its name is printed. `concept` says what a row
 * without a code is about (schemas/lexicon/row-concepts.ts).
 */
export const TableRow = z.strictObject({
  index: z.int().min(0),
  panel: z.int().min(0),
  lineNo: z.string().nullable(),
  code: z.string().nullable(),
  subjectCode: z.string().nullable(),
  label: z.string(),
  labelPath: z.array(z.string()),
  concept: z.string().nullable(),
  coordinates: Said,
  keys: z.record(z.string(), z.string()),
  role: RowRole,
  isLeaf: z.boolean(),
  parent: z.int().nullable(),
  attributes: z.record(z.string(), z.string()),
  places: z.array(Place),
  cells: z.array(FactCell),
});
export type TableRow = z.infer<typeof TableRow>;

/** A label and its text in a form (部门名称, 年度绩效目标 …). */
export const FormField = z.strictObject({ label: z.string(), value: z.string(), places: z.array(Place) });
export type FormField = z.infer<typeof FormField>;

/** A block of columns with keys of its own: one of the sides of a 收支 table, or one of several code–name–amount panels. */
export const Panel = z.strictObject({ index: z.int().min(0), side: Side.nullable(), name: z.string() });
export type Panel = z.infer<typeof Panel>;

export const Table = z.strictObject({
  index: z.int().min(1),
  number: z.string().nullable(),
  kind: z.string(),
  title: z.string(),
  titlePrinted: z.boolean(),
  unit: z.string().nullable(),
  /** The body that the caption names, where it is another than the document's (a department and a unit below it in one file). */
  entity: z.string().optional(),
  shape: TableShape,
  coordinates: Said,
  pages: z.tuple([z.int(), z.int()]),
  lines: z.tuple([z.int(), z.int()]).nullable(),
  parts: z.int().min(1),
  panels: z.array(Panel),
  columns: z.array(Column),
  rows: z.array(TableRow),
  fields: z.array(FormField),
  notes: z.array(z.string()),
  empty: z.boolean(),
  expected: z.boolean(),
});
export type Table = z.infer<typeof Table>;

/** The numbers of a performance form are its projects and indicators, no facts. */
export function hasFacts(table: Table): boolean {
  return table.shape !== 'text-form';
}

export function factCells(table: Table): FactCell[] {
  return hasFacts(table) ? table.rows.flatMap((row) => row.cells) : [];
}
