/** What a decoder made of its input; `isOver`: it would have made more than it was allowed, and `data` are not all. */
export interface Decoded {
  data: Buffer;
  isOver: boolean;
}

const FIRST_BYTES = 4096;

/** Collects the output of a decoder, up to `limit` bytes. */
export class Sink {
  isOver = false;
  #bytes: Buffer;
  #length = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
    this.#bytes = Buffer.alloc(Math.min(limit, FIRST_BYTES));
  }

  get length(): number {
    return this.#length;
  }

  get decoded(): Decoded {
    return { data: this.#bytes.subarray(0, this.#length), isOver: this.isOver };
  }

  push(byte: number): void {
    if (this.#reserve(1)) this.#bytes[this.#length++] = byte;
  }

  repeat(byte: number, times: number): void {
    if (!this.#reserve(times)) return;
    this.#bytes.fill(byte, this.#length, this.#length + times);
    this.#length += times;
  }

  append(bytes: Buffer): void {
    if (!this.#reserve(bytes.length)) return;
    bytes.copy(this.#bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Appends again what stands at `from`, byte by byte: the copy may reach into itself. */
  again(from: number, length: number): void {
    if (!this.#reserve(length)) return;
    for (let i = 0; i < length; i++) this.#bytes[this.#length++] = this.#bytes[from + i] ?? 0;
  }

  #reserve(more: number): boolean {
    const needed = this.#length + more;
    if (needed > this.#limit) this.isOver = true;
    if (this.isOver) return false;
    if (needed > this.#bytes.length) {
      const larger = Buffer.alloc(Math.min(this.#limit, Math.max(needed, 2 * this.#bytes.length)));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    return true;
  }
}
