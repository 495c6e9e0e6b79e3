import { z } from 'zod';
import { Diagnostic } from './diagnostic.ts';
import { Equation } from './equation.ts';
import { Place } from './place.ts';
import { ReviewItem } from './review.ts';
import { SCHEMA_VERSION } from './version.ts';

/** succeeded: nothing worse than a warning. partial: facts came out, but an error was met. failed: no facts at all. */
export const Status = z.enum(['succeeded', 'partial', 'failed']);
export type Status = z.infer<typeof Status>;

/** A table that the contents page announces or the profile expects, and whether the body has it. */
export const ExpectedTable = z.strictObject({
  number: z.string().nullable(),
  title: z.string(),
  found: z.boolean(),
  tableIndex: z.int().nullable(),
  places: z.array(Place),
});
export type ExpectedTable = z.infer<typeof ExpectedTable>;

/** Everything about a document that is not data of the document itself. */
export const Report = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  documentId: z.string(),
  sourceFile: z.string(),
  sha256: z.string(),
  bytes: z.int().min(0),
  pages: z.int().min(0),
  /** Pages that are pictures and were recognised. */
  pagesRecognised: z.int().min(0),
  media: z.enum(['text', 'html', 'pdf', 'scan', 'ofd', 'xlsx', 'xls', 'ods', 'csv', 'docx', 'doc', 'unknown']),
  encoding: z.string().nullable(),
  profile: z.string(),
  status: Status,
  reason: z.string(),
  expectedTables: z.array(ExpectedTable),
  findings: z.array(Diagnostic),
  equations: z.array(Equation),
  review: z.array(ReviewItem),
  /** How many decisions of people are in the document; absent where there are none. */
  decisions: z.int().min(1).exactOptional(),
});
export type Report = z.infer<typeof Report>;
