import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { DataPackage } from '../../../schemas/data-package.ts';
import { Run } from '../../../schemas/run.ts';
import { EXIT, reasonOf, UserError } from '../../base/errors.ts';
import { type RunLog, SILENT_LOG } from '../../base/log.ts';
import { packageVersion } from '../../base/version.ts';
import { dataPackage } from '../../publish/csv/datapackage.ts';
import { CsvSet, makeFolder, prepareOutput, syncFiles, writeAtomically } from '../../publish/csv/files.ts';
import { toJson } from '../../publish/csv/json.ts';
import { type ExtractFunction, largestText, type RenderReport, type RunnerOptions } from '../document/document-runner.ts';
import { LocalProcessor, type Outcome, openLocal, type Processed, type Processor, type ProcessorSetup } from '../document/processor.ts';
import { type Found, findInputs, type Input } from '../inputs/inputs.ts';
import { digest, programFingerprint } from '../store/fingerprint.ts';
import { Journal, lastRunFinished, readJournal } from '../store/journal.ts';
import { lock } from '../store/lock.ts';
import { readShard, STATE_FOLDER, shardFolder } from '../store/shard.ts';
import { type Conditions, type Recognition, Store } from '../store/store.ts';
import { inOrder } from './in-order.ts';
import { DEFAULT_TIMEOUT } from './jobs.ts';
import { Tally } from './tally.ts';

export type { ExtractFunction, Outcome, RenderReport };

export interface BatchOptions extends Omit<RunnerOptions, 'log'> {
  /** Files, folders (searched with everything below them), globs, .zip archives; `-` for paths on standard input. */
  paths: readonly string[];
  /** Output folder; null writes nothing and keeps nothing. */
  out: string | null;
  /** Documents worked on at a time. More than one: in worker threads; otherwise (the default) in this one. */
  jobs?: number | undefined;
  /** Seconds after which a worker's document is given up; a document of this thread cannot be ended, so that stating a limit starts a worker. */
  timeout?: number | undefined;
  overwrite?: boolean | undefined;
  /** Exit code 6 when a document needs review. */
  strict?: boolean | undefined;
  /** Only so many documents, the first ones. */
  limit?: number | undefined;
  /** `failed`: only documents that have failed are read again. */
  only?: 'failed' | undefined;
  /** How a document is known to be the one of an earlier run, whose result is then kept: by its `content` (the default). */
  recognition?: Recognition | undefined;
  /** Called with `<out>/run.log` once the folder is known to be writable; the batch closes the log. `anew`: false behind an interrupted run. */
  openLog?: ((path: string, anew: boolean) => Promise<RunLog>) | undefined;
  signal?: AbortSignal | undefined;
  /** `onDocument` gets each document's JSON. */
  json?: boolean | undefined;
  onStart?: ((documents: number) => void) | undefined;
  onDocument?: ((outcome: Outcome) => void) | undefined;
  /** Takes the place of the program's own stages; works in this thread. */
  extract?: ExtractFunction | undefined;
  /** Names what `extract` and `renderReport` do; without it their results are not kept for later runs. */
  extractId?: string | undefined;
  /** Takes the place of the program's own report; works in this thread. */
  renderReport?: RenderReport | null | undefined;
}

/** Finished documents that may wait for a slower one before them, for each worker. What is left of them takes little memory. */
const WAITING_PER_WORKER = 16;

/** A batch when its documents are known and none is read. */
interface Plan extends Found {
  options: BatchOptions;
  jobs: number;
  /** Seconds; null where nothing ends a document. */
  timeout: number | null;
  conditions: Conditions;
  store: Store | null;
}

async function planOf(options: BatchOptions): Promise<Plan> {
  const { out, limit, extract, extractId, profiles, profile, applyProvedRepairs = false, audit = 0 } = options;
  const { only = null, recognition = 'content' } = options;
  const found = await findInputs(options.paths, out === null ? [] : [out]);
  const inputs = limit === undefined ? found.inputs : found.inputs.slice(0, limit);
  // One document is not worth a worker, unless its time is limited.
  const jobs = extract ? 1 : Math.min(options.jobs ?? 1, inputs.length);
  const timeout = extract || (jobs === 1 && options.timeout === undefined) ? null : (options.timeout ?? DEFAULT_TIMEOUT);
  const conditions: Conditions = {
    // Where nothing is kept, nothing has to be known by it again.
    program: extract ? (extractId ?? randomUUID()) : out === null ? '' : programFingerprint(),
    options: digest([options.language ?? 'en', profile ?? '', String(applyProvedRepairs), String(audit)]),
    limits: { timeout, maxTextBytes: options.maxTextBytes ?? largestText() },
    profiles,
    profile,
  };
  const store = out === null ? null : new Store({ out, conditions, recognition, only, json: options.json ?? false });
  return { options, inputs, ignored: found.ignored, jobs, timeout, conditions, store };
}

