import type { Picture } from '../../../../model/picture.ts';

/** Every third dot of every third row is looked at: neighbours share their noise. */
const STEP = 3;
/** Ink is darker, and paper that is cut off at white shows no noise. */
const DARKEST_PAPER = 150;
const LIGHTEST_PAPER = 252;
/** Where less of the page is grey paper, it is white: no noise. */
const LEAST_SHARE = 0.3;
/** The median of |2b − a − c| over the standard deviation of independent a, b, c. */
const SECOND_DIFFERENCE = 0.6745 * Math.sqrt(6);

/** Standard deviation of the paper's grey from dot to dot (0 … 255), as if its dots were independent; 1 for clean paper. */
export function noiseOf({ width, height, grey }: Picture): number {
  const counts = new Int32Array(512);
  let total = 0;
  let looked = 0;
  for (let y = 1; y < height - 1; y += STEP) {
    for (let x = 1; x < width - 1; x += STEP) {
      const i = y * width + x;
      const value = grey[i] ?? 0;
      looked++;
      if (value <= DARKEST_PAPER || value >= LIGHTEST_PAPER) continue;
      const difference = Math.abs(2 * value - (grey[i - 1] ?? 0) - (grey[i + 1] ?? 0));
      counts[difference] = (counts[difference] ?? 0) + 1;
      total++;
    }
  }
  if (total < LEAST_SHARE * looked) return 1;
  let seen = 0;
  let median = 0;
  while (median < 511 && seen + (counts[median] ?? 0) < total / 2) {
    seen += counts[median] ?? 0;
    median++;
  }
  return Math.max(1, (median + 0.5) / SECOND_DIFFERENCE);
}
