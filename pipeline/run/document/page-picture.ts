import type { ColourPicture, PictureMap } from '../../../extractors/model/picture.ts';
import { isPdf } from '../../../extractors/readers/pdf/signature.ts';
import { bundled, isBundle } from '../../../extractors/readers/scan/bundle.ts';
import { greyOf } from '../../../extractors/readers/scan/picture/index.ts';
import { scanAccess } from '../scan/scan-access.ts';

/** Fine enough to compare characters with, small enough to stand in a drawing. */
const DPI = 110;

/** The picture of a page (`number` from 1) of the file as it is displayed. @throws Error where it cannot be drawn. */
async function pictureOf(bytes: Uint8Array, number: number): Promise<ColourPicture> {
  const access = await scanAccess();
  if (isPdf(bytes)) {
    const document = await access.openPdf(bytes);
    try {
      return document.draw(number - 1, DPI);
    } finally {
      document.close();
    }
  }
  let before = 0;
  for (const file of isBundle(bytes) ? bundled(bytes) : [() => bytes]) {
    const { pictures, picture } = await access.decode(file());
    if (number <= before + pictures) return picture(number - 1 - before);
    before += pictures;
  }
  throw new RangeError(`page ${number} of ${before}`);
}

/** The picture of a page as an SVG element, `width` × `height` points; `shown` leads from the page that is drawn to what is displayed. */
export async function pictureElement(
  bytes: Uint8Array,
  number: number,
  [width, height]: readonly [number, number],
  shown: PictureMap,
): Promise<string> {
  const picture = greyOf(await pictureOf(bytes, number));
  const { encode } = await import('fast-png');
  const png = encode({ width: picture.width, height: picture.height, data: picture.grey, channels: 1, depth: 8 });
  const data = Buffer.from(png).toString('base64');
  const matrix = inverse(shown).map((value) => value.toFixed(5));
  return `<g transform="matrix(${matrix.join(' ')})"><image width="${width.toFixed(1)}" height="${height.toFixed(1)}" preserveAspectRatio="none" href="data:image/png;base64,${data}"/></g>`;
}

function inverse([a, b, c, d, e, f]: PictureMap): PictureMap {
  const area = a * d - b * c;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}
