import type { GridRow } from '../../model/blocks.ts';
import { isIndexRow } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';

/** A printed header cell; identity matters: a merged cell is the same object in every column that it spans. */
export interface HeaderCell {
  row: number;
  column: number;
  text: string;
}

/**
 * The header path of every column, top-down, with merged cells expanded. Flattened tables keep a merged cell's text in its
 * first column and leave the others empty: an empty cell belongs to its left neighbour when both stand below the same cell,
 * otherwise to the cell above it.
 */
export function headerPaths(rows: readonly GridRow[], width: number): HeaderCell[][] {
  const printed = rows.filter((row) => !isIndexRow(row.cells) && row.cells.some((cell) => cell.text !== ''));
  const owners: (HeaderCell | null)[][] = [];
  const paths: HeaderCell[][] = Array.from({ length: width }, () => []);
  printed.forEach((row, r) => {
    const above = owners[r - 1];
    const current: (HeaderCell | null)[] = [];
    let left = -1;
    for (let c = 0; c < width; c++) {
      const cell = row.cells[c];
      const text = compact(cell?.text ?? '');
      if (text !== '') {
        current[c] = { row: r, column: c, text };
        left = c;
      } else if (row.borders)
        current[c] = cell?.covered === 'left' ? (current[c - 1] ?? null) : cell?.covered === 'above' ? (above?.[c] ?? null) : null;
      else if (left >= 0 && (!above || sharesParent(above, left, c))) current[c] = current[left] ?? null;
      else current[c] = above?.[c] ?? null;
      const owner = current[c];
      if (owner && paths[c]!.at(-1) !== owner) paths[c]!.push(owner);
    }
    owners.push(current);
  });
  return paths;
}

/** Both columns stand below the same merged cell, so an empty cell here can only be the left one's. */
function sharesParent(above: readonly (HeaderCell | null)[], left: number, column: number): boolean {
  const owner = above[column];
  return owner !== null && owner !== undefined && owner === above[left] && owner.column !== column;
}
