/**
 * Rows of finished cells (of a sheet, of a table in a Word file) in, the lines and grids that they are out; imports schemas, model, notation.
 */
import { BESIDE_ENTRY, UNIT_ONLY } from '../../../schemas/lexicon/tables/titles.ts';
import { SENTENCE_END } from '../../../schemas/lexicon/writing/punctuation.ts';
import { at } from '../../model/at.ts';
import type { Block, Cell, GridBlock, GridRow, TextLine } from '../../model/blocks.ts';
import { isTitle, parseCaption, startsNote } from '../../notation/captions.ts';
import { isAmount, isDataRow } from '../../notation/row-kinds.ts';
import { compact, joinPieces, tidy } from '../../notation/text.ts';

/** A row with filled cells. `text` is the printed line and `starts[c]` where in it the cell of column c begins. */
export interface PlacedRow extends GridRow {
  layout: 'columns';
  text: string;
  starts: readonly number[];
  /** Blank rows stand between it and the row above. */
  gap: boolean;
}

/** The text of a cell as one line: what the cell breaks is joined again. */
export function cellText(raw: string): string {
  return raw.includes('\n') ? tidy(raw.split('\n').reduce((head, piece) => joinPieces(head, piece.trim()), '')) : tidy(raw);
}

/** Cells that stand beside each other above a table: publisher, year, number and unit. */
const MOST_CAPTIONS = 4;
const LONG = 40;

interface Filled {
  column: number;
  cell: Cell;
}

const filledOf = ({ cells }: GridRow): Filled[] => cells.flatMap((cell, column) => (cell.text === '' ? [] : [{ column, cell }]));

/**
 * Titles, units, publishers and notes that stand in rows of their own become lines, as they are above and below any printed table; the rows
 * between them become grids. `name` is what the file calls all of it without printing it.
 */
export function blocksOfRows(rows: readonly PlacedRow[], name: string | null = null): Block[] {
  const listed = contentsLines(rows);
  if (listed) return listed;
  const builder = new Builder(name);
  for (const [i, row] of rows.entries()) builder.add(row, rows[i + 1]);
  return builder.blocks;
}

class Builder {
  readonly blocks: Block[] = [];
  #grid: GridBlock | null = null;
  #name: string | null;

  constructor(name: string | null) {
    this.#name = name;
  }

  add(row: PlacedRow, next: PlacedRow | undefined): void {
    const filled = filledOf(row);
    if (filled.length === 0) return;
    if (this.#grid && row.gap && beginsAnew(row, filled)) this.#grid = null;
    const isLine = this.#grid ? isLineWithin(row, filled, next) : isLineAbove(row, filled);
    if (isLine) this.#lines(row, filled);
    else this.#row(row);
  }

  #lines(row: PlacedRow, filled: readonly Filled[]): void {
    this.#grid = null;
    const lines = filled.flatMap(({ column, cell }) => linesOf(row, column, cell));
    // A title that is printed says more than the name.
    if (lines.some(({ text }) => isTitle(text))) this.#name = null;
    this.blocks.push(...lines);
  }

  #row({ text: _, starts: __, gap: ___, ...row }: PlacedRow): void {
    if (!this.#grid) {
      this.#grid = { kind: 'grid', bounded: true, rows: [], ...(this.#name === null ? {} : { name: this.#name }) };
      this.blocks.push(this.#grid);
      this.#name = null;
    }
    this.#grid.rows.push(row);
  }
}

/** Below blank rows another table begins with its header, or something else in one cell. */
function beginsAnew(row: GridRow, filled: readonly Filled[]): boolean {
  return filled.length === 1 || !isDataRow(row, true);
}

/** Before a table: one text alone, or what a caption is made of. */
function isLineAbove(row: GridRow, filled: readonly Filled[]): boolean {
  const [first, ...others] = filled;
  if (first && others.length === 0) return !isDataRow(row, false);
  return isCaptionRow(filled, 1);
}

