/**
 * Many documents: paths and options in, a finished output folder and the record of the run out; imports schemas, extractors, base,
 * run, publish.
 */
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { DataPackage } from '../../../schemas/data-package.ts';
import type { RecordFile } from '../../../schemas/records.ts';
import { Run } from '../../../schemas/run.ts';
import { EXIT, UserError } from '../../base/errors.ts';
import { syncFiles, writeAtomically } from '../../base/files.ts';
import { type RunLog, SILENT_LOG } from '../../base/log.ts';
import { packageVersion } from '../../base/version.ts';
import { type BatchEntry, batchEntries, renderBatch } from '../../publish/batch-page.ts';
import { CsvSet } from '../../publish/csv/csv-set.ts';
import { dataPackage } from '../../publish/csv/datapackage.ts';
import { toJson } from '../../publish/csv/json.ts';
import type { Input } from '../inputs/input.ts';
import type { Processed } from '../outcome.ts';
import { readShard } from '../store/shard.ts';
import { Crew } from './crew.ts';
import { inOrder } from './in-order.ts';
import { type BatchOptions, type Plan, planOf } from './plan.ts';
import { type Records, withFolder } from './recording.ts';
import { Tally } from './tally.ts';

/** Finished documents that may wait for a slower one before them, for each worker. What is left of them takes little memory. */
const WAITING_PER_WORKER = 16;

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

/** Every document in its turn: it is counted and forgotten. Between two the event loop turns: Ctrl-C, the log. @returns those that have results. */
async function runDocuments(plan: Plan, crew: Crew, { log, journal }: Records, tally: Tally): Promise<Done[]> {
  const { inputs, jobs, store, options } = plan;
  const window = { jobs, ahead: jobs === 1 ? 1 : jobs * WAITING_PER_WORKER };
  const done: Done[] = [];
  const work = async (input: Input): Promise<Processed | null> => {
    const decision = await store?.decide(input);
    if (decision?.kind === 'leave') return null;
    if (decision?.kind === 'keep') return decision.processed;
    return crew.process(input);
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
async function collect(out: string, done: readonly Done[], stopped: () => UserError | null): Promise<BatchEntry[]> {
  const csv = new CsvSet(out);
  const entries: BatchEntry[] = [];
  try {
    for (const { documentId, kept } of done) {
      const { head, rows } = readShard(out, documentId);
      csv.append(rows);
      const textOf = (name: RecordFile): string => Buffer.from(rows.find(([file]) => file === name)?.[1] ?? '').toString('utf8');
      entries.push(...batchEntries({ documents: textOf('documents.csv'), tables: textOf('tables.csv') }));
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
    csv.commit(
      (documentId) =>
        readShard(out, documentId)
          .rows.find(([file]) => file === 'facts.csv')?.[1]
          .toString('utf8') ?? '',
    );
    return entries;
  } catch (error) {
    csv.discard();
    throw error;
  }
}

function describeRun({ options, jobs, bounds, conditions, ignored }: Plan, started: Date, tally: Tally): Run {
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
      timeout: bounds?.seconds ?? null,
      memory: bounds?.megabytes ?? null,
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
    const entries = out === null ? [] : await collect(out, done, () => (signal?.aborted ? interrupted(tally, out) : null));
    if (out !== null) writeAtomically(join(out, 'index.html'), renderBatch(entries, options.language ?? 'en'));
    tally.milliseconds.set('collect', performance.now() - start);
    const run = describeRun(plan, started, tally);
    if (out !== null) writeRun(out, run);
    return run;
  } finally {
    await crew.close();
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
  const work = (records: Records): Promise<Run> => runPlanned(plan, records, started);
  return options.out === null ? work({ log: SILENT_LOG, journal: null }) : withFolder(plan, options.out, work);
}
