import type { Box } from '../../model/box.ts';
import type { Ruling } from '../../model/source.ts';
import type { OperatorList, PdfFont } from '../access/pdf-library.ts';
import { type Glyph, paintRun } from './glyphs.ts';
import { boxOf, IDENTITY, intersect, type Matrix, multiply, UNIT_SQUARE } from './matrix.ts';
import {
  type Handler,
  isList,
  type Operands,
  packedBox,
  packedMatrix,
  packedNumbers,
  withFont,
  withMatrix,
  withNumber,
  withPackedMatrix,
  withPoint,
} from './operands.ts';
import { rulingsOfBox, rulingsOfPath } from './paths.ts';
import { type GraphicsState, initialState } from './state.ts';

export interface PageContent {
  glyphs: Glyph[];
  rulings: Ruling[];
  images: number;
}

const WHITE = /^#f[c-f]f[c-f]f[c-f]$/i;
/** Share of the page from which an image may hold a table. */
const LARGE = 0.25;
const NO_OPERANDS: Operands = [];

/** Walks a page's operators once; text and rulings come out together, in displayed coordinates (origin top left). */
export class Interpreter {
  readonly content: PageContent = { glyphs: [], rulings: [], images: 0 };
  private readonly stack: GraphicsState[] = [];
  private state: GraphicsState;
  private textMatrix: Matrix = IDENTITY;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;
  private clipNext = false;
  /** By the library's number of the operator. */
  private readonly handlers: (Handler | undefined)[] = [];
  private readonly paints: ReadonlyMap<unknown, Paint>;

  /** `viewport` leads from the page's own coordinates to the displayed ones; width and height are as displayed, in points. */
  constructor(
    ops: Readonly<Record<string, number>>,
    viewport: Matrix,
    private readonly width: number,
    private readonly height: number,
    private readonly fontOf: (id: string) => PdfFont | null,
  ) {
    this.state = initialState(viewport);
    this.paints = paintOps(ops);
    const handlers = { ...this.graphicsHandlers(), ...this.paintHandlers(), ...this.textHandlers() };
    for (const [name, handler] of Object.entries(handlers)) if (ops[name] !== undefined) this.handlers[ops[name]] = handler;
  }

  run({ fnArray, argsArray }: OperatorList): PageContent {
    fnArray.forEach((operator, i) => {
      this.handlers[operator]?.(argsArray[i] ?? NO_OPERANDS);
    });
    return this.content;
  }

  private graphicsHandlers(): Record<string, Handler> {
    const markClip = () => {
      this.clipNext = true;
    };
    return {
      save: () => this.save(),
      restore: () => this.restore(),
      transform: withMatrix((matrix) => this.transform(matrix)),
      clip: markClip,
      eoClip: markClip,
      paintFormXObjectBegin: (operands) => this.beginForm(operands),
      paintFormXObjectEnd: () => this.restore(),
      setFillRGBColor: (operands) => {
        this.state.fill = String(operands[0]);
      },
      setStrokeRGBColor: (operands) => {
        this.state.stroke = String(operands[0]);
      },
      setGState: (operands) => this.graphicsState(operands),
    };
  }

  private paintHandlers(): Record<string, Handler> {
    const image = () => rulingsOfBox(boxOf(this.state.ctm, UNIT_SQUARE), this.state.clip, this.content.rulings);
    return {
      constructPath: (operands) => this.path(operands),
      paintImageXObject: image,
      paintInlineImageXObject: image,
      paintImageMaskXObject: image,
      paintSolidColorImageMask: image,
    };
  }

