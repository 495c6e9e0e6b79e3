/** Pictures of pages, as scans are made of them: types only. */
import type { Box, PictureMap } from './box.ts';
import type { Ruling } from './source.ts';

export type { PictureMap } from './box.ts';

/** A picture in colour: four bytes (red, green, blue, opacity) a dot, row by row from the top left. */
export interface ColourPicture {
  width: number;
  height: number;
  rgba: Uint8Array;
}

/** The same in grey: a byte a dot, 0 black ink … 255 white paper. */
export interface Picture {
  width: number;
  height: number;
  grey: Uint8Array;
}

/** One printed line (a piece of it where wide gaps part it), in dots of the upright picture. */
export interface PictureLine {
  /** The ink, without margin. */
  box: Box;
  /** What surrounds it and may be cropped with it: its cell, or the page. */
  bound: Box;
}

/** What is seen on a picture before any character is recognised; lengths in dots of `upright`. */
export interface PictureLayout {
  /** Turned and straightened, with the rulings still drawn. */
  upright: Picture;
  /** From a point of `upright` to the same point of the picture as it came. */
  toOriginal: PictureMap;
  dpi: number;
  rulings: Ruling[];
  lines: PictureLine[];
  /** Height of a usual character. */
  characterHeight: number;
}
