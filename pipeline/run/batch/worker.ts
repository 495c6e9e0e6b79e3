import { type MessagePort, workerData } from 'node:worker_threads';
import { openLocal, type ProcessorSetup } from '../document/processor.ts';
import type { Input } from '../inputs/input.ts';
import { type Answer, answerTo } from './answer.ts';

/** A document for a worker; it says through `begun` that its time runs. */
interface Task {
  input: Input;
  begun: MessagePort;
}

const setup: ProcessorSetup = workerData;
const processor = await openLocal(setup);

/** Runs in a worker thread: one document from its path to its files. */
export default async function work({ input, begun }: Task): Promise<Answer> {
  begun.postMessage(null);
  begun.close();
  return answerTo(processor, input);
}
