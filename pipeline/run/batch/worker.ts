import { type MessagePort, workerData } from 'node:worker_threads';
import { type Bilingual, type ExitCode, UserError } from '../../base/errors.ts';
import { openLocal, type Processed, type ProcessorSetup } from '../document/processor.ts';
import type { Input } from '../inputs/inputs.ts';

/** A document for a worker; it says through `begun` that its time runs. */
export interface Task {
  input: Input;
  begun: MessagePort;
}

/** What a worker gives back; an error that ends the run loses its class on the way between threads. */
export type Answer = { processed: Processed } | { exitCode: ExitCode; text: Bilingual };

const processor = await openLocal(workerData as ProcessorSetup);

/** Runs in a worker thread: one document from its path to its files. */
export default async function work({ input, begun }: Task): Promise<Answer> {
  begun.postMessage(null);
  begun.close();
  try {
    return { processed: await processor.process(input) };
  } catch (error) {
    if (error instanceof UserError) return { exitCode: error.exitCode, text: error.text };
    throw error;
  }
}
