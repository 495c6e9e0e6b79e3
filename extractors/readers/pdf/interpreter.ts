import type { Box } from '../../model/box.ts';
import type { Ruling } from '../../model/source.ts';
import type { OperatorList, PdfFont, PdfGlyph } from '../access/pdf-library.ts';
import { boxOf, IDENTITY, intersect, type Matrix, multiply } from './matrix.ts';
import { rulingsOfBox, rulingsOfPath } from './paths.ts';

/** One painted character. `at`…`end` is its advance along the baseline, `base` the baseline, all in displayed coordinates. */
export interface Glyph {
  text: string;
  box: Box;
  size: number;
  rotation: 0 | 90 | 180 | 270;
  clip: Box | null;
  /** Painted in a mode that leaves no ink (the text layer of a scan, hidden marks). */
  hidden: boolean;
  /** Where the next character of the same run starts if nothing but spacing stands between. */
  nextX: number;
  nextY: number;
  x: number;
  y: number;
}

export interface PageContent {
  glyphs: Glyph[];
  rulings: Ruling[];
  images: number;
}

interface State {
  ctm: Matrix;
  clip: Box | null;
  font: PdfFont | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  fill: string;
  stroke: string;
}

/** Glyphs take this much of the em above and below the baseline; the fonts' own figures differ too much to align text by. */
const ASCENT = 0.88;
const DESCENT = 0.12;
const WHITE = /^#f[c-f]f[c-f]f[c-f]$/i;
const SKEW = 0.09;
/** Share of the page from which an image may hold a table. */
const LARGE = 0.25;

type Args = readonly unknown[];

/** Walks a page's operators once; text and rulings come out together, in displayed coordinates (origin top left). */
export class Interpreter {
  readonly content: PageContent = { glyphs: [], rulings: [], images: 0 };
  private readonly stack: State[] = [];
  private state: State;
  private textMatrix: ArrayLike<number> = IDENTITY;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;
  private clipNext = false;
  private readonly handlers: (((args: Args) => void) | undefined)[] = [];

  constructor(
    ops: Readonly<Record<string, number>>,
    viewport: readonly number[],
    private readonly width: number,
    private readonly height: number,
    private readonly fontOf: (id: string) => PdfFont | null,
  ) {
    const ctm = viewport as unknown as Matrix;
    this.state = {
      ctm,
      clip: null,
      font: null,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      fill: '#000000',
      stroke: '#000000',
    };
    const paints = paintOps(ops);
    const handlers: Record<string, (args: Args) => void> = {
      save: () => this.save(),
      restore: () => this.restore(),
      transform: (a) => this.transform(a as unknown as ArrayLike<number>),
      clip: () => this.markClip(),
      eoClip: () => this.markClip(),
      constructPath: (a) => this.path(paints[a[0] as number] ?? 'none', a),
      paintFormXObjectBegin: (a) => this.beginForm(a),
      paintFormXObjectEnd: () => this.restore(),
      paintImageXObject: () => this.image(),
      paintInlineImageXObject: () => this.image(),
      paintImageMaskXObject: () => this.image(),
      paintSolidColorImageMask: () => this.solid(),
      beginText: () => this.setMatrix(IDENTITY),
      setTextMatrix: (a) => this.setMatrix(a[0] as ArrayLike<number>),
      moveText: (a) => this.move(a[0] as number, a[1] as number),
      setLeadingMoveText: (a) => {
        this.state.leading = -(a[1] as number);
        this.move(a[0] as number, a[1] as number);
      },
      nextLine: () => this.move(0, -this.state.leading),
      setLeading: (a) => (this.state.leading = a[0] as number),
      setFont: (a) => {
        this.state.font = this.fontOf(a[0] as string);
        this.state.size = a[1] as number;
      },
      setCharSpacing: (a) => (this.state.charSpacing = a[0] as number),
      setWordSpacing: (a) => (this.state.wordSpacing = a[0] as number),
      setHScale: (a) => (this.state.scale = (a[0] as number) / 100),
      setTextRise: (a) => (this.state.rise = a[0] as number),
      setTextRenderingMode: (a) => (this.state.mode = a[0] as number),
      setFillRGBColor: (a) => (this.state.fill = String(a[0])),
      setStrokeRGBColor: (a) => (this.state.stroke = String(a[0])),
      setGState: (a) => this.graphicsState(a[0] as [string, unknown][]),
      showText: (a) => this.show(a[0] as (PdfGlyph | number)[]),
    };
    for (const [name, handler] of Object.entries(handlers)) if (ops[name] !== undefined) this.handlers[ops[name]] = handler;
  }

