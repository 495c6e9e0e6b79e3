import type { Place } from '../../schemas/place.ts';
import type { GridRow, TextLine } from './blocks.ts';

/** The document taken apart: parts of tables, entries of the contents page, prose. */

/** The lines above a table: title, number, unit, publisher, year — whatever of them is printed. */
export interface Caption {
  title: string | null;
  number: string | null;
  unit: string | null;
  entity: string | null;
  year: number | null;
  places: Place[];
}

/** Rows below one caption (or below none, when a page break cut the table silently). */
export interface TablePart {
  caption: Caption;
  rows: GridRow[];
  notes: TextLine[];
  /** What the file calls the grid that the rows are from, where no title is printed. */
  name?: string;
}

export interface ContentsEntry {
  number: string | null;
  title: string;
  place: Place;
}

export interface Segments {
  contents: ContentsEntry[];
  parts: TablePart[];
  /** The lines that belong to no table, in order, blank ones included. */
  prose: TextLine[];
}

export type SectionKind = 'cover' | 'contents' | 'overview' | 'rules' | 'explanation' | 'tables' | 'glossary';

/** A run of prose that belongs together although lines and pages break it. `spans` lead back to the source lines. */
export interface Paragraph {
  text: string;
  section: SectionKind;
  heading: string | null;
  /** All headings above it, outermost first. */
  headings: readonly string[];
  spans: { from: number; to: number; place: Place }[];
}
