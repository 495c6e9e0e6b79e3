import type { PictureLayout } from '../../../model/picture.ts';
import { FEWEST_INK_DOTS, LEAST_HEIGHT, LEAST_SHARPNESS, SHARP_RANK } from './settings.ts';

/** Why the print of a page cannot be read: its characters have too few dots, or their edges are smeared. */
export interface Illegible {
  reason: 'small' | 'blurred';
  /** Dots of a usual character's height, or how many of them an edge is wide. */
  measured: number;
}

/** Nothing is printed: no line, no rule. */
export function isBlank({ lines, rulings }: PictureLayout): boolean {
  return lines.length === 0 && rulings.length === 0;
}

/** null where the page can be read, or has nothing to be read. */
export function illegible(layout: PictureLayout): Illegible | null {
  if (layout.lines.length === 0) return null;
  if (layout.characterHeight < LEAST_HEIGHT) return { reason: 'small', measured: layout.characterHeight };
  const sharpness = sharpnessOf(layout);
  return sharpness !== null && sharpness < LEAST_SHARPNESS ? { reason: 'blurred', measured: sharpness } : null;
}

/**
 * How much of the difference between ink and paper the steepest step from one dot to the next takes, in the lines of a page: 1 for
 * print without blur. null where there is too little ink to say.
 */
export function sharpnessOf({ upright: { width, grey }, lines }: PictureLayout): number | null {
  const steps = new Int32Array(256);
  const values = new Int32Array(256);
  let dots = 0;
  for (const { box } of lines) {
    for (let y = box[1]; y < box[3]; y++) {
      for (let i = y * width + box[0] + 1; i < y * width + box[2]; i++) {
        const step = Math.abs((grey[i] ?? 0) - (grey[i - 1] ?? 0));
        steps[step] = (steps[step] ?? 0) + 1;
        values[grey[i] ?? 0] = (values[grey[i] ?? 0] ?? 0) + 1;
        dots++;
      }
    }
  }
  if (dots < FEWEST_INK_DOTS) return null;
  const contrast = ranked(values, dots * SHARP_RANK) - ranked(values, dots * (1 - SHARP_RANK));
  return contrast > 0 ? ranked(steps, dots * SHARP_RANK) / contrast : null;
}

/** The value that `rank` of the counted ones do not exceed. */
function ranked(counts: Int32Array, rank: number): number {
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value] ?? 0;
    if (seen >= rank) return value;
  }
  return counts.length - 1;
}
