import type { Cell, GridRow } from '../../model/blocks.ts';
import type { Box } from '../../model/box.ts';
import type { Word } from '../../model/source.ts';
import { isNone, parseNumber } from '../../notation/numbers.ts';
import { boxAround, visualLines } from '../geometry/visual-lines.ts';
import { cellOfWords, cutAt, NO_CELL, type Placing } from './cell-text.ts';
import type { Lattice } from './lattice/index.ts';
import { withoutStrips } from './lattice/tidy.ts';

/** A ruled table: spans and empty cells are printed, so every value's place is known. */
export function ruledRows(lattice: Lattice, words: readonly Word[], placing: Placing): GridRow[] {
  const grid = withoutStrips(lattice, words);
  const columns = grid.xs.length - 1;
  const members: Word[][] = grid.cells.map(() => []);
  for (const word of words) for (const [cell, part] of assign(grid, word)) members[cell]!.push(part);
  const rows: GridRow[] = [];
  for (let r = 0; r + 1 < grid.ys.length; r++) {
    const inRow = Array.from({ length: columns }, (_, c) => grid.owner[r * columns + c]!);
    for (const band of bands(grid, r, inRow, members)) {
      rows.push(rowOf(grid, r, inRow, band, placing));
    }
  }
  return rows;
}

/** The cell that a word belongs to; two cells when it runs over the border between them. */
function assign(grid: Lattice, word: Word): [number, Word][] {
  const columns = grid.xs.length - 1;
  const r = slot(grid.ys, (word.box[1] + word.box[3]) / 2);
  const left = grid.owner[r * columns + slot(grid.xs, word.box[0] + 0.5)]!;
  const right = grid.owner[r * columns + slot(grid.xs, word.box[2] - 0.5)]!;
  if (left !== right) {
    const cell = grid.cells[left]!;
    const cut = cutAt(word, grid.xs[cell.column + cell.columns]!);
    if (cut) return [[left, cut[0]], ...assign(grid, cut[1])];
  }
  return [[grid.owner[r * columns + slot(grid.xs, centre(grid, word))]!, word]];
}

/** Text longer than its cell runs over the border; its clip box, if there is one, tells where it belongs. */
function centre(grid: Lattice, word: Word): number {
  const clip = word.clip;
  const from = grid.xs[0]!;
  const to = grid.xs.at(-1)!;
  if (!clip || clip[2] - clip[0] > 0.9 * (to - from)) return (word.box[0] + word.box[2]) / 2;
  return (Math.max(word.box[0], clip[0]) + Math.min(word.box[2], clip[2])) / 2;
}

function slot(borders: readonly number[], at: number): number {
  let low = 0;
  let high = borders.length - 2;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (borders[mid]! <= at) low = mid;
    else high = mid - 1;
  }
  return low;
}

/** The words of every cell that starts in a row, for each of the lines of data in it: usually one. */
type Band = ReadonlyMap<number, readonly Word[]>;

function bands(grid: Lattice, r: number, inRow: readonly number[], members: readonly Word[][]): Band[] {
  const starting = [...new Set(inRow)].filter((cell) => grid.cells[cell]!.row === r);
  const whole: Band = new Map(starting.map((cell) => [cell, members[cell]!]));
  const stacks = starting.filter((cell) => grid.cells[cell]!.rows === 1).map((cell) => amountsIn(members[cell]!));
  const tallest = stacks.reduce((best, stack) => (stack.length > best.length ? stack : best), []);
  if (tallest.length < 2 || stacks.filter((stack) => stack.length > 1).length < 2) return [whole];
  const baselines = tallest;
  const split = baselines.map(() => new Map<number, Word[]>());
  for (const cell of starting) {
    for (const line of visualLines(members[cell]!)) {
      const box = boxAround(line);
      const at = (box[1] + box[3]) / 2;
      const row = baselines.reduce((best, y, i) => (Math.abs(y - at) < Math.abs(baselines[best]! - at) ? i : best), 0);
      const target = split[row]!;
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
    const box = boxAround(line);
    middles.push((box[1] + box[3]) / 2);
  }
  return middles;
}

function rowOf(grid: Lattice, r: number, inRow: readonly number[], band: Band, placing: Placing): GridRow {
  const cells = inRow.map((index, c): Cell => {
    const cell = grid.cells[index]!;
    if (c > cell.column) return { ...NO_CELL, covered: 'left' };
    if (r > cell.row) return { ...NO_CELL, covered: 'above' };
    const words = band.get(index) ?? [];
    const text = cellOfWords(words, placing);
    return words.length === 0 ? text : { ...text, indent: Math.max(0, visualLines(words)[0]![0]!.box[0] - grid.xs[c]!) };
  });
  const line = cells.find((cell) => cell.places[0]?.line)?.places[0]?.line ?? 0;
  return { layout: 'columns', cells, page: placing.page, line, borders: grid.xs };
}

export function latticeBox(lattice: Lattice): Box {
  return [lattice.xs[0]!, lattice.ys[0]!, lattice.xs.at(-1)!, lattice.ys.at(-1)!];
}
