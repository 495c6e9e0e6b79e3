import { type ExtractOptions, failedExtraction } from '../../../extractors/extraction.ts';
import type { PhaseName } from '../../../extractors/model/stage.ts';
import type { Drawing } from '../document/drawing.ts';
import type { Studied } from '../document/studying.ts';
import type { StageDump, TimedExtraction } from '../extraction.ts';
import { identityOf } from '../inputs/identity.ts';
import type { Failure } from '../inputs/input.ts';
import { boundsOf, defaultJobs, type IsolationOptions } from './bounds.ts';
import { ProcessPool } from './pool.ts';
import { Ended } from './task.ts';

const pools = new Map<string, ProcessPool>();

/** Processes that wait for more keep no program from its end. */
function poolFor(options: IsolationOptions): ProcessPool {
  const bounds = boundsOf(options);
  const key = `${bounds.seconds} ${bounds.megabytes}`;
  const pool = pools.get(key) ?? new ProcessPool({ ...bounds, jobs: defaultJobs(bounds.megabytes) });
  pools.set(key, pool);
  return pool;
}

/** What `work` gives, or what `failed` makes of the reason why there is nothing. */
async function orFailed<T>(work: Promise<T>, failed: (failure: Failure) => T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Ended) return failed(error.failure);
    throw error;
  }
}

/** @throws TypeError for what is no document, or names no profiles: a mistake of the program that calls, not of the document. */
function checkArguments(bytes: Uint8Array, { profiles, documentId, sourceFile }: ExtractOptions): void {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('bytes: expected a Uint8Array, such as readFile gives');
  if (!Array.isArray(profiles) || profiles.length === 0) throw new TypeError('profiles: expected a list, such as loadProfiles() gives');
  if (typeof documentId !== 'string' || typeof sourceFile !== 'string') throw new TypeError('documentId, sourceFile: expected texts');
}

/**
 * Reads a file and runs every phase on it, in a process of its own. Never throws for what a document contains: bad documents come back as
 * findings, those that take too long or too much memory, or break the process down, among them.
 *
 * @throws TypeError, RangeError for arguments that cannot be meant.
 */
export async function extract(bytes: Uint8Array, options: ExtractOptions & IsolationOptions): Promise<TimedExtraction> {
  checkArguments(bytes, options);
  const { timeout, memory, ...rest } = options;
  const work = poolFor({ timeout, memory }).run({ kind: 'extract', bytes, options: rest });
  return orFailed(work, (failure) => ({ ...failedExtraction(identityOf(bytes), options, failure), milliseconds: {} }));
}

/** The same up to the phase named, for maintainers who look for the one that errs. */
export async function extractUntil(bytes: Uint8Array, options: ExtractOptions & IsolationOptions, phase: PhaseName): Promise<StageDump> {
  checkArguments(bytes, options);
  const { timeout, memory, ...rest } = options;
  const work = poolFor({ timeout, memory }).run({ kind: 'until', bytes, options: rest, phase });
  return orFailed(work, (failure) => {
    const { findings } = failedExtraction(identityOf(bytes), options, failure).report;
    return { documentId: options.documentId, stage: phase, output: null, findings };
  });
}

/** A document up to its case, with its pages as they were read, in a process of its own. */
export function study(bytes: Uint8Array, options: ExtractOptions & IsolationOptions): Promise<Studied> {
  const { timeout, memory, ...rest } = options;
  return orFailed(poolFor({ timeout, memory }).run({ kind: 'study', bytes, options: rest }), () => ({ study: null, pages: [] }));
}

/** A page of a PDF or OFD as a drawing, read in a process of its own. `number` counts from 1. */
export function drawPage(bytes: Uint8Array, number: number): Promise<Drawing> {
  return orFailed(poolFor({}).run({ kind: 'draw', bytes, page: number }), ({ ruleId, actual }) => ({ finding: { ruleId, actual } }));
}
