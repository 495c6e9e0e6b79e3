import { type Laid, mergedHeader } from './laid.ts';
import { emsOf } from './pdf.ts';
import { cellLines, type DrawnCell, LINE_HEIGHT, paddingOf, type Rules } from './pdf-table.ts';

/** Labels up to this many ems stay on one line; longer ones may wrap, down to the second. */
const SHORT = 8;
const NARROWEST = 7;
/** Headers wrap at the fourth character. */
const HEADER = 3;
/** Where clip boxes are narrow, the longest number is this much (points) wider than its box. */
const OVERRUN = 1.5;
const MIN_HEIGHT = 16;
const AIR = 7;

interface Need {
  least: number;
  natural: number;
}

function needOf(laid: Laid, column: number, size: number, rules: Rules): Need {
  const widest = Math.max(0, ...laid.lines.map(({ cells }) => emsOf(cells[column] ?? '')));
  const padding = 2 * paddingOf(rules) + 1;
  const header = HEADER * size + padding;
  if (!laid.keys[column]) {
    const width = Math.max(header, widest * size + (rules === 'tight' ? -OVERRUN : padding));
    return { least: width, natural: rules === 'tight' ? width : Math.max(width, 5 * size + padding) };
  }
  const natural = Math.max(header, widest * size + padding);
  return { least: widest <= SHORT ? natural : NARROWEST * size + padding, natural };
}

const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);

/** Widths of the columns that fill `available` points; null where they do not fit at this size. */
export function fitWidths(laid: Laid, available: number, size: number, rules: Rules): number[] | null {
  const needs = laid.keys.map((_, column) => needOf(laid, column, size, rules));
  const least = needs.map((need) => need.least);
  const spare = available - sum(least);
  if (spare < 0) return null;
  const wish = needs.map((need) => need.natural - need.least);
  const granted = sum(wish) === 0 ? 0 : Math.min(1, spare / sum(wish));
  const widths = least.map((width, i) => width + wish[i]! * granted);
  const rest = available - sum(widths);
  // Narrow columns stay narrow; elsewhere all become wider together.
  if (rules === 'tight' && laid.keys.includes(true)) {
    const share = rest / laid.keys.filter(Boolean).length;
    return widths.map((width, i) => (laid.keys[i] ? width + share : width));
  }
  const factor = 1 + Math.min(0.35, rest / sum(widths));
  return widths.map((width) => width * factor);
}

const heightOf = (lines: number, size: number): number => Math.max(MIN_HEIGHT, lines * LINE_HEIGHT * size + AIR);

export interface DrawnRows {
  cells: (DrawnCell | null)[][];
  heights: number[];
}

const widthOf = (widths: readonly number[], from: number, count: number): number => sum(widths.slice(from, from + count));

/** Header cells with their spans, and rows as high as the wrapped texts need. */
export function drawnHeader(header: readonly string[][], widths: readonly number[], size: number, rules: Rules): DrawnRows {
  const merged = mergedHeader(header);
  const linesOf = (text: string, column: number, columns: number) => cellLines(text, widthOf(widths, column, columns), size, rules).length;
  const heights = merged.map((cells) =>
    heightOf(Math.max(1, ...cells.map(({ text, column, columns, rows }) => (rows === 1 ? linesOf(text, column, columns) : 1))), size),
  );
  merged.forEach((cells, r) => {
    for (const { text, column, columns, rows } of cells) {
      const missing = heightOf(linesOf(text, column, columns), size) - sum(heights.slice(r, r + rows));
      if (missing > 0) heights[r + rows - 1]! += missing;
    }
  });
  const grid = merged.map((cells) => {
    const row = Array<DrawnCell | null>(widths.length).fill(null);
    for (const { text, column, columns, rows } of cells) row[column] = { text, columns, rows, align: 'centre' };
    return row;
  });
  return { cells: grid, heights };
}

const TOTAL = /^(?:.{0,6}合\s*计|总\s*计)$/;

/** Lines of data: numbers to the right, a total's name across the columns of the keys. */
export function drawnLines(laid: Laid, widths: readonly number[], size: number, rules: Rules): DrawnRows {
  const cells = laid.lines.map((line) => {
    const row: (DrawnCell | null)[] = line.cells.map((text, c) => {
      const isNumber = !laid.keys[c] || /^\d{1,2}$/.test(text);
      return { text, align: isNumber ? (laid.keys[c] ? 'centre' : 'right') : 'left' };
    });
    laid.keys.forEach((isKey, c) => {
      const text = line.cells[c]!;
      if (!isKey || !TOTAL.test(text) || laid.keys[c - 1]) return;
      let columns = 1;
      while (laid.keys[c + columns] && line.cells[c + columns] === '') columns++;
      row[c] = { text, align: 'centre', columns };
      for (let i = 1; i < columns; i++) row[c + i] = null;
    });
    return row;
  });
  return { cells, heights: cells.map((row) => rowHeight(row, widths, size, rules)) };
}

export function rowHeight(row: readonly (DrawnCell | null)[], widths: readonly number[], size: number, rules: Rules): number {
  const counts = row.map((cell, c) =>
    cell && (cell.rows ?? 1) === 1 ? cellLines(cell.text, widthOf(widths, c, cell.columns ?? 1), size, rules).length : 1,
  );
  return heightOf(Math.max(1, ...counts), size);
}
