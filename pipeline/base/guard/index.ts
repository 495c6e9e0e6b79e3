/** A limit in, a thread beside this one that keeps it out; imports nothing. */
import { Worker } from 'node:worker_threads';

export interface Watch {
  parent: number;
  /** Resident memory, in bytes. */
  limit: number;
}

export interface Guard {
  /** Raises the limit by so many bytes. */
  allow(bytes: number): void;
}

/** From now on this process is ended (SIGKILL) when it holds more than `bytes`, and when the one that started it is gone. */
export function startGuard(bytes: number): Guard {
  const watch: Watch = { parent: process.ppid, limit: bytes };
  const thread = new Worker(new URL('./thread.js', import.meta.url), { workerData: watch, execArgv: [] });
  thread.unref();
  return { allow: (more) => thread.postMessage(more) };
}
