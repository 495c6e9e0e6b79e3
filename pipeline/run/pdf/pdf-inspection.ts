import type { PdfInspection } from '../../../extractors/readers/access/pdf-library.ts';
import { BUDGETS, type Budgets } from './bounds/budgets.ts';
import { Images } from './bounds/images.ts';
import { inlineImageBytes } from './bounds/inline-images.ts';
import { Painting } from './bounds/painting.ts';
import { RangeCount } from './bounds/ranges.ts';
import { type Damage, StreamSizes } from './bounds/streams.ts';
import { Exceeded } from './objects/exceeded.ts';
import { type PdfObject, PdfObjects } from './objects/index.ts';
import { type Dictionary, isDictionary } from './objects/values.ts';
import { damageOfPage } from './pages/damage.ts';
import { pagesListed } from './pages/listed.ts';

/**
 * Looks through the bytes of a PDF before the library does: what it would unpack and make room for, within `budgets`. Images of more
 * than `maxPixels` are not unpacked, neither here nor there. What cannot be parsed here is left to the library.
 */
export function inspectPdf(bytes: Uint8Array, maxPixels: number, budgets: Budgets = BUDGETS): PdfInspection {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return inspected(file, maxPixels, budgets);
  } catch (error) {
    if (error instanceof Exceeded) return { ...NOTHING, tooMuch: error.message };
    throw error;
  }
}

const NOTHING: PdfInspection = { tooMuch: null, objects: 0, pages: [], isAnnotated: false, damageOf: () => [] };

function inspected(file: Buffer, maxPixels: number, budgets: Budgets): PdfInspection {
  const objects = new PdfObjects(file);
  const sizes = new StreamSizes(file, objects, budgets);
  const { packed, others } = parted(objects);
  for (const object of packed) unpackObjects(object, objects, sizes);
  const images = new Images(objects, maxPixels, budgets);
  const ranges = new RangeCount(budgets);
  ranges.addObjects(objects);
  const painting = new Painting(objects, budgets);
  for (const object of others) {
    if (!object.extent || images.isNeverUnpacked(object)) continue;
    const data = sizes.unpack(object, object.extent);
    ranges.addCharacterMap(data);
    painting.add(object, data);
    sizes.add(inlineImageBytes(data, objects, maxPixels, budgets.stream));
  }
  sizes.checkPages();
  painting.check();
  const damage = isEncrypted(objects) ? new Map<number, Damage>() : sizes.damage;
  return {
    tooMuch: null,
    objects: objects.all.length,
    pages: pagesListed(objects, budgets.treeLevels),
    isAnnotated: objects.dictionaries.some((dictionary) => isPaintedAnnotation(dictionary, objects)),
    // The objects are let go where nobody will ask for them.
    damageOf: damage.size === 0 ? () => [] : (page) => damageOfPage(page, objects, damage),
  };
}

/** An annotation has a rectangle (12.5.2); links and popups paint nothing unless they have an appearance. */
function isPaintedAnnotation(dictionary: Dictionary, objects: PdfObjects): boolean {
  if (!dictionary.has('Rect') || !dictionary.has('Subtype')) return false;
  const subtype = objects.resolved(dictionary.get('Subtype'));
  return dictionary.has('AP') || (subtype !== 'Link' && subtype !== 'Popup');
}

/** What is encrypted cannot be unpacked here, and is not damaged for that. */
const isEncrypted = (objects: PdfObjects): boolean => objects.dictionaries.some((dictionary) => dictionary.has('Encrypt'));

/** Streams that hold objects, and all others. */
function parted(objects: PdfObjects): { packed: PdfObject[]; others: PdfObject[] } {
  const isPacked = ({ value, extent }: PdfObject): boolean =>
    extent !== null && isDictionary(value) && value.has('N') && value.has('First');
  return { packed: objects.all.filter(isPacked), others: objects.all.filter((object) => !isPacked(object)) };
}

/** @throws Exceeded for a claim of more objects than the stream has bytes: the library makes room for them before it reads them */
function unpackObjects(object: PdfObject, objects: PdfObjects, sizes: StreamSizes): void {
  const { value, extent } = object;
  if (!extent || !isDictionary(value)) return;
  const data = sizes.unpack(object, extent);
  const count = objects.resolved(value.get('N'));
  const first = objects.resolved(value.get('First'));
  if (typeof count !== 'number' || typeof first !== 'number') return;
  if (count > Math.max(data.length, LEAST_OBJECTS)) throw new Exceeded(`a claim of ${count} objects in ${data.length} bytes`);
  objects.addPacked(data, count, first);
}

/** Objects that a stream may claim whatever its size. */
const LEAST_OBJECTS = 10_000;
