/*
 * pdfjs begins more than it waits for: where an object of a file is damaged, promises are rejected that nobody listens to, and Node
 * ends the thread for it, although what was asked for is read all the same. These are counted instead; all others end it as before.
 */

/** What pdfjs left unheard since the last look: how often, and what the first said. */
interface Unheard {
  count: number;
  first: string;
}

const FRAME = /^\s*at .*:\d+:\d+\)?$/;
const OF_PDFJS = /[\\/]pdfjs-dist[\\/]/;

/** Whether an error was made in pdfjs, by the innermost line of its trace; an error of ours that pdfjs passes on has another one. */
export function isOfPdfjs(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const innermost = error.stack?.split('\n').find((line) => FRAME.test(line) && !line.includes('node:'));
  return innermost !== undefined && OF_PDFJS.test(innermost);
}

let unheard: Unheard | null = null;
let listening = false;

function onRejection(reason: unknown): void {
  if (isOfPdfjs(reason)) {
    unheard = { count: (unheard?.count ?? 0) + 1, first: unheard?.first ?? reason.message };
  } else if (process.listenerCount('unhandledRejection') === 1) {
    // As without this listener: it becomes an uncaught exception.
    throw reason;
  }
}

/** From now on, in this thread. */
export function hearRejections(): void {
  if (!listening) process.on('unhandledRejection', onRejection);
  listening = true;
}

/** What was left unheard since the last call; null for nothing. */
export function takeUnheard(): Unheard | null {
  const taken = unheard;
  unheard = null;
  return taken;
}
