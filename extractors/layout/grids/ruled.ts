/** Words and a lattice, or a line of text, in; rows of cells with their places out; imports schemas, model, notation, geometry, lattice. */
import { at } from '../../model/at.ts';
import type { Cell, GridRow } from '../../model/blocks.ts';
import type { Box } from '../../model/box.ts';
import type { Word } from '../../model/source.ts';
import { NO_CELL } from '../../notation/cells.ts';
import { isNone, parseNumber } from '../../notation/numbers.ts';
import { nearestIndex } from '../geometry/neighbours.ts';
import { boxAround, firstWord, middle, visualLines } from '../geometry/visual-lines.ts';
import { cellOfWords, cutAt, type Placing } from './cell-text.ts';
import { type Lattice, ownerAt, ownersOf } from './lattice/index.ts';
import { withoutStrips } from './lattice/tidy.ts';

/** A ruled table: spans and empty cells are printed, so every value's place is known. */
export function ruledRows(lattice: Lattice, words: readonly Word[], placing: Placing): GridRow[] {
  const grid = withoutStrips(lattice, words);
  const members: Word[][] = grid.cells.map(() => []);
  for (const word of words) for (const [cell, part] of assign(grid, word)) at(members, cell).push(part);
  const rows: GridRow[] = [];
  for (let r = 0; r + 1 < grid.ys.length; r++) {
    const inRow = ownersOf(grid, r);
    for (const band of bands(grid, r, inRow, members)) rows.push(rowOf(grid, r, inRow, band, placing));
  }
  return rows;
}

/** The cell that a word belongs to; two cells when it runs over the border between them. */
function assign(grid: Lattice, word: Word): [number, Word][] {
  const r = slot(grid.ys, middle(word.box));
  const left = ownerAt(grid, r, slot(grid.xs, word.box[0] + 0.5));
  const right = ownerAt(grid, r, slot(grid.xs, word.box[2] - 0.5));
  if (left !== right) {
    const cell = at(grid.cells, left);
    const cut = cutAt(word, at(grid.xs, cell.column + cell.columns));
    if (cut) return [[left, cut[0]], ...assign(grid, cut[1])];
  }
  return [[ownerAt(grid, r, slot(grid.xs, centre(grid, word))), word]];
}

/** Text longer than its cell runs over the border; its clip box, if there is one, tells where it belongs. */
function centre(grid: Lattice, word: Word): number {
  const { box, clip } = word;
  const [from, , to] = latticeBox(grid);
  if (!clip || clip[2] - clip[0] > 0.9 * (to - from)) return (box[0] + box[2]) / 2;
  return (Math.max(box[0], clip[0]) + Math.min(box[2], clip[2])) / 2;
}

/** The interval between two borders in which a coordinate lies; the first or last where it lies outside. */
function slot(borders: readonly number[], coordinate: number): number {
  let low = 0;
  let high = borders.length - 2;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (at(borders, mid) <= coordinate) low = mid;
    else high = mid - 1;
  }
  return low;
}

/** The words of every cell that starts in a row, for each of the lines of data in it: usually one. */
type Band = ReadonlyMap<number, readonly Word[]>;

function bands(grid: Lattice, r: number, inRow: readonly number[], members: readonly Word[][]): Band[] {
  const starting = [...new Set(inRow)].filter((cell) => at(grid.cells, cell).row === r);
  const whole: Band = new Map(starting.map((cell) => [cell, at(members, cell)]));
  const stacks = starting.filter((cell) => at(grid.cells, cell).rows === 1).map((cell) => amountsIn(at(members, cell)));
  const tallest = stacks.reduce((best, stack) => (stack.length > best.length ? stack : best), []);
  if (tallest.length < 2 || stacks.filter((stack) => stack.length > 1).length < 2) return [whole];
  const split = tallest.map(() => new Map<number, Word[]>());
  for (const [cell, words] of whole) {
    for (const line of visualLines(words)) {
      const target = at(split, nearestIndex(tallest, middle(boxAround(line))));
      target.set(cell, [...(target.get(cell) ?? []), ...line]);
    }
  }
  return split;
}

/** Middles of the lines of a cell that are amounts by themselves; rows without a rule between them stack them in one cell. */
function amountsIn(words: readonly Word[]): number[] {
  if (words.length < 2) return [];
  const middles: number[] = [];
  for (const line of visualLines(words)) {
    const text = line.map((word) => word.text).join('');
    if (parseNumber(text) === null && !isNone(text)) return [];
    if (!/[.,]\d{2,3}$|^0$/.test(text) && !isNone(text)) return [];
    middles.push(middle(boxAround(line)));
  }
  return middles;
}

function rowOf(grid: Lattice, r: number, inRow: readonly number[], band: Band, placing: Placing): GridRow {
  const cells = inRow.map((index, c): Cell => {
    const cell = at(grid.cells, index);
    if (c > cell.column) return { ...NO_CELL, covered: 'left' };
    if (r > cell.row) return { ...NO_CELL, covered: 'above' };
    const words = band.get(index) ?? [];
    const first = firstWord(words);
    if (!first) return NO_CELL;
    return { ...cellOfWords(words, placing), indent: Math.max(0, first.box[0] - at(grid.xs, c)) };
  });
  const line = cells.find((cell) => cell.places[0]?.line)?.places[0]?.line ?? 0;
  return { layout: 'columns', cells, page: placing.page, line, borders: grid.xs };
}

/** The outer borders. */
export function latticeBox({ xs, ys }: Lattice): Box {
  return [at(xs, 0), at(ys, 0), at(xs, xs.length - 1), at(ys, ys.length - 1)];
}