  run(list: OperatorList): PageContent {
    for (let i = 0; i < list.fnArray.length; i++) this.handlers[list.fnArray[i]!]?.((list.argsArray[i] ?? []) as Args);
    return this.content;
  }

  private save(): void {
    this.stack.push({ ...this.state });
  }

  private restore(): void {
    const state = this.stack.pop();
    if (state) this.state = state;
  }

  private transform(matrix: ArrayLike<number>): void {
    const ctm = multiply(this.state.ctm, matrix);
    this.state.ctm = ctm;
    // Images fill the unit square; large ones are not decoded, but their place is set.
    if (Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]) > LARGE * this.width * this.height) this.content.images++;
  }

  private markClip(): void {
    this.clipNext = true;
  }

  private beginForm(args: Args): void {
    this.save();
    const [matrix, box] = args as [ArrayLike<number> | null, ArrayLike<number> | null];
    if (matrix) this.transform(matrix);
    if (box) this.narrow(boxOf(this.state.ctm, box[0]!, box[1]!, box[2]!, box[3]!));
  }

  private narrow(box: Box): void {
    this.state.clip = intersect(this.state.clip, box);
  }

  private graphicsState(entries: readonly [string, unknown][]): void {
    for (const [key, value] of entries) {
      if (key === 'Font') {
        const [id, size] = value as [string, number];
        this.state.font = this.fontOf(id);
        this.state.size = size;
      }
    }
  }

  private path(paint: Paint, args: Args): void {
    const data = (args[1] as (ArrayLike<number> | null)[] | undefined)?.[0];
    const range = args[2] as ArrayLike<number> | null | undefined;
    if (data && paint !== 'none') {
      const { ctm, clip, fill, stroke } = this.state;
      const strokes = paint !== 'fill' && !WHITE.test(stroke);
      const fills = paint !== 'stroke' && !WHITE.test(fill);
      if (strokes || fills) rulingsOfPath(data, ctm, clip, strokes, fills, this.content.rulings);
    }
    if (this.clipNext) {
      this.clipNext = false;
      if (range) this.narrow(boxOf(this.state.ctm, range[0]!, range[1]!, range[2]!, range[3]!));
    }
  }

  private image(): void {
    const [x0, y0, x1, y1] = boxOf(this.state.ctm, 0, 0, 1, 1);
    rulingsOfBox([x0, y0, x1, y1], this.state.clip, this.content.rulings);
  }

  private solid(): void {
    rulingsOfBox(boxOf(this.state.ctm, 0, 0, 1, 1), this.state.clip, this.content.rulings);
  }

  private setMatrix(matrix: ArrayLike<number>): void {
    this.textMatrix = matrix;
    this.x = this.lineX = 0;
    this.y = this.lineY = 0;
  }

  private move(dx: number, dy: number): void {
    this.x = this.lineX += dx;
    this.y = this.lineY += dy;
  }

  private show(items: readonly (PdfGlyph | number)[]): void {
    const { font, scale, rise, charSpacing, wordSpacing, clip, mode } = this.state;
    const size = Math.abs(this.state.size);
    if (size === 0) return;
    const direction = this.state.size < 0 ? -1 : 1;
    const vertical = font?.vertical === true;
    const unit = size * (font?.fontMatrix?.[0] ?? 0.001);
    const m = multiply(this.state.ctm, this.textMatrix);
    const [a, b, c, d, e, f] = m;
    const rotation = rotationOf(a * direction, b * direction);
    const em = size * Math.hypot(c, d);
    const hidden = mode === 3 || mode === 7;
    const upX = c * size * direction;
    const upY = d * size * direction;
    let advance = 0;
    for (const item of items) {
      if (typeof item === 'number') {
        advance += ((vertical ? 1 : -1) * item * size) / 1000;
        continue;
      }
      const own = (vertical ? -(item.vmetric?.[0] ?? font?.defaultVMetrics?.[0] ?? -1000) : item.width) * unit;
      const spacing = (item.isSpace ? wordSpacing : 0) + charSpacing;
      const text = item.unicode;
      if (rotation !== null && !isSpace(text)) {
        const from = vertical ? 0 : advance * scale * direction;
        const to = vertical ? 0 : (advance + own) * scale * direction;
        const drop = vertical ? -advance : 0;
        const tx = this.x + from - (vertical ? own / 2 : 0);
        const ty = this.y + rise + drop - (vertical ? own * ASCENT : 0);
        const x = a * tx + c * ty + e;
        const y = b * tx + d * ty + f;
        const along = vertical ? own : to - from;
        const endX = x + a * along;
        const endY = y + b * along;
        const box: Box = [
          Math.min(x, endX) + Math.min(upX * ASCENT, -upX * DESCENT),
          Math.min(y, endY) + Math.min(upY * ASCENT, -upY * DESCENT),
          Math.max(x, endX) + Math.max(upX * ASCENT, -upX * DESCENT),
          Math.max(y, endY) + Math.max(upY * ASCENT, -upY * DESCENT),
        ];
        if (this.onPage(box) && !isCutOff(box, clip, rotation, em)) {
          const next = (own + spacing) * scale * direction;
          this.content.glyphs.push({ text, box, size: em, rotation, clip, hidden, x, y, nextX: x + a * next, nextY: y + b * next });
        }
      }
      advance += own + spacing;
    }
    if (vertical) this.y -= advance;
    else this.x += advance * scale * direction;
  }

  private onPage(box: Box): boolean {
    const x = (box[0] + box[2]) / 2;
    const y = (box[1] + box[3]) / 2;
    return x >= 0 && y >= 0 && x <= this.width && y <= this.height;
  }
}

