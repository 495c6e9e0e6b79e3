/** A grid in, the lines and grids that it is made of out: captions, notes and prose stand in rows of most files; imports schemas, model, notation. */
import type { Block, GridBlock, GridRow } from '../../model/blocks.ts';
import { isTitle } from '../../notation/captions.ts';
import { contentsLines } from './contents.ts';
import { captionLines, type Filled, filledOf, linesOf } from './lines.ts';
import { beginsAnew, beginsTable, isAbove, isCaption, isNote, isWithin } from './rows.ts';

/**
 * Title, number, unit and publisher in rows above a table become lines, as they are above any printed table; so do the notes below it, and
 * a title between its rows, which begins another table. Of a `mixed` grid every text that stands alone may be prose.
 */
export function parted(grid: GridBlock): Block[] {
  const listed = contentsLines(grid);
  if (listed) return listed;
  const parter = new Parter(grid);
  for (const [i, row] of grid.rows.entries()) parter.add(row, grid.rows[i + 1]);
  return parter.finish();
}

class Parter {
  readonly #blocks: Block[] = [];
  readonly #grid: GridBlock;
  #open: GridRow[] | null = null;
  #name: string | undefined;
  /** Before the first row of a table, or below a title in its midst. */
  #isAbove = true;
  #isBelowNote = false;

  constructor(grid: GridBlock) {
    this.#grid = grid;
    this.#name = grid.name;
  }

  add(row: GridRow, next: GridRow | undefined): void {
    const filled = filledOf(row);
    if (filled.length === 0) {
      this.#open?.push(row);
      return;
    }
    if (this.#open && row.gap && beginsAnew(row, filled)) this.#close();
    const isRemark = !this.#grid.mixed && isNote(row, filled, this.#isBelowNote);
    this.#isBelowNote = isRemark;
    if (isRemark || this.#isLine(row, filled, next)) this.#lines(row, isRemark);
    else this.#row(row);
  }

  finish(): Block[] {
    this.#close();
    return this.#blocks;
  }

  #isLine(row: GridRow, filled: readonly Filled[], next: GridRow | undefined): boolean {
    if (this.#grid.mixed) return this.#open ? isWithin(row, filled, next) : isAbove(row, filled) || isCaption(row, filled);
    if (row.cells.length === 1 && row.lines) return true;
    return this.#isAbove ? isCaption(row, filled) : beginsTable(filled, next);
  }

  #lines(row: GridRow, isRemark: boolean): void {
    this.#close();
    const lines = isRemark ? linesOf(row) : captionLines(row);
    // A title that is printed says more than the name.
    if (lines.some(({ text }) => isTitle(text))) this.#name = undefined;
    this.#blocks.push(...lines);
    this.#isAbove ||= !isRemark;
  }

  #row(row: GridRow): void {
    this.#isAbove = false;
    if (this.#open === null) {
      this.#open = [];
      const name = this.#name === undefined ? {} : { name: this.#name };
      this.#blocks.push({ kind: 'grid', bounded: this.#grid.bounded, rows: this.#open, ...name });
      this.#name = undefined;
    }
    this.#open.push(ofTable(row));
  }

  /** The last rows of a table that are blank are none. */
  #close(): void {
    const rows = this.#open;
    this.#open = null;
    while (rows?.at(-1)?.cells.every(({ text }) => text === '')) rows.pop();
  }
}

/** The row without what only tells that it is one. */
function ofTable(row: GridRow): GridRow {
  if (!row.lines && !row.gap) return row;
  const { lines: _, gap: __, ...rest } = row;
  return rest;
}
