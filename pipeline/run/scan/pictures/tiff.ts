import type { PictureFile } from '../../../../extractors/readers/access/scan-library.ts';
import { MAX_PICTURES } from '../drawing/settings.ts';
import { checkSize } from './size.ts';

/** Tags of TIFF 6.0, part 1. */
const KIND = 't254';
const WIDTH = 't256';
const HEIGHT = 't257';
const X_RESOLUTION = 't282';
const UNIT = 't296';
/** A smaller picture of another one in the file. */
const REDUCED = 1;
const CENTIMETRE = 3;
const CENTIMETRES_PER_INCH = 2.54;

type Directory = Record<string, unknown>;

export async function openTiff(bytes: Uint8Array): Promise<PictureFile> {
  const { default: tiff } = await import('utif2');
  // The library takes the buffer as the file.
  const file = bytes.slice().buffer;
  const pages = tiff.decode(file).filter((page) => numberOf(page, WIDTH) > 0 && (numberOf(page, KIND) & REDUCED) === 0);
  if (pages.length === 0) throw new Error('no picture in the file');
  if (pages.length > MAX_PICTURES) throw new Error(`${pages.length} pictures`);
  return {
    pictures: pages.length,
    picture: (index) => {
      const page = pages[index];
      if (!page) throw new RangeError(`picture ${index} of ${pages.length}`);
      checkSize(numberOf(page, WIDTH), numberOf(page, HEIGHT));
      // On a copy: what is decoded must not stay with the directory.
      const decoded = { ...page };
      tiff.decodeImage(file, decoded);
      return { width: decoded.width, height: decoded.height, rgba: tiff.toRGBA8(decoded), dpi: dpiOf(page) };
    },
  };
}

function numberOf(page: Directory, tag: string): number {
  const values = page[tag];
  const first: unknown = Array.isArray(values) ? values[0] : undefined;
  return typeof first === 'number' ? first : 0;
}

function dpiOf(page: Directory): number | null {
  const resolution = numberOf(page, X_RESOLUTION) * (numberOf(page, UNIT) === CENTIMETRE ? CENTIMETRES_PER_INCH : 1);
  return resolution > 0 ? resolution : null;
}