/** The documents that a run would read, those whose results it would keep, and those that it would leave out. */
export async function planBatch(options: BatchOptions): Promise<Record<'read' | 'keep' | 'leave', Input[]>> {
  const { inputs, store } = await planOf(options);
  const planned: Record<'read' | 'keep' | 'leave', Input[]> = { read: [], keep: [], leave: [] };
  for (const input of inputs) planned[store ? (await store.decide(input)).kind : 'read'].push(input);
  return planned;
}

/** Opened with the first document that is to be read: where all results are kept, no worker is started. */
class Crew implements Processor {
  readonly #plan: Plan;
  #processor: Promise<Processor> | null = null;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  async process(input: Input): Promise<Processed> {
    this.#processor ??= this.#open();
    return (await this.#processor).process(input);
  }

  async close(): Promise<void> {
    await (await this.#processor?.catch(() => null))?.close();
  }

  async #open(): Promise<Processor> {
    const { options, conditions, jobs, timeout } = this.#plan;
    const { profiles, profile, language, applyProvedRepairs, audit, out, extract, renderReport, json = false } = options;
    const { maxTextBytes } = conditions.limits;
    const setup: ProcessorSetup = { profiles, profile, language, applyProvedRepairs, audit, maxTextBytes, out, json, conditions };
    if (extract) return new LocalProcessor(setup, extract, renderReport ?? null);
    if (timeout === null) return openLocal(setup);
    const { WorkerPool } = await import('./worker-pool.ts');
    return new WorkerPool({ jobs, timeout, setup });
  }
}

function interrupted({ counts }: Tally, out: string | null): UserError {
  return new UserError(EXIT.interrupted, {
    en:
      out === null
        ? 'Interrupted.'
        : `Interrupted; ${counts.documents} documents are done. The same command goes on from here. The CSV files of the last complete run, if any, are unchanged.`,
    zh:
      out === null
        ? '已中断。'
        : `已中断；已完成 ${counts.documents} 份文档，重新执行同一命令将从此处继续。上次完整运行的 CSV 文件（如有）保持不变。`,
  });
}

function nothingToRepeat(out: string): UserError {
  return new UserError(EXIT.usage, {
    en: `--only failed: ${out} holds no results of these documents. Run the command without --only first.`,
    zh: `--only failed：${out} 中没有这些文档的结果。请先不带 --only 运行。`,
  });
}

function logDocument(log: RunLog, { record, input, kept }: Processed): void {
  const { status, reason, facts, review_items } = record;
  const fields = { document: input.documentId, file: input.sourceFile, status, facts, review_items, reason, ...(kept ? { kept } : {}) };
  if (status === 'succeeded') log.info('document', fields);
  else log.warn('document', fields);
}

/** A document that has a result. */
interface Done {
  documentId: string;
  kept: boolean;
}

/** What a run writes to while it goes on. */
interface Records {
  log: RunLog;
  journal: Journal | null;
}

/** Every document in its turn: it is counted and forgotten. Between two the event loop turns: Ctrl-C, the log. @returns those that have results. */
async function runDocuments(plan: Plan, crew: Crew, { log, journal }: Records, tally: Tally): Promise<Done[]> {
  const { inputs, jobs, store, options } = plan;
  const window = { jobs, ahead: jobs === 1 ? 1 : jobs * WAITING_PER_WORKER };
  const done: Done[] = [];
  const work = async (input: Input): Promise<Processed | null> => {
    const decision = await store?.decide(input);
    if (decision?.kind === 'leave') return null;
    return decision?.kind === 'keep' ? decision.processed : crew.process(input);
  };
  for await (const processed of inOrder(inputs, window, work)) {
    if (processed === null) {
      tally.documents.left++;
    } else {
      for (const { level, message, fields } of processed.events) log[level](message, fields);
      tally.add(processed);
      const { record, kept, input } = processed;
      journal?.add({ document: input.documentId, source: input.sourceFile, status: record.status, kept, reason: record.reason });
      logDocument(log, processed);
      options.onDocument?.(processed);
      done.push({ documentId: input.documentId, kept });
    }
    await turn();
    if (options.signal?.aborted) throw interrupted(tally, options.out);
  }
  return done;
}

/** The CSV files out of the shards, a document at a time. What was written of it in this run has to be on the disk before. */
async function collect(out: string, done: readonly Done[], stopped: () => UserError | null): Promise<void> {
  const csv = new CsvSet(out);
  try {
    for (const { documentId, kept } of done) {
      const { head, rows } = readShard(out, documentId);
      csv.append(rows);
      const folder = join(out, documentId);
      if (!kept)
        await syncFiles(
          folder,
          head.files.map(([name]) => join(folder, name)),
        );
      await turn();
      const error = stopped();
      if (error) throw error;
    }
    csv.commit();
  } catch (error) {
    csv.discard();
    throw error;
  }
}

