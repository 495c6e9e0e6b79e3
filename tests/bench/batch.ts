import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Papa from 'papaparse';
import type { Run } from '../../schemas/run.ts';
import { Random } from '../generator/random.ts';
import { Documents, writeHostile } from './batch-documents.ts';
import { differences, written } from './interrupted.ts';
import { type Measured, measure } from './measure.ts';
import { MB, printTable } from './table.ts';
import { Verdict } from './verdict.ts';

/*
 * A batch from the outside, as a user runs it: `npm run bench:batch -- 2000` makes that many documents and a quarter of them, each
 * with one worker and with two.
 */

const DOCUMENTS = 2000;
const PEAK_MB = 1200;
/** How far the peak of the large batch may lie above that of the small one. */
const GROWTH = 1.15;
/** Documents after which a process has the memory that it works with. */
const WARM = 200;
const KILLS = 5;
const SEED = 20260101;
/** What a further document may cost against the whole batch of the same size. */
const FURTHER_SHARE = 0.1;
/** In a small batch the start of the program outweighs it. */
const FURTHER_MILLISECONDS = 3000;
const SECONDS = 3600;

const root = resolve(process.cwd());
const large = Number(process.argv[2] ?? DOCUMENTS);
const small = Math.max(1, Math.round(large / 4));
const verdict = new Verdict();
const scratch = mkdtempSync(join(tmpdir(), 'duizhang-batch-'));
const input = join(scratch, 'in');
const documents = new Documents();

const runJson = (out: string): Run => JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as Run;
const outOf = (name: string): string => join(scratch, name);
const argsOf = (jobs: number): string[] => ['--jobs', String(jobs), '--timeout', '120'];

interface BatchRun extends Measured {
  name: string;
  pages: number;
}

function runBatch(name: string, out: string, jobs: number): BatchRun {
  const measured = measure({ root, kind: 'command', input, out, args: argsOf(jobs) }, SECONDS);
  return { ...measured, name, pages: runJson(out).counts.pages };
}

function row({ name, documents: count, pages, wall, cpu, peak }: BatchRun): string[] {
  const seconds = wall / 1000;
  const rates = [count / seconds, pages / seconds].map((rate) => rate.toFixed(1));
  return [name, String(count), String(pages), seconds.toFixed(1), (cpu / 1000).toFixed(1), ...rates, (peak / MB).toFixed(0)];
}

function compare(what: string, actual: readonly string[], expected: readonly string[]): void {
  const other = differences(actual, expected);
  verdict.atMost(`${what}: files that differ, of ${expected.length}`, other.length, 0);
  for (const line of other.slice(0, 3)) verdict.note(line);
}

/** Starts the command and kills it after so long. @returns whether it was still running. */
async function killed(out: string, milliseconds: number): Promise<boolean> {
  const main = join(root, 'dist/pipeline/cli/main.js');
  const child = spawn(process.execPath, [main, 'extract', input, '--out', out, '--quiet', ...argsOf(2)], { stdio: 'ignore' });
  const ended = new Promise<boolean>((done) => child.on('exit', (_, signal) => done(signal === 'SIGKILL')));
  await Promise.race([wait(milliseconds), ended]);
  child.kill('SIGKILL');
  return ended;
}

function doneIn(out: string): number {
  try {
    return readdirSync(join(out, '.duizhang/shards')).filter((name) => name.endsWith('.shard')).length;
  } catch {
    return 0;
  }
}

/** A run goes on for about a fifth of the time that the whole takes, then it is killed. */
async function measureKills(whole: BatchRun, expected: readonly string[]): Promise<void> {
  const out = outOf('killed');
  const random = new Random(SEED);
  const done: number[] = [];
  let kills = 0;
  for (let i = 0; i < KILLS; i++) {
    if (await killed(out, (0.5 + random.next()) * (whole.wall / KILLS))) kills++;
    done.push(doneIn(out));
  }
  const last = runBatch('resumed after the kills', out, 2);
  verdict.note(
    `killed ${kills} times; documents done after each: ${done.join(', ')}; kept by the last run: ${runJson(out).documents.kept}`,
  );
  verdict.atLeast('runs that were killed', kills, Math.min(KILLS, 1));
  compare('after the kills', await written(out), expected);
  printTable('the rest after the kills', HEAD, [row(last)]);
  rmSync(out, { recursive: true });
}

const HEAD = ['', 'documents', 'pages', 'wall s', 'CPU s', 'documents/s', 'pages/s', 'peak MB'];

function judgeHostile(out: string, hostile: number): void {
  const csv = readFileSync(join(out, 'documents.csv'), 'utf8').replace(/^\ufeff/, '');
  const rows = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
  const recorded = rows.filter(
    ({ source_file, status, reason }) => source_file!.startsWith('hostile/') && status === 'failed' && reason !== '',
  );
  verdict.atLeast('hostile files recorded as failed, with a reason', recorded.length, hostile);
  verdict.atMost('other documents that failed', rows.filter(({ status }) => status === 'failed').length - recorded.length, 0);
}

/** A batch of `count` documents and the hostile files: with one worker, with two; the second output stays. */
async function measureSize(count: number, hostile: number): Promise<{ runs: BatchRun[]; out: string; files: string[] }> {
  const one = outOf('one');
  const one_ = runBatch(`${count}, 1 worker`, one, 1);
  const expected = await written(one);
  rmSync(one, { recursive: true });
  const out = outOf(`two-${count}`);
  const two = runBatch(`${count}, 2 workers`, out, 2);
  const files = await written(out);
  compare(`${count} documents, two workers against one`, files, expected);
  judgeHostile(out, hostile);
  return { runs: [one_, two], out, files };
}

function measureFurther(out: string, whole: BatchRun): void {
  const again = runBatch('nothing new', out, 2);
  documents.write(input, large);
  const further = runBatch('one more', out, 2);
  printTable('the finished batch again', HEAD, [again, further].map(row));
  verdict.atMost('one more document: documents read', runJson(out).documents.read - unreadableEachTime, 1);
  const limit = Math.max(FURTHER_SHARE * whole.wall, FURTHER_MILLISECONDS) / 1000;
  verdict.atMost(`one more document, seconds (the batch: ${(whole.wall / 1000).toFixed(1)})`, further.wall / 1000, limit);
}

/** Files that cannot be opened may be another time: they are tried again by every run. */
const unreadableEachTime = 2;

try {
  const hostile = writeHostile(join(input, 'hostile'));
  for (let i = 0; i < small; i++) documents.write(input, i);
  process.stdout.write(`${small} and ${large} documents, a quarter of them PDFs, and ${hostile} hostile files. Node ${process.version}.\n`);
  const first = await measureSize(small, hostile);
  await measureKills(first.runs[1]!, first.files);
  rmSync(first.out, { recursive: true });
  for (let i = small; i < large; i++) documents.write(input, i);
  const second = await measureSize(large, hostile);
  measureFurther(second.out, second.runs[1]!);
  printTable('whole batches, each from process start into a fresh folder', HEAD, [...first.runs, ...second.runs].map(row));
  verdict.atMost('peak memory with two workers, MB', second.runs[1]!.peak / MB, PEAK_MB);
  for (const [i, name] of ['one worker', 'two workers'].entries()) {
    const what = `peak memory, ${large} against ${small} documents, ${name}`;
    const growth = second.runs[i]!.peak / first.runs[i]!.peak;
    if (small >= WARM) verdict.atMost(what, growth, GROWTH);
    else verdict.note(`${what}: ${growth.toFixed(2)}, not judged below ${WARM} documents`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = verdict.exitCode;
