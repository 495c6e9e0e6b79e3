import type { Run, RunCounts } from '../../../schemas/run.ts';
import { EXIT, type ExitCode, worstExit } from '../../base/errors.ts';
import type { Processed } from '../outcome.ts';

const ZERO: RunCounts = {
  documents: 0,
  succeeded: 0,
  partial: 0,
  failed: 0,
  bytes: 0,
  pages: 0,
  tables: 0,
  facts: 0,
  proved: 0,
  equationsExact: 0,
  equationsTail: 0,
  equationsBroken: 0,
  reviewItems: 0,
};

/** Sums over the documents of a run, however many there are. */
export class Tally {
  readonly counts: RunCounts = { ...ZERO };
  readonly documents: Run['documents'] = { read: 0, kept: 0, left: 0 };
  readonly milliseconds = new Map<string, number>();
  readonly failures = new Map<string, number>();
  exitCode: ExitCode = EXIT.ok;
  readonly #strict: boolean;

  /** `strict`: a document that needs review is exit code 6. */
  constructor(strict: boolean) {
    this.#strict = strict;
  }

  add({ record, proved, kept, exitCode, milliseconds }: Processed): void {
    const { counts } = this;
    counts.documents++;
    counts[record.status]++;
    counts.bytes += record.bytes;
    counts.pages += record.pages;
    counts.tables += record.tables;
    counts.facts += record.facts;
    counts.proved += proved;
    counts.equationsExact += record.equations_exact;
    counts.equationsTail += record.equations_tail;
    counts.equationsBroken += record.equations_broken;
    counts.reviewItems += record.review_items;
    this.documents[kept ? 'kept' : 'read']++;
    if (record.status === 'failed') this.failures.set(record.reason, (this.failures.get(record.reason) ?? 0) + 1);
    for (const [stage, spent] of Object.entries(milliseconds)) this.milliseconds.set(stage, (this.milliseconds.get(stage) ?? 0) + spent);
    const needsReview = this.#strict && (record.status === 'partial' || record.review_items > 0);
    this.exitCode = worstExit(this.exitCode, exitCode === EXIT.ok && needsReview ? EXIT.review : exitCode);
  }
}
