import type { Piece } from '../ink/index.ts';
import { FEWEST_PAIRS, NEIGHBOUR_REACH } from './settings.ts';

/**
 * Whether the lines of print run from top to bottom: characters of a line stand nearer to each other than lines do. `pieces` of ink
 * without rules, `height` of a usual character in dots. Which end is up is not seen.
 */
export function isSideways(pieces: readonly Piece[], height: number): boolean {
  const characters = pieces.filter(
    ({ x0, y0, x1, y1 }) => Math.max(x1 - x0, y1 - y0) >= height / 2 && Math.max(x1 - x0, y1 - y0) <= 2 * height,
  );
  const along = gaps(characters, height);
  const down = gaps(
    characters.map(({ x0, y0, x1, y1, area }) => ({ x0: y0, y0: x0, x1: y1, y1: x1, area })),
    height,
  );
  let right = 0;
  let below = 0;
  for (const [i, gap] of along.entries()) {
    const other = down[i] ?? Number.POSITIVE_INFINITY;
    if (gap < other) right++;
    else if (other < gap) below++;
  }
  return right + below >= FEWEST_PAIRS && below > right;
}

/** From each piece how far it is to the next one on its right, at most as far as lines may be apart. */
function gaps(pieces: readonly Piece[], height: number): number[] {
  const order = pieces.map((_, i) => i).sort((a, b) => (pieces[a]?.x0 ?? 0) - (pieces[b]?.x0 ?? 0));
  const found = pieces.map(() => Number.POSITIVE_INFINITY);
  const reach = NEIGHBOUR_REACH * height;
  for (const [place, i] of order.entries()) {
    const piece = pieces[i];
    if (!piece) continue;
    for (let next = place + 1; next < order.length; next++) {
      const other = pieces[order[next] ?? 0];
      if (!other || other.x0 > piece.x1 + reach) break;
      const overlap = Math.min(piece.y1, other.y1) - Math.max(piece.y0, other.y0);
      if (other.x0 < piece.x1 || overlap * 2 < Math.min(piece.y1 - piece.y0, other.y1 - other.y0)) continue;
      found[i] = other.x0 - piece.x1;
      break;
    }
  }
  return found;
}
