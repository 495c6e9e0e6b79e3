import { Exceeded } from '../objects/exceeded.ts';
import type { PdfObject, PdfObjects } from '../objects/index.ts';
import { type Dictionary, isArray, isDictionary, Reference, type Value } from '../objects/values.ts';
import type { Budgets } from './budgets.ts';

/** Keys by which the library comes to streams that it unpacks whatever they say of themselves (ISO 32000-1, 7.8, 8.6, 9, 12.5). */
const UNPACKED = new Set([
  'AP',
  'CharProcs',
  'CIDToGIDMap',
  'Contents',
  'Encoding',
  'FontFile',
  'FontFile2',
  'FontFile3',
  'Function',
  'JBIG2Globals',
  'Pattern',
  'Shading',
  'ToUnicode',
  'UseCMap',
]);
/** Entries of a dictionary that is more than an image. */
const MORE_THAN_IMAGE = ['PatternType', 'FunctionType', 'ShadingType', 'First', 'BBox', 'CMapName'];
const MASKS = ['SMask', 'Mask'];

/** Which images the library never unpacks: those of more than `maxPixels`, if nothing but the painting of images refers to them. */
export class Images {
  readonly #unpacked = new Set<number>();
  readonly #followed = new Set<number>();

  /** @throws Exceeded for a mask that is far larger than its image */
  constructor(
    private readonly objects: PdfObjects,
    private readonly maxPixels: number,
    private readonly budgets: Budgets,
  ) {
    for (const dictionary of objects.dictionaries) {
      for (const [key, value] of dictionary) {
        if (UNPACKED.has(key)) this.#mark(value);
        else if (isArray(value)) this.#markProfile(value);
      }
      this.#markMasks(dictionary);
    }
    for (const { value } of objects.all) if (isArray(value)) this.#markProfile(value);
  }

  /** Whether the library reads none of the object's data: a large image, or an attached file. */
  isNeverUnpacked({ number, value }: PdfObject): boolean {
    if (!isDictionary(value) || (number !== null && this.#unpacked.has(number))) return false;
    if (MORE_THAN_IMAGE.some((key) => value.has(key))) return false;
    return this.#isImage(value) ? this.#pixels(value, Math.min) > this.maxPixels : value.get('Type') === 'EmbeddedFile';
  }

  #isImage(dictionary: Dictionary): boolean {
    const subtypes = this.objects.alternatives(dictionary.get('Subtype'));
    return subtypes.length > 0 && subtypes.every((subtype) => subtype === 'Image');
  }

  #pixels(dictionary: Dictionary, choose: (...numbers: number[]) => number): number {
    const side = (short: string, long: string): number => {
      const sides = this.objects.alternatives(dictionary.get(short) ?? dictionary.get(long));
      return sides.length === 0 ? 0 : choose(...sides.map((value) => (typeof value === 'number' ? value : 0)));
    };
    return side('W', 'Width') * side('H', 'Height');
  }

  /** The references in a value, and those in what it refers to. */
  #mark(value: Value | undefined, steps = 1): void {
    if (value instanceof Reference) {
      this.#unpacked.add(value.number);
      if (steps === 0 || this.#followed.has(value.number)) return;
      this.#followed.add(value.number);
      for (const { value: target } of this.objects.versionsOf(value.number)) this.#mark(target, steps - 1);
    } else if (isArray(value)) for (const item of value) this.#mark(item, steps);
    else if (isDictionary(value)) for (const item of value.values()) this.#mark(item, steps);
  }

  /** Colour profiles: `[/ICCBased 12 0 R]`, also as the base of another colour space. */
  #markProfile(space: readonly Value[]): void {
    if (space[0] === 'ICCBased') this.#mark(space[1], 0);
    for (const item of space) if (isArray(item)) this.#markProfile(item);
  }

  /** Of a small image the library decodes the mask, too, however large. */
  #markMasks(image: Dictionary): void {
    if (!MASKS.some((key) => image.has(key)) || !this.#isImage(image) || this.#pixels(image, Math.min) > this.maxPixels) return;
    for (const key of MASKS) {
      this.#mark(image.get(key), 0);
      for (const mask of this.objects.alternatives(image.get(key))) {
        const pixels = isDictionary(mask) ? this.#pixels(mask, Math.max) : 0;
        if (pixels > this.budgets.maskPixels) throw new Exceeded(`a mask of ${pixels} pixels on a small image`);
      }
    }
  }
}
