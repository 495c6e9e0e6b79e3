import type { ColourPicture, Picture } from '../../../model/picture.ts';

/**
 * A picture in grey, on white paper where it is not opaque. Colour fades: red seals become light, and black text under them stays as it is.
 */
export function greyOf({ width, height, rgba }: ColourPicture): Picture {
  const grey = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < grey.length; i++, j += 4) {
    const alpha = rgba[j + 3] ?? 255;
    const value = 0.299 * (rgba[j] ?? 0) + 0.587 * (rgba[j + 1] ?? 0) + 0.114 * (rgba[j + 2] ?? 0);
    grey[i] = Math.round(255 + ((value - 255) * alpha) / 255);
  }
  return { width, height, grey };
}
