import type { PagePicture, PictureFile } from '../../../../extractors/readers/access/scan-library.ts';
import { checkSize } from './size.ts';

/** Where width and height stand: after the signature and the head of the first chunk (PNG, 11.2.1). */
const WIDTH = 16;
const HEIGHT = 20;
const INCH = 0.0254;
const METRE = 1;

export async function openPng(bytes: Uint8Array): Promise<PictureFile> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkSize(view.getUint32(WIDTH), view.getUint32(HEIGHT));
  const { decode, convertIndexedToRgb } = await import('fast-png');
  const decoded = (): PagePicture => {
    const png = decode(bytes, { checkCrc: true });
    const { width, height, resolution } = png;
    const indexed = png.palette?.[0]?.length ?? 0;
    const channels = indexed > 0 ? indexed : png.channels;
    const data = indexed > 0 ? convertIndexedToRgb(png) : png.data;
    const rgba = inColour({ data, channels, dots: width * height, most: 2 ** (indexed > 0 ? 8 : png.depth) - 1 });
    const dpi = resolution?.unit === METRE && resolution.x > 0 ? resolution.x * INCH : null;
    return { width, height, rgba, dpi };
  };
  return { pictures: 1, picture: decoded };
}

interface Samples {
  data: ArrayLike<number>;
  /** 1 grey, 2 grey and opacity, 3 colour, 4 colour and opacity. */
  channels: number;
  dots: number;
  /** The largest value of a sample. */
  most: number;
}

function inColour({ data, channels, dots, most }: Samples): Uint8Array {
  const rgba = new Uint8Array(4 * dots);
  const byte = (index: number): number => ((data[index] ?? 0) * 255) / most;
  const isColour = channels > 2;
  const hasOpacity = channels % 2 === 0;
  for (let dot = 0; dot < dots; dot++) {
    const from = dot * channels;
    for (let plane = 0; plane < 3; plane++) rgba[4 * dot + plane] = byte(from + (isColour ? plane : 0));
    rgba[4 * dot + 3] = hasOpacity ? byte(from + channels - 1) : 255;
  }
  return rgba;
}