function describeRun({ options, jobs, timeout, conditions, ignored }: Plan, started: Date, tally: Tally): Run {
  return {
    schemaVersion: 1,
    version: packageVersion(),
    program: conditions.program,
    node: process.version,
    options: {
      paths: [...options.paths],
      profile: options.profile ?? null,
      language: options.language ?? 'en',
      jobs,
      timeout,
      strict: options.strict ?? false,
      limit: options.limit ?? null,
      only: options.only ?? null,
      recognition: options.recognition ?? 'content',
    },
    profiles: options.profiles.map(({ id }) => id),
    started: started.toISOString(),
    finished: new Date().toISOString(),
    documents: tally.documents,
    ignored,
    failures: Object.fromEntries(tally.failures),
    counts: tally.counts,
    milliseconds: Object.fromEntries([...tally.milliseconds].map(([stage, spent]) => [stage, Math.round(spent)])),
    exitCode: tally.exitCode,
  };
}

function writeRun(out: string, run: Run): void {
  writeAtomically(
    join(out, 'datapackage.json'),
    toJson('datapackage.json', DataPackage, dataPackage(run.finished), Number.POSITIVE_INFINITY),
  );
  writeAtomically(join(out, 'run.json'), toJson('run.json', Run, run, Number.POSITIVE_INFINITY));
}

/** From the first document to run.json. */
async function runPlanned(plan: Plan, records: Records, started: Date): Promise<Run> {
  const { options, inputs } = plan;
  const { out, only, signal } = options;
  const crew = new Crew(plan);
  try {
    options.onStart?.(inputs.length);
    records.log.info('started', { documents: inputs.length, version: packageVersion() });
    const tally = new Tally(options.strict ?? false);
    const done = await runDocuments(plan, crew, records, tally);
    if (out !== null && only === 'failed' && done.length === 0) throw nothingToRepeat(out);
    const start = performance.now();
    if (out !== null) await collect(out, done, () => (signal?.aborted ? interrupted(tally, out) : null));
    tally.milliseconds.set('collect', performance.now() - start);
    const run = describeRun(plan, started, tally);
    if (out !== null) writeRun(out, run);
    return run;
  } finally {
    await crew.close();
  }
}

/** What a run that was killed left half-written. */
function removeParts(folder: string): void {
  for (const name of readdirSync(folder)) if (name.endsWith('.part')) rmSync(join(folder, name), { force: true });
}

/** Holds the output folder while `work` goes on, and writes into its journal how that ended. */
async function withFolder(plan: Plan, out: string, work: (records: Records) => Promise<Run>): Promise<Run> {
  const { options, inputs } = plan;
  prepareOutput(out, options.overwrite ?? true);
  const state = join(out, STATE_FOLDER);
  makeFolder(shardFolder(out));
  const unlock = lock(state);
  try {
    removeParts(out);
    removeParts(shardFolder(out));
    const anew = lastRunFinished(readJournal(state));
    const journal = new Journal(state, anew);
    const now = (): string => new Date().toISOString();
    let ended: Parameters<Journal['close']>[0] = { run: 'stopped', at: now(), exitCode: EXIT.internal };
    const log = options.openLog ? await options.openLog(join(out, 'run.log'), anew) : SILENT_LOG;
    try {
      journal.add({ run: 'begun', at: now(), version: packageVersion(), documents: inputs.length });
      const run = await work({ log, journal });
      log.info('finished', { exitCode: run.exitCode, ...run.counts });
      ended = { run: 'finished', at: run.finished, exitCode: run.exitCode };
      return run;
    } catch (error) {
      log.error('stopped', { error: reasonOf(error) });
      const exitCode = error instanceof UserError ? error.exitCode : EXIT.internal;
      ended = { run: exitCode === EXIT.interrupted ? 'interrupted' : 'stopped', at: now(), exitCode };
      throw error;
    } finally {
      journal.close(ended);
      await log.close();
    }
  } finally {
    unlock();
  }
}

/**
 * Extracts documents and writes the output of the public contract to `out`, the same for every number of `jobs` and however often the
 * run was broken off and started again. As many documents are held as are in work; what fails in one costs that document only.
 * Results that `out` holds already are kept where document, profile, options and program are the same.
 *
 * @returns what run.json says; `exitCode` is the worst of all documents.
 * @throws UserError before any work (missing path, unwritable folder, another run on it) or when writing fails; files of an earlier run stay.
 */
export async function runBatch(options: BatchOptions): Promise<Run> {
  const started = new Date();
  const plan = await planOf(options);
  if (options.out === null) return runPlanned(plan, { log: SILENT_LOG, journal: null }, started);
  return withFolder(plan, options.out, (records) => runPlanned(plan, records, started));
}
