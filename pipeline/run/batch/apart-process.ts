import { openLocal } from '../document/processor.ts';
import { type Answer, answerTo } from './answer.ts';
import type { Order } from './apart.ts';

/** Runs as a process of its own: one document from its path to its files. Null says that its time runs; the answer follows. */

const tell = (message: Answer | null): Promise<void> => new Promise((resolve) => process.send?.(message, () => resolve()));

// Ctrl-C goes to the whole group of processes: the batch decides what becomes of the document.
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => undefined);
process.once('disconnect', () => process.exit());
process.once('message', async ({ setup, input }: Order) => {
  const processor = await openLocal(setup);
  await tell(null);
  await tell(await answerTo(processor, input));
  process.disconnect();
});
