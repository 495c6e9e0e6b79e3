import type { DisclosureKind } from '../../schemas/disclosure.ts';
import type { Said } from '../../schemas/lexicon/coordinates/coordinates.ts';
import type { Place } from '../../schemas/place.ts';
import type { Column, PlacementState, RowRole, Side, TableShape } from '../../schemas/table.ts';
import type { GridRow, Reading } from './blocks.ts';
import type { Caption } from './segments.ts';

/**
 * Tables, a type a phase: joined → headered → rowed → read → nested → dated → coordinated → placed. Each phase needs what the one before it
 * found, as a field that cannot be absent, so that none can be left out or exchanged with another.
 */

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

export interface KeyColumn {
  grid: number;
  role: 'code' | 'code-part' | 'name' | 'line-no' | 'key' | 'text';
  header: string;
  /** The header cell above, where there is one: 类 | 款 below 部门预算支出经济科目编码. */
  group?: string;
}

export interface PanelSpec {
  index: number;
  side: Side | null;
  name: string;
  keys: KeyColumn[];
  /** Indices into `columns`. */
  values: number[];
}

/**
 * `grid` is the column of the grid that the value column was read from; null where the layout was lost. `period` is the year that
 * the header names, null where it names none; once the table is dated, the year that the column speaks of.
 */
export interface ValueColumn extends Omit<Column, 'coordinates'> {
  grid: number | null;
  /** A header row of another width than its table names it: it may bear the name of another. */
  shifted?: boolean;
}

/** The columns as another reading of the same words has them. `cost`: how much more speaks against its words, as a rank. */
export interface HeaderAlternative {
  columns: readonly ValueColumn[];
  cost: number;
}

export interface HeaderedTable extends JoinedTable {
  title: string;
  kind: string;
  shape: TableShape;
  layout: 'columns' | 'sequence';
  panels: PanelSpec[];
  columns: ValueColumn[];
  /** Other readings of the header (template order), to be preferred where the equations say so. */
  templates: string[][][];
  /** Further readings of the header, the likeliest first. */
  readings: readonly HeaderAlternative[];
  headerDamaged: string | null;
  /** The rule that says why all of its numbers are in doubt; null for nearly all tables. */
  doubt: string | null;
  data: GridRow[];
}

/** `column` indexes the table's columns; null while only the order of the row's numbers is known. */
export interface PrintedCell {
  id: string;
  column: number | null;
  raw: string;
  places: Place[];
  /** Painted red, which may mean less than nothing. */
  red?: true;
  /** How sure `raw` was recognised in a picture, and what else may be printed. */
  reading?: Reading;
}

export interface PrintedRow {
  index: number;
  panel: number;
  lineNo: string | null;
  code: string | null;
  label: string;
  /** Filled name columns outside the label, outermost first (unit, project …). */
  outer: string[];
  keys: Record<string, string>;
  attributes: Record<string, string>;
  role: RowRole;
  /** Leading white space of the label, where it is printed; a hint at the level. */
  indent: number;
  places: Place[];
  /** Only the order of the row's numbers is known. */
  floating: boolean;
  /** Its code or name is painted red: the row stands out, and its amounts with it. */
  red?: true;
  /** What it is called is in doubt: lines of its names may be those of the rows beside it, or are lost. */
  unsureName?: true;
  cells: PrintedCell[];
}

/** Rows with the cells that are printed in them. */
export interface RowedTable extends Omit<HeaderedTable, 'rows' | 'data'> {
  items: PrintedRow[];
}

export interface ReadCell extends PrintedCell {
  /** A decimal string; null where the text cannot be read as a number. */
  value: string | null;
  percent: boolean;
  /** Readable only by guessing (separators in the wrong place), or in doubt. */
  doubtful: boolean;
  /** The rule that says why a reader of the page may not see what was read there; null for nearly all. */
  doubt: string | null;
}

export interface ReadRow extends PrintedRow {
  cells: ReadCell[];
}

/** Rows with their values. */
export interface ReadTable extends Omit<RowedTable, 'doubt'> {
  items: ReadRow[];
}

export interface NestedRow extends ReadRow {
  /** Index of the row whose sum this row is part of. */
  parent: number | null;
  labelPath: string[];
  isLeaf: boolean;
}

/** Rows with their place in the hierarchy. */
export interface NestedTable extends ReadTable {
  items: NestedRow[];
}

export interface DatedRow extends NestedRow {
  /** The year that the row itself speaks of (2025年 below a unit's name); null: that of its columns. */
  period: number | null;
  /** The subject that the row is about, also where only its name is printed; null: none, or more than one bears the name. */
  subjectCode: string | null;
  /** What a row without a code is about: an identifier of schemas/lexicon/row-concepts.ts. */
  concept: string | null;
}

/** Rows and columns with the year and the subject that they speak of. */
export interface DatedTable extends NestedTable {
  /** The document's; null where unknown. */
  year: number | null;
  /** The body that the caption names, where it is another than the document's. */
  publisher?: string;
  items: DatedRow[];
}

/** A dated table with one reading of its header. */
export type SettledTable = Omit<DatedTable, 'readings'>;

/** `coordinates`: what the header says of the column's numbers. */
export interface CoordinatedColumn extends ValueColumn {
  coordinates: Said;
}

/** `coordinates`: what the row says of its numbers. */
export interface CoordinatedRow extends DatedRow {
  coordinates: Said;
}

/** What tables, columns and rows say of coordinates; what holds for a number is merged by schemas/lexicon/coordinates. */
export interface CoordinatedTable extends DatedTable {
  /** The document's kind; null where unknown. */
  disclosure: DisclosureKind | null;
  coordinates: Said;
  columns: CoordinatedColumn[];
  items: CoordinatedRow[];
}

export interface PlacedCell extends ReadCell {
  placement: PlacementState;
  /** Other columns that the equations allow. */
  alternatives: number[];
}

export interface PlacedRow extends CoordinatedRow {
  cells: PlacedCell[];
  /** Scopes of the equations that were used up to place this row's numbers; they prove nothing about them any more. */
  spent?: ('row' | 'column' | 'document')[];
}

/** Numbers with the column that each belongs to, as far as layout or equations tell: what the proof works on. */
export interface PlacedTable extends Omit<CoordinatedTable, 'readings'> {
  items: PlacedRow[];
}

export interface KeyedColumn extends CoordinatedColumn {
  key: string;
}

export interface KeyedRow extends PlacedRow {
  key: string;
}

/**
 * Everything with a key that lasts: that of a number is its cell's `id`. It is the same in another form of the document, and in another
 * version of it as far as the thing is the same.
 */
export interface KeyedTable extends PlacedTable {
  key: string;
  columns: KeyedColumn[];
  items: KeyedRow[];
}
