import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openLocal, type Processor, type ProcessorSetup } from '../document/processor.ts';
import type { Input } from '../inputs/input.ts';
import type { Processed } from '../outcome.ts';
import { type Answer, crashed, Ended, processedOf, timedOut } from './answer.ts';

/** What the process is told. */
export interface Order {
  setup: ProcessorSetup;
  input: Input;
}

/** Sends the order and waits for the answer. @throws Ended when the time is over or the process is gone without one. */
async function ask(child: ChildProcess, order: Order, timeout: number | null): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      child.on('message', (message: Answer | null) => {
        if (message !== null) return resolve(message);
        // The start of the process does not count.
        if (timeout !== null) timer = setTimeout(() => reject(timedOut(timeout)), timeout * 1000);
      });
      child.once('error', reject);
      child.once('exit', (code, signal) => reject(crashed(signal ?? `exit code ${code}`)));
      child.send(order);
    });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Each document in a process of its own, for those that may take down the process that they are read in, as no thread can be: the
 * engine itself gives up. One that does is recorded as failed.
 */
export class Apart implements Processor {
  readonly #setup: ProcessorSetup;
  readonly #timeout: number | null;

  /** `timeout`: seconds for a document; null for no limit. */
  constructor(setup: ProcessorSetup, timeout: number | null) {
    this.#setup = setup;
    this.#timeout = timeout;
  }

  async process(input: Input): Promise<Processed> {
    const file = fileURLToPath(new URL('./apart-process.js', import.meta.url));
    const child = fork(file, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const kill = (): void => void child.kill('SIGKILL');
    process.once('exit', kill);
    try {
      return processedOf(await ask(child, { setup: this.#setup, input }, this.#timeout));
    } catch (error) {
      if (error instanceof Ended) return (await openLocal(this.#setup)).fail(input, error.failure);
      throw error;
    } finally {
      kill();
      process.off('exit', kill);
    }
  }

  async close(): Promise<void> {
    // Every process ends with its document.
  }
}
