import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Watch } from './index.ts';

/*
 * A thread beside the one that works, which may never come back from what it does: it ends the process when that takes too much memory,
 * and when nobody is there any more who could want an answer.
 */

/** A process that allocates as fast as it can fills some 50 MB in this time (milliseconds). */
const EVERY = 20;

const { parent, limit }: Watch = workerData;
let most = limit;
parentPort?.on('message', (more: number) => {
  most += more;
});
const STDERR = 2;

/** As the engine says it when its own heap is full. */
function tell(): void {
  try {
    writeSync(STDERR, 'out of memory');
  } catch {
    // nobody is there
  }
}

setInterval(() => {
  const tooMuch = process.memoryUsage.rss() > most;
  if (tooMuch) tell();
  if (tooMuch || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, EVERY);
