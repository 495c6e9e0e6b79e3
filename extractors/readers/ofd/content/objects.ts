import type { Box } from '../../../model/box.ts';
import { childrenNamed, textOf, type XmlElement } from '../../package/xml.ts';
import { UNKNOWN } from '../../pdf/surface/colour.ts';
import { IDENTITY, type Matrix, multiply } from '../../pdf/surface/matrix.ts';
import { alphaFrom, boxFrom, childNamed, isElement, isTrue, matrixFrom } from '../base/values.ts';
import type { Resources } from '../document/resources.ts';
import type { OperatorName, Operators } from './operators.ts';
import { type Path, pathFrom } from './paths.ts';
import { type Ink, type Style, styleOf } from './styles.ts';
import { showText, withReach } from './texts.ts';

/** What objects are painted with. */
export interface Scene {
  ops: Operators;
  resources: Resources;
  /** Whether a picture, by its path, lets nothing through; null where that is not known. */
  isOpaque(path: string): boolean | null;
  /** Patterns within patterns are not looked at. */
  isInPattern: boolean;
  /** Told of each object that is left out, by its kind, because it is not as the standard says. */
  passOver(kind: string): void;
}

/** Where an object stands: the coordinates of what it is in, the parameters of its layer, the composite units around it. */
interface Frame {
  matrix: Matrix;
  layerParam: string | undefined;
  units: readonly string[];
}

export const PAGE_FRAME: Frame = { matrix: IDENTITY, layerParam: undefined, units: [] };

/** An object in its coordinates, and how it is painted. */
interface Placed {
  object: XmlElement;
  /** To the coordinates of the page, its own transformation included. */
  matrix: Matrix;
  /** Its boundary in the coordinates around it. */
  boundary: Box | null;
  style: Style;
  frame: Frame;
}

type Paint = (placed: Placed, scene: Scene) => boolean;

const PAINTS: ReadonlyMap<string, Paint> = new Map<string, Paint>([
  ['TextObject', paintText],
  ['PathObject', paintPath],
  ['ImageObject', paintImage],
  ['CompositeObject', paintComposite],
]);

/** Paints what a layer, block or unit holds, in order (GB/T 33190—2016, 7.7, 8.5). Other elements paint nothing. */
export function paintBlock(block: XmlElement, frame: Frame, scene: Scene): void {
  const inside = { ...frame, layerParam: block.attributes.DrawParam ?? frame.layerParam };
  for (const child of block.children) {
    if (!isElement(child)) continue;
    if (child.name === 'PageBlock') paintBlock(child, inside, scene);
    const paint = PAINTS.get(child.name);
    if (paint) paintObject(child, paint, inside, scene);
  }
}

/** What is painted of an object is what is in its boundary, where its clips leave it, unless it is not visible. */
function paintObject(object: XmlElement, paint: Paint, frame: Frame, scene: Scene): void {
  const { ops } = scene;
  const boundary = boxFrom(object.attributes.Boundary);
  const own = matrixFrom(object.attributes.CTM);
  if (!own) {
    scene.passOver(object.name);
    return;
  }
  const matrix = multiply(placedAt(frame.matrix, boundary), own);
  const isHidden = !isTrue(object.attributes.Visible, true);
  if (isHidden) ops.add('beginMarkedContentProps', 'OC', null);
  const isText = object.name === 'TextObject';
  ops.add('beginGroup', { matrix: frame.matrix, bbox: boundary && isText ? withReach(boundary, object, own) : boundary });
  clip(object, matrix, frame.matrix, boundary, scene);
  const style = styleOf(object, frame.layerParam, scene.resources);
  if (!paint({ object, matrix, boundary, style, frame }, scene)) scene.passOver(object.name);
  ops.add('endGroup');
  if (isHidden) ops.add('endMarkedContent');
}

/** Coordinates of an object begin at the upper left corner of its boundary. */
function placedAt(matrix: Matrix, boundary: Box | null): Matrix {
  return boundary ? multiply(matrix, [1, 0, 0, 1, boundary[0], boundary[1]]) : matrix;
}

/** Each clip leaves what is in any of its areas (8.4), in coordinates of the object or, without TransFlag, in those before its own transformation. */
function clip(object: XmlElement, matrix: Matrix, around: Matrix, boundary: Box | null, { ops }: Scene): void {
  const clips = childNamed(object, 'Clips');
  if (!clips) return;
  const base = isTrue(clips.attributes.TransFlag, true) ? matrix : placedAt(around, boundary);
  for (const one of childrenNamed(clips, 'Clip')) {
    const areas = childrenNamed(one, 'Area').flatMap((area): Path[] => {
      const path = childNamed(area, 'Path');
      const own = matrixFrom(area.attributes.CTM);
      const inner = path && matrixFrom(path.attributes.CTM);
      if (!path || !own || !inner) return [];
      const data = childNamed(path, 'AbbreviatedData');
      const found = data && pathFrom(textOf(data), multiply(placedAt(multiply(base, own), boxFrom(path.attributes.Boundary)), inner));
      return found && !found.isCut ? [found] : [];
    });
    const [first] = areas;
    // Text as a clip, or what is no path, leaves what is not known; nothing is cut by it.
    if (!first || areas.length < childrenNamed(one, 'Area').length) continue;
    const box = areas.slice(1).reduce((sum, area) => union(sum, area.box), first.box);
    ops.add(first === areas.at(-1) && childrenNamed(one, 'Area').some(isEvenOdd) ? 'eoClip' : 'clip');
    ops.path(
      areas.flatMap(({ data }) => data),
      box,
      'endPath',
    );
  }
}

const isEvenOdd = (area: XmlElement): boolean => childNamed(area, 'Path')?.attributes.Rule === 'Even-Odd';

