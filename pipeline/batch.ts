import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import pLimit from 'p-limit';
import { DataPackage } from '../schemas/data-package.ts';
import { Run, type RunCounts } from '../schemas/run.ts';
import {
  DocumentRunner,
  type ExtractFunction,
  type Finished,
  type Milliseconds,
  type Outcome,
  type Read,
  type RenderReport,
  type RunnerOptions,
  timed,
} from './document-runner.ts';
import { EXIT, type ExitCode, reasonOf, UserError, worstExit } from './errors.ts';
import { dataPackage } from './export/datapackage.ts';
import { writeDocument } from './export/document.ts';
import { CsvSet, prepareOutput, writeAtomically } from './export/files.ts';
import { toJson } from './export/json.ts';
import { findInputs, type Input } from './inputs.ts';
import { type RunLog, SILENT_LOG } from './log.ts';
import { packageVersion } from './version.ts';

export type { ExtractFunction, Outcome, RenderReport };

export interface BatchOptions extends Omit<RunnerOptions, 'log'> {
  /** Files and folders; folders are searched with everything below them. */
  paths: readonly string[];
  /** Output folder; null writes nothing. */
  out: string | null;
  /** Files read ahead of the one in work. */
  jobs?: number | undefined;
  overwrite?: boolean | undefined;
  /** Called with `<out>/run.log` once the folder is known to be writable; the batch closes the log. */
  openLog?: ((path: string) => Promise<RunLog>) | undefined;
  signal?: AbortSignal | undefined;
  onStart?: ((documents: number) => void) | undefined;
  onDocument?: ((outcome: Outcome) => void) | undefined;
  extract?: ExtractFunction | undefined;
  renderReport?: RenderReport | null | undefined;
}

const DEFAULT_JOBS = 4;

async function loadExtract(): Promise<ExtractFunction> {
  return (await import('./run.ts')).extract;
}

async function loadRenderer(): Promise<RenderReport> {
  return (await import('./export/html.ts')).renderReport;
}

/** Bytes of the inputs in their order, at most `jobs` files ahead. */
async function* readAhead(inputs: readonly Input[], jobs: number): AsyncGenerator<[Input, Read]> {
  const limit = pLimit(jobs);
  const pending = new Map<number, Promise<Read>>();
  let scheduled = 0;
  for (const [index, input] of inputs.entries()) {
    for (; scheduled < Math.min(inputs.length, index + jobs); scheduled++) {
      const path = inputs[scheduled]!.path;
      pending.set(
        scheduled,
        limit(() => readFile(path).catch((error: unknown) => ({ error }))),
      );
    }
    const read = await pending.get(index)!;
    pending.delete(index);
    yield [input, read];
  }
}

const ZERO: RunCounts = {
  documents: 0,
  succeeded: 0,
  partial: 0,
  failed: 0,
  bytes: 0,
  tables: 0,
  facts: 0,
  proved: 0,
  equationsExact: 0,
  equationsTail: 0,
  equationsBroken: 0,
  reviewItems: 0,
};

function countDocument(counts: RunCounts, { record, proved }: Outcome): void {
  counts.documents++;
  counts[record.status]++;
  counts.bytes += record.bytes;
  counts.tables += record.tables;
  counts.facts += record.facts;
  counts.proved += proved;
  counts.equationsExact += record.equations_exact;
  counts.equationsTail += record.equations_tail;
  counts.equationsBroken += record.equations_broken;
  counts.reviewItems += record.review_items;
}

const interrupted = (): UserError =>
  new UserError(EXIT.interrupted, {
    en: 'Interrupted; the CSV files of the last complete run, if any, are unchanged.',
    zh: '已中断；上次完整运行的 CSV 文件（如有）保持不变。',
  });

interface Tally {
  counts: RunCounts;
  milliseconds: Milliseconds;
  exitCode: ExitCode;
}

