/** What the body of a Word file holds, whatever form of file it came in: types and bounds; imports schemas. */

/** A paragraph as it is read: its number printed before it, hidden and deleted text left out. */
export interface Paragraph {
  kind: 'paragraph';
  text: string;
  /** Counted from 1 by the page breaks that the file tells. */
  page: number;
  /** Points. */
  indent: number;
  /** All of its text is red. */
  red: boolean;
}

export interface Table {
  kind: 'table';
  /** Counted from 1 over the document, in the order in which tables begin. */
  number: number;
  rows: TableRow[];
}

export interface TableRow {
  /** Columns of the grid that are left free before the first cell. */
  before: number;
  cells: TableCell[];
}

export interface TableCell {
  /** Columns of the grid. */
  columns: number;
  /** Width in points; null where the file does not say. */
  width: number | null;
  /** The cell belongs to the one above, or to the one at its left. */
  covered: 'above' | 'left' | null;
  content: BodyPart[];
}

export type BodyPart = Paragraph | Table;

export interface Body {
  parts: BodyPart[];
  /** Texts that the file marks as hidden. */
  hidden: string[];
  /** Sheets and files within it that are shown as pictures or read from elsewhere. */
  embedded: number;
}

/** A Word file holds more than is read. */
export class TooMuchText extends Error {}

/** Characters of a Word file: the longest disclosures have half a million. */
export const MOST_CHARACTERS = 8 * 2 ** 20;
/** Cells of its tables, as of a workbook. */
export const MOST_CELLS = 200_000;
/** A row of Word has at most 63 columns; more than this many are a range that lies. */
export const MOST_COLUMNS = 256;