type Paint = 'stroke' | 'fill' | 'both' | 'none';

function paintOps(ops: Readonly<Record<string, number>>): Readonly<Record<number, Paint>> {
  const paints: Record<number, Paint> = {};
  const set = (paint: Paint, names: readonly string[]) => {
    for (const name of names) if (ops[name] !== undefined) paints[ops[name]] = paint;
  };
  set('stroke', ['stroke', 'closeStroke']);
  set('fill', ['fill', 'eoFill']);
  set('both', ['fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']);
  return paints;
}

function isSpace(text: string): boolean {
  return text === '' || text === ' ' || text === '\u00a0' || text === '\u3000' || text.trim() === '';
}

/** Outside its clip box across the line: the half of a merged cell's text that another page shows. */
function isCutOff(box: Box, clip: Box | null, rotation: number, size: number): boolean {
  if (!clip) return false;
  const axis = rotation === 0 || rotation === 180 ? 1 : 0;
  const at = (box[axis] + box[axis + 2]!) / 2;
  return at < clip[axis]! - 0.1 * size || at > clip[axis + 2]! + 0.1 * size;
}

/** Clockwise as displayed; null for slanting text, which is a watermark or a stamp. */
function rotationOf(a: number, b: number): 0 | 90 | 180 | 270 | null {
  if (Math.abs(b) <= SKEW * Math.abs(a)) return a >= 0 ? 0 : 180;
  if (Math.abs(a) <= SKEW * Math.abs(b)) return b >= 0 ? 90 : 270;
  return null;
}
