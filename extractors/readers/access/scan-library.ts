/** What the reader of scans needs of its host: pictures of pages, and a recogniser of printed lines. Types only. */
import type { ColourPicture } from '../../model/picture.ts';

/** A line as the recogniser takes it: three equal planes (red, green, blue) of `height` × `width` values, −1 black … 1 white. */
export interface LineImage {
  width: number;
  height: number;
  planes: Float32Array;
}

/** For each of `steps` places from left to right, how probable each of `classes` characters is (0: none); row by row. */
export interface LineProbabilities {
  steps: number;
  classes: number;
  values: Float32Array;
}

/** A picture of a page; `dpi` null where its file does not say it. */
export interface PagePicture extends ColourPicture {
  dpi: number | null;
}

/** The pictures of a file, decoded when they are asked for: all together they may fill the memory. */
export interface PictureFile {
  pictures: number;
  /** `index` from 0. @throws Error for a damaged or too large one. */
  picture(index: number): PagePicture;
}

/** A document whose pages can be drawn. */
export interface DrawableDocument {
  pages: number;
  /** `page` from 0. @throws Error where the page cannot be drawn. */
  draw(page: number, dpi: number): ColourPicture;
  close(): void;
}

export interface ScanAccess {
  /** @throws Error for bytes that are no PDF that can be drawn. */
  openPdf(bytes: Uint8Array): Promise<DrawableDocument>;
  /** The pictures in a PNG, JPEG or TIFF. @throws Error for damaged or too large ones. */
  decode(bytes: Uint8Array): Promise<PictureFile>;
  /** The characters of the classes: `''` first (none), a space last. */
  alphabet: readonly string[];
  /** One line at a time: lines recognised together change each other's results. */
  recognise(line: LineImage): Promise<LineProbabilities>;
}
