import { at } from '../../../model/at.ts';
import type { Box } from '../../../model/box.ts';
import { childrenNamed, textOf, type XmlElement } from '../../package/xml.ts';
import { type Matrix, multiply } from '../../pdf/surface/matrix.ts';
import { childNamed, isElement, numberFrom, numbersOf } from '../base/values.ts';
import type { Operators } from './operators.ts';

/** Steps across the line, in ems, that are none: what rounding leaves. */
const STRAIGHT = 0.001;
/** From here on characters are as wide as they are high, but for those that are half as wide. */
const FIRST_WIDE = 0x1100;
const HALF_WIDE = /[\uff61-\uffdc\uffe8-\uffee]/;
/** Widths in ems where nothing tells them, and the most that is taken from the step to the next character: beyond is a gap. */
const WIDTHS = { wide: { usual: 1, most: 1.05 }, letter: { usual: 0.5, most: 1 }, figure: { usual: 0.5, most: 0.62 } } as const;
/** Text that is narrower than this share of itself is none; it has to have a width all the same. */
const NARROWEST = 0.01;

/** Characters of one transformation; one that says more says it of none. */
const MOST_TRANSFORMED = 100_000;

type Width = (typeof WIDTHS)[keyof typeof WIDTHS];

function widthOf(char: string): Width {
  if ((char.codePointAt(0) ?? 0) >= FIRST_WIDE && !HALF_WIDE.test(char)) return WIDTHS.wide;
  return /\p{L}/u.test(char) ? WIDTHS.letter : WIDTHS.figure;
}

/**
 * Offsets of characters (GB/T 33190—2016, 11.3): numbers, and `g n d` for n times d. A list that ends early goes on with its last number,
 * as every viewer does; without numbers there is none. Nothing is unfolded: n may be any number.
 */
export class Deltas {
  private readonly tokens: readonly string[];
  private next = 0;
  private left = 0;
  private value: number | null = null;

  constructor(text: string | undefined) {
    this.tokens = text === undefined || text.trim() === '' ? [] : text.trim().split(/[\s,]+/);
  }

  /** The offset to the next character; null where the object does not say. */
  take(): number | null {
    while (this.left <= 0 && this.next < this.tokens.length) {
      const token = at(this.tokens, this.next);
      const isRepeated = token === 'g' || token === 'G';
      this.left = isRepeated ? Number(this.tokens[this.next + 1]) : 1;
      this.value = Number(isRepeated ? this.tokens[this.next + 2] : token);
      if (Number.isNaN(this.left)) this.value = Number.NaN;
      this.next += isRepeated ? 3 : 1;
    }
    this.left--;
    return this.value;
  }
}

/** What the characters of a text object have in common. */
interface Line {
  /** From its coordinates to those of the page. */
  matrix: Matrix;
  size: number;
  /** Horizontal scaling, 1 for none. */
  scale: number;
  /** Of each character, clockwise, and of the line: radians. */
  turn: number;
  reading: number;
}

/**
 * Shows the characters of a text object where its text codes put them. Their glyphs may be named beside them (CGTransform); what they
 * say stays.
 *
 * @returns false where a place or size is no number: then the object is left out.
 */
export function showText(object: XmlElement, matrix: Matrix, ops: Operators): boolean {
  const { Size, HScale, CharDirection, ReadDirection } = object.attributes;
  const size = numberFrom(Size, Number.NaN);
  const scale = numberFrom(HScale, 1);
  const line: Line = {
    matrix,
    size,
    scale: Math.abs(scale) < NARROWEST ? NARROWEST : scale,
    turn: radians(CharDirection),
    reading: radians(ReadDirection),
  };
  if (![size, scale, line.turn, line.reading].every(Number.isFinite)) return !hasText(object);
  const runs: Run[] = [];
  let [x, y] = [0, 0];
  for (const { code, glyphs } of codesOf(object)) {
    x = numberFrom(code.attributes.X, x);
    y = numberFrom(code.attributes.Y, y);
    const found = runsOf(code, glyphs, x, y, line);
    if (!found) return !hasText(object);
    runs.push(...found);
  }
  ops.add('setFont', object.attributes.Font ?? '', size);
  ops.add('setHScale', 100 * line.scale);
  for (const run of runs) {
    ops.add('setTextMatrix', run.matrix);
    ops.show(run.items);
  }
  return true;
}

/** A boundary thinner than this, in ems, leaves nothing of a character: a dash is four times as thick. */
const THINNEST = 0.02;
/** How far a character reaches beyond its ink, in ems: above and below; along the line, where figures have narrow margins and marks wide ones. */
const REACH = { across: 0.6, figures: 0.15, marks: 0.5 } as const;

/**
 * The boundary of a text object, widened from the ink of its characters, which many producers give, to the places that characters
 * take. Of a figure that lies beside it nothing is left even so.
 */
