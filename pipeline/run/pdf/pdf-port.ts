/** What a port of pdfjs passes on; only lists of operators are looked into. */
interface Message {
  chunk?: { fnArray?: unknown[]; argsArray?: unknown[] };
}

type Listener = (event: { data: unknown }) => void;

/**
 * Joins the two halves of pdfjs within one thread. Its own port copies every message, which takes a tenth of the time of reading
 * and is needed between threads only. What goes through is counted: a page of a few bytes can paint more than any memory holds.
 */
export class DirectPort {
  readonly #listeners = new Set<Listener>();
  readonly #now = Promise.resolve();
  readonly #most: number;
  readonly #onTooMany: () => void;
  #operators = 0;

  /** `onTooMany` is called once, when more than `most` operators came since the last `reset`. */
  constructor(most: number, onTooMany: () => void) {
    this.#most = most;
    this.#onTooMany = onTooMany;
  }

  reset(): void {
    this.#operators = 0;
  }

  postMessage(message: Message): void {
    const data = this.#kept(message);
    void this.#now.then(() => {
      for (const listener of this.#listeners) listener({ data });
    });
  }

  addEventListener(_name: 'message', listener: Listener, options?: { signal?: AbortSignal }): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  removeEventListener(_name: 'message', listener: Listener): void {
    this.#listeners.delete(listener);
  }

  /** The sender empties the arrays of a chunk as soon as it is posted. */
  #kept(message: Message): unknown {
    const { fnArray, argsArray } = message.chunk ?? {};
    if (!fnArray || !argsArray) return message;
    const before = this.#operators;
    this.#operators += fnArray.length;
    if (before <= this.#most && this.#operators > this.#most) this.#onTooMany();
    return { ...message, chunk: { ...message.chunk, fnArray: fnArray.slice(), argsArray: argsArray.slice() } };
  }
}
