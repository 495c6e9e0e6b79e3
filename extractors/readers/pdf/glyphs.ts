import { endOf, writingAxis } from '../../layout/geometry/box.ts';
import type { Box, Word } from '../../model/source.ts';
import type { PdfFont, PdfGlyph } from './library.ts';
import { type Matrix, multiply } from './matrix.ts';
import { isGlyph } from './operands.ts';
import type { GraphicsState } from './state.ts';

type Rotation = Word['rotation'];

/** One painted character, in displayed coordinates. */
export interface Glyph {
  text: string;
  box: Box;
  size: number;
  rotation: Rotation;
  clip: Box | null;
  /** Painted in a mode that leaves no ink (the text layer of a scan, hidden marks). */
  hidden: boolean;
  /** Where the next character of the same run starts if nothing but spacing stands between. */
  nextX: number;
  nextY: number;
  x: number;
  y: number;
}

/** Glyphs take this much of the em above and below the baseline; the fonts' own figures differ too much to align text by. */
const ASCENT = 0.88;
const DESCENT = 0.12;
const SKEW = 0.09;
/** Widths are in thousandths of the em, unless the font has a matrix of its own. */
const THOUSANDTH = 0.001;
/** Advance downwards of a character in a vertical font that says nothing (9.7.4.3). */
const DOWN = -1000;

/** What the characters of one run have in common. */
interface Run {
  matrix: Matrix;
  vertical: boolean;
  /** Size in text space, and whether text runs backwards (a negative size). */
  size: number;
  direction: 1 | -1;
  /** Text space for one unit of a character's width. */
  unit: number;
  /** Size as displayed. */
  em: number;
  /** How far the box of a character reaches from its baseline: left, up, right, down. */
  reach: Box;
  clip: Box | null;
  hidden: boolean;
}

/**
 * Paints a run: characters, and numbers that move the next one. The position is in text space.
 *
 * @returns the position behind it
 */
export function paintRun(
  items: readonly unknown[],
  state: GraphicsState,
  textMatrix: Matrix,
  [x, y]: readonly [number, number],
  paint: (glyph: Glyph) => void,
): [number, number] {
  const run = runOf(state, textMatrix);
  if (!run) return [x, y];
  const { scale, rise, charSpacing, wordSpacing } = state;
  const { matrix, vertical, size, direction } = run;
  const rotation = rotationOf(matrix[0] * direction, matrix[1] * direction);
  let advance = 0;
  for (const item of items) {
    if (typeof item === 'number') advance += ((vertical ? 1 : -1) * item * size) / 1000;
    if (!isGlyph(item)) continue;
    const own = advanceOf(item, run, state.font);
    const spacing = (item.isSpace ? wordSpacing : 0) + charSpacing;
    if (rotation !== null && !isSpace(item.unicode)) {
      const from = advance * scale * direction;
      const to = (advance + own) * scale * direction;
      const step = (own + spacing) * scale * direction;
      const glyph = vertical
        ? glyphAt(run, rotation, item.unicode, x - own / 2, y + rise - advance - own * ASCENT, own, step)
        : glyphAt(run, rotation, item.unicode, x + from, y + rise, to - from, step);
      if (!isCutOff(glyph)) paint(glyph);
    }
    advance += own + spacing;
  }
  return vertical ? [x, y - advance] : [x + advance * scale * direction, y];
}

/** How far a character moves the position along the line. */
function advanceOf({ width, vmetric }: PdfGlyph, { vertical, unit }: Run, font: PdfFont | null): number {
  return (vertical ? -(vmetric?.[0] ?? font?.defaultVMetrics?.[0] ?? DOWN) : width) * unit;
}

/** Null for text of no size, which shows nothing and moves nothing. */
function runOf(state: GraphicsState, textMatrix: Matrix): Run | null {
  const { font, mode, clip } = state;
  const size = Math.abs(state.size);
  if (size === 0) return null;
  const direction = state.size < 0 ? -1 : 1;
  const matrix = multiply(state.ctm, textMatrix);
  const upX = matrix[2] * size * direction;
  const upY = matrix[3] * size * direction;
  return {
    matrix,
    vertical: font?.vertical === true,
    size,
    direction,
    unit: size * (font?.fontMatrix?.[0] ?? THOUSANDTH),
    em: size * Math.hypot(matrix[2], matrix[3]),
    reach: [
      Math.min(upX * ASCENT, -upX * DESCENT),
      Math.min(upY * ASCENT, -upY * DESCENT),
      Math.max(upX * ASCENT, -upX * DESCENT),
      Math.max(upY * ASCENT, -upY * DESCENT),
    ],
    clip,
    hidden: mode === 3 || mode === 7,
  };
}

/** The character whose baseline begins at (tx, ty) in text space. `along`: its length there; `step`: how far the next one is. */
function glyphAt(
  { matrix: [a, b, c, d, e, f], em, reach, clip, hidden }: Run,
  rotation: Rotation,
  text: string,
  tx: number,
  ty: number,
  along: number,
  step: number,
): Glyph {
  const x = a * tx + c * ty + e;
  const y = b * tx + d * ty + f;
  const endX = x + a * along;
  const endY = y + b * along;
  const box: Box = [Math.min(x, endX) + reach[0], Math.min(y, endY) + reach[1], Math.max(x, endX) + reach[2], Math.max(y, endY) + reach[3]];
  return { text, box, size: em, rotation, clip, hidden, x, y, nextX: x + a * step, nextY: y + b * step };
}

function isSpace(text: string): boolean {
  return text === '' || text === ' ' || text === '\u00a0' || text === '\u3000' || text.trim() === '';
}

/** Outside its clip box across the line: the half of a merged cell's text that another page shows. */
function isCutOff({ box, clip, rotation, size }: Glyph): boolean {
  if (!clip) return false;
  const axis = writingAxis(rotation) === 0 ? 1 : 0;
  const middle = (box[axis] + endOf(box, axis)) / 2;
  return middle < clip[axis] - 0.1 * size || middle > endOf(clip, axis) + 0.1 * size;
}

/** Clockwise as displayed; null for slanting text, which is a watermark or a stamp. */
function rotationOf(a: number, b: number): Rotation | null {
  if (Math.abs(b) <= SKEW * Math.abs(a)) return a >= 0 ? 0 : 180;
  if (Math.abs(a) <= SKEW * Math.abs(b)) return b >= 0 ? 90 : 270;
  return null;
}
