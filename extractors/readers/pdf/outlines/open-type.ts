/** Fonts have one for each platform: two or three. */
const MOST_SUBTABLES = 8;

/** Tables of an OpenType font (ISO/IEC 14496-22), and which glyph a character is drawn with. Damaged fonts throw RangeError. */
export class OpenType {
  private readonly tables = new Map<string, DataView>();

  constructor(bytes: Uint8Array) {
    const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = file.getUint16(4);
    for (let i = 0; i < count; i++) {
      const entry = 12 + 16 * i;
      const tag = String.fromCharCode(...Array.from({ length: 4 }, (_, k) => file.getUint8(entry + k)));
      const offset = bytes.byteOffset + file.getUint32(entry + 8);
      this.tables.set(tag, new DataView(bytes.buffer, offset, file.getUint32(entry + 12)));
    }
  }

  table(tag: string): DataView | null {
    return this.tables.get(tag) ?? null;
  }

  /** The number of the glyph that a character is drawn with, by the subtables of formats 4 and 12; 0 for none. */
  glyphOf(code: number): number {
    const cmap = this.table('cmap');
    if (!cmap) return 0;
    for (let i = 0; i < Math.min(MOST_SUBTABLES, cmap.getUint16(2)); i++) {
      const start = cmap.getUint32(8 + 8 * i);
      const format = cmap.getUint16(start);
      const glyph = format === 4 ? bySegments(cmap, start, code) : format === 12 ? byGroups(cmap, start, code) : 0;
      if (glyph > 0) return glyph;
    }
    return 0;
  }
}

/** Format 4: four lists of as many segments: ends, starts, deltas, offsets. */
function bySegments(cmap: DataView, start: number, code: number): number {
  const size = cmap.getUint16(start + 6);
  const [ends, starts] = [start + 14, start + 16 + size];
  for (let k = 0; k < size; k += 2) {
    if (cmap.getUint16(ends + k) < code) continue;
    const first = cmap.getUint16(starts + k);
    if (first > code) return 0;
    const delta = cmap.getUint16(starts + size + k);
    const offset = starts + 2 * size + k;
    const within = cmap.getUint16(offset);
    if (within === 0) return (code + delta) & 0xffff;
    const glyph = cmap.getUint16(offset + within + 2 * (code - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/** Format 12: groups of first character, last character, first glyph. */
function byGroups(cmap: DataView, start: number, code: number): number {
  const count = cmap.getUint32(start + 12);
  for (let k = 0; k < count; k++) {
    const group = start + 16 + 12 * k;
    const first = cmap.getUint32(group);
    if (code >= first && code <= cmap.getUint32(group + 4)) return cmap.getUint32(group + 8) + code - first;
  }
  return 0;
}
