import { type Decoded, Sink } from './sink.ts';

const CLEAR = 256;
const END = 257;
const FIRST_BITS = 9;
const MOST_BITS = 12;
const TABLE = 1 << MOST_BITS;

/** The codes of a packed stream, most significant bit first, each of the length that `bits` has at that moment. */
class Codes {
  bits = FIRST_BITS;
  #held = 0;
  #count = 0;
  #at = 0;

  constructor(private readonly packed: Buffer) {}

  next(): number {
    while (this.#count < this.bits) {
      if (this.#at >= this.packed.length) return END;
      this.#held = ((this.#held << 8) | (this.packed[this.#at++] ?? 0)) & 0xffffff;
      this.#count += 8;
    }
    this.#count -= this.bits;
    return (this.#held >>> this.#count) & ((1 << this.bits) - 1);
  }
}

/**
 * LZWDecode (ISO 32000-1, 7.4.4). Each sequence of the table was written once, so that its place and length in the output say it.
 * `early`: EarlyChange, by how many codes the length of codes changes too early.
 */
export function unpackLzw(packed: Buffer, limit: number, early: number): Decoded {
  const sink = new Sink(limit);
  const codes = new Codes(packed);
  const starts = new Float64Array(TABLE);
  const lengths = new Uint32Array(TABLE);
  let next = END + 1;
  let last: { start: number; length: number } | null = null;
  for (let code = codes.next(); code !== END && !sink.isOver; code = codes.next()) {
    if (code === CLEAR) {
      next = END + 1;
      codes.bits = FIRST_BITS;
      last = null;
      continue;
    }
    const start = sink.length;
    if (code < CLEAR) sink.push(code);
    else if (code < next) sink.again(starts[code] ?? 0, lengths[code] ?? 0);
    else if (last) sink.again(last.start, last.length + 1);
    else break;
    if (last && next < TABLE) {
      starts[next] = last.start;
      lengths[next] = last.length + 1;
      next++;
    }
    last = { start, length: sink.length - start };
    codes.bits = Math.min(MOST_BITS, Math.max(FIRST_BITS, 32 - Math.clz32(next + early)));
  }
  return sink.decoded;
}
