import { type Place, placeOfLine } from '../../schemas/place.ts';
import type { Box } from './box.ts';

/** The document as lines of text and grids of cells, in reading order, whatever file it came from: what readers and layout hand over. */

/** A line outside grids, without markup. `offsets[i]` is the position of character i in `raw`, -1 where it has none (absent: the same). */
export interface TextLine {
  kind: 'line';
  page: number;
  line: number;
  text: string;
  raw: string;
  offsets?: number[];
  /** Where the line stands on a fixed page. */
  box?: Box;
  /** Where it stands in a workbook or in a table of a Word file, as in Place. */
  cell?: string;
  /** The line stands on a page whose layout is known, though it has no box. */
  laidOut?: true;
  /** The line is an entry of a contents page that is printed as a table. */
  contents?: boolean;
}

/** Rows that stand together. */
export interface GridBlock {
  kind: 'grid';
  /** The page shows where the grid ends: another grid is another table, or another part of one. */
  bounded: boolean;
  rows: GridRow[];
  /** Its rows hold whatever a page holds, prose and several tables too: a sheet, a table of a Word file. As readers hand it over. */
  mixed?: true;
  /** Ways to read its header, the likeliest first, where there are several; `rows` are those of the first. */
  readings?: readonly GridReading[];
  /** What the file calls the grid without printing it as a title: the name on the tab of a sheet. */
  name?: string;
}

/** Rows of a grid by one reading; `cost` (columns of text) says how unlikely the layout makes it. */
export interface GridReading {
  rows: GridRow[];
  headerRows: number;
  cost: number;
}

export type Block = TextLine | GridBlock;

/** A text with the probability that it is what is printed, between 0 and 1. */
export interface Likely {
  text: string;
  posterior: number;
}

/** What was recognised in a picture: how probable it is that this is printed, and what else it may be, the likeliest first. */
export interface Reading {
  posterior: number;
  alternatives: Likely[];
}

/** `text` has line breaks and padding removed; `raw` is what is printed. */
export interface Cell {
  text: string;
  raw: string;
  places: Place[];
  /** The position belongs to a merged cell whose text stands at its left or above; only where spans are known. */
  covered?: 'left' | 'above';
  /** Points between the column's left border and the text; tables without codes show their hierarchy by it. */
  indent?: number;
  /** All of its text is red, as spreadsheets show negative numbers; only where the form of file knows colours. */
  red?: true;
  /** How sure its text was recognised in a picture; the alternatives are written as `text` is. */
  reading?: Reading;
}

/**
 * `columns`: the cell's index is its column. `sequence`: the layout was lost, only the order of the filled cells is known.
 */
export interface GridRow {
  layout: 'columns' | 'sequence';
  cells: Cell[];
  page: number;
  line: number;
  /** Cells that the rule of its markdown table has; a row has as many, or one was lost or added. */
  ruled?: number;
  /** The row is the first one after a page cut. */
  startsPart?: boolean;
  /** Left and right borders of the columns in points, one more than cells; only where the grid is printed. Spans are then known. */
  borders?: readonly number[];
  /** The file says which cells are merged: `covered` tells it of every position. */
  spans?: true;
  /** Of a header row: columns whose name is a guess, since the layout does not say which cells stand above them. */
  unsure?: readonly number[];
  /** A line of its names may as well be one of the row above or below. */
  unsureNames?: true;
  /** The borders are guessed from where texts stand: nothing is drawn or clipped there. */
  guessed?: true;
  /** What each filled cell prints, line by line: as readers hand over a row that may be a caption, a note or prose. Rows of tables have none. */
  lines?: readonly (readonly TextLine[])[];
  /** Blank rows stand between it and the row above; as readers hand it over. */
  gap?: true;
}

/** Where characters [start, end) of a line are printed; on fixed pages the box is the whole line's. */
export function placeOfText(line: TextLine, start: number | null = null, end: number | null = null): Place {
  const place = placeOfLine(line.page, line.line, start, end);
  if (line.cell !== undefined) return { ...place, cell: line.cell };
  return line.box ? { ...place, bbox: [...line.box] } : place;
}
