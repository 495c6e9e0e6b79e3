import { LINES, type Silhouette, type Span } from './silhouette.ts';

/** Holes that take less of the box are where strokes cross in slanting fonts; the smallest counter met, of a bold 8, takes 0.02. */
const LEAST_HOLE = 0.005;

/** What tells figures apart, as parts (0 … 1) of the box around the ink. */
interface Features {
  /** How many holes. */
  holes: number;
  /** How high the middle of the largest hole stands; 0 without one. */
  eye: number;
  /** How far aside of each other the middles of two holes stand; 0 otherwise. */
  apart: number;
  /** Where the ink begins below the top, at 0.62 to 0.72 of the height. */
  shoulder: number;
  /** Where it ends at 0.66 to 0.8 … */
  upper: number;
  /** … and at 0.34 to 0.42 of the height. */
  lower: number;
  /** upper − lower. */
  lean: number;
  /** In how many strokes the ink stands beside each other at least, at 0.56 to 0.66. */
  strokes: number;
  /** Where it begins at the earliest in the lower part, at 0.03 to 0.3. */
  left: number;
  /** The most ink on a line at the very bottom, and at the very top. */
  bottom: number;
  top: number;
}

type Shape = Readonly<Partial<Record<keyof Features, readonly [least: number, most: number]>>>;

/**
 * Shapes of the figures. The borders lie between what was measured on 2,442 figures of 344 fonts (Song, Hei, Fangsong, Kai and other
 * Chinese ones, Times, Arial, Calibri, Tahoma, DejaVu; upright, slanting, light, bold; a Shape may be a figure's second form).
 */
const SHAPES: readonly (readonly [figure: string, shape: Shape])[] = [
  ['0', { holes: [1, 1], eye: [0.36, 0.6], shoulder: [0, 0.12] }],
  // With a stroke through it.
  ['0', { holes: [2, 2], apart: [0.2, 1] }],
  // On a foot, or with its stem at the right.
  ['1', { holes: [0, 0], top: [0, 0.77], lean: [-0.16, 0.16], strokes: [0, 1], lower: [0, 0.82] }],
  ['1', { holes: [0, 0], top: [0, 0.77], lean: [-0.16, 0.16], strokes: [0, 1], left: [0.15, 1] }],
  ['2', { holes: [0, 0], upper: [0.82, 1], lean: [0.16, 1], bottom: [0.6, 1] }],
  ['3', { holes: [0, 0], upper: [0.82, 1], lower: [0.86, 1], left: [0, 0.12], bottom: [0.3, 0.92] }],
  ['4', { holes: [1, 1], eye: [0.42, 0.6], shoulder: [0.12, 1] }],
  // Open above.
  ['4', { holes: [0, 0], bottom: [0, 0.38], strokes: [2, 3] }],
  ['5', { holes: [0, 0], upper: [0, 0.78], lower: [0.86, 1], left: [0, 0.12], bottom: [0.3, 0.92] }],
  ['6', { holes: [1, 1], eye: [0.1, 0.36] }],
  ['7', { holes: [0, 0], upper: [0.77, 1], lower: [0, 0.82], bottom: [0, 0.55], top: [0.77, 1] }],
  ['8', { holes: [2, 2], apart: [0, 0.2] }],
  ['9', { holes: [1, 1], eye: [0.6, 0.9] }],
];

/** The figures that a glyph looks like, in order; none for a glyph that is no figure. */
export function figuresLike(silhouette: Silhouette): string[] {
  const features = featuresOf(silhouette);
  const fits = (shape: Shape): boolean => {
    for (const name of NAMES) {
      const range = shape[name];
      if (range && (features[name] < range[0] || features[name] > range[1])) return false;
    }
    return true;
  };
  return [...new Set(SHAPES.filter(([, shape]) => fits(shape)).map(([figure]) => figure))];
}

const NAMES: readonly (keyof Features)[] = [
  'holes',
  'eye',
  'apart',
  'shoulder',
  'upper',
  'lower',
  'lean',
  'strokes',
  'left',
  'bottom',
  'top',
];

function featuresOf({ lines, holes }: Silhouette): Features {
  const counters = holes.filter(({ area }) => area > LEAST_HOLE);
  const [first, second] = counters;
  const band = (from: number, to: number): readonly (readonly Span[])[] =>
    lines.slice(Math.round(from * LINES), Math.round(to * LINES)).filter((line) => line.length > 0);
  const begin = (from: number, to: number): number => Math.min(1, ...band(from, to).map((line) => line[0]?.[0] ?? 1));
  const end = (from: number, to: number): number => Math.max(0, ...band(from, to).map((line) => line.at(-1)?.[1] ?? 0));
  const most = (from: number, to: number): number => Math.max(0, ...band(from, to).map(inkOn));
  const upper = end(0.66, 0.8);
  const lower = end(0.34, 0.42);
  return {
    holes: counters.length,
    eye: first?.y ?? 0,
    apart: first && second ? Math.abs(first.x - second.x) : 0,
    shoulder: begin(0.62, 0.72),
    upper,
    lower,
    lean: upper - lower,
    strokes: Math.min(...band(0.56, 0.66).map((line) => line.length)),
    left: begin(0.03, 0.3),
    bottom: most(0.015, 0.06),
    top: most(0.9, 0.985),
  };
}

function inkOn(line: readonly Span[]): number {
  return line.reduce((sum, [from, to]) => sum + to - from, 0);
}
