import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { codeOf, reasonOf } from '../../base/errors.ts';
import { largestText } from '../document/document-runner.ts';
import { openLocal, type Processor, type ProcessorSetup } from '../document/processor.ts';
import type { Input } from '../inputs/input.ts';
import type { Processed } from '../outcome.ts';
import { type Answer, crashed, Ended, processedOf, timedOut } from './answer.ts';

const MB = 2 ** 20;

function causeOf(error: unknown): string {
  return codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out of memory' : reasonOf(error).replace(/[.。]+$/, '');
}

interface PoolOptions {
  jobs: number;
  /** Seconds that one document may take. */
  timeout: number;
  setup: ProcessorSetup;
  /** The compiled module that a worker runs. */
  file?: string | undefined;
  /** Most memory that the objects of a worker may take; by default as much as this thread's. */
  heapMegabytes?: number | undefined;
}

/**
 * Documents in worker threads. One that takes too long is ended with its worker; one that breaks its worker down has a second
 * chance in a fresh one. Either is then recorded as failed, and the others go on.
 */
export class WorkerPool implements Processor {
  readonly #options: PoolOptions;
  readonly #setup: ProcessorSetup;
  readonly #pool: Piscina;

  constructor(options: PoolOptions) {
    this.#options = options;
    // What is too large must not depend on where a document is worked on.
    this.#setup = { ...options.setup, maxTextBytes: options.setup.maxTextBytes ?? largestText() };
    this.#pool = this.#open(options.jobs);
  }

  async process(input: Input): Promise<Processed> {
    try {
      return await this.#run(this.#pool, input).catch((error: unknown) => this.#again(input, error));
    } catch (error) {
      if (error instanceof Ended) return (await openLocal(this.#setup)).fail(input, error.failure);
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }

  #open(workers: number): Piscina {
    const pool = new Piscina({
      filename: this.#options.file ?? fileURLToPath(new URL('./worker.js', import.meta.url)),
      minThreads: workers,
      maxThreads: workers,
      idleTimeout: Number.POSITIVE_INFINITY,
      // Waiting for the next task must not stop what the last one left to the event loop.
      atomics: 'disabled',
      recordTiming: false,
      workerData: this.#setup,
      resourceLimits: { maxOldGenerationSizeMb: this.#options.heapMegabytes ?? Math.floor(getHeapStatistics().heap_size_limit / MB) },
    });
    // A worker that dies without a document is replaced; with one, the document's own promise tells.
    pool.on('error', () => undefined);
    return pool;
  }

  async #again(input: Input, error: unknown): Promise<Processed> {
    if (!(error instanceof Ended) || error.failure.ruleId !== 'document/crashed') throw error;
    const fresh = this.#open(1);
    try {
      return await this.#run(fresh, input);
    } finally {
      await fresh.destroy();
    }
  }

  /** @throws Ended when there is no answer; UserError when the answer is that nothing can be written. */
  async #run(pool: Piscina, input: Input): Promise<Processed> {
    const { timeout } = this.#options;
    const { port1, port2 } = new MessageChannel();
    const clock = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    // The start of a worker does not count.
    port1.once('message', () => {
      timer = setTimeout(() => clock.abort(), timeout * 1000);
    });
    let answer: Answer;
    try {
      answer = await pool.run({ input, begun: port2 }, { signal: clock.signal, transferList: [port2] });
    } catch (error) {
      throw clock.signal.aborted ? timedOut(timeout) : crashed(causeOf(error));
    } finally {
      clearTimeout(timer);
      port1.close();
    }
    return processedOf(answer);
  }
}
