import { filterChains, unpack } from '../filters/index.ts';
import type { PdfObjects } from '../objects/index.ts';
import { isSpace, Parser } from '../objects/parser.ts';
import type { Value } from '../objects/values.ts';

/** Packed bytes of an inline image that are looked at: those of small images have a few kilobytes, and a bomb shows itself in these. */
const MAX_PACKED = 1_000_000;
/** Entries of the dictionary of an inline image; ISO 32000-1, table 93 has eleven. */
const MAX_ENTRIES = 40;

/** The dictionary behind `BI` and where the data behind `ID` begin; null where no such image stands. */
function imageAt(data: Buffer, at: number): { dictionary: Map<string, Value>; start: number } | null {
  const parser = new Parser(data, at);
  const dictionary = new Map<string, Value>();
  for (let i = 0; i <= MAX_ENTRIES && !parser.isAtEnd; i++) {
    if (data[parser.at] === 0x49 && data[parser.at + 1] === 0x44) return { dictionary, start: parser.at + 3 };
    const key = parser.value();
    if (typeof key !== 'string') return null;
    dictionary.set(key, parser.value());
  }
  return null;
}

/**
 * What the inline images of a page's content unpack to at most (bytes; `limit` + 1 for one that goes beyond), images of more than
 * `maxPixels` left out: those the library does not decode.
 */
export function inlineImageBytes(data: Buffer, objects: PdfObjects, maxPixels: number, limit: number): number {
  let bytes = 0;
  for (let at = data.indexOf('BI'); at !== -1 && bytes <= limit; at = data.indexOf('BI', at + 2)) {
    if (!isSpace(data[at + 2]) || (at > 0 && !isSpace(data[at - 1]))) continue;
    const image = imageAt(data, at + 2);
    if (image === null || pixels(image.dictionary) > maxPixels) continue;
    const packed = data.subarray(image.start, image.start + MAX_PACKED);
    const sizes = filterChains(image.dictionary, objects).map((filters) => {
      const unpacked = unpack(packed, filters, limit);
      return unpacked.isOver ? limit + 1 : unpacked.data.length;
    });
    bytes += Math.max(0, ...sizes);
  }
  return bytes;
}

function pixels(dictionary: ReadonlyMap<string, Value>): number {
  const [width, height] = [dictionary.get('W') ?? dictionary.get('Width'), dictionary.get('H') ?? dictionary.get('Height')];
  return typeof width === 'number' && typeof height === 'number' ? width * height : 0;
}
