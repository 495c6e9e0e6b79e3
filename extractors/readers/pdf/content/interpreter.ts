/**
 * The operators of a page in, its characters, rulings and painted areas out, in displayed coordinates; imports model, access,
 * layout/geometry, outlines, surface.
 */
import type { Box } from '../../../model/box.ts';
import type { Ruling } from '../../../model/source.ts';
import type { OperatorList, PdfFont } from '../../access/pdf-library.ts';
import { drawnFigures } from '../outlines/index.ts';
import type { Area, Look } from '../surface/areas.ts';
import { UNKNOWN } from '../surface/colour.ts';
import type { ImageSize } from '../surface/images.ts';
import { boxOf, IDENTITY, intersect, type Matrix, multiply, UNIT_SQUARE } from '../surface/matrix.ts';
import { rectanglePath, Shape, uprightRectangle } from '../surface/shape.ts';
import { Canvas } from './canvas.ts';
import { misnamedFigures, NONE_MISNAMED } from './font-maps.ts';
import { type Glyph, paintRun } from './glyphs.ts';
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
import { inksOf, tilesOf } from './procedures.ts';
import { type GraphicsState, initialState, lookOf, mixingAfter, mixingInGroup, penAfter, setsMask } from './state.ts';

export interface PageContent {
  glyphs: Glyph[];
  rulings: Ruling[];
  images: number;
  /** What was painted besides text, in that order. */
  areas: readonly Area[];
  /** Characters of tiling patterns (8.7.3) that the page paints with, at no place of the page. */
  patterned: Glyph[];
}

/** What the page is told of the document. */
export interface Surroundings {
  fontOf(id: string): PdfFont | null;
  /** Whether optional content, as the library names it, is switched on (PDF 32000-1, 8.11). */
  isLayerOn(layer: unknown): boolean;
  images(): readonly ImageSize[];
}

const WHITE = /^#f[c-f]f[c-f]f[c-f]$/i;
/** Share of the page from which an image may hold a table. */
const LARGE = 0.25;
const NO_OPERANDS: Operands = [];

/** Walks a page's operators once; text and rulings come out together, in displayed coordinates (origin top left). */
export class Interpreter {
  readonly content: PageContent;
  private readonly canvas: Canvas;
  private readonly stack: GraphicsState[] = [];
  private state: GraphicsState;
  private textMatrix: Matrix = IDENTITY;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;
  /** The rule by which the next path clips. */
  private clipNext: 'nonzero' | 'even-odd' | null = null;
  /** Whether the marked content around is optional and switched off. */
  private readonly marks: boolean[] = [];
  private layersOff = 0;
  private looks: Look[] = [];
  /** How many characters stood before each form that is being painted. */
  private readonly forms: number[] = [];
  private lastForm = { from: 0, end: -1 };
  private readonly patterns = new WeakSet<OperatorList>();
  private order = 0;
  /** By the library's number of the operator. */
  private readonly handlers: (Handler | undefined)[] = [];
  private readonly paints: ReadonlyMap<unknown, Paint>;

  /** `viewport` leads from the page's own coordinates to the displayed ones; width and height are as displayed, in points. */
  constructor(
    private readonly ops: Readonly<Record<string, number>>,
    viewport: Matrix,
    private readonly width: number,
    private readonly height: number,
    private readonly surroundings: Surroundings,
  ) {
    this.state = initialState(viewport);
    this.canvas = new Canvas(surroundings.images);
    this.content = { glyphs: [], rulings: [], images: 0, areas: this.canvas.areas, patterned: [] };
    this.paints = paintOps(ops);
    const handlers = { ...this.graphicsHandlers(), ...this.groupHandlers(), ...this.paintHandlers(), ...this.textHandlers() };
    for (const [name, handler] of Object.entries(handlers)) if (ops[name] !== undefined) this.handlers[ops[name]] = handler;
  }

  /** `order`: the places of the operators in a longer list. */
  run({ fnArray, argsArray, order }: OperatorList & { order?: readonly number[] }): PageContent {
    fnArray.forEach((operator, i) => {
      this.order = order?.[i] ?? i;
      this.handlers[operator]?.(argsArray[i] ?? NO_OPERANDS);
    });
    this.canvas.settle();
    return this.content;
  }

