import { randomUUID } from 'node:crypto';
import { standing } from '../../../extractors/judgement/decisions/index.ts';
import type { RunLog } from '../../base/log.ts';
import { largestText, type RenderReport, type RunnerOptions } from '../document/document-runner.ts';
import type { ExtractFunction } from '../extraction.ts';
import type { Input } from '../inputs/input.ts';
import { type Found, findInputs } from '../inputs/inputs.ts';
import { type Bounds, boundsOf, mostHeap } from '../isolation/bounds.ts';
import type { Outcome } from '../outcome.ts';
import { digest, profilesFingerprint, programFingerprint } from '../store/fingerprint.ts';
import { type Conditions, type Recognition, Store } from '../store/store.ts';

export interface BatchOptions extends Omit<RunnerOptions, 'log'> {
  /** Files, folders (searched with everything below them), globs, .zip archives; `-` for paths on standard input. */
  paths: readonly string[];
  /** Output folder; null writes nothing and keeps nothing. */
  out: string | null;
  /** Documents worked on at a time, each in a process of its own; 1 by default. */
  jobs?: number | undefined;
  /** Seconds after which a document is given up; 300 by default. */
  timeout?: number | undefined;
  /** Megabytes that a document may take; 512 by default. One that needs more is tried once more, alone and with twice as much. */
  memory?: number | undefined;
  /** false: documents are worked on in this process, one at a time and without limits. What one does to it, it does to all. */
  isolated?: boolean | undefined;
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
  /** null where documents are worked on in this process. */
  bounds: Bounds | null;
  conditions: Conditions;
  store: Store | null;
}

function workersFor(options: BatchOptions, documents: number): Pick<Plan, 'jobs' | 'bounds'> {
  const { extract, isolated = true, jobs = 1 } = options;
  if (extract || !isolated) return { jobs: 1, bounds: null };
  return { jobs: Math.max(1, Math.min(jobs, documents)), bounds: boundsOf(options) };
}

/** The largest text (bytes) that may be worked on; it must not depend on how many are worked on at a time. */
function largestOf(bounds: Bounds | null): number {
  return bounds === null ? largestText() : largestText(mostHeap(bounds));
}

/** Where nothing is kept, nothing has to be known by it again. */
function programOf({ out, extract, extractId }: BatchOptions): string {
  if (extract) return extractId ?? randomUUID();
  return out === null ? '' : programFingerprint();
}

function conditionsOf(options: BatchOptions, bounds: Bounds | null): Conditions {
  const { profiles, profile, language = 'en', applyProvedRepairs = false, audit = 0, ocr = true, reviews = [] } = options;
  return {
    program: programOf(options),
    options: digest([language, profile ?? '', String(applyProvedRepairs), String(audit), String(ocr)]),
    limits: {
      profiles: profilesFingerprint(profiles),
      timeout: bounds?.seconds ?? null,
      memory: bounds?.megabytes ?? null,
      maxTextBytes: options.maxTextBytes ?? largestOf(bounds),
    },
    profiles,
    profile,
    decisions: standing(reviews),
  };
}

export async function planOf(options: BatchOptions): Promise<Plan> {
  const { out, limit, only = null, recognition = 'content', json = false } = options;
  const found = await findInputs(options.paths, out === null ? [] : [out]);
  const inputs = found.inputs.slice(0, limit);
  const { jobs, bounds } = workersFor(options, inputs.length);
  const conditions = conditionsOf(options, bounds);
  const store = out === null ? null : new Store({ out, conditions, recognition, only, json });
  return { options, inputs, ignored: found.ignored, jobs, bounds, conditions, store };
}

/** The documents that a run would read, those whose results it would keep, and those that it would leave out. */
export async function planBatch(options: BatchOptions): Promise<Record<'read' | 'keep' | 'leave', Input[]>> {
  const { inputs, store } = await planOf(options);
  const planned: Record<'read' | 'keep' | 'leave', Input[]> = { read: [], keep: [], leave: [] };
  for (const input of inputs) planned[store ? (await store.decide(input)).kind : 'read'].push(input);
  return planned;
}
