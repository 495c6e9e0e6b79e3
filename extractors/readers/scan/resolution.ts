import type { ColourPicture } from '../../model/picture.ts';
import { A4, LEAST_DPI, MAX_DOTS, MOST_DPI, SHEETS } from './settings.ts';

const POINTS = 72;

/** The resolution at which a page of this size (points) is drawn, at most the wish; null where no useful one is left. */
export function drawingDpi([width, height]: readonly [number, number], wish: number): number | null {
  const most = POINTS * Math.sqrt(MAX_DOTS / (width * height));
  const dpi = Math.min(wish, Math.floor(most));
  return dpi >= LEAST_DPI ? dpi : null;
}

/** The resolution of a picture: what its file says where it makes a sheet of paper, otherwise as if it were A4. */
export function pictureDpi({ width, height }: { width: number; height: number }, said: number | null): number {
  const longer = Math.max(width, height);
  const [least, most] = SHEETS;
  return said !== null && longer / said >= least && longer / said <= most ? said : longer / A4;
}

/** By how many dots in each direction a picture is made smaller, so that it has neither more dots an inch nor more dots than are looked at. */
export function shrinking({ width, height }: { width: number; height: number }, dpi: number): number {
  return Math.max(1, Math.ceil(dpi / MOST_DPI), Math.ceil(Math.sqrt((width * height) / MAX_DOTS)));
}

/** The picture made smaller: each dot is the mean of a square of dots of that side. */
export function shrunk(picture: ColourPicture, side: number): ColourPicture {
  if (side <= 1) return picture;
  const width = Math.floor(picture.width / side);
  const height = Math.floor(picture.height / side);
  const rgba = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let plane = 0; plane < 4; plane++) {
        let sum = 0;
        for (let dy = 0; dy < side; dy++) {
          for (let dx = 0; dx < side; dx++) sum += picture.rgba[4 * ((y * side + dy) * picture.width + x * side + dx) + plane] ?? 0;
        }
        rgba[4 * (y * width + x) + plane] = sum / (side * side);
      }
    }
  }
  return { width, height, rgba };
}
