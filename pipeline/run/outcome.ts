/**
 * What runs hand to each other about a document: types of results and of what extracts them; imports schemas, extractors, base,
 * inputs.
 */
import type { DocumentRecord } from '../../schemas/records.ts';
import type { ExitCode } from '../base/errors.ts';
import type { LogEvent } from '../base/log.ts';
import type { Input } from './inputs/input.ts';

/** What is told of a document when its turn is over. */
export interface Outcome {
  input: Input;
  record: DocumentRecord;
  proved: number;
  /** How many tables the contents page names, and how many of them were found. */
  expected: { tables: number; found: number };
  /** Rule id → items of the review queue. */
  reviewRules: Readonly<Record<string, number>>;
  exitCode: ExitCode;
  /** `{ disclosure, report }` on one line, where the batch asks for it. */
  json: string | null;
  /** Whether the result is that of an earlier run. */
  kept: boolean;
}

/** What remains of a document when its files are written. Plain data: a worker hands it over. */
export interface Processed extends Outcome {
  /** Time of each stage. */
  milliseconds: Readonly<Record<string, number>>;
  events: readonly LogEvent[];
}
