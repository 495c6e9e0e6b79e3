import type { GridBlock, GridRow, TextLine } from '../../model/blocks.ts';
import { GridBuilder, type MergedRow, type Spans } from './grid.ts';
import { mayBeLines } from './index.ts';
import { parted } from './packed.ts';
import { isFilled, textLineOf } from './shown-line.ts';

/** The rows of one table, one after the other, as a grid; blank ones are left out. It is bounded: another table is another grid. */
export class TableGrid {
  readonly #rows: GridRow[] = [];
  readonly #grid: GridBuilder;
  #isMerged = false;

  constructor(spans: Spans) {
    this.#grid = new GridBuilder(spans);
  }

  add(row: MergedRow): void {
    const rows = parted(row);
    for (const [i, part] of rows.entries()) {
      this.#isMerged ||= part.cells.some(({ columns, rows: height }) => columns > 1 || height > 1);
      const laid = this.#grid.add(part, i === rows.length - 1);
      if (!part.cells.some(({ lines }) => lines.some(isFilled))) continue;
      if (laid.cells.length === 1 || mayBeLines(laid.cells)) laid.lines = linesOf(part);
      this.#rows.push(laid);
    }
  }

  finish(): GridBlock[] {
    if (this.#isMerged) for (const row of this.#rows) row.spans = true;
    return this.#rows.length === 0 ? [] : [{ kind: 'grid', bounded: true, rows: this.#rows }];
  }
}

/** The lines of each filled cell. */
function linesOf({ cells }: MergedRow): TextLine[][] {
  return cells.flatMap(({ lines }) => {
    const filled = lines.filter(isFilled);
    return filled.length === 0 ? [] : [filled.map(textLineOf)];
  });
}
