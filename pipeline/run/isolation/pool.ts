/**
 * Tasks in, answers from processes of their own out: whatever a document does, it can only hurt itself; imports schemas, extractors,
 * base, document, inputs, run.
 */
import pLimit, { type LimitFunction } from 'p-limit';
import type { ProcessorSetup } from '../document/processor.ts';
import { type Bounds, HEAP_SHARE, SECOND_CHANCE } from './bounds.ts';
import { Gate } from './gate.ts';
import { takeSpare } from './spare.ts';
import { type AnswerOf, Ended, type Kind, type Task } from './task.ts';
import { WorkerProcess } from './worker-process.ts';

export interface PoolOptions extends Bounds {
  /** Processes at a time. */
  jobs: number;
  /** What documents are taken through, where whole documents are asked for. */
  setup?: ProcessorSetup | undefined;
  /** The compiled module that a process runs. */
  file?: string | undefined;
}

/**
 * Processes that are started when they are needed and used again. A task that takes too long is ended with its process; one that needs too much
 * memory, or breaks its process down, has a second chance in a fresh one, alone and with twice the memory.
 */
export class ProcessPool {
  readonly #options: PoolOptions;
  readonly #limit: LimitFunction;
  readonly #gate = new Gate();
  readonly #idle: WorkerProcess[] = [];

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#limit = pLimit(options.jobs);
  }

  /** @throws Ended when there is no answer; UserError when the answer is that nothing can be written. */
  run<K extends Kind>(task: Task<K>): Promise<AnswerOf<K>> {
    return this.#limit(async () => {
      try {
        return await this.#gate.together(async () => this.#ask(this.#idle.pop() ?? (await this.#first()), task));
      } catch (error) {
        if (!(error instanceof Ended && error.mayEndOtherwise)) throw error;
        return await this.#gate.alone(() => this.#askAlone(task));
      }
    });
  }

  /** Ends what was started; nothing may be in work. */
  close(): void {
    for (const idle of this.#idle.splice(0)) idle.end();
  }

  #first(): Promise<WorkerProcess> {
    const { seconds, megabytes, file } = this.#options;
    const bounds = { seconds, megabytes };
    return this.#opened((file === undefined ? takeSpare(bounds) : null) ?? new WorkerProcess(bounds, HEAP_SHARE.first, file));
  }

  #second(): Promise<WorkerProcess> {
    const { seconds, megabytes, file } = this.#options;
    return this.#opened(new WorkerProcess({ seconds, megabytes: megabytes * SECOND_CHANCE }, HEAP_SHARE.second, file));
  }

  async #opened(worker: WorkerProcess): Promise<WorkerProcess> {
    const { setup } = this.#options;
    if (setup) await worker.ask({ kind: 'open', setup });
    return worker;
  }

  async #ask<K extends Kind>(worker: WorkerProcess, task: Task<K>): Promise<AnswerOf<K>> {
    let fit = false;
    try {
      const answer = await worker.ask(task);
      fit = !worker.isWorn;
      return answer;
    } finally {
      if (fit) this.#idle.push(worker);
      else worker.end();
    }
  }

  /** What idle processes hold is needed, too. */
  async #askAlone<K extends Kind>(task: Task<K>): Promise<AnswerOf<K>> {
    this.close();
    const worker = await this.#second();
    try {
      return await worker.ask(task);
    } finally {
      worker.end();
    }
  }
}
