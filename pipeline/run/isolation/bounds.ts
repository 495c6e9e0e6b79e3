import { availableParallelism, totalmem } from 'node:os';

/** What a task may take. */
export interface Bounds {
  seconds: number;
  megabytes: number;
}

/** What a user says of it. */
export interface IsolationOptions {
  /** Seconds; 300 by default. */
  timeout?: number | undefined;
  /** Megabytes; 512 by default, and twice as much at a second try. */
  memory?: number | undefined;
}

const MB = 2 ** 20;
const MAX_JOBS = 8;
/** Seconds after which a document is given up. The largest text that was seen to succeed took 160. */
export const DEFAULT_TIMEOUT = 300;
/** Resident memory of a process, in megabytes. */
export const DEFAULT_MEMORY = 512;
/** … and what it may take beside that from the first picture on: models, the picture and its masks took 450 over what texts take. */
export const SCAN_MEGABYTES = 448;
/** Seconds that each page that is a picture adds to the time of its document: it takes two on a core of its own, and four times that on a busy one. */
export const SCAN_SECONDS = 20;
/** A process takes about half of this before it has read anything. */
export const LEAST_MEMORY = 128;
/** How much more a task gets that is tried once more, alone. */
export const SECOND_CHANCE = 2;
/**
 * The guard keeps the limit of memory, as it sees what lies outside the heap, too. At first the engine's own limit stands well above it: the
 * nearer that is, the more time goes into collecting garbage (a fifth, for PDFs, at three quarters of the memory). At the second try garbage
 * must not be what fills the memory: what is left beside the heap is code, buffers and stacks.
 */
export const HEAP_SHARE = { first: 2, second: 0.75 } as const;

/** Timers count milliseconds in 31 bits. */
const MOST_SECONDS = 2_147_483;

/** @throws RangeError for what is no limit. */
export function boundsOf({ timeout: seconds = DEFAULT_TIMEOUT, memory: megabytes = DEFAULT_MEMORY }: IsolationOptions): Bounds {
  if (!(seconds > 0 && seconds <= MOST_SECONDS))
    throw new RangeError(`timeout: ${seconds}; expected seconds, more than 0 and at most ${MOST_SECONDS}`);
  if (!(megabytes >= LEAST_MEMORY && Number.isFinite(megabytes)))
    throw new RangeError(`memory: ${megabytes}; expected megabytes, at least ${LEAST_MEMORY}`);
  return { seconds, megabytes };
}

/** What objects may take at the second try. */
export const mostHeap = ({ megabytes }: Bounds): number => Math.floor(megabytes * SECOND_CHANCE * HEAP_SHARE.second);

/** The memory of the machine, or of the container that the process is confined to. */
function memory(): number {
  const constrained = process.constrainedMemory?.() ?? 0;
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

/** As many processes as cores, at most eight, and no more than may fill their memory at the same time. */
export function defaultJobs(megabytes: number = DEFAULT_MEMORY): number {
  const byMemory = Math.floor(memory() / (megabytes * MB));
  return Math.max(1, Math.min(availableParallelism(), MAX_JOBS, byMemory));
}