export function withReach(boundary: Box, object: XmlElement, [a, b, c, d]: Matrix): Box {
  const size = Math.abs(numberFrom(object.attributes.Size, 0));
  const em = size * Math.hypot(c, d);
  const [x0, y0, x1, y1] = boundary;
  if (Math.min(x1 - x0, y1 - y0) < THINNEST * em) return boundary;
  const along = em * (/\d/.test(childrenNamed(object, 'TextCode').map(textOf).join('')) ? REACH.figures : REACH.marks);
  const across = em * REACH.across;
  const lies = Math.abs(a) + Math.abs(d) >= Math.abs(b) + Math.abs(c);
  const [dx, dy] = lies ? [along, across] : [across, along];
  return [x0 - dx, y0 - dy, x1 + dx, y1 + dy];
}

const radians = (degrees: string | undefined): number => (numberFrom(degrees, 0) * Math.PI) / 180;

const hasText = (object: XmlElement): boolean => childrenNamed(object, 'TextCode').some((code) => textOf(code).trim() !== '');

/** Characters on one line, with numbers that move the next one (PDF 32000-1, 9.4.3), from where its matrix leads. */
interface Run {
  matrix: Matrix;
  items: unknown[];
}

/** What a character is drawn with: a glyph that is named, one that its font chooses for it (undefined), or nobody knows which (null). */
type NamedGlyph = number | null | undefined;

/** The text codes of an object, each with the glyphs that the transformations before it name (11.4). */
function codesOf(object: XmlElement): { code: XmlElement; glyphs: ReadonlyMap<number, NamedGlyph> }[] {
  const codes: { code: XmlElement; glyphs: ReadonlyMap<number, NamedGlyph> }[] = [];
  let glyphs = new Map<number, NamedGlyph>();
  for (const child of object.children.filter(isElement)) {
    if (child.name === 'CGTransform') addGlyphs(child, glyphs);
    if (child.name !== 'TextCode') continue;
    codes.push({ code: child, glyphs });
    glyphs = new Map();
  }
  return codes;
}

/** Adds the glyphs of one transformation. Where several characters share several glyphs, whose is whose is not known. */
function addGlyphs(transform: XmlElement, to: Map<number, NamedGlyph>): void {
  const list = childNamed(transform, 'Glyphs');
  const named = list ? numbersOf(textOf(list)) : [];
  const { CodePosition, CodeCount } = transform.attributes;
  const first = numberFrom(CodePosition, 0);
  const count = numberFrom(CodeCount, named.length);
  for (let i = 0; i < Math.min(count, MOST_TRANSFORMED); i++) to.set(first + i, count === named.length ? named[i] : null);
}

function runsOf(code: XmlElement, glyphs: ReadonlyMap<number, NamedGlyph>, startX: number, startY: number, line: Line): Run[] | null {
  const { size, scale, turn } = line;
  const chars = [...charactersOf(code)];
  const [dxs, dys] = [new Deltas(code.attributes.DeltaX), new Deltas(code.attributes.DeltaY)];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const runs: Run[] = [];
  let run: Run | null = null;
  let [x, y] = [startX, startY];
  // The last figure of a number is as wide as the one before it.
  const widths = new Map<Width, number>();
  for (const [i, char] of chars.entries()) {
    if (!Number.isFinite(x + y)) return null;
    if (!run) {
      run = { matrix: multiply(line.matrix, [cos, sin, sin, -cos, x, y]), items: [] };
      runs.push(run);
    }
    const [dx, dy] = step(dxs.take(), dys.take(), char, line);
    const [along, across] = [cos * dx + sin * dy, cos * dy - sin * dx];
    const em = size * scale;
    const width = widthOf(char);
    const isLast = i === chars.length - 1;
    const isTold = !isLast && along > 0 && along <= width.most * em;
    if (isTold) widths.set(width, along / em);
    const own = isTold ? along / em : (widths.get(width) ?? width.usual);
    const glyph = glyphs.get(i);
    const drawn = glyph === undefined ? { fontChar: char } : { fontChar: '', fontGlyph: glyph };
    run.items.push({ unicode: char, width: 1000 * own, isSpace: false, ...drawn });
    if (Math.abs(across) > STRAIGHT * Math.abs(size)) run = null;
    else if (!isLast && Math.abs(along - own * em) > STRAIGHT * em) run.items.push(1000 * (own - along / em));
    x += dx;
    y += dy;
  }
  return runs;
}

/** Without offsets a character stands behind the one before it, in the direction of reading. */
function step(dx: number | null, dy: number | null, char: string, { size, scale, reading }: Line): [number, number] {
  if (dx !== null || dy !== null) return [dx ?? 0, dy ?? 0];
  const own = widthOf(char).usual * size * scale;
  return [own * Math.cos(reading), own * Math.sin(reading)];
}

/** Blanks are characters; line breaks that set the text off from its tags are none. */
function charactersOf(code: XmlElement): string {
  return textOf(code)
    .replace(/^[ \t]*[\r\n]\s*/, '')
    .replace(/\s*[\r\n]\s*$/, '');
}
