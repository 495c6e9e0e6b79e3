import { encode } from 'fast-png';
import tiff from 'utif2';
import { describe, expect, test } from 'vitest';
import type { PagePicture } from '../../../../extractors/readers/access/scan-library.ts';
import { drawings } from '../../../../pipeline/run/scan/drawing/drawings.ts';
import { decodePictures } from '../../../../pipeline/run/scan/pictures/index.ts';
import { pdfOfPictures } from '../../../support/scan/twin.ts';

const draw = await drawings();

async function decoded(bytes: Uint8Array): Promise<PagePicture[]> {
  const { pictures, picture } = await decodePictures(bytes, draw);
  return Array.from({ length: pictures }, (_, i) => picture(i));
}

const GREYS = [0, 64, 128, 255];
const WIDTH = 2;
const SAMPLES = Uint8Array.from(GREYS);
const inColour = (greys: readonly number[]) => greys.flatMap((grey) => [grey, grey, grey, 255]);

describe('PNG', () => {
  test.each<[name: string, bytes: Uint8Array, rgba: number[]]>([
    ['grey', encode({ width: WIDTH, height: 2, data: SAMPLES, channels: 1, depth: 8 }), inColour(GREYS)],
    [
      'grey of two bytes',
      encode({ width: WIDTH, height: 2, data: Uint16Array.from(GREYS, (grey) => grey * 257), channels: 1, depth: 16 }),
      inColour(GREYS),
    ],
    ['grey with opacity', encode({ width: 1, height: 1, data: Uint8Array.of(10, 20), channels: 2, depth: 8 }), [10, 10, 10, 20]],
    ['colour', encode({ width: 1, height: 1, data: Uint8Array.of(1, 2, 3), channels: 3, depth: 8 }), [1, 2, 3, 255]],
    ['colour with opacity', encode({ width: 1, height: 1, data: Uint8Array.of(1, 2, 3, 4), channels: 4, depth: 8 }), [1, 2, 3, 4]],
  ])('%s', async (_, bytes, rgba) => {
    const [picture] = await decoded(bytes);
    expect([...(picture?.rgba ?? [])]).toEqual(rgba);
    expect(picture?.dpi).toBe(null);
  });

  const png = encode({ width: WIDTH, height: 2, data: SAMPLES, channels: 1, depth: 8 });

  test('larger than 40 million dots it is not decoded', async () => {
    const huge = png.slice();
    new DataView(huge.buffer).setUint32(16, 40_000_001);
    await expect(decoded(huge)).rejects.toThrow('40000001 × 2 dots');
  });

  test.each([20, 40, png.length - 14])('cut after %d bytes it is damaged', async (length) => {
    await expect(decoded(png.slice(0, length))).rejects.toThrow();
  });
});

describe('TIFF', () => {
  const rgba = Uint8Array.from(inColour([...GREYS, ...GREYS]));
  const file = new Uint8Array(tiff.encodeImage(rgba, 4, 2));

  test('is decoded', async () => {
    const [picture] = await decoded(file);
    expect({ width: picture?.width, height: picture?.height, rgba: [...(picture?.rgba ?? [])] }).toEqual({
      width: 4,
      height: 2,
      rgba: [...rgba],
    });
  });

  test('without a picture it is damaged', async () => {
    await expect(decoded(file.slice(0, 8))).rejects.toThrow();
  });
});

describe('JPEG', () => {
  test('without a frame it is damaged', async () => {
    await expect(decoded(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9))).rejects.toThrow('no frame');
  });
});

describe('pages of a PDF', () => {
  const page = { width: 4, height: 2, grey: Uint8Array.from([0, 50, 100, 150, 200, 250, 255, 0]) };

  test('are drawn dot by dot at their own resolution, as viewers turn them', () => {
    const document = draw.open(pdfOfPictures([page, page], 72));
    expect(document.pages).toBe(2);
    const { width, height, rgba } = document.draw(1, 72);
    expect([width, height, [...rgba]]).toEqual([4, 2, inColour([...page.grey])]);
    document.close();
    const turned = draw.open(pdfOfPictures([page], 72, 90));
    const { width: w, height: h } = turned.draw(0, 72);
    expect([w, h]).toEqual([2, 4]);
    turned.close();
  });

  test('above 40 million dots are not drawn', () => {
    const document = draw.open(pdfOfPictures([page], 0.01));
    expect(() => document.draw(0, 72)).toThrow('dots');
    document.close();
  });

  test('what is no PDF is not opened', () => {
    expect(() => draw.open(new Uint8Array(100))).toThrow('PDFium');
    expect(() => draw.open(new Uint8Array(0))).toThrow();
  });
});
