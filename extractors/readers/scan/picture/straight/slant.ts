import { longRuns, type Mask, transposed } from '../ink/index.ts';
import {
  BROAD_LINE,
  COARSE_STEP,
  FEWEST_DOTS,
  FEWEST_RULE_DOTS,
  FINE_REACH,
  FINE_STEPS,
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
export function slantOf(ink: Mask, dpi: number): Slant | null {
  const scale = dpi / 72;
  const dots = dotsOf(ink);
  if (dots.along.length < FEWEST_DOTS) return null;
  const across = sharpest(dots, 0, MOST_SLANT * DEGREE, BROAD_LINE * scale);
  const upright = rulesOf(ink, scale);
  const down = upright.along.length < FEWEST_RULE_DOTS ? -across : sharpest(upright, -across, MOST_SHEAR * DEGREE, 1);
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

/** Dots of long vertical runs. */
function rulesOf(ink: Mask, scale: number): Dots {
  const runs = longRuns(transposed(ink), { shortest: SHORTEST_RULE * scale, gap: RULE_GAP, filled: RULE_FILLED });
  const along: number[] = [];
  const across: number[] = [];
  for (const { row, from, to } of runs) {
    for (let y = from; y < to; y += 2) {
      along.push(y - ink.height / 2);
      across.push(row);
    }
  }
  return { along: Float32Array.from(along), across: Float32Array.from(across), size: ink.width, length: ink.height };
}

/** The angle about `middle` at which the dots fall onto lines most sharply: first onto broad ones, then around the best onto fine ones. */
function sharpest(dots: Dots, middle: number, reach: number, broad: number): number {
  const around = bestOf(dots, middle, reach, COARSE_STEP * DEGREE, broad);
  return FINE_STEPS.reduce((best, step) => bestOf(dots, best, FINE_REACH * step * DEGREE, step * DEGREE, 1), around);
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
