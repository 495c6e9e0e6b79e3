import { z } from 'zod';
import { Place } from './place.ts';
import { DecimalString, RowRole } from './table.ts';

export const ReviewKind = z.enum(['misread', 'source', 'placement', 'missing', 'header', 'other']);
export type ReviewKind = z.infer<typeof ReviewKind>;

/**
 * One thing for a person to look at. `residual` in the table's unit; `moneyAtStake` in 元; `probability` that something here
 * is wrong. `proposal` is what the smallest repair would print instead; it is never applied.
 */
export const ReviewItem = z.strictObject({
  itemId: z.string(),
  tableIndex: z.int().nullable(),
  tableTitle: z.string(),
  ruleId: z.string(),
  kind: ReviewKind,
  factIds: z.array(z.string()),
  places: z.array(Place),
  actual: z.string(),
  expected: z.string(),
  residual: z.string(),
  proposal: z.string(),
  alternatives: z.array(z.string()),
  moneyAtStake: z.string(),
  probability: z.number().min(0).max(1),
  message: z.string(),
});
export type ReviewItem = z.infer<typeof ReviewItem>;

/** A key lasts over versions and forms of the document; a position holds for the case at hand. */
const Key = z.string().min(1);
const Position = z.union([Key, z.int().min(0)]);
const ofFact = { factId: Key };
const ofTable = { table: z.union([Key, z.int().min(1)]) };
const ofRow = { ...ofTable, row: Position };

/**
 * What a person decides about a document. confirm: the number is right as it is. value: it is this one, in the unit of its column; `raw`
 * stays what is printed. A table is named by its key or index, rows and columns by their keys or positions. move: it stands in another column of its table. parent: the row is part of that one (null: of none). role,
 * title, unit: of a row or table. column: the header of a column, from above. no-table: what was taken for a table is none.
 */
export const Edit = z.discriminatedUnion('edit', [
  z.strictObject({ edit: z.literal('confirm'), ...ofFact }),
  z.strictObject({ edit: z.literal('value'), ...ofFact, value: DecimalString }),
  z.strictObject({ edit: z.literal('move'), ...ofFact, column: Position }),
  z.strictObject({ edit: z.literal('parent'), ...ofRow, parent: Position.nullable() }),
  z.strictObject({ edit: z.literal('role'), ...ofRow, role: RowRole }),
  z.strictObject({ edit: z.literal('title'), ...ofTable, title: z.string() }),
  z.strictObject({ edit: z.literal('unit'), ...ofTable, unit: z.string() }),
  z.strictObject({ edit: z.literal('column'), ...ofTable, column: Position, path: z.array(z.string()).min(1) }),
  z.strictObject({ edit: z.literal('no-table'), ...ofTable }),
]);
export type Edit = z.infer<typeof Edit>;
