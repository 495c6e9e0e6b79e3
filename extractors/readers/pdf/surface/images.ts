/** An image of the file: its size in samples, and whether it lets nothing through (no mask, no image mask, no layer). */
export interface ImageSize {
  width: number;
  height: number;
  opaque: boolean;
}

/** How much of a file around the kind of a stream is looked at for the rest of its dictionary. */
const DICTIONARY = 4096;
/** Sides in proportion within this share are the same. */
const LIKENESS = 0.02;

/**
 * The images of a file, by their dictionaries. Streams stand in no object streams and dictionaries are never encrypted (PDF 32000-1,
 * 7.5.7, 7.6), so the bytes show them all; an image whose size is an object of its own is left out, and so are masks of others.
 */
export function imagesIn(bytes: Uint8Array): ImageSize[] {
  const text = new TextDecoder('latin1').decode(bytes);
  const images = new Map<string, ImageSize>();
  const masks = new Set<string>();
  for (const { index } of text.matchAll(/\/Subtype\s*\/Image\b/g)) {
    const object = Math.max(text.lastIndexOf(' obj', index), index - DICTIONARY);
    const end = text.indexOf('stream', index);
    const dictionary = text.slice(object, end === -1 ? index + DICTIONARY : Math.min(end, index + DICTIONARY));
    const number = /(\d+)\s+\d+$/.exec(text.slice(Math.max(0, object - 20), object))?.[1] ?? `at ${index}`;
    const width = Number(/\/Width\s+(\d+)(?!\d|\s+\d+\s+R)/.exec(dictionary)?.[1]);
    const height = Number(/\/Height\s+(\d+)(?!\d|\s+\d+\s+R)/.exec(dictionary)?.[1]);
    const mask = /\/S?Mask\s+(\d+)\s+\d+\s+R\b/.exec(dictionary)?.[1];
    if (mask !== undefined) masks.add(mask);
    if (width > 0 && height > 0) {
      images.set(number, { width, height, opaque: !/\/(?:SMask|Mask|ImageMask\s+true|OC)\b/.test(dictionary) });
    }
  }
  return [...images].flatMap(([number, image]) => (masks.has(number) ? [] : [image]));
}

/**
 * Whether the image that fills a place of this size hides what is below, by the images of its proportions, or where it is stretched, by
 * all; null where some of them do and some do not, and where there is none.
 */
export function opacityOf(images: readonly ImageSize[], width: number, height: number): boolean | null {
  const alike = images.filter((image) => Math.abs((width * image.height) / (height * image.width) - 1) <= LIKENESS);
  const meant = alike.length > 0 ? alike : images;
  const opaque = meant.filter((image) => image.opaque).length;
  if (opaque < meant.length) return opaque === 0 ? false : null;
  return meant.length === 0 ? null : true;
}
