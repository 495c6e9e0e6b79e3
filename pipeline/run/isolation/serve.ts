import { setImmediate as turn } from 'node:timers/promises';
import { reasonOf, UserError } from '../../base/errors.ts';
import { startGuard } from '../../base/guard/index.ts';
import { hearScans } from '../scan/events.ts';
import { SCAN_MEGABYTES } from './bounds.ts';
import type { AnswerOf, Kind, Message, Task } from './task.ts';

const MB = 2 ** 20;

/** How each task is done. */
export type Work = { readonly [K in Kind]: (task: Task<K>) => Promise<AnswerOf<K>> };

async function messageFor<K extends Kind>(work: Work, task: Task<K>): Promise<Message> {
  try {
    const perform: (task: Task<K>) => Promise<unknown> = work[task.kind];
    return { answer: await perform(task), resident: process.memoryUsage.rss() };
  } catch (error) {
    if (error instanceof UserError) return { refused: { exitCode: error.exitCode, text: error.text } };
    return { thrown: reasonOf(error) };
  }
}

/** Makes this a process that does one task after the other, with a guard beside it. Its argument: the most memory it may take, in bytes. */
export function serve(work: Work): void {
  const tell = (message: Message, told: () => void = () => undefined): void => void process.send?.(message, told);
  const guard = startGuard(Number(process.argv[2]));
  hearScans((scans) => {
    if (scans === 'loading') guard.allow(SCAN_MEGABYTES * MB);
    tell({ scans });
  });
  process.once('disconnect', () => process.exit());
  process.on('uncaughtException', (error) => tell({ thrown: reasonOf(error) }, () => process.exit(1)));
  process.on('message', async (task: Task) => {
    const message = await messageFor(work, task);
    // What a library left unheard ends this process before the answer hides it.
    await turn();
    tell(message);
  });
  tell({ ready: true });
}
