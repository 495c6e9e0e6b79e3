import { type Decoded, Sink } from './sink.ts';

/** Base lengths and distances with the number of their extra bits (RFC 1951, 3.2.5). */
const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385,
  24577,
];
const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const MOST_BITS = 15;
const END_OF_BLOCK = 256;
const HEADER_BYTES = 2;

/** The data end, or say something that deflate does not know. */
class Broken extends Error {}

class Bits {
  at = HEADER_BYTES;
  #held = 0;
  #count = 0;

  constructor(readonly packed: Buffer) {}

  get(count: number): number {
    while (this.#count < count) {
      const byte = this.packed[this.at];
      if (byte === undefined) throw new Broken();
      this.at++;
      this.#held |= byte << this.#count;
      this.#count += 8;
    }
    const value = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#count -= count;
    return value;
  }

  /** Drops what is left of the last byte. */
  align(): void {
    this.#held = this.#count = 0;
  }
}

/** How many codes there are of each length, and the symbols in the order of their codes. */
interface Huffman {
  counts: Uint16Array;
  symbols: Uint16Array;
}

function huffman(lengths: Uint8Array): Huffman {
  const counts = new Uint16Array(MOST_BITS + 1);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const places = new Uint16Array(MOST_BITS + 2);
  for (let bits = 1; bits <= MOST_BITS; bits++) places[bits + 1] = (places[bits] ?? 0) + (counts[bits] ?? 0);
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const place = places[length] ?? 0;
    symbols[place] = symbol;
    places[length] = place + 1;
  });
  return { counts, symbols };
}

function symbol(bits: Bits, { counts, symbols }: Huffman): number {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= MOST_BITS; length++) {
    code |= bits.get(1);
    const count = counts[length] ?? 0;
    if (code - count < first) return symbols[index + code - first] ?? END_OF_BLOCK;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  throw new Broken();
}

const FIXED = huffman(Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)));
const FIXED_DISTANCES = huffman(new Uint8Array(30).fill(5));

function dynamicCodes(bits: Bits): [Huffman, Huffman] {
  const literals = bits.get(5) + 257;
  const distances = bits.get(5) + 1;
  const codes = bits.get(4) + 4;
  const order = new Uint8Array(ORDER.length);
  for (let i = 0; i < codes; i++) order[ORDER[i] ?? 0] = bits.get(3);
  const code = huffman(order);
  const lengths = new Uint8Array(literals + distances);
  for (let i = 0; i < lengths.length; ) {
    const value = symbol(bits, code);
    if (value < 16) lengths[i++] = value;
    else if (value === 16) i = repeat(lengths, i, lengths[i - 1] ?? 0, 3 + bits.get(2));
    else i = repeat(lengths, i, 0, value === 17 ? 3 + bits.get(3) : 11 + bits.get(7));
  }
  return [huffman(lengths.subarray(0, literals)), huffman(lengths.subarray(literals))];
}

function repeat(lengths: Uint8Array, at: number, length: number, times: number): number {
  lengths.fill(length, at, at + times);
  return at + times;
}

function stored(bits: Bits, sink: Sink): void {
  bits.align();
  const length = bits.get(8) | (bits.get(8) << 8);
  const check = bits.get(8) | (bits.get(8) << 8);
  if (check !== (~length & 0xffff) && (length !== 0 || check !== 0)) throw new Broken();
  sink.append(bits.packed.subarray(bits.at, bits.at + length));
  bits.at += length;
  if (bits.at > bits.packed.length) throw new Broken();
}

function compressed(bits: Bits, sink: Sink, [literals, distances]: [Huffman, Huffman]): void {
  while (!sink.isOver) {
    const value = symbol(bits, literals);
    if (value < END_OF_BLOCK) sink.push(value);
    else if (value === END_OF_BLOCK) return;
    else {
      const length = (LENGTHS[value - 257] ?? 0) + bits.get(LENGTH_BITS[value - 257] ?? 0);
      const distance = symbol(bits, distances);
      const back = (DISTANCES[distance] ?? 0) + bits.get(DISTANCE_BITS[distance] ?? 0);
      sink.again(sink.length - back, length);
    }
  }
}

/**
 * Unpacks zlib data as far as they go, past what zlib refuses and pdfjs does not (distances that lead before the data, codes that
 * are not all used). `read`: packed bytes before the damage.
 */
export function inflateTolerantly(packed: Buffer, limit: number): Decoded & { read: number } {
  const bits = new Bits(packed);
  const sink = new Sink(limit);
  try {
    for (let last = 0; last === 0 && !sink.isOver; ) {
      last = bits.get(1);
      const type = bits.get(2);
      if (type === 0) stored(bits, sink);
      else if (type === 3) throw new Broken();
      else compressed(bits, sink, type === 1 ? [FIXED, FIXED_DISTANCES] : dynamicCodes(bits));
    }
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
  }
  return { ...sink.decoded, read: Math.min(bits.at, packed.length) };
}
