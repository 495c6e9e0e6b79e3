/** What people decide about documents, as kept in reviews.jsonl, and what the review app and its server tell each other; imports schemas. */
import { z } from 'zod';
import { DisclosureKind, Scope } from '../disclosure.ts';
import { Edit } from '../review.ts';

const Key = z.string().min(1);
/** Long enough for a paragraph; a line of the file stays one that can be read. */
const MAX_TEXT = 4_000;
const Words = z.string().max(MAX_TEXT);

/**
 * What a person says of the document and not of how it was read. source: the number is read as printed and the document itself is wrong
 * there, so the number stays as it is. unsure: it cannot be told from the page. item-seen, item-unsure: the same of an item without
 * numbers (a table that is missing, a damaged header); `itemId` is a key and lasts.
 */
export const Judgement = z.discriminatedUnion('edit', [
  z.strictObject({ edit: z.literal('source'), factId: Key }),
  z.strictObject({ edit: z.literal('unsure'), factId: Key }),
  z.strictObject({ edit: z.literal('item-seen'), itemId: Key }),
  z.strictObject({ edit: z.literal('item-unsure'), itemId: Key }),
]);
export type Judgement = z.infer<typeof Judgement>;

export const Decision = z.union([Edit, Judgement]);
export type Decision = z.infer<typeof Decision>;

/**
 * Which document: the same entity, year, kind and scope in whatever form or file; where those are not known, the same bytes. `sha256` is
 * of the bytes that the person had before him; `sourceFile` only helps to find them.
 */
export const DocumentReference = z.strictObject({
  entityId: z.string().nullable(),
  entityName: z.string().nullable(),
  year: z.int().nullable(),
  kind: DisclosureKind.nullable(),
  scope: Scope.nullable(),
  sha256: z.string(),
  sourceFile: z.string(),
});
export type DocumentReference = z.infer<typeof DocumentReference>;

const made = {
  schemaVersion: z.literal(1),
  /** The only one of its kind, wherever it was made. */
  id: Key,
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  reviewer: z.string().max(200),
};

/**
 * A decision. `group`: decisions of one click, undone together. `before` and `after` are texts for a person and for the check whether it
 * still fits: of a number what is printed, then what holds. `item`: what was asked.
 */
export const DecisionRecord = z.strictObject({
  record: z.literal('decision'),
  ...made,
  group: Key,
  document: DocumentReference,
  decision: Decision,
  item: z.strictObject({ itemId: Key, ruleId: Key }).nullable(),
  before: z.string(),
  after: z.string(),
  reason: Words,
  /** Seconds that the page lay before the person; null where nobody measured. */
  seconds: z.number().min(0).nullable(),
});
export type DecisionRecord = z.infer<typeof DecisionRecord>;

/** Takes records of an earlier line back. One that takes back an undo is a redo. */
export const UndoRecord = z.strictObject({ record: z.literal('undo'), ...made, undoes: z.array(Key).min(1) });
export type UndoRecord = z.infer<typeof UndoRecord>;

/** A line of reviews.jsonl. */
export const ReviewLine = z.discriminatedUnion('record', [DecisionRecord, UndoRecord]);
export type ReviewLine = z.infer<typeof ReviewLine>;
