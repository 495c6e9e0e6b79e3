import type { Picture } from '../../../../model/picture.ts';
import { bothOf, faintDown, groupedRuns, longRuns, type Mask, type Run, transposed } from '../ink/index.ts';
import {
  BROAD_LINE,
  COARSE_STEP,
  FEWEST_DOTS,
  FEWEST_RULES,
  FINE_REACH,
  FINE_STEPS,
  LEAST_GAIN,
  LEAST_SLANT,
  MOST_SHEAR,
  MOST_SLANT,
  RULE_FILLED,
  RULE_GAP,
  SHORTEST_RULE,
} from './settings.ts';

/** Radians: a row falls by tan(across) dots a dot to the right, a column leans right by tan(down) dots a dot downwards. */
export interface Slant {
  across: number;
  down: number;
}

const DEGREE = Math.PI / 180;

/**
 * How the page lies in the picture, by its ink: rows by lines of text and rules, columns by vertical rules alone (letters lean); without
 * such rules they stand square to the rows. null where it lies straight, or nothing shows how it lies.
 */
export function slantOf(page: Picture, ink: Mask, dpi: number): Slant | null {
  const scale = dpi / 72;
  const dots = dotsOf(ink);
  if (dots.along.length < FEWEST_DOTS) return null;
  const across = sharpest(dots, BROAD_LINE * scale);
  const lean = leanOf(withFaint(page, ink, scale), scale);
  const down = lean === null || Math.abs(lean + across) > MOST_SHEAR * DEGREE ? -across : lean;
  return Math.abs(across) < LEAST_SLANT * DEGREE && Math.abs(down) < LEAST_SLANT * DEGREE ? null : { across, down };
}

/** Dots of ink: their places along the lines sought and across them. */
interface Dots {
  along: Float32Array;
  across: Float32Array;
  /** Dots of the picture across and along. */
  size: number;
  length: number;
}

/** Every second dot of every row: lines are long. */
function dotsOf({ width, height, dots }: Mask): Dots {
  const along: number[] = [];
  const across: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = y % 2; x < width; x += 2) {
      if (dots[y * width + x] !== 1) continue;
      along.push(x - width / 2);
      across.push(y);
    }
  }
  return { along: Float32Array.from(along), across: Float32Array.from(across), size: height, length: width };
}

/** Rules are often fainter than print. */
function withFaint(page: Picture, ink: Mask, scale: number): Mask {
  return bothOf(faintDown(page, scale), ink);
}

/** How vertical rules lean (radians): that of a straight line through the ink of each, in the middle of all by their squared lengths. */
function leanOf(ink: Mask, scale: number): number | null {
  const shortest = SHORTEST_RULE * scale;
  const runs = longRuns(transposed(ink), { shortest, gap: RULE_GAP, filled: RULE_FILLED });
  const rules = groupedRuns(runs).map((members) => ({ lean: fitted(members, ink), weight: lengthOf(members) ** 2 }));
  if (rules.length < FEWEST_RULES) return null;
  rules.sort((a, b) => a.lean - b.lean);
  const half = rules.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let seen = 0;
  for (const { lean, weight } of rules) {
    seen += weight;
    if (seen >= half) return Math.atan(lean);
  }
  return null;
}

function lengthOf(runs: readonly Run[]): number {
  return Math.max(...runs.map(({ to }) => to)) - Math.min(...runs.map(({ from }) => from));
}

/** Dots to the right a dot downwards, by least squares. A run takes the ink of the columns beside it for its own: here it does not count. */
function fitted(runs: readonly Run[], { width, dots }: Mask): number {
  let [count, sumX, sumY, sumXY, sumYY] = [0, 0, 0, 0, 0];
  const [left, top] = [runs[0]?.row ?? 0, runs[0]?.from ?? 0];
  for (const { row, from, to } of runs) {
    const x = row - left;
    for (let y = from - top; y < to - top; y++) {
      if (dots[(y + top) * width + row] !== 1) continue;
      count++;
      sumX += x;
      sumY += y;
      sumXY += x * y;
      sumYY += y * y;
    }
  }
  const spread = count * sumYY - sumY * sumY;
  return spread > 0 ? (count * sumXY - sumX * sumY) / spread : 0;
}

/** The angle at which the dots fall onto lines most sharply: first onto broad ones, then around the best onto fine ones. */
function sharpest(dots: Dots, broad: number): number {
  const around = bestOf(dots, 0, MOST_SLANT * DEGREE, COARSE_STEP * DEGREE, broad);
  const best = FINE_STEPS.reduce((angle, step) => bestOf(dots, angle, FINE_REACH * step * DEGREE, step * DEGREE, 1), around);
  return sharpness(dots, Math.tan(best), broad) >= LEAST_GAIN * sharpness(dots, 0, broad) ? best : 0;
}

function bestOf(dots: Dots, middle: number, reach: number, step: number, breadth: number): number {
  let best = middle;
  let most = sharpness(dots, Math.tan(middle), breadth);
  for (let i = 1; i * step <= reach + step / 2; i++) {
    for (const angle of [middle - i * step, middle + i * step]) {
      const found = sharpness(dots, Math.tan(angle), breadth);
      if (found <= most) continue;
      most = found;
      best = angle;
    }
  }
  return best;
}

/** Sum of squared differences of the ink on neighbouring lines of a slope, `breadth` dots broad. */
function sharpness({ along, across, size, length }: Dots, slope: number, breadth: number): number {
  // Places along are counted from the middle.
  const margin = (Math.abs(slope) * length) / 2 + breadth;
  const lines = new Float32Array(Math.ceil((size + 2 * margin) / breadth) + 2);
  for (let i = 0; i < along.length; i++) {
    const place = ((across[i] ?? 0) - (along[i] ?? 0) * slope + margin) / breadth;
    const line = Math.floor(place);
    const part = place - line;
    lines[line] = (lines[line] ?? 0) + 1 - part;
    lines[line + 1] = (lines[line + 1] ?? 0) + part;
  }
  let sum = 0;
  for (let i = 1; i < lines.length; i++) sum += ((lines[i] ?? 0) - (lines[i - 1] ?? 0)) ** 2;
  return sum;
}
