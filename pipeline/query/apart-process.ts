import { once } from 'node:events';
import { codeOf, UserError } from '../base/errors.ts';
import { startGuard } from '../base/guard/index.ts';
import { shownLines } from '../base/shown/terminal.ts';
import { openDataset } from '../dataset/open.ts';
import type { Ending, Question } from './apart.ts';
import { QueryEngine } from './engine.ts';
import { render } from './render.ts';

/** Runs as a process of its own: one question, its answer on stdout. The process that asked ends it. */

const tell = (ending: Ending): Promise<void> => new Promise((resolve) => process.send?.(ending, () => resolve()));

/** A terminal gets no control character; a file or a pipe gets the text as it is. */
const forStdout = (text: string): string => (process.stdout.isTTY ? shownLines(text.replaceAll('\r\n', '\n')) : text);

/** A program that reads JSON sees no talk: it gets no answer rather than one with a blank in it. */
async function answer({ sql, folder, format, limits }: Question): Promise<string[]> {
  const engine = await QueryEngine.open(openDataset(folder), limits, format === 'json' ? 'refused' : 'empty');
  for await (const text of render(await engine.ask(sql), format)) {
    if (!process.stdout.write(forStdout(text))) await once(process.stdout, 'drain');
  }
  // What a pipe has not taken yet would be lost with the process.
  await new Promise((resolve) => process.stdout.write('', resolve));
  return format === 'json' ? [] : engine.unfit(sql);
}

function endingOf(error: unknown): Ending {
  if (error instanceof UserError) return { kind: 'refused', exitCode: error.exitCode, text: error.text };
  return { kind: 'failed', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.stdout.on('error', (error) => {
  // The reader of a pipe may stop early: `duizhang query … | head`.
  void tell(codeOf(error) === 'EPIPE' ? { kind: 'answered', unfit: [] } : endingOf(error));
});
process.once('message', async (question: Question) => {
  startGuard(question.limits.memory * 1e6);
  await tell(await answer(question).then((unfit): Ending => ({ kind: 'answered', unfit }), endingOf));
});
