import { LEVELS, type Level, type List } from '../body/numbering.ts';
import type { DocFile } from './file.ts';

/** Ways of writing a number (MS-OSHARED 2.2.1.3) by the names of newer files; the others are written in digits. */
const FORMATS: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  22: 'decimalZero',
  23: 'bullet',
  30: 'ideographTraditional',
  33: 'taiwaneseCounting',
  35: 'taiwaneseCountingThousand',
  36: 'ideographDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};
const LIST_BYTES = 28;
const LEVEL_BYTES = 28;
const OVERRIDE_BYTES = 16;
/** Flags of a level in an override: it starts at another number, it is described anew (2.9.132). */
const STARTS = 0x10;
const DESCRIBED = 0x20;

/** Reads what stands behind each other. */
class Cursor {
  readonly #view: DataView;

  constructor(
    bytes: Uint8Array,
    public at: number,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  byte(offset: number): number {
    return this.#view.getUint8(this.at + offset);
  }

  short(offset: number): number {
    return this.#view.getUint16(this.at + offset, true);
  }

  long(offset: number): number {
    return this.#view.getInt32(this.at + offset, true);
  }
}

/** A level (2.9.150), and the cursor behind it. Its text has the number of each level as one character, 0 … 8. */
function levelAt(cursor: Cursor): Level {
  const [start, format] = [cursor.long(0), cursor.byte(4)];
  const legal = (cursor.byte(5) & 4) !== 0;
  cursor.at += LEVEL_BYTES + cursor.byte(24) + cursor.byte(25);
  const length = cursor.short(0);
  let text = '';
  for (let i = 0; i < length; i++) {
    const code = cursor.short(2 + 2 * i);
    text += code < LEVELS ? `%${code + 1}` : String.fromCharCode(code);
  }
  cursor.at += 2 + 2 * length;
  return { start, format: FORMATS[format] ?? 'decimal', text, legal };
}

/** The lists of an old Word file by their number from 1; none where what describes them is damaged. */
export function listsOf(file: DocFile): Map<string, List> {
  try {
    return readLists(file, describedLists(file));
  } catch {
    return new Map();
  }
}

function describedLists(file: DocFile): Map<number, Level[]> {
  const described = new Map<number, Level[]>();
  const end = file.lengthOf('lists');
  if (end === 0) return described;
  const bytes = file.structure('lists', true);
  const cursor = new Cursor(bytes, 0);
  const count = cursor.short(0);
  const levels = new Cursor(bytes, end);
  for (let i = 0; i < count; i++) {
    cursor.at = 2 + LIST_BYTES * i;
    const isSimple = (cursor.byte(26) & 1) !== 0;
    described.set(
      cursor.long(0),
      Array.from({ length: isSimple ? 1 : LEVELS }, () => levelAt(levels)),
    );
  }
  return described;
}

function readLists(file: DocFile, described: ReadonlyMap<number, Level[]>): Map<string, List> {
  const lists = new Map<string, List>();
  const bytes = file.structure('overrides');
  if (bytes.length < 4) return lists;
  const cursor = new Cursor(bytes, 0);
  const count = cursor.long(0);
  const data = new Cursor(bytes, 4 + OVERRIDE_BYTES * count);
  for (let i = 0; i < count; i++) {
    cursor.at = 4 + OVERRIDE_BYTES * i;
    const id = cursor.long(0);
    const overridden = cursor.byte(12);
    const levels = [...(described.get(id) ?? [])];
    data.at += 4;
    for (let k = 0; k < overridden; k++) overrideLevel(levels, data);
    lists.set(String(i + 1), { abstract: overridden > 0 ? `${id}/${i}` : String(id), levels });
  }
  return lists;
}

function overrideLevel(levels: (Level | undefined)[], data: Cursor): void {
  const [start, flags] = [data.long(0), data.long(4)];
  data.at += 8;
  const index = flags & 15;
  const level = flags & DESCRIBED ? levelAt(data) : levels[index];
  if (level && index < LEVELS) levels[index] = flags & STARTS ? { ...level, start: flags & DESCRIBED ? level.start : start } : level;
}
