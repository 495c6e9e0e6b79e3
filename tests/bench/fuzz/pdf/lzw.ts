const CLEAR = 256;
const END = 257;
const MAX_BITS = 12;

/** What `lzw` of the generator packed (ISO 32000-1, 7.4.4, EarlyChange 1). */
export function unpackedLzw(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let table: number[][] = [];
  let width = 9;
  let before: number[] | null = null;
  let [held, bits] = [0, 0];
  const begin = (): void => {
    table = Array.from({ length: END + 1 }, (_, i) => (i < CLEAR ? [i] : []));
    width = 9;
    before = null;
  };
  begin();
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = held >> bits;
    held &= (1 << bits) - 1;
    if (code === END) break;
    if (code === CLEAR) {
      begin();
      continue;
    }
    const sequence: number[] | undefined = table[code] ?? (before ? [...before, before[0]!] : undefined);
    if (!sequence) break;
    for (const value of sequence) out.push(value);
    if (before) table.push([...before, sequence[0]!]);
    before = sequence;
    if (table.length + 1 >= 1 << width && width < MAX_BITS) width++;
  }
  return Uint8Array.from(out);
}
