import { Ole } from '../../package/ole.ts';
import { MOST_CHARACTERS, TooMuchText } from '../body/body.ts';
import { type ParagraphProperties, PLAIN_PARAGRAPH, type Sprm, sprmsIn, withSprms } from './sprms.ts';

/** Bytes of a text that stand together: characters [from, to) begin at byte `at`, one or two bytes each. */
interface Piece {
  from: number;
  to: number;
  at: number;
  compressed: boolean;
}

/** Properties of the bytes [from, to). */
interface Run<T> {
  from: number;
  to: number;
  value: T;
}

/** What is seen of a character. */
export const SEEN = 0;
export const HIDDEN = 1;
/** Deleted or struck through: its writer took it back. */
export const TAKEN_BACK = 2;
export const RED = 4;

const PAGE = 512;
/** First bytes of the stream (MS-DOC 2.5.2), and where in it what is read stands. */
const MAGIC = 0xa5ec;
const FLAGS = 0x0a;
const ENCRYPTED = 0x100;
const TABLE_1 = 0x200;
const TEXT_LENGTH = 0x4c;
/** Word 97; older files are built otherwise. */
const LEAST_VERSION = 0x00c1;
/** Offset and length in the table stream, by name (2.5.6). */
const STRUCTURES = { styles: 0xa2, characterPages: 0xfa, paragraphPages: 0x102, pieces: 0x1a2, lists: 0x2e2, overrides: 0x2ea } as const;
/** `sprmPHugePapx` and `sprmPTableProps`: further properties stand in the stream Data. */
const ELSEWHERE = new Set([0x6646, 0x646b]);

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** An old Word file (MS-DOC) as characters with their properties. */
export class DocFile {
  /** Characters of the document itself, without headers, notes and text boxes. */
  readonly text: string;
  readonly #document: DataView;
  readonly #bytes: Uint8Array;
  readonly #table: Uint8Array;
  readonly #data: Uint8Array;
  readonly #pieces: Piece[];
  readonly #paragraphs: Run<{ style: number; sprms: Sprm[] }>[];
  readonly #styles: (ParagraphProperties | undefined)[];

