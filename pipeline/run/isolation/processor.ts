import type { Processor, ProcessorSetup } from '../document/processor.ts';
import type { Failure, Input } from '../inputs/input.ts';
import type { Processed } from '../outcome.ts';
import { type PoolOptions, ProcessPool } from './pool.ts';
import { Ended } from './task.ts';

/** Documents in processes of their own. One that has no answer is recorded as failed, and the others go on. */
export class IsolatedProcessor implements Processor {
  readonly #pool: ProcessPool;

  constructor(options: PoolOptions & { setup: ProcessorSetup }) {
    this.#pool = new ProcessPool(options);
  }

  async process(input: Input): Promise<Processed> {
    try {
      return await this.#pool.run({ kind: 'process', input });
    } catch (error) {
      if (error instanceof Ended) return this.fail(input, error.failure);
      throw error;
    }
  }

  fail(input: Input, failure: Failure): Promise<Processed> {
    return this.#pool.run({ kind: 'fail', input, failure });
  }

  async close(): Promise<void> {
    this.#pool.close();
  }
}