/** Between or below the rows of a table. A text of a form goes on with the form where rows follow it. */
function isLineWithin(row: GridRow, filled: readonly Filled[], next: PlacedRow | undefined): boolean {
  const [first, ...others] = filled;
  if (!first || others.length > 0) return isCaptionRow(filled, 0);
  const { text } = first.cell;
  if (startsNote(compact(text))) return true;
  const goesOn = next !== undefined && !next.gap && filledOf(next).length > 1 && !isCaptionRow(filledOf(next), 0);
  const caption = parseCaption(text);
  if (caption) return caption.title !== null ? !goesOn || isWide(row, first.column) : true;
  return !goesOn && (SENTENCE_END.test(text) || text.length >= LONG || /[:：]/.test(text));
}

/** A title is merged over the table below it; the label of a row is not. */
function isWide(row: GridRow, column: number): boolean {
  return row.cells[column + 1]?.covered === 'left' || row.cells.every((cell, c) => c === column || cell.covered === undefined);
}

const LONGEST_UNIT = 14;

/** Unit, number, publisher or year alone: no header names its column so. */
function isPure(text: string): boolean {
  const caption = parseCaption(text);
  if (!caption) return false;
  const c = compact(text);
  if (caption.entity !== null || caption.year !== null) return true;
  if (caption.unit !== null || caption.unitOpen !== null) return c.length <= LONGEST_UNIT && UNIT_ONLY.test(c);
  return caption.number !== null && caption.title === null;
}

/** Several texts of a caption beside each other; `others` of them may be anything but amounts (a publisher without 单位：). */
function isCaptionRow(filled: readonly Filled[], others: number): boolean {
  if (filled.length > MOST_CAPTIONS) return false;
  const texts = filled.map(({ cell }) => cell.text);
  if (texts.some(isAmount)) return false;
  const pure = texts.filter(isPure);
  const years = pure.filter((text) => parseCaption(text)?.year !== null);
  const rest = texts.filter((text) => !isPure(text));
  if (pure.length === years.length) return false;
  const foreign = rest.filter((text) => !isTitle(text));
  return foreign.length <= others && foreign.every((text) => !SENTENCE_END.test(text));
}

/** The lines of a cell: one where it is one title, else as the cell breaks them. */
function linesOf({ page, line, text: raw, starts }: PlacedRow, column: number, cell: Cell): TextLine[] {
  const start = at(starts, column);
  const printed = raw.slice(start, start + cell.raw.length);
  const broken = cell.raw.includes('\n') && !isTitle(cell.text);
  let from = 0;
  return (broken ? cell.raw.split('\n') : [printed]).map((piece): TextLine => {
    const offsets = Array.from({ length: piece.length }, (_, i) => start + from + i);
    from += piece.length + 1;
    const address = cell.places[0]?.cell;
    return { kind: 'line', page, line, text: piece, raw, offsets, ...(address === undefined ? {} : { cell: address }) };
  });
}

const MIN_LISTED = 3;
const LISTED_SHARE = 0.6;
/** 1 | 收支总表 | 3: a list of the tables, and none itself; null where it is no such list. */
function contentsLines(rows: readonly PlacedRow[]): TextLine[] | null {
  const entries = rows.map((row) => entryOf(row));
  const listed = entries.filter((entry) => entry !== null).length;
  const several = rows.filter((row) => filledOf(row).length > 1).length;
  if (listed < MIN_LISTED || listed < LISTED_SHARE * rows.length || several < MIN_LISTED) return null;
  return rows.flatMap((row, i) => entries[i] ?? filledOf(row).flatMap(({ column, cell }) => linesOf(row, column, cell)));
}

function entryOf(row: PlacedRow): TextLine[] | null {
  const filled = filledOf(row);
  const [title, ...others] = filled.filter(({ cell }) => !BESIDE_ENTRY.test(compact(cell.text)));
  if (!title || others.length > 0 || !isTitle(title.cell.text)) return null;
  const before = filled.filter(({ column }) => column < title.column).map(({ cell }) => cell.text);
  const [line] = linesOf(row, title.column, title.cell);
  return line
    ? [
        {
          ...line,
          text: [...before, line.text].join(' '),
          offsets: [...before.flatMap((text) => [...text].map(() => -1).concat(-1)), ...(line.offsets ?? [])],
          contents: true,
        },
      ]
    : null;
}
