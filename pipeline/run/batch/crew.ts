import { LocalProcessor, openLocal, type Processor, type ProcessorSetup } from '../document/processor.ts';
import type { Input } from '../inputs/input.ts';
import type { Processed } from '../outcome.ts';
import type { Plan } from './plan.ts';

function setupOf({ options, conditions }: Plan): ProcessorSetup {
  const { profiles, profile, language, applyProvedRepairs, audit, out, json = false } = options;
  const { maxTextBytes } = conditions.limits;
  return { profiles, profile, language, applyProvedRepairs, audit, maxTextBytes, out, json, conditions };
}

/** Who works on documents. Each is opened with the first document for it: where all results are kept, no worker is started. */
export class Crew {
  readonly #plan: Plan;
  #processor: Promise<Processor> | null = null;
  #apart: Promise<Processor> | null = null;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** `apart`: in a process of its own, since it may have taken one down before. A library's own `extract` cannot be taken there. */
  async process(input: Input, apart: boolean): Promise<Processed> {
    if (apart && !this.#plan.options.extract) {
      this.#apart ??= this.#openApart();
      return (await this.#apart).process(input);
    }
    this.#processor ??= this.#open();
    return (await this.#processor).process(input);
  }

  async close(): Promise<void> {
    for (const opened of [this.#processor, this.#apart]) await (await opened?.catch(() => null))?.close();
  }

  async #open(): Promise<Processor> {
    const { options, jobs, timeout } = this.#plan;
    const setup = setupOf(this.#plan);
    if (options.extract) return new LocalProcessor(setup, options.extract, options.renderReport ?? null);
    if (timeout === null) return openLocal(setup);
    const { WorkerPool } = await import('./worker-pool.ts');
    return new WorkerPool({ jobs, timeout, setup });
  }

  async #openApart(): Promise<Processor> {
    const { Apart } = await import('./apart.ts');
    return new Apart(setupOf(this.#plan), this.#plan.timeout);
  }
}
