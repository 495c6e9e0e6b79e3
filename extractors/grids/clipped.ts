import type { Ruling, Word } from '../../schemas/source.ts';
import { LATTICE, type LatticeSettings } from './lattice/index.ts';

/** Writers that clip every cell leave its box even where no line is drawn; neighbours are padded, so lines come in pairs. */
export const CLIPPED: LatticeSettings = { ...LATTICE, snap: 5, gap: 8, reach: 6 };

/** Share of the words that must stand in a clip box narrower than this share of the page. */
const MIN_SHARE = 0.7;
const NARROW = 0.6;
const MIN_BOXES = 6;

/** The borders of the words' clip boxes as ruling lines; empty where the page does not clip cell by cell. */
export function clipRulings(words: readonly Word[], width: number): Ruling[] {
  const boxes = new Map<string, Word['clip'] & object>();
  let clipped = 0;
  for (const { clip } of words) {
    if (!clip || clip[2] - clip[0] > NARROW * width) continue;
    clipped++;
    boxes.set(clip.map((n) => Math.round(n)).join(','), clip);
  }
  if (boxes.size < MIN_BOXES || clipped < MIN_SHARE * words.length) return [];
  return [...boxes.values()].flatMap(([x0, y0, x1, y1]) => [
    { x0, y0, x1, y1: y0 },
    { x0, y0: y1, x1, y1 },
    { x0, y0, x1: x0, y1 },
    { x0: x1, y0, x1, y1 },
  ]);
}
