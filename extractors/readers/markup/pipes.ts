import { FORM_SECTION, LEVEL_HEADER } from '../../../schemas/lexicon/forms/marks.ts';
import { TOTAL_AT_END } from '../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../model/at.ts';
import type { Cell, GridRow } from '../../model/blocks.ts';
import type { SourceLine } from '../../model/source.ts';
import { NO_CELL } from '../../notation/cells.ts';
import { isDataRow } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import type { MergedCell } from '../cells/grid.ts';
import { isFilled } from '../cells/shown-line.ts';
import { brokenParts, cleanLine } from './clean.ts';

/** Markdown tables of pipes: cells of a line, and the merged cells of which converters print the text in each position. */

const PIPE_ROW = /^\s*\|.*\|\s*$/;
const PIPE_RULE = /^[\s|:-]+$/;
/** The rule of a table without outer pipes. */
const INNER_RULE = /^\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+$/;

export const isPipeRow = (text: string): boolean => text.includes('|') && PIPE_ROW.test(text);

export const isPipeRule = (text: string): boolean => isPipeRow(text) && PIPE_RULE.test(text);

export const isInnerRule = (text: string): boolean => text.includes('|') && INNER_RULE.test(text);

/** Where the cells of a row begin and end: what pipes part, escaped ones (`\|`) apart. Outer pipes may lack, both of them. */
export function pipeExtents(text: string): [from: number, to: number][] {
  const extents: [number, number][] = [];
  const end = text.trimEnd().length;
  let from = text.length - text.trimStart().length;
  const isClosed = text[from] === '|';
  if (isClosed) from++;
  for (let i = from; i < end; i++) {
    if (text[i] !== '|' || text[i - 1] === '\\') continue;
    extents.push([from, i]);
    from = i + 1;
  }
  if (from < end || !isClosed) extents.push([from, Math.max(from, end)]);
  return extents;
}

const NO_LINES: MergedCell['lines'] = [];

/** The cells of a row; `<br>` parts their lines. */
export function pipeCells(page: number, line: SourceLine): MergedCell[] {
  return pipeExtents(line.text).map(([from, to]): MergedCell => {
    const lines = brokenParts(line.text, from, to).map(([start, end]) => cleanLine(page, line, start, end));
    return { lines: lines.some(isFilled) ? lines : NO_LINES, columns: 1, rows: 1 };
  });
}

const COVERED_LEFT: Cell = { ...NO_CELL, covered: 'left' };
const COVERED_ABOVE: Cell = { ...NO_CELL, covered: 'above' };

/**
 * The rows of one table, with the positions of merged cells blank in which a converter repeats their text: in the header to the right
 * and below; below it where a total's label, a heading or a text of a form is printed over several columns. Equal amounts stay amounts.
 */
export function withoutRepeats(rows: readonly GridRow[]): GridRow[] {
  const headerRows = headerRowsOf(rows);
  if (!repeatsHeader(rows.slice(0, headerRows))) return [...rows];
  const header = headerCells(rows.slice(0, headerRows));
  const isForm = rows.some(({ cells }) => cells.some(({ text }) => FORM_SECTION.test(text)));
  let levels: readonly string[] = [];
  return rows.map((row, r) => {
    levels = levelsOf(row) ?? levels;
    return { ...row, cells: r < headerRows ? at(header, r) : bodyCells(row.cells, isForm, levels), spans: true };
  });
}

/** By column the level of indicators that a row names above it; null for a row that names none. */
function levelsOf({ cells }: GridRow): string[] | null {
  const levels = cells.map(({ text }) => (LEVEL_HEADER.test(text) ? text : ''));
  return new Set(levels).size > 2 ? levels : null;
}

function headerRowsOf(rows: readonly GridRow[]): number {
  let filled = 0;
  for (const [i, row] of rows.entries()) {
    if (isDataRow(row, filled > 0)) return i;
    if (row.cells.some(({ text }) => text !== '')) filled++;
  }
  return rows.length;
}

/** A text stands beside itself, or below itself, in a header. */
function repeatsHeader(header: readonly GridRow[]): boolean {
  return header.some(({ cells }, r) =>
    cells.some(({ text }, c) => text !== '' && (text === cells[c - 1]?.text || text === header[r - 1]?.cells[c]?.text)),
  );
}

/** By column, the first and the last column of the run of equal texts that it is in. */
interface Run {
  first: number;
  last: number;
}

/** Runs of equal texts below one cell are one; a run as wide as the one above it that says the same is a part of that. */
function headerCells(rows: readonly GridRow[]): Cell[][] {
  let above: readonly Run[] | null = null;
  let texts: readonly Cell[] = [];
  return rows.map(({ cells }) => {
    const runs = runsOf(cells, above);
    const out = cells.map((cell, c): Cell => {
      if (cell.text === '') return cell;
      const { first, last } = at(runs, c);
      if (c !== first) return COVERED_LEFT;
      const over = above?.[c];
      return over?.first === first && over.last === last && texts[c]?.text === cell.text ? COVERED_ABOVE : cell;
    });
    above = runs;
    texts = cells;
    return out;
  });
}

function runsOf(cells: readonly Cell[], above: readonly Run[] | null): Run[] {
  const runs: Run[] = [];
  for (const [c, { text }] of cells.entries()) {
    const left = runs[c - 1];
    const isBelowOne = above === null || (above[c] !== undefined && above[c] === above[c - 1]);
    if (left && text !== '' && text === cells[c - 1]?.text && isBelowOne) {
      left.last = c;
      runs.push(left);
    } else runs.push({ first: c, last: c });
  }
  return runs;
}

/** Words: nothing that a column of its own could well repeat (a number, 是, √, —). */
const WORDS = /[\u4e00-\u9fff].*[\u4e00-\u9fff]/;

function bodyCells(cells: readonly Cell[], isForm: boolean, levels: readonly string[]): Cell[] {
  const [first, ...others] = new Set(cells.flatMap(({ text }) => (text === '' ? [] : [text])));
  const isHeading = first !== undefined && others.length === 0;
  return cells.map((cell, c) => {
    if (cell.text !== cells[c - 1]?.text || !WORDS.test(cell.text)) return cell;
    if (isOfTwoLevels(cells, c, levels)) return cell;
    return isForm || isHeading || TOTAL_AT_END.test(compact(cell.text)) ? COVERED_LEFT : cell;
  });
}

/** A text below the names of two levels, and of no other column, names an indicator as the group that it is alone in. */
function isOfTwoLevels(cells: readonly Cell[], c: number, levels: readonly string[]): boolean {
  const { text } = at(cells, c);
  if (!levels[c - 1] || !levels[c] || levels[c - 1] === levels[c]) return false;
  return text !== cells[c - 2]?.text && text !== cells[c + 1]?.text;
}
