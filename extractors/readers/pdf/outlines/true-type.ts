import { at } from '../../../model/at.ts';
import type { OpenType } from './open-type.ts';
import { LINE, MOVE, OPERANDS, QUADRATIC } from './path.ts';

/** A point of a TrueType contour. */
interface Point {
  x: number;
  y: number;
  onCurve: boolean;
}

/** Glyphs that are put together of others, of others … : accents and the like need two levels, figures none. */
const MOST_LEVELS = 3;
const MOST_COMPONENTS = 8;
/** Numbers of an outline from which on nothing is added: ten times what figures have, and more than is looked at. */
const MOST_NUMBERS = 20_000;

/** The outline of a glyph of the table `glyf` as a path in font units, y upwards; empty where it draws nothing. */
export function trueTypePath(font: OpenType, glyph: number, levels = MOST_LEVELS): number[] {
  const [head, loca, glyf] = [font.table('head'), font.table('loca'), font.table('glyf')];
  if (!head || !loca || !glyf) return [];
  const isLong = head.getInt16(50) === 1;
  const from = isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph);
  const to = isLong ? loca.getUint32(4 * glyph + 4) : 2 * loca.getUint16(2 * glyph + 2);
  if (to <= from) return [];
  const data = new DataView(glyf.buffer, glyf.byteOffset + from, to - from);
  const contours = data.getInt16(0);
  if (contours >= 0) return simpleGlyph(data, contours).flatMap(contourPath);
  return levels > 0 ? compositeGlyph(font, data, levels) : [];
}

function simpleGlyph(data: DataView, contours: number): Point[][] {
  const ends = Array.from({ length: contours }, (_, i) => data.getUint16(10 + 2 * i));
  const count = (ends.at(-1) ?? -1) + 1;
  let offset = 10 + 2 * contours;
  offset += 2 + data.getUint16(offset);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = data.getUint8(offset++);
    const repeats = flag & REPEAT ? data.getUint8(offset++) : 0;
    for (let k = 0; k <= repeats; k++) flags.push(flag);
  }
  const coordinates = (short: number, same: number): number[] => {
    let value = 0;
    return flags.slice(0, count).map((flag) => {
      if (flag & short) value += flag & same ? data.getUint8(offset++) : -data.getUint8(offset++);
      else if (!(flag & same)) {
        value += data.getInt16(offset);
        offset += 2;
      }
      return value;
    });
  };
  const xs = coordinates(SHORT_X, SAME_X);
  const ys = coordinates(SHORT_Y, SAME_Y);
  return ends.map((end, i) => {
    const start = i === 0 ? 0 : at(ends, i - 1) + 1;
    return Array.from({ length: Math.max(0, end + 1 - start) }, (_, k): Point => {
      return { x: at(xs, start + k), y: at(ys, start + k), onCurve: (at(flags, start + k) & ON_CURVE) !== 0 };
    });
  });
}

const ON_CURVE = 0x01;
const SHORT_X = 0x02;
const SHORT_Y = 0x04;
const REPEAT = 0x08;
const SAME_X = 0x10;
const SAME_Y = 0x20;

/** Between two points off the curve lies one on it, half-way. */
function contourPath(points: readonly Point[]): number[] {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return [];
  const start = first.onCurve ? first : last.onCurve ? last : middle(first, last);
  const path = [MOVE, start.x, start.y];
  let control: Point | null = null;
  for (const point of [...points, { ...start, onCurve: true }]) {
    if (control) {
      const end: Point = point.onCurve ? point : middle(control, point);
      path.push(QUADRATIC, control.x, control.y, end.x, end.y);
    } else if (point.onCurve) path.push(LINE, point.x, point.y);
    control = point.onCurve ? null : point;
  }
  return path;
}

function middle(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, onCurve: true };
}

const WORDS = 0x01;
const OFFSETS = 0x02;
const SCALE = 0x08;
const MORE = 0x20;
const TWO_SCALES = 0x40;
const MATRIX = 0x80;

function compositeGlyph(font: OpenType, data: DataView, levels: number): number[] {
  const path: number[] = [];
  let offset = 10;
  for (let k = 0; k < MOST_COMPONENTS; k++) {
    const flags = data.getUint16(offset);
    const glyph = data.getUint16(offset + 2);
    offset += 4;
    const [dx, dy] = flags & WORDS ? [data.getInt16(offset), data.getInt16(offset + 2)] : [data.getInt8(offset), data.getInt8(offset + 1)];
    offset += flags & WORDS ? 4 : 2;
    const factors = flags & MATRIX ? 4 : flags & TWO_SCALES ? 2 : flags & SCALE ? 1 : 0;
    const scales = Array.from({ length: factors }, (_, i) => data.getInt16(offset + 2 * i) / 0x4000);
    offset += 2 * factors;
    const [a = 1, second = a] = scales;
    const matrix = factors === 4 ? [a, second, at(scales, 2), at(scales, 3)] : [a, 0, 0, second];
    const [x, y] = flags & OFFSETS ? [dx, dy] : [0, 0];
    for (const value of transformed(trueTypePath(font, glyph, levels - 1), matrix, x, y)) path.push(value);
    if (!(flags & MORE) || path.length > MOST_NUMBERS) break;
  }
  return path;
}

function transformed(path: readonly number[], matrix: readonly number[], dx: number, dy: number): number[] {
  const [a, b, c, d] = [at(matrix, 0), at(matrix, 1), at(matrix, 2), at(matrix, 3)];
  const moved: number[] = [];
  for (let i = 0; i < path.length; ) {
    const code = at(path, i++);
    moved.push(code);
    for (let k = 0; k < at(OPERANDS, code); k += 2, i += 2) {
      const [x, y] = [at(path, i), at(path, i + 1)];
      moved.push(a * x + c * y + dx, b * x + d * y + dy);
    }
  }
  return moved;
}