  private graphicsHandlers(): Record<string, Handler> {
    const markClip = (rule: 'nonzero' | 'even-odd') => () => {
      this.clipNext = rule;
    };
    const pattern = (name: 'fill' | 'stroke') => (operands: Operands) => {
      this.state[name] = UNKNOWN;
      this.readPattern(operands);
    };
    return {
      save: () => this.save(),
      restore: () => this.restore(),
      transform: withMatrix((matrix) => {
        this.transform(matrix);
        if (this.layersOff === 0) this.canvas.prepare(this.state, this.order);
      }),
      clip: markClip('nonzero'),
      eoClip: markClip('even-odd'),
      setFillRGBColor: (operands) => {
        this.state.fill = String(operands[0]);
      },
      setStrokeRGBColor: (operands) => {
        this.state.stroke = String(operands[0]);
      },
      setLineWidth: withNumber((width) => {
        this.state.pen = { ...this.state.pen, width };
      }),
      setDash: (operands) => {
        const dashes = operands[0];
        this.state.pen = { ...this.state.pen, isDashed: isList(dashes) && dashes.length > 0 };
      },
      setFillColorN: pattern('fill'),
      setStrokeColorN: pattern('stroke'),
      setGState: (operands) => this.graphicsState(operands),
    };
  }

  private groupHandlers(): Record<string, Handler> {
    return {
      paintFormXObjectBegin: (operands) => this.beginForm(operands),
      paintFormXObjectEnd: () => this.endForm(),
      beginGroup: (operands) => this.beginGroup(operands[0]),
      endGroup: () => this.restore(),
      beginMarkedContent: () => this.beginMark(false),
      beginMarkedContentProps: (operands) => this.beginMark(operands[0] === 'OC' && !this.surroundings.isLayerOn(operands[1])),
      endMarkedContent: () => {
        if (this.marks.pop() === true) this.layersOff--;
      },
    };
  }

  private paintHandlers(): Record<string, Handler> {
    const image = (record: () => void) => () => {
      if (this.state.mixing.masking) return;
      rulingsOfBox(boxOf(this.state.ctm, UNIT_SQUARE), this.state.clip, this.content.rulings);
      this.canvas.use();
      if (this.layersOff === 0) record();
    };
    // The library sets the soft mask aside before an image that has one of its own.
    const picture = image(() => this.canvas.image(this.state, this.order, !this.state.mixing.ownMask));
    return {
      constructPath: (operands) => this.path(operands),
      paintImageXObject: picture,
      paintInlineImageXObject: picture,
      paintImageMaskXObject: image(() => this.canvas.image(this.state, this.order, false)),
      paintSolidColorImageMask: image(() => this.canvas.square(this.state, this.order)),
      shadingFill: () => {
        this.canvas.use();
        if (this.layersOff === 0) this.canvas.shade(this.state, this.order, [0, 0, this.width, this.height]);
      },
    };
  }

  private textHandlers(): Record<string, Handler> {
    const set = (name: 'leading' | 'charSpacing' | 'wordSpacing' | 'rise' | 'mode') =>
      withNumber((value) => {
        this.state[name] = value;
      });
    return {
      beginText: () => {
        this.looks = [];
        this.setMatrix(IDENTITY);
      },
      endText: () => {
        if (this.looks.length > 0) this.state.textClip = this.looks;
      },
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
    const font = this.surroundings.fontOf(id);
    this.state.font = font;
    this.state.misnamed = font ? misnamedFigures(font) : NONE_MISNAMED;
    this.state.drawn = font && drawnFigures(font);
    this.state.inks = font && inksOf(font, this.ops);
    this.state.size = size;
  });

  private save(): void {
    this.stack.push({ ...this.state });
  }

  private restore(): void {
    this.canvas.settle();
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
    this.forms.push(this.content.glyphs.length);
    const matrix = packedMatrix(operands[0]);
    const box = packedBox(operands[1]);
    if (matrix) this.transform(matrix);
    if (box) this.narrow(box);
  }

  private endForm(): void {
    this.restore();
    this.lastForm = { from: this.forms.pop() ?? this.content.glyphs.length, end: this.order };
  }

  /** The library paints a mask that is no group, against 11.6.5.3, as a form, and says only behind it that it was one. */
  private takeFormForMask(): void {
    if (this.lastForm.end !== this.order - 1) return;
    for (const { look } of this.content.glyphs.slice(this.lastForm.from)) look.inkless ??= 'mask';
  }

  /** What the box of a group cuts off is not seen; the lines of a table are not cut by it. */
  private beginGroup(operand: unknown): void {
    this.save();
    const { matrix, bbox, smask } = groupOf(operand);
    this.state.mixing = mixingInGroup(this.state.mixing, smask);
    if (!bbox) return;
    const ctm = matrix ? multiply(this.state.ctm, matrix) : this.state.ctm;
    this.state.region = { shape: new Shape(rectanglePath(bbox), ctm, false), parent: this.state.region };
  }

