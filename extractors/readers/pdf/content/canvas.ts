import type { Box } from '../../../model/box.ts';
import type { Area, Look } from '../surface/areas.ts';
import { UNKNOWN } from '../surface/colour.ts';
import { type ImageSize, opacityOf } from '../surface/images.ts';
import { boxOf, intersect, type Matrix, UNIT_SQUARE } from '../surface/matrix.ts';
import { bandsAlong, Shape, shapeOfRectangle, uprightRectangle } from '../surface/shape.ts';
import { type GraphicsState, isFaint, isSolid, mixes } from './state.ts';

/** Thinner areas (in points) are rules: nothing is printed on them and they hide nothing. */
const THINNEST = 1;
/** Lines of less are drawn around cells and below words, not behind them. */
const THINNEST_LINE = 3;
/** Numbers of a path of a thousand lines: more in one path is a drawing. */
const MAX_LINE_NUMBERS = 3000;

/** The areas that a page paints, in that order. */
export class Canvas {
  readonly areas: Area[] = [];
  /** A coordinate system made for an image that the library has left out, until something else is painted in it. */
  private prepared: { state: GraphicsState; order: number } | null = null;

  constructor(private readonly images: () => readonly ImageSize[]) {}

  /** A filled path; a pattern may leave gaps. `box`: around it, in the coordinates of the path. */
  fill(state: GraphicsState, order: number, path: ArrayLike<number>, box: Box | null, evenOdd: boolean): void {
    if (box && isThin(state.ctm, box)) return;
    const upright = uprightRectangle(path, state.ctm);
    const shape = upright ? null : new Shape(path, state.ctm, evenOdd);
    const around = upright ?? (box ? boxOf(state.ctm, box) : null);
    if (around)
      this.add(state, order, { box: around, shape, colour: state.fill, opaque: state.fill === UNKNOWN ? null : true, isImage: false });
  }

  /** The straight lines of a path, where they are wide enough to print on: the bands of a table are drawn like that, too. */
  stroke(state: GraphicsState, order: number, path: ArrayLike<number>): void {
    const [a, b, c, d] = state.ctm;
    const width = state.pen.width * Math.sqrt(Math.abs(a * d - b * c));
    if (!(width >= THINNEST_LINE) || path.length > MAX_LINE_NUMBERS) return;
    // What shows between dashes is not known.
    const colour = state.pen.isDashed ? UNKNOWN : state.stroke;
    const opaque = colour === UNKNOWN ? null : true;
    for (const band of bandsAlong(path, state.ctm, width)) this.add(state, order, { ...band, colour, opaque, isImage: false }, true);
  }

  /** A picture in the unit square. `opaque`: null where that is not known. */
  image(state: GraphicsState, order: number, opaque: boolean | null): void {
    this.add(state, order, { ...shapeOfRectangle(UNIT_SQUARE, state.ctm), colour: UNKNOWN, opaque, isImage: true });
  }

  /** The unit square in the fill colour. */
  square(state: GraphicsState, order: number): void {
    this.add(state, order, { ...shapeOfRectangle(UNIT_SQUARE, state.ctm), colour: state.fill, opaque: true, isImage: false });
  }

  /** Everything within the clip, in changing colours. */
  shade(state: GraphicsState, order: number, page: Box): void {
    this.add(state, order, { box: page, shape: null, colour: UNKNOWN, opaque: true, isImage: false });
  }

  /** Images fill the unit square; large ones are not decoded and not named, but their place is set. */
  prepare(state: GraphicsState, order: number): void {
    this.settle();
    this.prepared = { state: { ...state }, order };
  }

  /** Something was painted: the coordinates were made for that. */
  use(): void {
    this.prepared = null;
  }

  /** Nothing was painted in the coordinates that were made: there stands an image that was left out. */
  settle(): void {
    if (!this.prepared) return;
    const { state, order } = this.prepared;
    this.prepared = null;
    const [width, height] = sidesOf(state.ctm);
    if (width > THINNEST && height > THINNEST) this.image(state, order, opacityOf(this.images(), width, height));
  }

  private add(
    state: GraphicsState,
    order: number,
    area: Pick<Area, 'box' | 'shape' | 'colour' | 'opaque' | 'isImage'>,
    isLine = false,
  ): void {
    const { mixing } = state;
    const alpha = isLine ? mixing.strokeAlpha : mixing.fillAlpha;
    if (mixing.masking || isFaint(mixing, alpha)) return;
    const box = state.clip ? intersect(state.clip, area.box) : area.box;
    if (!(box[2] - box[0] >= THINNEST && box[3] - box[1] >= THINNEST) && !area.isImage) return;
    // What shows through text is that text, and not an area.
    if (state.textClip) {
      state.textClip.forEach(fillThrough);
      return;
    }
    const colour = mixes(mixing) ? UNKNOWN : area.colour;
    this.areas.push({ ...area, order, box, region: state.region, colour, opaque: isSolid(mixing, alpha) && area.opaque });
  }
}

function fillThrough(look: Look): void {
  look.fill = UNKNOWN;
  if (look.inkless === 'no-ink') look.inkless = null;
}

/** Whether a transformed box is a rule, one way or the other. */
function isThin([a, b, c, d]: Matrix, [x0, y0, x1, y1]: Box): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return Math.abs(a) * width + Math.abs(c) * height < THINNEST || Math.abs(b) * width + Math.abs(d) * height < THINNEST;
}

function sidesOf([a, b, c, d]: Matrix): [number, number] {
  return [Math.hypot(a, b), Math.hypot(c, d)];
}
