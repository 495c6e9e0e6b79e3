import { at } from '../../../model/at.ts';
import { type Charstrings, charstringPath } from './charstring.ts';

/** The table `CFF ` (Adobe Technical Note 5176): where the outlines of its glyphs stand. Damaged ones throw RangeError. */

/** Operators of DICTs; those of two bytes are 1200 + the second. */
const CHARSTRINGS = 17;
const PRIVATE = 18;
const SUBRS = 19;
const FD_ARRAY = 1236;
const FD_SELECT = 1237;

/** Read once for all glyphs. */
const KNOWN = new WeakMap<DataView, Compact>();

interface Compact {
  glyphs: readonly DataView[];
  global: readonly DataView[];
  /** Of the private DICT of each font of a CID font, or of the only one. */
  local: readonly (readonly DataView[])[];
  /** Which of them a glyph belongs to. */
  fontOf(glyph: number): number;
}

/** The outline of a glyph in font units, y upwards; empty where it draws nothing. */
export function compactPath(table: DataView, glyph: number): number[] {
  const font = KNOWN.get(table) ?? readCompact(table);
  KNOWN.set(table, font);
  const strings: Charstrings = { global: font.global, local: font.local[font.fontOf(glyph)] ?? [] };
  return charstringPath(at(font.glyphs, glyph), strings);
}

function readCompact(table: DataView): Compact {
  const names = readIndex(table, table.getUint8(2));
  const tops = readIndex(table, names.end);
  const strings = readIndex(table, tops.end);
  const global = readIndex(table, strings.end);
  const top = readDict(at(tops.items, 0));
  const fonts = top.get(FD_ARRAY);
  const dicts = fonts ? readIndex(table, at(fonts, 0)).items.map(readDict) : [top];
  const select = fonts && top.get(FD_SELECT);
  return {
    glyphs: readIndex(table, at(top.get(CHARSTRINGS) ?? [], 0)).items,
    global: global.items,
    local: dicts.map((dict) => localSubroutines(table, dict)),
    fontOf: select ? (glyph) => selected(table, at(select, 0), glyph) : () => 0,
  };
}

function localSubroutines(table: DataView, dict: ReadonlyMap<number, readonly number[]>): readonly DataView[] {
  const [size, offset] = dict.get(PRIVATE) ?? [];
  if (size === undefined || offset === undefined) return [];
  const subrs = readDict(part(table, offset, size)).get(SUBRS)?.[0];
  return subrs === undefined ? [] : readIndex(table, offset + subrs).items;
}

const part = (table: DataView, offset: number, size: number): DataView => new DataView(table.buffer, table.byteOffset + offset, size);

/** An INDEX: a count, the size of offsets, the offsets, the items. `end`: what follows it. */
function readIndex(table: DataView, start: number): { items: DataView[]; end: number } {
  const count = table.getUint16(start);
  if (count === 0) return { items: [], end: start + 2 };
  const size = table.getUint8(start + 2);
  const data = start + 2 + size * (count + 1);
  const offsetAt = (i: number): number => {
    let offset = 0;
    for (let k = 0; k < size; k++) offset = 256 * offset + table.getUint8(start + 3 + size * i + k);
    return data + offset;
  };
  const items = Array.from({ length: count }, (_, i) => part(table, offsetAt(i), offsetAt(i + 1) - offsetAt(i)));
  return { items, end: offsetAt(count) };
}

/** Operands by operator; real numbers, which no operator that is asked for has, count as 0. */
function readDict(data: DataView): Map<number, readonly number[]> {
  const dict = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let i = 0; i < data.byteLength; ) {
    const byte = data.getUint8(i++);
    if (byte <= 21) {
      dict.set(byte === 12 ? 1200 + data.getUint8(i++) : byte, operands);
      operands = [];
    } else if (byte === 30) {
      while ((data.getUint8(i++) & 15) !== 15);
      operands.push(0);
    } else if (byte === 29) {
      operands.push(data.getInt32(i));
      i += 4;
    } else if (byte === 28) {
      operands.push(data.getInt16(i));
      i += 2;
    } else if (byte < 247) operands.push(byte - 139);
    else operands.push(byte < 251 ? (byte - 247) * 256 + data.getUint8(i++) + 108 : -(byte - 251) * 256 - data.getUint8(i++) - 108);
  }
  return dict;
}

/** FDSelect: a byte for each glyph, or ranges of them. */
function selected(table: DataView, start: number, glyph: number): number {
  if (table.getUint8(start) === 0) return table.getUint8(start + 1 + glyph);
  const ranges = table.getUint16(start + 1);
  for (let k = 0; k < ranges; k++) {
    const range = start + 3 + 3 * k;
    if (glyph < table.getUint16(range + 3)) return table.getUint8(range + 2);
  }
  return 0;
}
