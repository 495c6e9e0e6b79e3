import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { DataPackage } from '../schemas/data-package.ts';
import { Run, type RunCounts } from '../schemas/run.ts';
import type { ExtractFunction, Milliseconds, RenderReport, RunnerOptions } from './document-runner.ts';
import { EXIT, type ExitCode, reasonOf, UserError, worstExit } from './errors.ts';
import { dataPackage } from './export/datapackage.ts';
import { CsvSet, prepareOutput, writeAtomically } from './export/files.ts';
import { toJson } from './export/json.ts';
import { inOrder } from './in-order.ts';
import { findInputs, type Input } from './inputs.ts';
import { DEFAULT_TIMEOUT } from './jobs.ts';
import { type RunLog, SILENT_LOG } from './log.ts';
import { LocalProcessor, type Outcome, openLocal, type Processed, type Processor, type ProcessorSetup } from './processor.ts';
import { packageVersion } from './version.ts';

export type { ExtractFunction, Outcome, RenderReport };

export interface BatchOptions extends Omit<RunnerOptions, 'log'> {
  /** Files and folders; folders are searched with everything below them. */
  paths: readonly string[];
  /** Output folder; null writes nothing. */
  out: string | null;
  /** Documents worked on at a time. More than one: in worker threads; otherwise (the default) in this one. */
  jobs?: number | undefined;
  /** Seconds after which a worker's document is given up; a document of this thread cannot be ended, so that stating a limit starts a worker. */
  timeout?: number | undefined;
  overwrite?: boolean | undefined;
  /** Called with `<out>/run.log` once the folder is known to be writable; the batch closes the log. */
  openLog?: ((path: string) => Promise<RunLog>) | undefined;
  signal?: AbortSignal | undefined;
  /** `onDocument` gets each document's JSON. */
  json?: boolean | undefined;
  onStart?: ((documents: number) => void) | undefined;
  onDocument?: ((outcome: Outcome) => void) | undefined;
  /** Takes the place of the program's own stages; works in this thread. */
  extract?: ExtractFunction | undefined;
  /** Takes the place of the program's own report; works in this thread. */
  renderReport?: RenderReport | null | undefined;
}

/** Finished documents that may wait for a slower one before them, for each worker. Their rows take less memory than a document in work. */
const WAITING_PER_WORKER = 16;

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

function addTo(tally: Tally, processed: Processed): void {
  countDocument(tally.counts, processed);
  tally.exitCode = worstExit(tally.exitCode, processed.exitCode);
  for (const [stage, spent] of Object.entries(processed.milliseconds))
    tally.milliseconds.set(stage, (tally.milliseconds.get(stage) ?? 0) + spent);
}

/** Every document in its turn: its files are written, its rows are appended, it is counted and forgotten. Between two the event loop turns: Ctrl-C, the log. */
async function runDocuments(inputs: readonly Input[], { processor, jobs }: Crew, options: BatchOptions, log: RunLog): Promise<Tally> {
  const { out, signal } = options;
  const tally: Tally = { counts: { ...ZERO }, milliseconds: new Map(), exitCode: EXIT.ok };
  const csv = out === null ? null : new CsvSet(out);
  const window = { jobs, ahead: jobs === 1 ? 1 : jobs * WAITING_PER_WORKER };
  try {
    for await (const processed of inOrder(inputs, window, (input) => processor.process(input))) {
      for (const { level, message, fields } of processed.events) log[level](message, fields);
      csv?.append(processed.rows);
      addTo(tally, processed);
      logDocument(log, processed);
      options.onDocument?.(processed);
      await turn();
      if (signal?.aborted) throw interrupted();
    }
    csv?.commit();
    return tally;
  } catch (error) {
    csv?.discard();
    throw error;
  }
}

/** Who works on the documents, and on how many at a time. */
interface Crew {
  processor: Processor;
  jobs: number;
}

/** One document is not worth a worker, unless its time is limited. */
async function openCrew(options: BatchOptions, documents: number): Promise<Crew> {
  const { profiles, profile, language, maxTextBytes, strict, applyProvedRepairs, audit, out, timeout, extract, renderReport } = options;
  const json = options.json ?? false;
  const setup: ProcessorSetup = { profiles, profile, language, maxTextBytes, strict, applyProvedRepairs, audit, out, json };
  if (extract) return { processor: new LocalProcessor(setup, extract, renderReport ?? null), jobs: 1 };
  const jobs = Math.min(options.jobs ?? 1, documents);
  if (jobs === 1 && timeout === undefined) return { processor: await openLocal(setup), jobs };
  const { WorkerPool } = await import('./worker-pool.ts');
  return { processor: new WorkerPool({ jobs, timeout: timeout ?? DEFAULT_TIMEOUT, setup }), jobs };
}

function describeRun(options: BatchOptions, jobs: number, started: Date, { counts, milliseconds, exitCode }: Tally): Run {
  return {
    schemaVersion: 1,
    version: packageVersion(),
    node: process.version,
    options: {
      paths: [...options.paths],
      profile: options.profile ?? null,
      language: options.language ?? 'en',
      jobs: jobs,
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
 * Extracts files and folders and writes the output of the public contract to `out`, the same
 * for every number of `jobs`. As many documents are held as are in work; what fails in one costs that document only.
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
  let crew: Crew | null = null;
  try {
    crew = await openCrew(options, inputs.length);
    options.onStart?.(inputs.length);
    log.info('started', { documents: inputs.length, version: packageVersion() });
    const tally = await runDocuments(inputs, crew, options, log);
    const run = describeRun(options, crew.jobs, started, tally);
    if (out !== null) writeRun(out, run);
    log.info('finished', { exitCode: run.exitCode, ...run.counts });
    return run;
  } catch (error) {
    log.error('stopped', { error: reasonOf(error) });
    throw error;
  } finally {
    await crew?.processor.close();
    await log.close();
  }
}
