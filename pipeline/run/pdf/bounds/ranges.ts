import { Exceeded } from '../objects/exceeded.ts';
import type { PdfObjects } from '../objects/index.ts';
import { Parser } from '../objects/parser.ts';
import { type Dictionary, isArray, Text, type Value } from '../objects/values.ts';
import type { Budgets } from './budgets.ts';

/** pdfjs gives up a character map at a wider range, before it fills it. */
const WIDEST_MAPPED = 2 ** 24 - 1;
/** Values of a range in /W and /W2 behind its two codes (ISO 32000-1, 9.7.4.3). */
const WIDTHS: readonly [key: string, values: number][] = [
  ['W', 1],
  ['W2', 3],
];
/** Operators of a character map between which ranges stand. */
const RANGE_BLOCK = /begin(?:cid|bf|notdef)range/g;

/** Adds up the codes that ranges stand for: each is an entry in a list of the library, for a few bytes in the file. */
export class RangeCount {
  #codes = 0;
  readonly #known = new Map<readonly Value[], number>();

  constructor(private readonly budgets: Budgets) {}

  /** What the dictionaries of the file claim. @throws Exceeded */
  addObjects(objects: PdfObjects): void {
    for (const dictionary of objects.dictionaries) {
      for (const [key, values] of WIDTHS) {
        if (!dictionary.has(key)) continue;
        for (const list of objects.alternatives(dictionary.get(key))) if (isArray(list)) this.#add(this.#widths(list, values, objects));
      }
      if (dictionary.has('FunctionType')) this.#checkSamples(dictionary, objects);
      if (dictionary.has('Index') || dictionary.has('Size')) checkEntries(dictionary, objects, this.budgets);
    }
  }

  /** Fonts may share a list. */
  #widths(list: readonly Value[], values: number, objects: PdfObjects): number {
    const codes = this.#known.get(list) ?? codesOfWidths(list, values, objects);
    this.#known.set(list, codes);
    return codes;
  }

  /** The ranges of a character map. @throws Exceeded */
  addCharacterMap(data: Buffer): void {
    if (data.includes('range')) this.#add(codesOfMap(data, this.budgets.codesOfOne));
  }

  #add(codes: number): void {
    this.#codes += codes;
    if (codes > this.budgets.codesOfOne) throw new Exceeded(`ranges of ${codes} codes in a font`);
    if (this.#codes > this.budgets.codes) throw new Exceeded(`ranges of more than ${this.budgets.codes} codes in its fonts`);
  }

  #checkSamples(dictionary: Dictionary, objects: PdfObjects): void {
    if (objects.resolved(dictionary.get('FunctionType')) !== 0) return;
    const numbers = (key: string): number[] => {
      const list = objects.resolved(dictionary.get(key));
      return isArray(list) ? list.map((item) => objects.resolved(item)).filter((item) => typeof item === 'number') : [];
    };
    const samples = numbers('Size').reduce((product, size) => product * size, numbers('Range').length / 2);
    if (samples > this.budgets.samples) throw new Exceeded(`a function of ${samples} samples`);
  }
}

/** The most that one of the readings of a value says. */
function largest(value: Value | undefined, objects: PdfObjects): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...objects.alternatives(value).filter((item) => typeof item === 'number'));
}

/** `first last width …` names the codes from first to last; `first [width …]` one for each width and is passed over. */
function codesOfWidths(list: readonly Value[], values: number, objects: PdfObjects): number {
  let codes = 0;
  for (let i = 0; i + 1 < list.length; ) {
    if (objects.alternatives(list[i + 1]).some(isArray)) {
      i += 2;
      continue;
    }
    const width = largest(list[i + 1], objects) - largest(list[i], objects);
    if (width > 0 && Number.isFinite(width)) codes += width;
    i += 2 + values;
  }
  return codes;
}

function codeOf({ bytes }: Text): number {
  let code = 0;
  for (let i = 0; i < bytes.length; i++) code = code * 256 + bytes.charCodeAt(i);
  return code;
}

/** Ranges are two strings and what they map to; anything else ends them. Stops counting beyond `most`. */
function codesOfMap(data: Buffer, most: number): number {
  const text = data.toString('latin1');
  let codes = 0;
  for (const { index, 0: begin } of text.matchAll(RANGE_BLOCK)) {
    const parser = new Parser(data, index + begin.length, data.length, 'keep strings');
    while (!parser.isAtEnd && codes <= most) {
      const low = parser.value();
      const high = parser.value();
      parser.value();
      if (!(low instanceof Text) || !(high instanceof Text)) break;
      const width = codeOf(high) - codeOf(low);
      if (width > 0 && width <= WIDEST_MAPPED) codes += width;
    }
  }
  return codes;
}

/** A cross-reference stream whose entries have no bytes may claim any number of them. */
function checkEntries(dictionary: Dictionary, objects: PdfObjects, { codes }: Budgets): void {
  const widths = objects.resolved(dictionary.get('W'));
  if (!isArray(widths) || widths.some((width) => largest(width, objects) > 0)) return;
  const index = objects.resolved(dictionary.get('Index'));
  const claims = isArray(index) ? index : [dictionary.get('Size')];
  const entries = claims.reduce<number>((most, claim) => Math.max(most, largest(claim, objects)), 0);
  if (entries > codes) throw new Exceeded(`${entries} entries of no bytes in a cross-reference stream`);
}
