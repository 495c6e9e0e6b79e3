import type { Picture } from '../../../../model/picture.ts';
import type { Mask } from './mask.ts';
import { FAINT_APART, FAINT_CONTRAST, FAINT_LENGTH } from './settings.ts';

/**
 * Dots on thin horizontal lines: fainter ones than ink, and such as lie close to much ink. All of a stretch is darker than the paper on
 * either side, and so is each of its dots: between characters there is paper. `scale`: dots a point.
 */
export function faintAcross({ width, height, grey }: Picture, scale: number): Mask {
  const dots = new Uint8Array(width * height);
  const { half, apart } = sizesOf(scale);
  const count = 2 * half + 1;
  const sums = new Int32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let sum = 0;
    for (let x = -half; x <= half; x++) sum += grey[row + Math.min(width - 1, Math.max(0, x))] ?? 0;
    for (let x = 0; x < width; x++) {
      sums[row + x] = sum;
      sum += (grey[row + Math.min(width - 1, x + half + 1)] ?? 0) - (grey[row + Math.max(0, x - half)] ?? 0);
    }
  }
  const least = FAINT_CONTRAST * count;
  for (let i = apart * width; i < (height - apart) * width; i++) {
    const paper = Math.min(sums[i - apart * width] ?? 0, sums[i + apart * width] ?? 0) - least;
    if ((sums[i] ?? 0) < paper && (grey[i] ?? 0) * count < paper) dots[i] = 1;
  }
  return { width, height, dots };
}

/** The same for vertical lines. */
export function faintDown({ width, height, grey }: Picture, scale: number): Mask {
  const dots = new Uint8Array(width * height);
  const { half, apart } = sizesOf(scale);
  const count = 2 * half + 1;
  const least = FAINT_CONTRAST * count;
  const sums = new Int32Array(width);
  const add = (y: number, sign: 1 | -1): void => {
    const row = Math.min(height - 1, Math.max(0, y)) * width;
    for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + sign * (grey[row + x] ?? 0);
  };
  for (let y = -half; y <= half; y++) add(y, 1);
  for (let y = 0; y < height; y++) {
    for (let x = apart; x < width - apart; x++) {
      const paper = Math.min(sums[x - apart] ?? 0, sums[x + apart] ?? 0) - least;
      if ((sums[x] ?? 0) < paper && (grey[y * width + x] ?? 0) * count < paper) dots[y * width + x] = 1;
    }
    add(y + half + 1, 1);
    add(y - half, -1);
  }
  return { width, height, dots };
}

/** Dots: half the stretch, and how far beside it the paper lies. */
function sizesOf(scale: number): { half: number; apart: number } {
  return { half: Math.round((FAINT_LENGTH * scale) / 2), apart: Math.max(2, Math.round(FAINT_APART * scale)) };
}
