import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { watchMemory } from './process-group.ts';

/** The program from the outside, as a user runs it. */

/** A row of a CSV file, by column. */
export type Row = Record<string, string>;

/** Exit codes of docs/output.md that a batch of documents may end with. */
const DOCUMENTED = new Set([0, 2, 4, 5, 70]);

export interface Ran {
  status: number | null;
  signal: NodeJS.Signals | null;
  stderr: string;
  /** Ended by this benchmark, since it had not ended by itself long after each document's limit. */
  hung: boolean;
  /** Highest sum of resident bytes of its processes. */
  peak: number;
}

export const isDocumented = ({ status }: Ran): boolean => status !== null && DOCUMENTED.has(status);

const KEPT_OF_STDERR = 4000;

/** The command as a user gives it, in a process group of its own. */
export function extractFolder(main: string, input: string, out: string, args: readonly string[], seconds: number): Promise<Ran> {
  const child = spawn(process.execPath, [main, 'extract', input, '--out', out, '--quiet', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const peakOf = watchMemory(child.pid!);
  let stderr = '';
  let hung = false;
  child.stderr.on('data', (data: Buffer) => {
    stderr = (stderr + data.toString('utf8')).slice(-KEPT_OF_STDERR);
  });
  const timer = setTimeout(() => {
    hung = true;
    process.kill(-child.pid!, 'SIGKILL');
  }, seconds * 1000);
  return new Promise((done) => {
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      done({ status, signal, stderr, hung, peak: peakOf() });
    });
  });
}

function table(out: string, name: string): Row[] {
  const path = join(out, name);
  if (!existsSync(path)) return [];
  return Papa.parse<Row>(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;
}

export interface Finding {
  ruleId: string;
  actual?: string;
  stage?: string;
}

/** Everything that one file gave: an archive gives several documents, or one that says why there are none. */
export interface Result {
  documents: readonly Row[];
  facts: readonly Row[];
  /** `document_id fact_id` of the numbers that review.csv names. */
  flagged: ReadonlySet<string>;
  findings: readonly Finding[];
}

const fileOf = (sourceFile: string): string => sourceFile.split('/')[0]!;

function findingsOf(out: string, documentId: string): Finding[] {
  const path = join(out, documentId, 'report.json');
  if (!existsSync(path)) return [];
  return (JSON.parse(readFileSync(path, 'utf8')) as { findings: Finding[] }).findings;
}

function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const file = fileOf(row.source_file!);
    const group = groups.get(file);
    if (group) group.push(row);
    else groups.set(file, [row]);
  }
  return groups;
}

/** Results by file name. */
export function resultsIn(out: string): Map<string, Result> {
  const [facts, reviews] = [grouped(table(out, 'facts.csv')), grouped(table(out, 'review.csv'))];
  const results = new Map<string, Result>();
  for (const [file, documents] of grouped(table(out, 'documents.csv'))) {
    const flagged = (reviews.get(file) ?? []).flatMap(({ document_id, fact_ids }) =>
      fact_ids!.split('; ').map((factId) => `${document_id} ${factId}`),
    );
    const findings = documents.flatMap(({ document_id }) => findingsOf(out, document_id!));
    results.set(file, { documents, facts: facts.get(file) ?? [], flagged: new Set(flagged), findings });
  }
  return results;
}

/** The longest time in which no document was done, in seconds: no document took longer with one worker, nor half of it with two. */
export function longestGap(out: string): number {
  const folder = join(out, '.duizhang/shards');
  if (!existsSync(folder)) return 0;
  const times = readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs);
  times.sort((a, b) => a - b);
  return Math.max(0, ...times.slice(1).map((time, i) => time - times[i]!)) / 1000;
}
