import type { ColourPicture, Picture } from '../../../model/picture.ts';
import { type Mask, type Piece, piecesOf } from './ink/index.ts';
import { LARGEST_SEAL, LONGEST_SIDE, RED, REDDISH, SMALLEST_SEAL } from './settings.ts';

/**
 * A picture in grey, on white paper where it is not opaque. What a red seal covers is seen through red glass: the seal is gone, black text
 * under it stays black. Red print elsewhere is as dark as it looks.
 */
export function greyOf(picture: ColourPicture): Picture {
  const { width, height, rgba } = picture;
  const grey = new Uint8Array(width * height);
  const red: Mask = { width, height, dots: new Uint8Array(width * height) };
  let reds = 0;
  for (let i = 0, j = 0; i < grey.length; i++, j += 4) {
    const [r, g, b, alpha] = [rgba[j] ?? 0, rgba[j + 1] ?? 0, rgba[j + 2] ?? 0, rgba[j + 3] ?? 0];
    grey[i] = Math.round(255 + ((0.299 * r + 0.587 * g + 0.114 * b - 255) * alpha) / 255);
    if (alpha < 255 || r - Math.max(g, b) < RED) continue;
    red.dots[i] = 1;
    reds++;
  }
  if (reds > 0) for (const piece of piecesOf(red)) if (isSeal(piece, picture)) throughRed(grey, picture, piece);
  return { width, height, grey };
}

/** The ring of a seal is about as wide as high, and hollow enough not to be a filled area. */
function isSeal({ x0, y0, x1, y1, area }: Piece, { width, height }: ColourPicture): boolean {
  const [across, down, side] = [x1 - x0, y1 - y0, Math.min(width, height)];
  if (Math.min(across, down) < SMALLEST_SEAL * side || Math.max(across, down) > LARGEST_SEAL * side) return false;
  return Math.max(across, down) <= LONGEST_SIDE * Math.min(across, down) && area < (across * down) / 2;
}

function throughRed(grey: Uint8Array, { width, rgba }: ColourPicture, { x0, y0, x1, y1 }: Piece): void {
  for (let y = y0; y < y1; y++) {
    for (let i = y * width + x0; i < y * width + x1; i++) {
      const r = rgba[4 * i] ?? 0;
      if (r - Math.max(rgba[4 * i + 1] ?? 0, rgba[4 * i + 2] ?? 0) >= REDDISH) grey[i] = r;
    }
  }
}
