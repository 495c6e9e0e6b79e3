import type { Block, Reading } from './blocks.ts';
import type { Box, PictureMap } from './box.ts';

/** What a reader makes of a file, before any interpretation: the first phase. */

export type Media = 'text' | 'html' | 'pdf' | 'scan' | 'ofd' | 'xlsx' | 'xls' | 'ods' | 'csv' | 'docx' | 'doc';

/** `number` is the 1-based line of the original file (of a fixed page: of the document, in reading order); `text` is the line as printed. */
export interface SourceLine {
  number: number;
  text: string;
}

/** One run of glyphs that belong together; `box` in points, origin top left. */
export interface Word {
  text: string;
  box: Box;
  fontSize: number;
  rotation: 0 | 90 | 180 | 270;
  /** The clip box that the word was painted in, when it is narrower than the page. */
  clip: Box | null;
  /** Left edge of each UTF-16 character of `text`, so that a word that runs over a cell border can be cut there. */
  starts: number[];
  /** All of it is painted red; most words are not, and do not say so. */
  red?: true;
  /** How sure what was recognised in a picture is; text that a file holds as text has none. */
  reading?: Reading;
}

/** A horizontal or vertical line that the page draws. */
export interface Ruling {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** A place on a page where what was read may not be what a reader sees, and the rule that says why; `box` as in words. */
export interface Doubt {
  ruleId: string;
  /** What was met, where the page does not say it all. */
  detail?: string;
  box: Box;
}

/** A page whose layout is fixed (PDF, a scan): words and rulings with their places. Its blocks are found by the layout phase. */
export interface DrawnPage {
  number: number;
  lines: SourceLine[];
  words: Word[];
  rulings: Ruling[];
  /** Numbers printed there are read, and proved by nothing. */
  doubts?: readonly Doubt[];
  /**
   * What stands on the page was recognised in its picture, which was turned upright and straightened for that: `shown` leads from a point
   * of the page to the same point of what is displayed, which is of that size.
   */
  recognised?: { shown: PictureMap; size: readonly [width: number, height: number] };
  /** null: nothing of the page could be read. */
  width: number | null;
  height: number | null;
}

/** A page of a file that has lines or cells of its own (text, markup): its blocks are as the file gives them. */
export interface FlowPage {
  number: number;
  lines: SourceLine[];
  blocks: Block[];
}

interface Read {
  media: Media;
  encoding: string | null;
}

export interface DrawnDocument extends Read {
  kind: 'drawn';
  pages: DrawnPage[];
}

export interface FlowDocument extends Read {
  kind: 'flow';
  pages: FlowPage[];
}

export type SourceDocument = DrawnDocument | FlowDocument;