  /** @throws Error when it is damaged, encrypted (`password-protected`) or older than Word 97; TooMuchText. */
  constructor(bytes: Uint8Array) {
    const ole = new Ole(bytes);
    this.#bytes = ole.stream('WordDocument') ?? new Uint8Array(0);
    this.#document = viewOf(this.#bytes);
    if (this.#bytes.length < PAGE || this.#document.getUint16(0, true) !== MAGIC) throw new Error('no Word document');
    const flags = this.#document.getUint16(FLAGS, true);
    if (flags & ENCRYPTED) throw new Error('password-protected');
    if (this.#document.getUint16(2, true) < LEAST_VERSION) throw new Error('older than Word 97');
    this.#table = ole.stream(flags & TABLE_1 ? '1Table' : '0Table') ?? new Uint8Array(0);
    this.#data = ole.stream('Data') ?? new Uint8Array(0);
    const length = this.#document.getUint32(TEXT_LENGTH, true);
    if (length > MOST_CHARACTERS) throw new TooMuchText(`> ${MOST_CHARACTERS} characters`);
    this.#pieces = this.#readPieces(length);
    this.text = this.#pieces.map((piece) => this.#textOf(piece)).join('');
    this.#styles = this.#readStyles();
    this.#paragraphs = this.#readPages('paragraphPages', 13, (at) => this.#paragraphAt(at));
  }

  /** The bytes of a structure in the table stream. @throws Error when they are cut short. */
  structure(name: keyof typeof STRUCTURES, more = false): Uint8Array {
    const offset = this.#document.getUint32(STRUCTURES[name], true);
    const length = this.#document.getUint32(STRUCTURES[name] + 4, true);
    if (offset + length > this.#table.length) throw new Error(`${name} are cut short`);
    return this.#table.subarray(offset, more && length > 0 ? undefined : offset + length);
  }

  /** Length of a structure whose continuation was asked for. */
  lengthOf(name: keyof typeof STRUCTURES): number {
    return this.#document.getUint32(STRUCTURES[name] + 4, true);
  }

  /** Properties of the paragraph that ends with this character. */
  paragraphAt(character: number): ParagraphProperties {
    const run = find(this.#paragraphs, this.#offsetOf(character));
    if (!run) return { ...PLAIN_PARAGRAPH };
    const { style, sprms } = run.value;
    return withSprms(this.#styles[style] ?? PLAIN_PARAGRAPH, sprms);
  }

  /** What is seen of each character. */
  looks(): Uint8Array {
    const looks = new Uint8Array(this.text.length);
    const runs = this.#readPages('characterPages', 1, (at) => this.#lookAt(at));
    for (const { from, to, at, compressed } of this.#pieces) {
      const width = compressed ? 1 : 2;
      const end = at + (to - from) * width;
      for (let i = firstIndex(runs, at); i < runs.length; i++) {
        const run = runs[i];
        if (!run || run.from >= end) break;
        const first = from + Math.max(0, Math.floor((run.from - at) / width));
        if (run.value !== SEEN) looks.fill(run.value, first, Math.min(to, from + Math.ceil((run.to - at) / width)));
      }
    }
    return looks;
  }

  #readPieces(length: number): Piece[] {
    const bytes = this.structure('pieces');
    const view = viewOf(bytes);
    let at = 0;
    while (at + 3 <= bytes.length && bytes[at] === 1) at += 3 + view.getInt16(at + 1, true);
    if (at + 5 > bytes.length || bytes[at] !== 2) throw new Error('no text');
    const count = Math.floor((view.getUint32(at + 1, true) - 4) / 12);
    at += 5;
    if (at + 4 + 12 * count > bytes.length) throw new Error('its text is cut short');
    const pieces: Piece[] = [];
    let next = 0;
    for (let i = 0; i < count && next < length; i++) {
      const [from, to] = [view.getUint32(at + 4 * i, true), Math.min(length, view.getUint32(at + 4 * i + 4, true))];
      const offset = view.getUint32(at + 4 * (count + 1) + 8 * i + 2, true);
      const compressed = (offset & 0x40000000) !== 0;
      if (from !== next || to < from) throw new Error('its pieces do not follow each other');
      pieces.push({ from, to, at: compressed ? (offset & 0x3fffffff) / 2 : offset & 0x3fffffff, compressed });
      next = to;
    }
    return pieces;
  }

  #textOf({ from, to, at, compressed }: Piece): string {
    const end = at + (to - from) * (compressed ? 1 : 2);
    if (end > this.#bytes.length) throw new Error('its text is cut short');
    return new TextDecoder(compressed ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(this.#bytes.subarray(at, end));
  }

  #offsetOf(character: number): number {
    const piece = find(this.#pieces, character);
    return piece ? piece.at + (character - piece.from) * (piece.compressed ? 1 : 2) : -1;
  }

  /** Runs of all pages of one kind (2.9.33, 2.9.174), in the order of their bytes; `entry` bytes for each run lead to what it has. */
  #readPages<T>(name: 'paragraphPages' | 'characterPages', entry: number, valueAt: (at: number | null) => T): Run<T>[] {
    const bytes = this.structure(name);
    const count = Math.max(0, Math.floor((bytes.length - 4) / 8));
    const runs: Run<T>[] = [];
    for (let i = 0; i < count; i++) {
      const page = (viewOf(bytes).getUint32(4 * (count + 1) + 4 * i, true) & 0x3fffff) * PAGE;
      if (page + PAGE > this.#bytes.length) throw new Error(`${name} are cut short`);
      const runCount = Math.min(this.#document.getUint8(page + PAGE - 1), Math.floor((PAGE - 5) / (4 + entry)));
      for (let k = 0; k < runCount; k++) {
        const word = this.#document.getUint8(page + 4 * (runCount + 1) + entry * k);
        const [from, to] = [this.#document.getUint32(page + 4 * k, true), this.#document.getUint32(page + 4 * k + 4, true)];
        runs.push({ from, to, value: valueAt(word === 0 ? null : page + 2 * word) });
      }
    }
    return runs.sort((a, b) => a.from - b.from);
  }

  #paragraphAt(at: number | null): { style: number; sprms: Sprm[] } {
    if (at === null) return { style: 0, sprms: [] };
    const size = this.#document.getUint8(at);
    const [from, length] = size === 0 ? [at + 2, 2 * this.#document.getUint8(at + 1)] : [at + 1, 2 * size - 1];
    const sprms = sprmsIn(this.#bytes.subarray(from + 2, from + length));
    return {
      style: this.#document.getUint16(from, true),
      sprms: sprms.flatMap((sprm) => (ELSEWHERE.has(sprm.code) ? [...this.#elsewhere(sprm)] : [sprm])),
    };
  }

  #elsewhere({ operand }: Sprm): Sprm[] {
    const at = operand.getUint32(0, true);
    if (at + 2 > this.#data.length) return [];
    const length = viewOf(this.#data).getUint16(at, true);
    return sprmsIn(this.#data.subarray(at + 2, at + 2 + length));
  }

  #lookAt(at: number | null): number {
    if (at === null) return SEEN;
    const length = this.#document.getUint8(at);
    let look = SEEN;
    for (const { code, operand } of sprmsIn(this.#bytes.subarray(at + 1, at + 1 + length))) {
      const flag = CHARACTER_FLAGS[code]?.(operand);
      if (flag !== undefined) look = flag[1] ? look | flag[0] : look & ~flag[0];
    }
    return look;
  }

  /** What styles give to paragraphs: lists and indents (2.9.271). */
  #readStyles(): (ParagraphProperties | undefined)[] {
    const bytes = this.structure('styles');
    const view = viewOf(bytes);
    const styles: (ParagraphProperties | undefined)[] = [];
    if (bytes.length < 6) return styles;
    const base = view.getUint16(4, true);
    for (let at = 2 + view.getUint16(0, true); at + 2 <= bytes.length; ) {
      const length = view.getUint16(at, true);
      styles.push(at + 2 + length <= bytes.length ? styleOf(bytes.subarray(at + 2, at + 2 + length), base, styles) : undefined);
      at += 2 + length + (length % 2);
    }
    return styles;
  }
}

const RED_INDEX = 6;
const RED_COLOURS = new Set([0x0000ff, 0x0000c0]);
const on =
  (flag: number) =>
  (operand: DataView): readonly [number, boolean] => [flag, operand.getUint8(0) % 128 !== 0];

/** `sprmCFVanish`, `sprmCFRMarkDel`, `sprmCFStrike`, `sprmCFDStrike`, `sprmCIco`, `sprmCCv` (2.6.1). */
const CHARACTER_FLAGS: Readonly<Record<number, (operand: DataView) => readonly [number, boolean]>> = {
  2108: on(HIDDEN),
  2048: on(TAKEN_BACK),
  2103: on(TAKEN_BACK),
  10835: on(TAKEN_BACK),
  10818: (operand) => [RED, operand.getUint8(0) === RED_INDEX],
  26736: (operand) => [RED, RED_COLOURS.has(operand.getUint32(0, true) & 0xffffff)],
};

const PARAGRAPH_STYLE = 1;

function styleOf(bytes: Uint8Array, base: number, known: readonly (ParagraphProperties | undefined)[]): ParagraphProperties | undefined {
  const view = viewOf(bytes);
  if (bytes.length < base + 2 || base < 4) return undefined;
  const kind = view.getUint16(2, true);
  if ((kind & 15) !== PARAGRAPH_STYLE) return undefined;
  const at = base + 2 + 2 * view.getUint16(base, true) + 2;
  if (at + 4 > bytes.length) return undefined;
  const length = view.getUint16(at, true);
  return withSprms(known[kind >> 4] ?? PLAIN_PARAGRAPH, sprmsIn(bytes.subarray(at + 4, at + 2 + length)));
}

/** Index of the first run that ends behind a position. */
function firstIndex(runs: readonly { to: number }[], position: number): number {
  let [from, to] = [0, runs.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((runs[middle]?.to ?? 0) <= position) from = middle + 1;
    else to = middle;
  }
  return from;
}

function find<T extends { from: number; to: number }>(runs: readonly T[], position: number): T | undefined {
  const run = runs[firstIndex(runs, position)];
  return run && run.from <= position ? run : undefined;
}
