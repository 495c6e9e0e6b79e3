/** Bytes of a PDF in, its objects out: as they stand in the file, and as they stand packed in others; imports nothing. */
import { Exceeded } from './exceeded.ts';
import { isDigit, isSpace, Parser } from './parser.ts';
import { type Dictionary, isDictionary, Reference, type Value } from './values.ts';

/** Where the data of a stream lie in the file. */
export interface Extent {
  start: number;
  end: number;
  /** The length that the dictionary states; null where it states none. */
  declared: number | null;
}

export interface PdfObject {
  /** Null where it cannot be told. */
  number: number | null;
  value: Value;
  /** Null for an object without data, and for one that stands in an object stream. */
  extent: Extent | null;
}

/**
 * How often all bytes may be parsed: once in a sound file. More do objects that lie in each other.
 */
const MAX_PASSES = 4;
/** Bytes that may be parsed in any case: a small file may well name its objects twice. */
const LEAST_PARSED = 1_000_000;
/** Values (names, numbers, references …) of all objects: some 200 MB. A tagged document of 1,000 pages has 4 million. */
export const MAX_VALUES = 6_000_000;
/** Of an object that was rewritten more often only the last versions are looked at. */
const MAX_VERSIONS = 16;
/** References that lead to references. */
const MAX_STEPS = 4;

const TRAILER = 'trailer';
const STREAM = Buffer.from('stream');
const END_STREAM = Buffer.from('endstream');

/** All objects and trailers that the bytes of a file show, whatever its cross-reference table says, older versions included. */
export class PdfObjects {
  readonly all: PdfObject[] = [];
  /** Every dictionary of every object, those in others included. */
  readonly dictionaries: Dictionary[] = [];
  readonly #bytes: Buffer;
  readonly #versions = new Map<number, PdfObject[]>();
  #bytesParsed = 0;
  #valuesMet = 0;
  #most: number;
  /** The last place where `endstream` was found: streams are asked for in order. */
  #endFound = -1;

  /** @throws Exceeded */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#most = LEAST_PARSED + MAX_PASSES * bytes.length;
    for (let at = bytes.indexOf('obj'); at !== -1; at = bytes.indexOf('obj', at + 3)) if (bytes[at - 1] !== 0x64) this.#objectAt(at);
    for (let at = bytes.indexOf(TRAILER); at !== -1; at = bytes.indexOf(TRAILER, at + TRAILER.length))
      this.#add({ number: null, value: this.#parsed(bytes, at + TRAILER.length).value, extent: null });
    for (const object of this.all) if (object.extent) this.#close(object.extent, object.value);
  }

  /** Reads the `count` objects that an object stream holds, the first of which begins at `first` (ISO 32000-1, 7.5.7). @throws Exceeded */
  addPacked(data: Buffer, count: number, first: number): void {
    this.#most += MAX_PASSES * data.length;
    const header = new Parser(data, 0, Math.min(first, data.length));
    for (let i = 0; i < count && header.at < first; i++) {
      const number = header.value();
      const offset = header.value();
      if (typeof number !== 'number' || typeof offset !== 'number') return;
      this.#add({ number, value: this.#parsed(data, first + offset).value, extent: null });
    }
  }

  /** What a value may stand for: itself, or what any version of the object says that it refers to. */
  alternatives(value: Value | undefined): readonly Value[] {
    if (!(value instanceof Reference)) return value === undefined ? [] : [value];
    return this.versionsOf(value.number).map((object) => this.#followed(object.value));
  }

  /** What a value stands for in the last version of the file; null where it refers to nothing. */
  resolved(value: Value | undefined): Value {
    return value === undefined ? null : this.#followed(value);
  }

  /** References that lead to references, by their last versions. */
  #followed(value: Value): Value {
    let next = value;
    for (let step = 0; next instanceof Reference; step++) {
      if (step === MAX_STEPS) return null;
      next = this.versionsOf(next.number).at(-1)?.value ?? null;
    }
    return next;
  }

  /** The last of them is the newest. */
  versionsOf(number: number): readonly PdfObject[] {
    return this.#versions.get(number) ?? [];
  }

  #objectAt(at: number): void {
    const { value, end } = this.#parsed(this.#bytes, at + 3);
    this.#add({ number: numberBefore(this.#bytes, at), value, extent: isDictionary(value) ? this.#beginning(end) : null });
  }

  #parsed(bytes: Buffer, at: number): { value: Value; end: number } {
    const parser = new Parser(bytes, at);
    parser.dictionaries = this.dictionaries;
    parser.maxValues = MAX_VALUES - this.#valuesMet;
    const value = parser.value();
    parser.skipSpace();
    this.#bytesParsed += parser.at - at;
    this.#valuesMet += parser.values;
    if (this.#bytesParsed > this.#most) throw new Exceeded('objects that lie in each other');
    if (this.#valuesMet > MAX_VALUES) throw new Exceeded(`more than ${MAX_VALUES} values in its objects`);
    return { value, end: parser.at };
  }

  #add(object: PdfObject): void {
    this.all.push(object);
    if (object.number === null) return;
    const versions = this.#versions.get(object.number) ?? [];
    this.#versions.set(object.number, versions);
    versions.push(object);
    if (versions.length > MAX_VERSIONS) versions.shift();
  }

  /** The data begin behind the word `stream` and the end of its line. */
  #beginning(at: number): Extent | null {
    const bytes = this.#bytes;
    if (!bytes.subarray(at, at + STREAM.length).equals(STREAM)) return null;
    let start = at + STREAM.length;
    while (bytes[start] === 0x20) start++;
    if (bytes[start] === 0x0d) start++;
    if (bytes[start] === 0x0a) start++;
    return { start, end: start, declared: null };
  }

  /** The data end where the dictionary says, if `endstream` stands there, else before the next `endstream`. */
  #close(extent: Extent, value: Value): void {
    const length = isDictionary(value) ? this.resolved(value.get('Length')) : null;
    extent.declared = typeof length === 'number' ? length : null;
    if (extent.declared !== null && this.#endsAt(extent.start + extent.declared)) extent.end = extent.start + extent.declared;
    else extent.end = this.#nextEnd(extent.start);
  }

  #endsAt(at: number): boolean {
    const bytes = this.#bytes;
    let end = at;
    while (isSpace(bytes[end]) && end < at + 3) end++;
    return bytes.subarray(end, end + END_STREAM.length).equals(END_STREAM);
  }

  #nextEnd(start: number): number {
    if (this.#endFound < start) {
      const found = this.#bytes.indexOf(END_STREAM, start);
      this.#endFound = found === -1 ? this.#bytes.length : found;
    }
    return this.#endFound;
  }
}

/** The number of the object whose `obj` stands at `at`: `12 0 obj`. */
function numberBefore(bytes: Buffer, at: number): number | null {
  let start = at;
  while (isSpace(bytes[start - 1])) start--;
  while (isDigit(bytes[start - 1])) start--;
  while (isSpace(bytes[start - 1])) start--;
  while (isDigit(bytes[start - 1]) && at - start < MAX_HEADER) start--;
  const found = /^(\d+)\s+\d+\s*$/.exec(bytes.toString('latin1', start, at));
  return found ? Number(found[1]) : null;
}

/** Bytes of `12345 00000 ` before `obj`; longer ones are none. */
const MAX_HEADER = 40;