  private textHandlers(): Record<string, Handler> {
    const set = (name: 'leading' | 'charSpacing' | 'wordSpacing' | 'rise' | 'mode') =>
      withNumber((value) => {
        this.state[name] = value;
      });
    return {
      beginText: () => this.setMatrix(IDENTITY),
      setTextMatrix: withPackedMatrix((matrix) => this.setMatrix(matrix)),
      moveText: withPoint((dx, dy) => this.move(dx, dy)),
      setLeadingMoveText: withPoint((dx, dy) => {
        this.state.leading = -dy;
        this.move(dx, dy);
      }),
      nextLine: () => this.move(0, -this.state.leading),
      setLeading: set('leading'),
      setFont: this.setFont,
      setCharSpacing: set('charSpacing'),
      setWordSpacing: set('wordSpacing'),
      setHScale: withNumber((percent) => {
        this.state.scale = percent / 100;
      }),
      setTextRise: set('rise'),
      setTextRenderingMode: set('mode'),
      showText: (operands) => this.show(operands[0]),
    };
  }

  private readonly setFont = withFont((id, size) => {
    this.state.font = this.fontOf(id);
    this.state.size = size;
  });

  private save(): void {
    this.stack.push({ ...this.state });
  }

  private restore(): void {
    const state = this.stack.pop();
    if (state) this.state = state;
  }

  private transform(matrix: Matrix): void {
    const ctm = multiply(this.state.ctm, matrix);
    this.state.ctm = ctm;
    // Images fill the unit square; large ones are not decoded, but their place is set.
    if (Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]) > LARGE * this.width * this.height) this.content.images++;
  }

  private beginForm(operands: Operands): void {
    this.save();
    const matrix = packedMatrix(operands[0]);
    const box = packedBox(operands[1]);
    if (matrix) this.transform(matrix);
    if (box) this.narrow(box);
  }

  /** Clips what follows to a rectangle of the current coordinates. */
  private narrow(rectangle: Box): void {
    this.state.clip = intersect(this.state.clip, boxOf(this.state.ctm, rectangle));
  }

  /** Pairs of a key and its value; of them only a font concerns text. */
  private graphicsState(operands: Operands): void {
    const entries = operands[0];
    if (!isList(entries)) return;
    for (const entry of entries) if (isList(entry) && entry[0] === 'Font' && isList(entry[1])) this.setFont(entry[1]);
  }

  /** What is painted, a list with the path (or null) in it, and the box around it (or null). */
  private path(operands: Operands): void {
    const paths = operands[1];
    const data = isList(paths) ? packedNumbers(paths[0]) : null;
    const paint = this.paints.get(operands[0]);
    if (data && paint) {
      const { ctm, clip, fill, stroke } = this.state;
      const strokes = paint !== 'fill' && !WHITE.test(stroke);
      const fills = paint !== 'stroke' && !WHITE.test(fill);
      if (strokes || fills) rulingsOfPath(data, ctm, clip, strokes, fills, this.content.rulings);
    }
    if (!this.clipNext) return;
    this.clipNext = false;
    const box = packedBox(operands[2]);
    if (box) this.narrow(box);
  }

  private setMatrix(matrix: Matrix): void {
    this.textMatrix = matrix;
    this.x = this.lineX = 0;
    this.y = this.lineY = 0;
  }

  private move(dx: number, dy: number): void {
    this.x = this.lineX += dx;
    this.y = this.lineY += dy;
  }

  private show(items: unknown): void {
    if (!isList(items)) return;
    [this.x, this.y] = paintRun(items, this.state, this.textMatrix, [this.x, this.y], (glyph) => {
      if (this.isOnPage(glyph.box)) this.content.glyphs.push(glyph);
    });
  }

  private isOnPage(box: Box): boolean {
    const x = (box[0] + box[2]) / 2;
    const y = (box[1] + box[3]) / 2;
    return x >= 0 && y >= 0 && x <= this.width && y <= this.height;
  }
}

type Paint = 'stroke' | 'fill' | 'both';

function paintOps(ops: Readonly<Record<string, number>>): ReadonlyMap<unknown, Paint> {
  const names: Readonly<Record<Paint, readonly string[]>> = {
    stroke: ['stroke', 'closeStroke'],
    fill: ['fill', 'eoFill'],
    both: ['fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'],
  };
  const paints = new Map<unknown, Paint>();
  for (const paint of ['stroke', 'fill', 'both'] as const)
    for (const name of names[paint]) if (ops[name] !== undefined) paints.set(ops[name], paint);
  return paints;
}
