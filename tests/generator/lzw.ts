const CLEAR = 256;
const END = 257;
const MAX_BITS = 12;

/** LZW as PDF files have it (early change 1). Unlike zlib's, its output is the same on every machine. */
export function lzw(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let held = 0;
  let bits = 0;
  const write = (code: number, width: number): void => {
    held = (held << width) | code;
    bits += width;
    while (bits >= 8) {
      bits -= 8;
      out.push((held >> bits) & 0xff);
    }
    held &= (1 << bits) - 1;
  };
  let table = new Map<number, number>();
  let next = END + 1;
  let width = 9;
  write(CLEAR, width);
  let prefix = -1;
  for (const byte of bytes) {
    if (prefix < 0) {
      prefix = byte;
      continue;
    }
    const key = (prefix << 8) | byte;
    const known = table.get(key);
    if (known !== undefined) {
      prefix = known;
      continue;
    }
    write(prefix, width);
    table.set(key, next++);
    if (next === (1 << MAX_BITS) - 1) {
      write(CLEAR, width);
      table = new Map();
      next = END + 1;
      width = 9;
    } else if (next + 1 > 1 << width) width++;
    prefix = byte;
  }
  if (prefix >= 0) write(prefix, width);
  // The reader adds an entry for the last code, too.
  if (prefix >= 0 && next + 2 > 1 << width && width < MAX_BITS) width++;
  write(END, width);
  if (bits > 0) out.push((held << (8 - bits)) & 0xff);
  return Uint8Array.from(out);
}