  private readPattern(operands: Operands): void {
    const list = tilesOf(operands);
    if (!list || this.patterns.has(list) || this.layersOff > 0 || this.state.mixing.masking) return;
    this.patterns.add(list);
    const { glyphs, patterned } = new Interpreter(this.ops, IDENTITY, this.width, this.height, this.surroundings).run(list);
    for (const glyph of [...glyphs, ...patterned]) this.content.patterned.push(glyph);
  }

  private beginMark(isOff: boolean): void {
    this.marks.push(isOff);
    if (isOff) this.layersOff++;
  }

  /** Clips what follows to a rectangle of the current coordinates, or to what is in it of a path. */
  private narrow(rectangle: Box, path: ArrayLike<number> = rectanglePath(rectangle), evenOdd = false): void {
    const { ctm, clip, region } = this.state;
    this.state.clip = intersect(clip, boxOf(ctm, rectangle));
    if (!uprightRectangle(path, ctm)) this.state.region = { shape: new Shape(path, ctm, evenOdd), parent: region };
  }

  /** Pairs of a key and its value (8.4.5). */
  private graphicsState(operands: Operands): void {
    const entries = operands[0];
    if (!isList(entries)) return;
    const { state } = this;
    if (setsMask(entries)) this.takeFormForMask();
    state.mixing = mixingAfter(state.mixing, entries);
    state.pen = penAfter(state.pen, entries);
    for (const entry of entries) if (isList(entry) && entry[0] === 'Font' && isList(entry[1])) this.setFont(entry[1]);
  }

  /** What is painted, a list with the path (or null) in it, and the box around it (or null). */
  private path(operands: Operands): void {
    const paths = operands[1];
    const data = isList(paths) ? packedNumbers(paths[0]) : null;
    const paint = this.paints.get(operands[0]);
    const box = this.clipNext || paint?.fills ? packedBox(operands[2]) : null;
    if (data && paint) this.paint(data, box, paint);
    if (!this.clipNext) return;
    const evenOdd = this.clipNext === 'even-odd';
    this.clipNext = null;
    if (box) this.narrow(box, data ?? undefined, evenOdd);
  }

  private paint(data: ArrayLike<number>, box: Box | null, paint: Paint): void {
    this.canvas.use();
    if (this.layersOff > 0 || this.state.mixing.masking) return;
    const { ctm, clip, fill, stroke } = this.state;
    const strokes = paint.strokes && !WHITE.test(stroke);
    const fills = paint.fills && !WHITE.test(fill);
    if (strokes || fills) rulingsOfPath(data, ctm, clip, strokes, fills, this.content.rulings);
    if (paint.fills) this.canvas.fill(this.state, this.order, data, box, paint.evenOdd);
    if (paint.strokes) this.canvas.stroke(this.state, this.order, data);
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
    this.canvas.use();
    const look = lookOf(this.state, this.order, this.layersOff > 0);
    if (this.state.mode >= 4) this.looks.push(look);
    [this.x, this.y] = paintRun(items, this.state, this.textMatrix, [this.x, this.y], look, (glyph) => this.content.glyphs.push(glyph));
  }
}

/** How a path is painted (8.5.3). */
interface Paint {
  strokes: boolean;
  fills: boolean;
  evenOdd: boolean;
}

function paintOps(ops: Readonly<Record<string, number>>): ReadonlyMap<unknown, Paint> {
  const names: readonly (readonly [name: string, strokes: boolean, fills: boolean])[] = [
    ['stroke', true, false],
    ['closeStroke', true, false],
    ['fill', false, true],
    ['eoFill', false, true],
    ['fillStroke', true, true],
    ['eoFillStroke', true, true],
    ['closeFillStroke', true, true],
    ['closeEOFillStroke', true, true],
  ];
  const paints = new Map<unknown, Paint>();
  for (const [name, strokes, fills] of names) {
    if (ops[name] !== undefined) paints.set(ops[name], { strokes, fills, evenOdd: /eo/i.test(name) });
  }
  return paints;
}

/** What is needed of a group: its matrix and box, and whether it makes a soft mask. */
function groupOf(operand: unknown): { matrix: Matrix | null; bbox: Box | null; smask: boolean } {
  if (typeof operand !== 'object' || operand === null) return { matrix: null, bbox: null, smask: false };
  const { matrix, bbox, smask }: { matrix?: unknown; bbox?: unknown; smask?: unknown } = operand;
  return { matrix: packedMatrix(matrix), bbox: packedBox(bbox), smask: Boolean(smask) };
}
