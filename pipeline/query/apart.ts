import { type ChildProcess, fork } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Bilingual, type ExitCode, UserError } from '../base/errors.ts';
import { engineGone, overMemory, overTime, type QueryLimits } from './limits.ts';
import type { AnswerFormat } from './render.ts';

/** What the process is told. */
export interface Question {
  sql: string;
  /** Output folder of the run. */
  folder: string;
  format: AnswerFormat;
  limits: QueryLimits;
}

/** The last word of the process. `unfit`: numbers that are empty in the answer, because the engine cannot hold them. */
export type Ending =
  | { kind: 'answered'; unfit: string[] }
  | { kind: 'refused'; exitCode: ExitCode; text: Bilingual }
  | { kind: 'failed'; detail: string };

/** Signals of a fault in the engine; all others end a process that takes too much. */
const FAULTS: ReadonlySet<string> = new Set(['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE'].filter((name) => name in constants.signals));

/** Sends the question and waits for the last word. @throws UserError when the time is over or the process is gone without one. */
async function ask(child: ChildProcess, question: Question): Promise<Ending> {
  const { limits } = question;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(overTime(limits)), limits.timeout * 1000);
      child.once('message', (ending: Ending) => resolve(ending));
      child.once('error', reject);
      child.once('exit', (_, signal) => reject(FAULTS.has(signal ?? '') ? engineGone(signal ?? '') : overMemory(limits)));
      child.send(question);
    });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Answers a question on stdout in a process of its own. The engine does not listen while it makes a single value (`range(2000000000)`):
 * only with its process can it be ended in time. Nothing is lost by that, because a query writes nothing.
 *
 * @returns where numbers stand that are empty in the answer, because the engine cannot hold them.
 * @throws UserError when the question cannot be answered, or not within its limits.
 */
export async function answerApart(question: Question): Promise<readonly string[]> {
  const file = fileURLToPath(new URL('./apart-process.js', import.meta.url));
  const child = fork(file, { stdio: ['ignore', 'inherit', 'ignore', 'ipc'] });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  try {
    const ending = await ask(child, question);
    if (ending.kind === 'refused') throw new UserError(ending.exitCode, ending.text);
    if (ending.kind === 'failed') throw new Error(ending.detail);
    return ending.unfit;
  } finally {
    kill();
    process.off('exit', kill);
  }
}
