import { at } from '../../../../model/at.ts';
import { longRuns, type Mask, transposed } from '../ink/index.ts';
import {
  COARSE_STEP,
  FEWEST_DOTS,
  FEWEST_RULE_DOTS,
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
  const dots = dotsOf(ink);
  if (dots.along.length < FEWEST_DOTS) return null;
  const across = sharpest(dots, 0, MOST_SLANT * DEGREE);
  const upright = rulesOf(ink, dpi);
  const down = upright.along.length < FEWEST_RULE_DOTS ? -across : sharpest(upright, -across, MOST_SHEAR * DEGREE);
  return Math.abs(across) < LEAST_SLANT * DEGREE && Math.abs(down) < LEAST_SLANT * DEGREE ? null : { across, down };
}

/** Dots of ink: their places along the lines sought and across them. */
interface Dots {
  along: Float32Array;
  across: Float32Array;
  /** Of the places across. */
  size: number;
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
  return { along: Float32Array.from(along), across: Float32Array.from(across), size: height };
}

/** Dots of long vertical runs. */
function rulesOf(ink: Mask, dpi: number): Dots {
  const scale = dpi / 72;
  const runs = longRuns(transposed(ink), { shortest: SHORTEST_RULE * scale, gap: RULE_GAP, filled: RULE_FILLED });
  const along: number[] = [];
  const across: number[] = [];
  for (const { row, from, to } of runs) {
    for (let y = from; y < to; y += 2) {
      along.push(y - ink.height / 2);
      across.push(row);
    }
  }
  return { along: Float32Array.from(along), across: Float32Array.from(across), size: ink.width };
}

/** The angle about `middle` at which the dots fall onto lines most sharply. */
function sharpest(dots: Dots, middle: number, reach: number): number {
  let best = middle;
  let most = sharpness(dots, Math.tan(best));
  const look = (angle: number): void => {
    const found = sharpness(dots, Math.tan(angle));
    if (found <= most) return;
    most = found;
    best = angle;
  };
  const steps = Math.round(reach / (COARSE_STEP * DEGREE));
  for (let i = -steps; i <= steps; i++) if (i !== 0) look(middle + i * COARSE_STEP * DEGREE);
  for (const step of FINE_STEPS) {
    const around = best;
    for (let i = -5; i <= 5; i++) if (i !== 0) look(around + i * step * DEGREE);
  }
  return best;
}

/** Sum of squared differences of the ink on neighbouring lines of a slope. */
function sharpness({ along, across, size }: Dots, slope: number): number {
  const margin = Math.ceil(Math.abs(slope) * size) + 2;
  const lines = new Float32Array(2 * margin + Math.max(size, 1) + 2 * 4096);
  const offset = margin + 4096;
  for (let i = 0; i < along.length; i++) {
    const place = at(across, i) - at(along, i) * slope + offset;
    const line = Math.floor(place);
    const part = place - line;
    lines[line] = (lines[line] ?? 0) + 1 - part;
    lines[line + 1] = (lines[line + 1] ?? 0) + part;
  }
  let sum = 0;
  for (let i = 1; i < lines.length; i++) sum += ((lines[i] ?? 0) - (lines[i - 1] ?? 0)) ** 2;
  return sum;
}