function logDocument(log: RunLog, { record, input }: Outcome): void {
  const { status, reason, facts, review_items } = record;
  const fields = { document: input.documentId, file: input.sourceFile, status, facts, review_items, reason };
  if (status === 'succeeded') log.info('document', fields);
  else log.warn('document', fields);
}

function writeAll(out: string, csv: CsvSet, { input, files, html, records }: Finished): void {
  writeDocument(join(out, input.documentId), files, html);
  csv.append(records);
}

/** Every document in its turn: extracted, written, counted, forgotten. Between two the event loop turns: Ctrl-C, reads, the log. */
async function runDocuments(inputs: readonly Input[], runner: DocumentRunner, options: BatchOptions, log: RunLog): Promise<Tally> {
  const { out, signal } = options;
  const tally: Tally = { counts: { ...ZERO }, milliseconds: new Map(), exitCode: EXIT.ok };
  const csv = out === null ? null : new CsvSet(out);
  try {
    for await (const [input, read] of readAhead(inputs, options.jobs ?? DEFAULT_JOBS)) {
      await turn();
      if (signal?.aborted) throw interrupted();
      const finished = await runner.run(input, read, tally.milliseconds);
      if (out !== null && csv) timed(tally.milliseconds, 'write', () => writeAll(out, csv, finished));
      countDocument(tally.counts, finished);
      tally.exitCode = worstExit(tally.exitCode, finished.exitCode);
      logDocument(log, finished);
      options.onDocument?.(finished);
    }
    if (signal?.aborted) throw interrupted();
    csv?.commit();
    return tally;
  } catch (error) {
    csv?.discard();
    throw error;
  }
}

function describeRun(options: BatchOptions, started: Date, { counts, milliseconds, exitCode }: Tally): Run {
  return {
    schemaVersion: 1,
    version: packageVersion(),
    node: process.version,
    options: {
      paths: [...options.paths],
      profile: options.profile ?? null,
      language: options.language ?? 'en',
      jobs: options.jobs ?? DEFAULT_JOBS,
      strict: options.strict ?? false,
    },
    profiles: options.profiles.map(({ id }) => id),
    started: started.toISOString(),
    finished: new Date().toISOString(),
    counts,
    milliseconds: Object.fromEntries([...milliseconds].map(([stage, spent]) => [stage, Math.round(spent)])),
    exitCode,
  };
}

function writeRun(out: string, run: Run): void {
  writeAtomically(
    join(out, 'datapackage.json'),
    toJson('datapackage.json', DataPackage, dataPackage(run.finished), Number.POSITIVE_INFINITY),
  );
  writeAtomically(join(out, 'run.json'), toJson('run.json', Run, run, Number.POSITIVE_INFINITY));
}

/**
 * Extracts files and folders and writes the output of the public contract to `out`. One document is held at a time, in
 * input order; what fails in one costs that document only.
 *
 * @returns what run.json says; `exitCode` is the worst of all documents.
 * @throws UserError before any work (missing path, unwritable folder) or when writing fails; files of an earlier run stay.
 */
export async function runBatch(options: BatchOptions): Promise<Run> {
  const started = new Date();
  const { out } = options;
  const inputs = await findInputs(options.paths, out === null ? [] : [out]);
  if (out !== null) prepareOutput(out, options.overwrite ?? true);
  const log = out !== null && options.openLog ? await options.openLog(join(out, 'run.log')) : SILENT_LOG;
  try {
    const extract = options.extract ?? (await loadExtract());
    const render = options.renderReport === undefined && out !== null ? await loadRenderer() : (options.renderReport ?? null);
    options.onStart?.(inputs.length);
    log.info('started', { documents: inputs.length, version: packageVersion() });
    const tally = await runDocuments(inputs, new DocumentRunner({ ...options, log }, extract, render), options, log);
    const run = describeRun(options, started, tally);
    if (out !== null) writeRun(out, run);
    log.info('finished', { exitCode: run.exitCode, ...run.counts });
    return run;
  } catch (error) {
    log.error('stopped', { error: reasonOf(error) });
    throw error;
  } finally {
    await log.close();
  }
}
