import type { Picture } from '../../../extractors/model/picture.ts';

/** Quantisation of brightness that ITU-T T.81, Annex K.1 gives as an example, row by row: what most writers scale by their quality. */
const LUMINANCE = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62, 18, 22,
  37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];

/** cos((2x + 1)uπ / 16) with the factor of u, at 8·u + x. */
const COSINES = Float32Array.from({ length: 64 }, (_, i) => {
  const [u, x] = [i >> 3, i & 7];
  return Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1) * 0.5;
});

/** What is left of a grey picture that is stored as JPEG of this quality and read again: only the rounding of each block's waves loses. */
export function throughJpeg({ width, height, grey }: Picture, quality: number): Picture {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const steps = LUMINANCE.map((step) => Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100))));
  const out = new Uint8Array(grey.length);
  const block = new Float32Array(64);
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      for (let i = 0; i < 64; i++) {
        const [x, y] = [Math.min(width - 1, left + (i & 7)), Math.min(height - 1, top + (i >> 3))];
        block[i] = (grey[y * width + x] ?? 0) - 128;
      }
      const waves = both(block, (u, x) => COSINES[8 * u + x] ?? 0);
      for (const [i, step] of steps.entries()) waves[i] = Math.round((waves[i] ?? 0) / step) * step;
      const again = both(waves, (x, u) => COSINES[8 * u + x] ?? 0);
      for (let i = 0; i < 64; i++) {
        const [x, y] = [left + (i & 7), top + (i >> 3)];
        if (x < width && y < height) out[y * width + x] = Math.min(255, Math.max(0, Math.round((again[i] ?? 0) + 128)));
      }
    }
  }
  return { width, height, grey: out };
}

/** A transform of rows and then of columns. */
function both(block: Float32Array, weight: (to: number, from: number) => number): Float32Array {
  const rows = new Float32Array(64);
  const out = new Float32Array(64);
  for (let y = 0; y < 8; y++) {
    for (let to = 0; to < 8; to++) {
      let sum = 0;
      for (let from = 0; from < 8; from++) sum += weight(to, from) * (block[8 * y + from] ?? 0);
      rows[8 * y + to] = sum;
    }
  }
  for (let x = 0; x < 8; x++) {
    for (let to = 0; to < 8; to++) {
      let sum = 0;
      for (let from = 0; from < 8; from++) sum += weight(to, from) * (rows[8 * from + x] ?? 0);
      out[8 * to + x] = sum;
    }
  }
  return out;
}
