import type { Place } from '../../schemas/place.ts';
import type { Box, Media } from './source.ts';

/** The tables while they are being built: from lines to parts to grids. Internal, therefore types only. */

/** A line after markup was taken out. `offsets[i]` is the position of character i in the original line (absent: the same). */
export interface CleanLine {
  page: number;
  line: number;
  text: string;
  raw: string;
  offsets?: number[];
  /** Number of cells that markup spans over (HTML tables); absent for plain lines. */
  spans?: { columns: number; rows: number }[];
  /** Where the line stands on its page (PDF). */
  box?: Box;
  /** The cells of the line, where rulings or alignment give them exactly; `text` then joins them with tabs. */
  row?: GridRow;
  /** The line is an entry of a contents page that is printed as a table. */
  contents?: boolean;
  /** Lines of one printed grid carry the same number; another number starts another part. */
  region?: number;
}

export interface CleanDocument {
  media: Media;
  lines: CleanLine[];
}

/** The lines above a table: title, number, unit, publisher, year — whatever of them is printed. */
export interface Caption {
  title: string | null;
  number: string | null;
  unit: string | null;
  entity: string | null;
  year: number | null;
  places: Place[];
}

/** A run of table lines below one caption (or below none, when a page break cut the table silently). */
export interface TablePart {
  caption: Caption;
  lines: CleanLine[];
  notes: CleanLine[];
}

/** A run of prose that belongs together although lines and pages break it. `spans` lead back to the source lines. */
export interface Paragraph {
  text: string;
  section: SectionKind;
  heading: string | null;
  spans: { from: number; to: number; place: Place }[];
}

export type SectionKind = 'cover' | 'contents' | 'overview' | 'rules' | 'explanation' | 'tables' | 'glossary';

export interface ContentsEntry {
  number: string | null;
  title: string;
  place: Place;
}

export interface SegmentedDocument {
  media: Media;
  contents: ContentsEntry[];
  parts: TablePart[];
  paragraphs: Paragraph[];
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
}

/**
 * `columns`: the cell's index is its column. `sequence`: the layout was lost, only the order of the filled cells is known.
 */
export interface GridRow {
  layout: 'columns' | 'sequence';
  cells: Cell[];
  page: number;
  line: number;
  /** The row is the first one after a page cut. */
  startsPart?: boolean;
  /** Left and right borders of the columns in points, one more than cells; only where the grid is printed. Spans are then known. */
  borders?: readonly number[];
  /** The borders are guessed from where texts stand: nothing is drawn or clipped there. */
  guessed?: true;
}

export interface GridPart extends TablePart {
  rows: GridRow[];
}

/** One table, however many pages it was cut over. `rows[0..headerRows)` are its header. */
export interface JoinedTable {
  index: number;
  caption: Caption;
  titlePrinted: boolean;
  parts: number;
  pages: [number, number];
  lines: [number, number];
  headerRows: number;
  rows: GridRow[];
  notes: string[];
  /** Nothing that is drawn says where the columns of some rows are. */
  guessed?: boolean;
}
