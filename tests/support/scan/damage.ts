import type { ColourPicture, Picture, PictureMap } from '../../../extractors/model/picture.ts';
import { Random } from '../../generator/random.ts';
import { throughJpeg } from './jpeg.ts';

/** What a scanner and those before it do to a page. All of it is left out where it is not said. */
export interface Damage {
  /** Degrees clockwise about the middle. */
  turn?: number;
  /** Degrees by which columns lean to the right downwards. */
  shear?: number;
  /** Dots by which the middle of a page hangs below its left and right edge. */
  bend?: number;
  /** Standard deviation of a Gaussian, in dots. */
  blur?: number;
  /** Standard deviation of grey. */
  noise?: number;
  /** Grey of paper (white: 255); ink stays black. */
  paper?: number;
  /** Quality of JPEG, 1 … 100. */
  jpeg?: number;
}

/** What most scans of a small office have at once. */
export const USUAL_DAMAGE: Damage = { turn: 0.7, shear: 0.25, blur: 0.6, noise: 6, jpeg: 40 };

/** The picture as it comes out of a bad scan of it, of the same size; the same seed gives the same dots. */
export function damaged(picture: Picture, damage: Damage, seed: number): Picture {
  let grey = Float32Array.from(picture.grey);
  const size = { width: picture.width, height: picture.height };
  if (damage.turn || damage.shear || damage.bend) grey = moved({ ...size, grey }, damage);
  if (damage.paper !== undefined) grey = grey.map((value) => (value * (damage.paper ?? 255)) / 255);
  if (damage.blur) grey = blurred({ ...size, grey }, damage.blur);
  if (damage.noise) addNoise(grey, damage.noise, new Random(seed));
  const out: Picture = { ...size, grey: Uint8Array.from(grey, (value) => Math.min(255, Math.max(0, Math.round(value)))) };
  return damage.jpeg === undefined ? out : throughJpeg(out, damage.jpeg);
}

/** From a point of the damaged picture to the same point of the undamaged one; what is bent is left out. */
export function undamaged({ width, height }: { width: number; height: number }, { turn = 0, shear = 0 }: Damage): PictureMap {
  const angle = (turn * Math.PI) / 180;
  const lean = Math.tan((shear * Math.PI) / 180);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // x = cos·u + sin·v, y = −sin·u + cos·v about the middle, then x loses lean·y.
  const [a, c] = [cos + lean * sin, sin - lean * cos];
  const [x, y] = [width / 2, height / 2];
  return [a, -sin, c, cos, x - a * x - c * y, y + sin * x - cos * y];
}

interface Greys {
  width: number;
  height: number;
  grey: Float32Array;
}

function moved(picture: Greys, damage: Damage): Float32Array<ArrayBuffer> {
  const { width, height } = picture;
  const [a, b, c, d, e, f] = undamaged(picture, damage);
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sag = (damage.bend ?? 0) * (1 - ((2 * x) / width - 1) ** 2);
      const [u, v] = [x + 0.5, y + 0.5 - sag];
      out[y * width + x] = between(picture, a * u + c * v + e - 0.5, b * u + d * v + f - 0.5);
    }
  }
  return out;
}

/** Bilinear; paper beyond the edges. */
function between({ width, height, grey }: Greys, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [x - left, y - top];
  const dot = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= width || row >= height ? 255 : (grey[row * width + column] ?? 255);
  const above = dot(left, top) * (1 - right) + dot(left + 1, top) * right;
  const below = dot(left, top + 1) * (1 - right) + dot(left + 1, top + 1) * right;
  return above * (1 - down) + below * down;
}

function blurred({ width, height, grey }: Greys, deviation: number): Float32Array<ArrayBuffer> {
  const reach = Math.ceil(3 * deviation);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * deviation * deviation)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pass = (from: Float32Array, count: number, step: number, line: number, lines: number): Float32Array<ArrayBuffer> => {
    const out = new Float32Array(from.length);
    for (let l = 0; l < lines; l++) {
      for (let i = 0; i < count; i++) {
        let sum = 0;
        for (const [k, weight] of weights.entries()) {
          const near = Math.min(count - 1, Math.max(0, i + k - reach));
          sum += weight * (from[l * line + near * step] ?? 0);
        }
        out[l * line + i * step] = sum / total;
      }
    }
    return out;
  };
  return pass(pass(grey, width, 1, width, height), height, width, 1, width);
}

/** Gaussian by Box and Muller. */
function addNoise(grey: Float32Array, deviation: number, random: Random): void {
  for (let i = 0; i < grey.length; i += 2) {
    const radius = deviation * Math.sqrt(-2 * Math.log(1 - random.next()));
    const angle = 2 * Math.PI * random.next();
    grey[i] = (grey[i] ?? 0) + radius * Math.cos(angle);
    if (i + 1 < grey.length) grey[i + 1] = (grey[i + 1] ?? 0) + radius * Math.sin(angle);
  }
}

/** The picture under a round red seal with a star, pressed on lightly: what is black stays black. */
export function sealed({ width, height, grey }: Picture, centre: readonly [x: number, y: number], radius: number): ColourPicture {
  const rgba = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const distance = Math.hypot(x - centre[0], y - centre[1]) / radius;
      const angle = Math.atan2(y - centre[1], x - centre[0]) + Math.PI / 2;
      const point = ((((angle / (2 * Math.PI)) * 5) % 1) + 1) % 1;
      const isSeal = (distance > 0.92 && distance < 1) || distance < 0.12 + 0.25 * Math.abs(2 * point - 1) ** 2;
      const value = grey[i] ?? 255;
      rgba.set(
        [
          isSeal ? Math.round(value * 0.86) : value,
          isSeal ? Math.round(value * 0.2) : value,
          isSeal ? Math.round(value * 0.2) : value,
          255,
        ],
        4 * i,
      );
    }
  }
  return { width, height, rgba };
}
