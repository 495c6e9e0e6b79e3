import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../../generator/random.ts';
import { hostileFiles } from '../../support/hostile-files.ts';
import { alive } from '../../support/process-group.ts';
import { extractFolder, isDocumented, type Ran } from '../../support/program.ts';
import { differences, written } from '../interrupted.ts';
import { MB } from '../table.ts';
import type { Verdict } from '../verdict.ts';
import type { Mutant } from './mutants.ts';

/** A batch that is killed without a word again and again must give what one gives that is left alone. */

export interface Kills {
  main: string;
  root: string;
  args: readonly string[];
  scratch: string;
  kills: number;
  seed: number;
  /** Seconds for each document. */
  timeout: number;
  /** Also the files of ../shared/corpus/hostile, where they are. */
  hostile: boolean;
}

/** After the death of their parent processes have so many seconds to notice. */
const NOTICE_SECONDS = 10;

/** @returns how many there are. */
function writeHostile(root: string, folder: string): number {
  const files = hostileFiles(join(root, '../shared/corpus/hostile'));
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  return files.length;
}

/** Starts the command and kills its first process after so long. @returns its group, and whether it was still running. */
async function killedAfter(
  { main, args }: Kills,
  input: string,
  out: string,
  milliseconds: number,
): Promise<{ group: number; killed: boolean }> {
  const child = spawn(process.execPath, [main, 'extract', input, '--out', out, '--quiet', ...args], { stdio: 'ignore', detached: true });
  const ended = new Promise<boolean>((done) => child.on('exit', (_, signal) => done(signal === 'SIGKILL')));
  await Promise.race([wait(milliseconds), ended]);
  child.kill('SIGKILL');
  return { group: child.pid!, killed: await ended };
}

/** Processes of the group that still run after the time to notice; they are ended then. */
async function leftBehind(group: number): Promise<number> {
  for (let i = 0; i < NOTICE_SECONDS * 5 && alive(group).length > 0; i++) await wait(200);
  const left = alive(group).length;
  if (left > 0) process.kill(-group, 'SIGKILL');
  return left;
}

export async function killAndResume(options: Kills, mutants: Iterable<Mutant>, verdict: Verdict): Promise<void> {
  const { main, args, scratch, kills, seed, timeout, root } = options;
  const [input, whole, out] = ['batch', 'whole', 'killed'].map((name) => join(scratch, name)) as [string, string, string];
  mkdirSync(input, { recursive: true });
  let count = 0;
  for (const { file, bytes } of mutants) {
    writeFileSync(join(input, file), bytes);
    count++;
  }
  const hostile = options.hostile ? writeHostile(root, join(input, 'hostile')) : 0;
  const most = 600 + timeout * (count + hostile);
  const start = performance.now();
  const told = (name: string, ran: Ran): void => {
    if (isDocumented(ran)) verdict.note(`${name}: exit ${ran.status}, peak ${(ran.peak / MB).toFixed(0)} MB`);
    else verdict.fail(`${name}: exit ${ran.status ?? ran.signal}${ran.hung ? ', did not end' : ''} ${ran.stderr.slice(-500)}`);
  };
  told(`a batch of ${count} mutants and ${hostile} hostile files`, await extractFolder(main, input, whole, args, most));
  const took = performance.now() - start;
  const expected = await written(whole);
  rmSync(whole, { recursive: true, force: true });
  const random = new Random(seed);
  let [killed, left] = [0, 0];
  for (let i = 0; i < kills; i++) {
    const end = await killedAfter(options, input, out, (0.3 + 1.2 * random.next()) * (took / kills));
    if (end.killed) killed++;
    left += await leftBehind(end.group);
  }
  told(`the same batch after ${killed} kills`, await extractFolder(main, input, out, args, most));
  verdict.atLeast('runs that were killed', killed, Math.min(kills, 1));
  verdict.atMost(`processes left behind ${NOTICE_SECONDS} s after a kill`, left, 0);
  const other = differences(await written(out), expected);
  verdict.atMost(`files that differ after the kills, of ${expected.length}`, other.length, 0);
  for (const line of other.slice(0, 10)) verdict.note(line);
}
