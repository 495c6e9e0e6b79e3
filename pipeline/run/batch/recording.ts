import { lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '../../../schemas/run.ts';
import { EXIT, reasonOf, UserError } from '../../base/errors.ts';
import { makeFolder, prepareOutput } from '../../base/files.ts';
import { type RunLog, SILENT_LOG } from '../../base/log.ts';
import { packageVersion } from '../../base/version.ts';
import type { Input } from '../inputs/input.ts';
import { digest } from '../store/fingerprint.ts';
import { Journal, lastRunFinished, readJournal, suspectsOf } from '../store/journal.ts';
import { lock } from '../store/lock.ts';
import { STATE_FOLDER, shardFolder } from '../store/shard.ts';
import type { Plan } from './plan.ts';

/** What a run writes to while it goes on, and what the last one left there. */
export interface Records {
  log: RunLog;
  journal: Journal | null;
  /** Ids of documents that were in work when the last run ended without a word. */
  suspects: ReadonlySet<string>;
}

type Work = (records: Records) => Promise<Run>;

/** Opens the journal of a folder, does `work`, and writes into the journal how that ended. */
async function journalled(
  folder: string,
  documents: number,
  needed: boolean,
  work: (records: Omit<Records, 'log'>, anew: boolean) => Promise<Run>,
): Promise<Run> {
  const entries = readJournal(folder);
  const anew = lastRunFinished(entries);
  const journal = new Journal(folder, { anew, needed });
  const now = (): string => new Date().toISOString();
  let ended: Parameters<Journal['close']>[0] = { run: 'stopped', at: now(), exitCode: EXIT.internal };
  try {
    journal.add({ run: 'begun', at: now(), version: packageVersion(), documents });
    const run = await work({ journal, suspects: suspectsOf(entries) }, anew);
    ended = { run: 'finished', at: run.finished, exitCode: run.exitCode };
    return run;
  } catch (error) {
    const exitCode = error instanceof UserError ? error.exitCode : EXIT.internal;
    ended = { run: exitCode === EXIT.interrupted ? 'interrupted' : 'stopped', at: now(), exitCode };
    throw error;
  } finally {
    journal.close(ended);
  }
}

/** Says in the log how `work` ended. */
async function logged(log: RunLog, work: () => Promise<Run>): Promise<Run> {
  try {
    const run = await work();
    log.info('finished', { exitCode: run.exitCode, ...run.counts });
    return run;
  } catch (error) {
    log.error('stopped', { error: reasonOf(error) });
    throw error;
  } finally {
    await log.close();
  }
}

/** What a run that was killed left half-written. */
function removeParts(folder: string): void {
  for (const name of readdirSync(folder)) if (name.endsWith('.part')) rmSync(join(folder, name), { force: true });
}

/** Holds the output folder while `work` goes on. */
export async function withFolder({ options, inputs }: Plan, out: string, work: Work): Promise<Run> {
  prepareOutput(out, options.overwrite ?? true);
  const state = join(out, STATE_FOLDER);
  makeFolder(shardFolder(out));
  const unlock = lock(state);
  try {
    removeParts(out);
    removeParts(shardFolder(out));
    return await journalled(state, inputs.length, true, async (records, anew) => {
      const log = options.openLog ? await options.openLog(join(out, 'run.log'), anew) : SILENT_LOG;
      return logged(log, () => work({ ...records, log }));
    });
  } finally {
    unlock();
  }
}

/** A folder among the temporary files that nobody else can write to; null where there is none. */
function scratchFolder(inputs: readonly Input[]): string | null {
  const uid = process.getuid?.() ?? 0;
  const own = join(tmpdir(), `duizhang-${uid}`);
  const folder = join(own, digest(inputs.flatMap(({ path, sourceFile }) => [path, sourceFile])));
  try {
    mkdirSync(own, { recursive: true, mode: 0o700 });
    const made = lstatSync(own);
    if (!made.isDirectory() || made.uid !== uid) return null;
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch {
    return null;
  }
}

function removeScratch(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
    rmdirSync(join(folder, '..'));
  } catch {
    // another run has its own in there
  }
}

/** A run that writes no output: its journal lies among the temporary files as long as it goes on, and where it dies. */
export async function withoutFolder({ options, inputs }: Plan, work: Work): Promise<Run> {
  const scratch = options.extract ? null : scratchFolder(inputs);
  if (scratch === null) return work({ log: SILENT_LOG, journal: null, suspects: new Set() });
  try {
    return await journalled(scratch, inputs.length, false, (records) => work({ ...records, log: SILENT_LOG }));
  } finally {
    removeScratch(scratch);
  }
}
