import { z } from 'zod';

const count = z.int().min(0);

/** What a run found, summed over its documents. */
export const RunCounts = z.strictObject({
  documents: count,
  succeeded: count,
  partial: count,
  failed: count,
  bytes: count,
  tables: count,
  facts: count,
  proved: count,
  equationsExact: count,
  equationsTail: count,
  equationsBroken: count,
  reviewItems: count,
});
export type RunCounts = z.infer<typeof RunCounts>;

/** run.json: how the files beside it came about. Times are ISO 8601; `milliseconds` is spent time by stage. */
export const Run = z.strictObject({
  schemaVersion: z.literal(1),
  version: z.string(),
  node: z.string(),
  options: z.strictObject({
    paths: z.array(z.string()),
    profile: z.string().nullable(),
    language: z.enum(['zh', 'en']),
    jobs: z.int().min(1),
    strict: z.boolean(),
  }),
  profiles: z.array(z.string()),
  started: z.iso.datetime(),
  finished: z.iso.datetime(),
  counts: RunCounts,
  milliseconds: z.record(z.string(), z.number().min(0)),
  exitCode: z.int().min(0),
});
export type Run = z.infer<typeof Run>;
