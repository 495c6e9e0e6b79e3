import type { Piece } from '../ink/index.ts';
import { HIGHEST, LOWEST, USUAL_RANK } from './settings.ts';

/** Height of a usual character in dots: that of the pieces which most of the ink belongs to; null where there is no print. */
export function characterHeightOf(pieces: readonly Piece[], dpi: number): number | null {
  const scale = dpi / 72;
  const weights = new Map<number, number>();
  let total = 0;
  for (const { y0, y1, area } of pieces) {
    const height = y1 - y0;
    if (height < LOWEST * scale || height > HIGHEST * scale) continue;
    weights.set(height, (weights.get(height) ?? 0) + area);
    total += area;
  }
  let seen = 0;
  for (const [height, weight] of [...weights].sort(([one], [other]) => one - other)) {
    seen += weight;
    if (seen >= USUAL_RANK * total) return height;
  }
  return null;
}
