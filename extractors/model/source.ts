/** What a reader makes of a file, before any interpretation. Internal, therefore types only. */

export type Media = 'text' | 'html' | 'pdf';

/** `number` is the 1-based line of the original file; `text` is the line as printed, without its line break. */
export interface SourceLine {
  number: number;
  text: string;
}

export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** One run of PDF glyphs that belong together; `box` in points, origin top left. */
export interface Word {
  text: string;
  box: Box;
  fontSize: number;
  rotation: 0 | 90 | 180 | 270;
  /** The clip box that the word was painted in, when it is narrower than the page. */
  clip: Box | null;
  /** Left edge of each UTF-16 character of `text`, so that a word that runs over a cell border can be cut there. */
  starts: number[];
}

/** A horizontal or vertical line that the page draws. */
export interface Ruling {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface SourcePage {
  number: number;
  lines: SourceLine[];
  words: Word[];
  rulings: Ruling[];
  width: number | null;
  height: number | null;
}

export interface SourceDocument {
  media: Media;
  encoding: string | null;
  pages: SourcePage[];
}
