import { randomUUID } from 'node:crypto';
import type { RunLog } from '../../base/log.ts';
import { largestText, type RenderReport, type RunnerOptions } from '../document/document-runner.ts';
import type { ExtractFunction } from '../extraction.ts';
import type { Input } from '../inputs/input.ts';
import { type Found, findInputs } from '../inputs/inputs.ts';
import type { Outcome } from '../outcome.ts';
import { digest, programFingerprint } from '../store/fingerprint.ts';
import { type Conditions, type Recognition, Store } from '../store/store.ts';
import { DEFAULT_TIMEOUT } from './jobs.ts';

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

/** A batch when its documents are known and none is read. */
export interface Plan extends Found {
  options: BatchOptions;
  jobs: number;
  /** Seconds; null where nothing ends a document. */
  timeout: number | null;
  conditions: Conditions;
  store: Store | null;
}

/** One document is not worth a worker, unless its time is limited. */
function workersFor(options: BatchOptions, documents: number): Pick<Plan, 'jobs' | 'timeout'> {
  if (options.extract) return { jobs: 1, timeout: null };
  const jobs = Math.min(options.jobs ?? 1, documents);
  return { jobs, timeout: options.timeout ?? (jobs === 1 ? null : DEFAULT_TIMEOUT) };
}

/** Where nothing is kept, nothing has to be known by it again. */
function programOf({ out, extract, extractId }: BatchOptions): string {
  if (extract) return extractId ?? randomUUID();
  return out === null ? '' : programFingerprint();
}

function conditionsOf(options: BatchOptions, timeout: number | null): Conditions {
  const { profiles, profile, language = 'en', applyProvedRepairs = false, audit = 0 } = options;
  return {
    program: programOf(options),
    options: digest([language, profile ?? '', String(applyProvedRepairs), String(audit)]),
    limits: { timeout, maxTextBytes: options.maxTextBytes ?? largestText() },
    profiles,
    profile,
  };
}

export async function planOf(options: BatchOptions): Promise<Plan> {
  const { out, limit, only = null, recognition = 'content', json = false } = options;
  const found = await findInputs(options.paths, out === null ? [] : [out]);
  const inputs = found.inputs.slice(0, limit);
  const { jobs, timeout } = workersFor(options, inputs.length);
  const conditions = conditionsOf(options, timeout);
  const store = out === null ? null : new Store({ out, conditions, recognition, only, json });
  return { options, inputs, ignored: found.ignored, jobs, timeout, conditions, store };
}

/** The documents that a run would read, those whose results it would keep, and those that it would leave out. */
export async function planBatch(options: BatchOptions): Promise<Record<'read' | 'keep' | 'leave', Input[]>> {
  const { inputs, store } = await planOf(options);
  const planned: Record<'read' | 'keep' | 'leave', Input[]> = { read: [], keep: [], leave: [] };
  for (const input of inputs) planned[store ? (await store.decide(input)).kind : 'read'].push(input);
  return planned;
}
