import { endOf, writingAxis } from '../../../layout/geometry/box.ts';
import type { Box } from '../../../model/box.ts';
import type { Word } from '../../../model/source.ts';
import type { PdfGlyph } from '../../access/pdf-library.ts';
import type { Look } from '../surface/areas.ts';
import { type Matrix, multiply } from '../surface/matrix.ts';
import type { Misnamed } from './font-maps.ts';
import { isGlyph } from './operands.ts';
import type { GlyphInks } from './procedures.ts';
import type { GraphicsState } from './state.ts';

type Rotation = Word['rotation'];

/** One painted character, in displayed coordinates. */
export interface Glyph {
  text: string;
  box: Box;
  size: number;
  rotation: Rotation;
  clip: Box | null;
  look: Look;
  /** The character map of its font contradicts the font. */
  misnamed: (Misnamed & { font: string }) | null;
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

/** Text that is narrower than this share of itself is a line. */
const LEAST_SCALE = 0.05;

/** What the characters of one run have in common. */
interface Run {
  vertical: boolean;
  /** From text space to displayed coordinates. */
  matrix: Matrix;
  /** Where the run begins, in text space. */
  x: number;
  y: number;
  /** Size in text space. */
  size: number;
  /** Text space for one unit of a character's width. */
  unit: number;
  /** Vertical advance of a character that has none of its own. */
  down: number;
  /** Horizontal scaling, and -1 where text runs backwards (a negative size). */
  scale: number;
  direction: 1 | -1;
  /** Size as displayed. */
  em: number;
  /** Null where the text slants. */
  rotation: Rotation | null;
  /** How far the box of a character reaches from its baseline: left, up, right, down. */
  reach: Box;
  clip: Box | null;
  look: Look;
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
  look: Look,
  paint: (glyph: Glyph) => void,
): [number, number] {
  // Text of no size shows nothing and moves nothing.
  if (state.size === 0) return [x, y];
  const run = runOf(state, textMatrix, x, y + state.rise, look);
  const looks = looksOf(run.look, state.inks);
  const towards = run.vertical ? 1 : -1;
  let advance = 0;
  for (const item of items) {
    if (typeof item === 'number') advance += (towards * item * run.size) / 1000;
    else if (isGlyph(item)) {
      const own = advanceOf(item, run);
      const step = own + ((item.isSpace ? state.wordSpacing : 0) + state.charSpacing);
      const shown = { text: item.unicode, misnamed: misnamedAs(state, item), look: looks(item) };
      const glyph = isSpace(item.unicode) ? null : glyphAt(run, shown, advance, own, step);
      if (glyph && !isCutOff(glyph)) paint(glyph);
      advance += step;
    }
  }
  return run.vertical ? [x, y - advance] : [x + advance * state.scale * run.direction, y];
}

/** The look of each character of a run: of a Type 3 font only some may be drawn. */
function looksOf(look: Look, inks: GlyphInks | null): (glyph: PdfGlyph) => Look {
  if (!inks) return () => look;
  const none: Look = { ...look, inkless: look.inkless ?? 'no-ink' };
  const unknown: Look = { ...look, isDoubtful: true };
  return ({ operatorListId }) => {
    const draws = inks(operatorListId ?? '');
    return draws === null ? unknown : draws ? look : none;
  };
}

/** What a figure is besides what its font's map says: by the order of the map and names, or by what is drawn. */
function misnamedAs({ misnamed, drawn, font }: GraphicsState, glyph: PdfGlyph): Glyph['misnamed'] {
  const { unicode, originalCharCode } = glyph;
  if (!isFigure(unicode)) return null;
  const found = misnamed.size === 0 || originalCharCode === undefined ? undefined : misnamed.get(originalCharCode);
  if (found) return { ...found, font: font?.name ?? '' };
  const figures = drawn?.(glyph);
  if (!figures || figures.length === 0 || figures.includes(unicode)) return null;
  return { said: unicode, expected: figures.join('/'), font: font?.name ?? '' };
}

function isFigure(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x30 && code <= 0x39 && text.length === 1;
}

/** How far a character moves the position along the line, without spacing. */
function advanceOf({ width, vmetric }: PdfGlyph, { vertical, unit, down }: Run): number {
  return (vertical ? -(vmetric?.[0] ?? down) : width) * unit;
}

function runOf(state: GraphicsState, textMatrix: Matrix, x: number, y: number, look: Look): Run {
  const { font, clip, scale } = state;
  const size = Math.abs(state.size);
  const direction = state.size < 0 ? -1 : 1;
  const matrix = multiply(state.ctm, textMatrix);
  const upX = matrix[2] * size * direction;
  const upY = matrix[3] * size * direction;
  return {
    vertical: font?.vertical === true,
    matrix,
    x,
    y,
    size,
    unit: size * (font?.fontMatrix?.[0] ?? THOUSANDTH),
    down: font?.defaultVMetrics?.[0] ?? DOWN,
    scale,
    direction,
    em: size * Math.hypot(matrix[2], matrix[3]),
    rotation: rotationOf(matrix[0] * direction, matrix[1] * direction),
    reach: [
      Math.min(upX * ASCENT, -upX * DESCENT),
      Math.min(upY * ASCENT, -upY * DESCENT),
      Math.max(upX * ASCENT, -upX * DESCENT),
      Math.max(upY * ASCENT, -upY * DESCENT),
    ],
    clip,
    look: Math.abs(scale) < LEAST_SCALE ? { ...look, inkless: look.inkless ?? 'too-small' } : look,
  };
}

/** The character after `advance`. `own`: its own advance; `step`: that of the next one. Null in slanting text. */
function glyphAt(run: Run, shown: Pick<Glyph, 'text' | 'misnamed' | 'look'>, advance: number, own: number, step: number): Glyph | null {
  const { rotation, vertical, scale, direction, em, clip } = run;
  if (rotation === null) return null;
  const from = advance * scale * direction;
  const along = vertical ? own : (advance + own) * scale * direction - from;
  const tx = vertical ? run.x - own / 2 : run.x + from;
  const ty = vertical ? run.y - advance - own * ASCENT : run.y;
  const [a, b, c, d, e, f] = run.matrix;
  const x = a * tx + c * ty + e;
  const y = b * tx + d * ty + f;
  const next = step * scale * direction;
  const box = boxOn(run.reach, x, y, x + a * along, y + b * along);
  return { ...shown, box, size: em, rotation, clip, x, y, nextX: x + a * next, nextY: y + b * next };
}

/** The box of a character on its baseline. */
function boxOn(reach: Box, x: number, y: number, endX: number, endY: number): Box {
  return [Math.min(x, endX) + reach[0], Math.min(y, endY) + reach[1], Math.max(x, endX) + reach[2], Math.max(y, endY) + reach[3]];
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
