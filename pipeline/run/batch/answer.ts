import { type Bilingual, type ExitCode, UserError } from '../../base/errors.ts';
import type { Processor } from '../document/processor.ts';
import type { Failure, Input } from '../inputs/input.ts';
import type { Processed } from '../outcome.ts';

/** What a thread or process gives back; an error that ends the run loses its class on the way. */
export type Answer = { processed: Processed } | { exitCode: ExitCode; text: Bilingual };

/** A document had no answer: its time was over, or what worked on it is gone. */
export class Ended extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.actual);
    this.failure = failure;
  }
}

export const timedOut = (seconds: number): Ended => new Ended({ ruleId: 'document/timed-out', stage: 'extract', actual: String(seconds) });
export const crashed = (cause: string): Ended => new Ended({ ruleId: 'document/crashed', stage: 'extract', actual: cause });

/** On the side that works: the answer to a document. */
export async function answerTo(processor: Processor, input: Input): Promise<Answer> {
  try {
    return { processed: await processor.process(input) };
  } catch (error) {
    if (error instanceof UserError) return { exitCode: error.exitCode, text: error.text };
    throw error;
  }
}

/** On the side that asked. @throws UserError when the answer is that nothing can be written. */
export function processedOf(answer: Answer): Processed {
  if ('processed' in answer) return answer.processed;
  throw new UserError(answer.exitCode, answer.text);
}
