import { z } from 'zod';

const count = z.int().min(0);

/** What a run found, summed over its documents. */
export const RunCounts = z.strictObject({
  documents: count,
  succeeded: count,
  partial: count,
  failed: count,
  bytes: count,
  pages: count,
  tables: count,
  facts: count,
  proved: count,
  equationsExact: count,
  equationsTail: count,
  equationsBroken: count,
  reviewItems: count,
});
export type RunCounts = z.infer<typeof RunCounts>;

/**
 * run.json: how the files beside it came about. Times are ISO 8601. `milliseconds` is the time that each stage took in this run, summed
 * over the documents that it read, in whatever thread. `documents`: read in this run, kept from an earlier one, left out for want of a
 * result (with `--only`). `ignored`: files that were passed over, by ending. `failures`: documents that failed, by reason.
 */
export const Run = z.strictObject({
  schemaVersion: z.literal(1),
  version: z.string(),
  /** Fingerprint of the code and the packages that results depend on. */
  program: z.string(),
  node: z.string(),
  options: z.strictObject({
    paths: z.array(z.string()),
    profile: z.string().nullable(),
    language: z.enum(['zh', 'en']),
    jobs: z.int().min(1),
    timeout: z.number().min(0).nullable(),
    memory: z.number().min(0).nullable(),
    strict: z.boolean(),
    limit: z.int().min(1).nullable(),
    only: z.enum(['failed']).nullable(),
    recognition: z.enum(['content', 'stamp', 'never']),
  }),
  profiles: z.array(z.string()),
  started: z.iso.datetime(),
  finished: z.iso.datetime(),
  documents: z.strictObject({ read: count, kept: count, left: count }),
  ignored: z.record(z.string(), count),
  failures: z.record(z.string(), count),
  counts: RunCounts,
  milliseconds: z.record(z.string(), z.number().min(0)),
  exitCode: z.int().min(0),
});
export type Run = z.infer<typeof Run>;
