import type { Box } from '../../../model/box.ts';
import type { Budget, Shape } from './shape.ts';

/** Paint of less alpha is not seen: 5 % of black on white is #f2f2f2. */
export const FAINTEST = 0.05;
/** Paint of more alpha lets nothing through. */
export const SOLID = 0.95;

/** Clip paths that are no upright rectangles, the latest first: what they leave is their intersection (PDF 32000-1, 8.5.4). */
export interface Region {
  shape: Shape;
  parent: Region | null;
}

export function isWithin(region: Region | null, x: number, y: number, budget: Budget): boolean {
  for (let own = region; own; own = own.parent) if (!own.shape.contains(x, y, budget)) return false;
  return true;
}

/** What was painted over a part of the page, in displayed coordinates. `order` counts the operators of the page. */
export interface Area {
  order: number;
  /** Around what is painted, cut to the clip box. */
  box: Box;
  /** Null: the whole box. */
  shape: Shape | null;
  region: Region | null;
  colour: string;
  /** Nothing below it is seen any more. Null: an image of which that is not known. */
  opaque: boolean | null;
  isImage: boolean;
}

/** Why a character is not seen, whatever stands around it. */
export type Inkless = 'no-ink' | 'transparent' | 'layer-off' | 'too-small' | 'mask';

/** How the characters of a run are painted. */
export interface Look {
  order: number;
  /** Null: not filled, not stroked. */
  fill: string | null;
  stroke: string | null;
  inkless: Inkless | null;
  /** Whether it shows is not known: behind a soft mask, or a glyph whose procedure was not understood. */
  isDoubtful: boolean;
  region: Region | null;
}

export function covers({ box, shape, region }: Area, x: number, y: number, budget: Budget): boolean {
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
  return (!shape || shape.contains(x, y, budget)) && isWithin(region, x, y, budget);
}
