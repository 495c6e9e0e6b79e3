import { setImmediate as turn } from 'node:timers/promises';

/*
 * pdfjs begins more than it waits for: where an object of a file is damaged, promises are rejected that nobody listens to, and Node
 * ends the thread for it, although what was asked for is read all the same. These are counted instead; all others end it as before.
 */

const FRAME = /^\s*at .*:\d+:\d+\)?$/;
const OF_PDFJS = /[\\/]pdfjs-dist[\\/]/;

/** Whether an error was made in pdfjs, by the innermost line of its trace; an error of ours that pdfjs passes on has another one. */
export function isOfPdfjs(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const innermost = error.stack?.split('\n').find((line) => FRAME.test(line) && !line.includes('node:'));
  return innermost !== undefined && OF_PDFJS.test(innermost);
}

/** What the first of them said since the reading of a document began; null for none. */
let unheard: string | null = null;
let listening = false;

function onRejection(reason: unknown): void {
  if (isOfPdfjs(reason)) {
    unheard ??= reason.message;
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

let last: Promise<unknown> = Promise.resolve();

/**
 * Does `work` when all that was given before is done, and tells what pdfjs left unheard meanwhile: a rejection does not say of which
 * document it is, so that documents are read one after the other. They share a thread anyway.
 */
export async function hearingAlone<T>(work: () => Promise<T>): Promise<{ value: T; passedOver: string | null }> {
  const before = last;
  const done = (async () => {
    await before;
    unheard = null;
    const value = await work();
    // What was rejected is told when the event loop has turned.
    await turn();
    return { value, passedOver: unheard };
  })();
  last = done.catch(() => undefined);
  return done;
}
