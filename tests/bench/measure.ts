import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a child is to measure. */
export type Job = { root: string } & (
  | { kind: 'extraction'; count: number }
  | { kind: 'command'; input: string; out: string; args?: string[] }
  | { kind: 'file'; path: string }
  | { kind: 'edits' }
  | { kind: 'pdfjs'; folder: string }
  | { kind: 'pdfs'; folder: string; out: string }
  | { kind: 'workers'; folder: string; out: string; jobs: number }
);

/** Times in milliseconds, sizes in bytes. `cpu`: user and system time of all threads, compiler and collector included. */
export interface Measured {
  documents: number;
  bytes: number;
  wall: number;
  cpu: number;
  /** Highest resident memory of the process. */
  peak: number;
  stages: Record<string, number>;
}

/**
 * Runs one job in a fresh process.
 *
 * @throws Error when the child fails or is still running after `seconds`.
 */
export function measure(job: Job, seconds: number): Measured {
  const child = spawnSync(process.execPath, [join(import.meta.dirname, 'child.js'), JSON.stringify(job)], {
    encoding: 'utf8',
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: 1 << 26,
  });
  const line = child.stdout.split('\n').find((candidate) => candidate.startsWith('@measured '));
  if (!line) throw new Error(child.error ? `not done after ${seconds} s` : child.stderr.trim().slice(-2000) || `exit ${child.status}`);
  return JSON.parse(line.slice('@measured '.length)) as Measured;
}

/** Milliseconds from starting the program to its end, the median of `times`. */
export function startUp(root: string, args: readonly string[], times: number): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    spawnSync(process.execPath, [join(root, 'dist/pipeline/cli/main.js'), ...args], { stdio: 'ignore' });
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[times >> 1]!;
}
