import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../../../schemas/run.ts';
import { EXIT, reasonOf, UserError } from '../../base/errors.ts';
import { makeFolder, prepareOutput } from '../../base/files.ts';
import { type RunLog, SILENT_LOG } from '../../base/log.ts';
import { packageVersion } from '../../base/version.ts';
import { Journal, lastRunFinished, readJournal } from '../store/journal.ts';
import { lock } from '../store/lock.ts';
import { STATE_FOLDER, shardFolder } from '../store/shard.ts';
import type { Plan } from './plan.ts';

/** What a run writes to while it goes on. */
export interface Records {
  log: RunLog;
  /** null where nothing is written. */
  journal: Journal | null;
}

type Work = (records: Records) => Promise<Run>;

/** Opens the journal of a folder, does `work`, and writes into the journal how that ended. */
async function journalled(
  folder: string,
  documents: number,
  work: (records: Omit<Records, 'log'>, anew: boolean) => Promise<Run>,
): Promise<Run> {
  const entries = readJournal(folder);
  const anew = lastRunFinished(entries);
  const journal = new Journal(folder, anew);
  const now = (): string => new Date().toISOString();
  let ended: Parameters<Journal['close']>[0] = { run: 'stopped', at: now(), exitCode: EXIT.internal };
  try {
    journal.add({ run: 'begun', at: now(), version: packageVersion(), documents });
    const run = await work({ journal }, anew);
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
    return await journalled(state, inputs.length, async (records, anew) => {
      const log = options.openLog ? await options.openLog(join(out, 'run.log'), anew) : SILENT_LOG;
      return logged(log, () => work({ ...records, log }));
    });
  } finally {
    unlock();
  }
}
