import { workerData } from 'node:worker_threads';

/**
 * Runs as a thread beside the engine: ends the whole process when that holds more bytes than `workerData`. The engine counts what
 * it keeps, not what a single value takes while it is made, and then answers to nobody: only another thread can see it.
 */

/** The engine allocates some gigabytes a second: what is more than allowed stays below a hundred megabytes. */
const MILLISECONDS = 20;

setInterval(() => {
  if (process.memoryUsage.rss() > Number(workerData)) process.kill(process.pid, 'SIGKILL');
}, MILLISECONDS);
