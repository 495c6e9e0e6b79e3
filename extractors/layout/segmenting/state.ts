import { FORM_LINE } from '../../../schemas/lexicon/forms/marks.ts';
import type { GridBlock, GridRow, TextLine } from '../../model/blocks.ts';
import type { Caption, ContentsEntry, TablePart } from '../../model/segments.ts';
import type { Items } from './items.ts';

/** What has been read of a document so far, and what is still open. */
export interface State {
  readonly items: Items;
  readonly parts: TablePart[];
  readonly contents: ContentsEntry[];
  readonly prose: TextLine[];
  /** The lines above a table that has not begun yet. */
  caption: OpenCaption | null;
  open: OpenPart | null;
  /** The part that notes belong to, and how many of its notes stand right above. */
  last: TablePart | null;
  notes: number;
  /** The last line of prose since a table: it may turn out to be a title. */
  before: TextLine | null;
  /** A numbered line among the entries of the contents page: its title may go on in the next line. */
  openEntry: TextLine | null;
}

/** A part that lines and rows are being added to. */
export interface OpenPart {
  part: TablePart;
  kind: 'grid' | 'sequence';
  form: boolean;
  /** The bounded grid that the last row came from. */
  grid: GridBlock | null;
  /** Of the last row. */
  page: number;
  line: number;
}

export interface OpenCaption {
  caption: Caption;
  lines: TextLine[];
  /** 单位： at the end of the last line; the unit itself stands on the next. */
  unitOpen: string | null;
}

export const NO_CAPTION: Caption = { title: null, number: null, unit: null, entity: null, year: null, places: [] };

export function begin(items: Items): State {
  return {
    items,
    parts: [],
    contents: [],
    prose: [],
    caption: null,
    open: null,
    last: null,
    notes: 0,
    before: null,
    openEntry: null,
  };
}

/** Begins a part below the open caption. */
export function openPart(
  state: State,
  kind: OpenPart['kind'],
  { page, line }: { page: number; line: number },
  { name }: Pick<GridBlock, 'name'> = {},
): OpenPart {
  const caption = state.caption?.caption ?? NO_CAPTION;
  const part: TablePart = { caption, rows: [], notes: [], ...(name === undefined || caption.title !== null ? {} : { name }) };
  const open: OpenPart = { part, kind, form: FORM_LINE.test(caption.title ?? ''), grid: null, page, line };
  state.parts.push(part);
  state.open = open;
  state.last = part;
  state.caption = null;
  state.before = null;
  state.notes = 0;
  return open;
}

/** Rows of one part stand on lines right below each other; a gap is where the page was cut. `grid` is the bounded grid of the row. */
export function addRow(open: OpenPart, row: GridRow, grid: GridBlock | null = null): void {
  const cut = open.kind === 'grid' && grid === null && open.part.rows.length > 0 && (row.page !== open.page || row.line > open.line + 1);
  open.part.rows.push(cut ? { ...row, startsPart: true } : row);
  open.grid = grid;
  open.page = row.page;
  open.line = row.line;
}
