import { longRuns, type Mask, transposed } from '../ink/index.ts';
import { FILLED, GAP, LONG, REACH, SHORTEST_ACROSS, SHORTEST_DOWN, THICKEST } from './settings.ts';
import { type Stroke, strokesOf } from './strokes.ts';

export type { Stroke } from './strokes.ts';

/** The rules of a page, in its dots. */
export interface Rules {
  horizontal: Stroke[];
  vertical: Stroke[];
}

/** The rules that are drawn: long straight strokes, and shorter ones that run from rule to rule. */
export function rulesOf(ink: Mask, dpi: number): Rules {
  const scale = dpi / 72;
  const gap = Math.max(1, Math.round(GAP * scale));
  const strokes = (mask: Mask, shortest: number): Stroke[] =>
    strokesOf(longRuns(mask, { shortest: shortest * scale, gap, filled: FILLED })).filter(({ thick }) => thick <= THICKEST * scale + 2);
  return tablesOf({ horizontal: strokes(ink, SHORTEST_ACROSS), vertical: strokes(transposed(ink), SHORTEST_DOWN) }, scale);
}

/** Strokes that hang together with a long one are rules; strokes of large characters hang together with none. */
function tablesOf({ horizontal, vertical }: Rules, scale: number): Rules {
  const isLong = (stroke: Stroke): boolean => stroke.to - stroke.from >= LONG * scale;
  const reach = REACH * scale;
  const meets = (stroke: Stroke, end: number, others: readonly Stroke[]): boolean =>
    others.some(
      (other) => Math.abs(other.at - end) <= reach + other.thick / 2 && stroke.at >= other.from - reach && stroke.at <= other.to + reach,
    );
  const joins = (stroke: Stroke, others: readonly Stroke[]): boolean =>
    meets(stroke, stroke.from, others) && meets(stroke, stroke.to, others);
  const long: Rules = { horizontal: horizontal.filter(isLong), vertical: vertical.filter(isLong) };
  return {
    horizontal: horizontal.filter((stroke) => isLong(stroke) || joins(stroke, vertical)),
    vertical: vertical.filter((stroke) => isLong(stroke) || joins(stroke, long.horizontal)),
  };
}
