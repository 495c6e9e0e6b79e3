import { LocalProcessor, openLocal, type Processor, type ProcessorSetup } from '../document/processor.ts';
import type { Input } from '../inputs/input.ts';
import { IsolatedProcessor } from '../isolation/processor.ts';
import type { Processed } from '../outcome.ts';
import type { Plan } from './plan.ts';

function setupOf({ options, conditions }: Plan): ProcessorSetup {
  const { profiles, profile, language, applyProvedRepairs, audit, ocr, reviews, out, json = false } = options;
  const { maxTextBytes } = conditions.limits;
  return { profiles, profile, language, applyProvedRepairs, audit, ocr, reviews, maxTextBytes, out, json, conditions };
}

/** Who works on documents. Opened with the first one: where all results are kept, no process is started. */
export class Crew {
  readonly #plan: Plan;
  #processor: Promise<Processor> | null = null;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  async process(input: Input): Promise<Processed> {
    this.#processor ??= this.#open();
    return (await this.#processor).process(input);
  }

  async close(): Promise<void> {
    await (await this.#processor?.catch(() => null))?.close();
  }

  /** A library's own `extract` cannot be taken to another process. */
  async #open(): Promise<Processor> {
    const { options, jobs, bounds } = this.#plan;
    const setup = setupOf(this.#plan);
    if (options.extract) return new LocalProcessor(setup, options.extract, options.renderReport ?? null);
    return bounds === null ? openLocal(setup) : new IsolatedProcessor({ ...bounds, jobs, setup });
  }
}
