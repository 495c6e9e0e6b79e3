import pLimit from 'p-limit';

interface Window {
  /** How many are in work at a time. */
  jobs: number;
  /** How many may be in work, waiting, or done and waiting for a slower one before them. */
  ahead: number;
}

const STOPPED = new Error('not begun');

/**
 * `work` on every item, results in the order of the items. When the caller stops, or something throws, nothing new is begun
 * and what is in work is waited for.
 */
export async function* inOrder<T, R>(
  items: readonly T[],
  { jobs, ahead }: Window,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const limit = pLimit(jobs);
  const pending: Promise<R>[] = [];
  const waiting = items.values();
  let stopped = false;
  const begin = (item: T): Promise<R> => {
    const result = limit(() => {
      if (stopped) throw STOPPED;
      return work(item);
    });
    // It is awaited in its turn; a failure before that is no unhandled one.
    result.catch(() => undefined);
    return result;
  };
  try {
    for (;;) {
      while (pending.length < ahead) {
        const next = waiting.next();
        if (next.done) break;
        pending.push(begin(next.value));
      }
      const first = pending.shift();
      if (first === undefined) return;
      yield await first;
    }
  } finally {
    stopped = true;
    await Promise.allSettled(pending);
  }
}
