import { availableParallelism, totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';

const MAX_JOBS = 8;
/** Seconds after which a document is given up. The largest text that was seen to succeed took 160. */
export const DEFAULT_TIMEOUT = 300;

/** The memory of the machine, or of the container that the process is confined to. */
function memory(): number {
  const constrained = process.constrainedMemory?.() ?? 0;
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

/** As many workers as cores, at most eight, and no more than may fill their heaps at the same time. */
export function defaultJobs(): number {
  const byMemory = Math.floor(memory() / getHeapStatistics().heap_size_limit);
  return Math.max(1, Math.min(availableParallelism(), MAX_JOBS, byMemory));
}
