import type { Box } from '../../../model/box.ts';
import type { Picture } from '../../../model/picture.ts';

/** For each of `count` targets the first of `taps` sources and their weights, which add up to 1. */
interface Kernel {
  count: number;
  taps: number;
  starts: Int32Array;
  weights: Float32Array;
}

/** Greys (0 … 255) of a window of a picture at another size, row by row: cubic (Catmull–Rom), over areas where it shrinks. */
export function resampled({ picture, window }: { picture: Picture; window: Box }, width: number, height: number): Float32Array {
  const across = kernelOf(window[0], window[2], width, picture.width);
  const down = kernelOf(window[1], window[3], height, picture.height);
  const rows = new Float32Array(width * picture.height);
  for (let y = 0; y < picture.height; y++) alongRow(picture.grey, y * picture.width, across, rows, y * width);
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = down.starts[y] ?? 0;
    for (let tap = 0; tap < down.taps; tap++) {
      const weight = down.weights[y * down.taps + tap] ?? 0;
      if (weight === 0) continue;
      const from = (start + tap) * width;
      for (let x = 0; x < width; x++) out[y * width + x] = (out[y * width + x] ?? 0) + weight * (rows[from + x] ?? 0);
    }
    for (let i = y * width; i < (y + 1) * width; i++) out[i] = Math.min(255, Math.max(0, out[i] ?? 0));
  }
  return out;
}

function alongRow(grey: Uint8Array, offset: number, { count, taps, starts, weights }: Kernel, into: Float32Array, at: number): void {
  for (let x = 0; x < count; x++) {
    const from = offset + (starts[x] ?? 0);
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) sum += (weights[x * taps + tap] ?? 0) * (grey[from + tap] ?? 0);
    into[at + x] = sum;
  }
}

/** Sources beyond the edge count as the one at the edge. */
function kernelOf(from: number, to: number, count: number, sources: number): Kernel {
  const step = (to - from) / count;
  const spread = Math.max(1, step);
  const taps = Math.min(sources, Math.ceil(4 * spread) + 1);
  const starts = new Int32Array(count);
  const weights = new Float32Array(count * taps);
  for (let i = 0; i < count; i++) {
    const centre = from + (i + 0.5) * step - 0.5;
    const first = Math.ceil(centre - 2 * spread);
    const start = Math.min(sources - taps, Math.max(0, first));
    let sum = 0;
    for (let source = first; source <= centre + 2 * spread; source++) sum += cubic((source - centre) / spread);
    for (let source = first; source <= centre + 2 * spread; source++) {
      const tap = i * taps + Math.min(sources - 1, Math.max(0, source)) - start;
      weights[tap] = (weights[tap] ?? 0) + cubic((source - centre) / spread) / sum;
    }
    starts[i] = start;
  }
  return { count, taps, starts, weights };
}

/** Catmull–Rom: 1 at 0, 0 at every other whole number, nothing beyond 2. */
function cubic(distance: number): number {
  const t = Math.abs(distance);
  if (t < 1) return (1.5 * t - 2.5) * t * t + 1;
  return t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
}
