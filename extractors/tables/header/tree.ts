import type { Cell, GridRow } from '../../model/blocks.ts';
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
  const levels: Level[] = [];
  for (const [r, row] of printed.entries()) levels.push(ownersOf(row, r, levels.at(-1), width));
  return Array.from({ length: width }, (_, column) => pathOf(levels, column));
}

/** By column, the cell that owns it in one row of the header. */
type Level = readonly (HeaderCell | null)[];

function pathOf(levels: readonly Level[], column: number): HeaderCell[] {
  const path: HeaderCell[] = [];
  for (const level of levels) {
    const owner = level[column];
    if (owner && path.at(-1) !== owner) path.push(owner);
  }
  return path;
}

function ownersOf(row: GridRow, r: number, above: Level | undefined, width: number): Level {
  const owners: (HeaderCell | null)[] = [];
  /** The last column that a text stands in. */
  let left: number | null = null;
  for (let c = 0; c < width; c++) {
    const text = compact(row.cells[c]?.text ?? '');
    if (text !== '') {
      owners.push({ row: r, column: c, text });
      left = c;
    } else if (row.borders || row.cells[c]?.covered) owners.push(spanning(row.cells[c], owners.at(-1), above?.[c]));
    else owners.push((left !== null && (!above || sharesParent(above, left, c)) ? owners[left] : above?.[c]) ?? null);
  }
  return owners;
}

/** The owner of a blank cell where the spans are printed, or written in the file. */
function spanning(cell: Cell | undefined, left: HeaderCell | null | undefined, above: HeaderCell | null | undefined): HeaderCell | null {
  if (cell?.covered === 'left') return left ?? null;
  return cell?.covered === 'above' ? (above ?? null) : null;
}

/** Both columns stand below the same merged cell, so an empty cell here can only be the left one's. */
function sharesParent(above: Level, left: number, column: number): boolean {
  const owner = above[column];
  return owner !== null && owner !== undefined && owner === above[left] && owner.column !== column;
}
