/** Bytes of a PNG, JPEG or TIFF in, its pictures out, one at a time; imports extractors, drawing. */

import type { PictureFile } from '../../../../extractors/readers/access/scan-library.ts';
import { isJpeg, isPng, isTiff } from '../../../../extractors/readers/scan/signature.ts';
import type { Drawings } from '../drawing/drawings.ts';
import { openJpeg } from './jpeg.ts';
import { openPng } from './png.ts';
import { openTiff } from './tiff.ts';

/** @throws Error for what is none of them, is damaged, or is larger than is decoded. */
export async function decodePictures(bytes: Uint8Array, drawings: Drawings): Promise<PictureFile> {
  if (isPng(bytes)) return openPng(bytes);
  if (isJpeg(bytes)) return openJpeg(bytes, drawings);
  if (isTiff(bytes)) return openTiff(bytes);
  throw new Error('no PNG, JPEG or TIFF');
}