const union = (one: Box, other: Box): Box => [
  Math.min(one[0], other[0]),
  Math.min(one[1], other[1]),
  Math.max(one[2], other[2]),
  Math.max(one[3], other[3]),
];

/** An ink that is to be used; null where nothing is painted with it. */
const used = (ink: Ink | null, alpha: number): Ink | null => (ink && ink.alpha * alpha > 0 ? ink : null);

const BLACK: Ink = { colour: '#000000', alpha: 1, pattern: null };

function setInks(fill: Ink | null, stroke: Ink | null, object: XmlElement, scene: Scene): void {
  const alpha = alphaFrom(object.attributes.Alpha);
  const entries: [string, unknown][] = [];
  if (fill) entries.push(['ca', alpha * fill.alpha]);
  if (stroke) entries.push(['CA', alpha * stroke.alpha]);
  if (entries.length > 0) scene.ops.add('setGState', entries);
  if (fill) setInk(fill, 'setFillRGBColor', 'setFillColorN', scene);
  if (stroke) setInk(stroke, 'setStrokeRGBColor', 'setStrokeColorN', scene);
}

function setInk({ colour, pattern }: Ink, plain: OperatorName, patterned: OperatorName, scene: Scene): void {
  if (colour !== UNKNOWN) scene.ops.add(plain, colour);
  else scene.ops.add(patterned, 'TilingPattern', null, pattern ? tileOf(pattern, scene) : null);
}

/** What a pattern repeats (8.3.3): only its text is looked at. */
function tileOf(pattern: XmlElement, scene: Scene): Operators | null {
  const cell = childNamed(pattern, 'CellContent');
  if (!cell || scene.isInPattern) return null;
  const ops = scene.ops.fresh();
  paintBlock(cell, PAGE_FRAME, { ...scene, ops, isInPattern: true });
  return ops;
}

/** Rendering modes (PDF 32000-1, 9.3.6): fill, stroke, both, neither. */
function paintText({ object, matrix, style }: Placed, scene: Scene): boolean {
  const alpha = alphaFrom(object.attributes.Alpha);
  const fill = used(isTrue(object.attributes.Fill, true) ? (style.fill ?? BLACK) : null, alpha);
  const stroke = used(isTrue(object.attributes.Stroke, false) ? style.stroke : null, alpha);
  setInks(fill, stroke, object, scene);
  scene.ops.add('setTextRenderingMode', fill ? (stroke ? 2 : 0) : stroke ? 1 : 3);
  return showText(object, matrix, scene.ops);
}

/** A path without a colour to fill it with is transparent by the standard and black to some viewers: then what it hides is not known. */
const UNSAID: Ink = { colour: UNKNOWN, alpha: 1, pattern: null };

function paintPath({ object, matrix, style }: Placed, scene: Scene): boolean {
  const alpha = alphaFrom(object.attributes.Alpha);
  const fill = used(isTrue(object.attributes.Fill, false) ? (style.fill ?? UNSAID) : null, alpha);
  const stroke = used(isTrue(object.attributes.Stroke, true) ? (style.stroke ?? BLACK) : null, alpha);
  const data = childNamed(object, 'AbbreviatedData');
  const path = data ? pathFrom(textOf(data), matrix) : null;
  if (!path || (!fill && !stroke)) return true;
  const { ops } = scene;
  setInks(fill, stroke, object, scene);
  ops.add('setLineWidth', style.lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])));
  if (style.isDashed) ops.add('setDash', [1]);
  const isOdd = object.attributes.Rule === 'Even-Odd';
  if (fill) ops.path(path.data, path.box, stroke ? (isOdd ? 'eoFillStroke' : 'fillStroke') : isOdd ? 'eoFill' : 'fill');
  else ops.path(path.data, path.box, 'stroke');
  return !path.isCut;
}

/** A picture fills the unit square of its coordinates; without a transformation, its boundary. */
function paintImage({ object, matrix, boundary, frame }: Placed, scene: Scene): boolean {
  const { ops, resources } = scene;
  const id = object.attributes.ResourceID;
  const alpha = alphaFrom(object.attributes.Alpha);
  if (id === undefined || alpha === 0) return true;
  const path = resources.pictures.get(id);
  const opaque = path === undefined ? null : scene.isOpaque(path);
  ops.add('setGState', [['ca', alpha]]);
  ops.add('save');
  if (object.attributes.CTM === undefined && boundary) {
    const [x0, y0, x1, y1] = boundary;
    ops.add('transform', ...multiply(frame.matrix, [x1 - x0, 0, 0, y1 - y0, x0, y0]));
  } else ops.add('transform', ...matrix);
  // An image of which nobody knows what it hides is one that was not decoded: its place is set, and nothing painted in it.
  if (opaque !== null) ops.add(opaque && object.attributes.ImageMask === undefined ? 'paintImageXObject' : 'paintImageMaskXObject');
  ops.add('restore');
  return true;
}

/** Units in each other; no producer nests more than two or three. */
const MOST_UNITS = 32;

/** A unit that contains itself paints nothing. */
function paintComposite({ object, matrix, frame }: Placed, scene: Scene): boolean {
  const id = object.attributes.ResourceID;
  const unit = id === undefined ? undefined : scene.resources.units.get(id);
  if (id === undefined || !unit || frame.units.includes(id) || frame.units.length >= MOST_UNITS) return false;
  const alpha = alphaFrom(object.attributes.Alpha);
  scene.ops.add('setGState', [['ca', alpha]]);
  scene.ops.add('beginGroup', { matrix, bbox: null });
  for (const content of childrenNamed(unit, 'Content')) {
    paintBlock(content, { matrix, layerParam: undefined, units: [...frame.units, id] }, scene);
  }
  scene.ops.add('endGroup');
  return true;
}
