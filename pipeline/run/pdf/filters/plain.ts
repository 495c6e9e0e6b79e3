import { isSpace } from '../objects/parser.ts';
import { type Decoded, Sink } from './sink.ts';

/** End of data of RunLengthDecode (ISO 32000-1, 7.4.5). */
const END_OF_RUNS = 128;

/** RunLengthDecode: n + 1 bytes as they are, or one byte 257 - n times. */
export function unpackRuns(packed: Buffer, limit: number): Decoded {
  const sink = new Sink(limit);
  for (let at = 0; at + 1 < packed.length && !sink.isOver; ) {
    const length = packed[at] ?? END_OF_RUNS;
    if (length === END_OF_RUNS) break;
    if (length < END_OF_RUNS) sink.append(packed.subarray(at + 1, at + 2 + length));
    else sink.repeat(packed[at + 1] ?? 0, 257 - length);
    at += length < END_OF_RUNS ? length + 2 : 2;
  }
  return sink.decoded;
}

function hexValue(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** ASCIIHexDecode (7.4.2): two digits a byte, `>` ends. */
export function unpackHex(packed: Buffer, limit: number): Decoded {
  const sink = new Sink(limit);
  let high = -1;
  for (let at = 0; at < packed.length && !sink.isOver; at++) {
    const byte = packed[at] ?? 0;
    if (byte === 0x3e) break;
    const value = hexValue(byte);
    if (value === -1) continue;
    if (high === -1) high = value;
    else {
      sink.push((high << 4) | value);
      high = -1;
    }
  }
  if (high !== -1) sink.push(high << 4);
  return sink.decoded;
}

/** ASCII85Decode (7.4.3): five digits of base 85 are four bytes, `z` is four zeros, `~` ends. */
export function unpackAscii85(packed: Buffer, limit: number): Decoded {
  const sink = new Sink(limit);
  let digits = 0;
  let value = 0;
  const flush = (bytes: number): void => {
    for (let i = 0; i < bytes; i++) sink.push(Math.floor(value / 256 ** (3 - i)) % 256);
    digits = value = 0;
  };
  for (let at = 0; at < packed.length && !sink.isOver; at++) {
    const byte = packed[at] ?? 0;
    if (byte === 0x7e) break;
    if (isSpace(byte)) continue;
    if (byte === 0x7a && digits === 0) {
      sink.repeat(0, 4);
      continue;
    }
    value = value * 85 + (byte - 0x21);
    if (++digits === 5) flush(4);
  }
  if (digits > 1) {
    const bytes = digits - 1;
    for (; digits < 5; digits++) value = value * 85 + 84;
    flush(bytes);
  }
  return sink.decoded;
}
