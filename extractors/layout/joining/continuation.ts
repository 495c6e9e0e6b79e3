import { CLOSING_START } from '../../../schemas/lexicon/writing/punctuation.ts';
import { at } from '../../model/at.ts';
import type { Cell, GridRow } from '../../model/blocks.ts';
import { isBlank, joinedReading, NO_CELL } from '../../notation/cells.ts';
import { parseNumber } from '../../notation/numbers.ts';
import { numberingLevel, roleOf } from '../../notation/roles.ts';
import { isSubjectCode, isUnitCode, splitCodeAndName } from '../../notation/row-kinds.ts';
import { subjectCodeByPath } from '../../notation/subjects.ts';
import { compact, joinPieces } from '../../notation/text.ts';
import { COVERED, LONGEST_NAME, LONGEST_PIECE, SAME_EDGE, SAME_OVERLAP } from './settings.ts';

/** Rows of printed grids that a page break parted: the columns of both pages brought together, a cut row made whole. */

/** Rows of a later page in the columns of the first: by the place of their borders, where their number differs. */
export function alignColumns(table: readonly GridRow[], rows: readonly GridRow[]): GridRow[] {
  const from = rows.find((row) => row.borders)?.borders;
  const to = from && table.find((row) => row.borders)?.borders;
  if (!to || !from || to.length === from.length) return [...rows];
  const columns = columnMap(from, to);
  if (!columns) return [...rows];
  const texts = textColumns(table, to.length - 1);
  return rows.map((row) => ({ ...row, cells: inColumns(row.cells, columns, texts), borders: to }));
}

/** By column, whether the rows of a table hold texts there. */
function textColumns(table: readonly GridRow[], width: number): boolean[] {
  const holdsText = (cell: Cell | undefined) => cell !== undefined && !isBlank(cell) && !parseNumber(cell.text);
  return Array.from({ length: width }, (_, c) => table.some(({ cells }) => cells.length === width && holdsText(cells[c])));
}

/** Cells by the columns that they come to stand in; those that fall together are joined. A text that spans columns is one of the first of texts. */
function inColumns(cells: readonly Cell[], columns: readonly Covered[], texts: readonly boolean[]): Cell[] {
  const moved: Cell[] = texts.map(() => NO_CELL);
  for (const [c, cell] of cells.entries()) {
    if (isBlank(cell)) continue;
    const { most, all } = at(columns, c);
    const column = parseNumber(cell.text) ? most : (all.find((candidate) => texts[candidate]) ?? most);
    moved[column] = merged(at(moved, column), cell);
  }
  return moved;
}

/** The columns of a table that one of a later page stands over: the one that it covers most, and those that it covers nearly whole. */
interface Covered {
  most: number;
  all: number[];
}

/** By column of `from`; null where several of them would fall together. */
function columnMap(from: readonly number[], to: readonly number[]): Covered[] | null {
  const columns = spansOf(to);
  const map = spansOf(moveBorders(from, to)).map((span): Covered => ({ most: mostCovered(span, columns), all: wholeIn(span, columns) }));
  const distinct = new Set(map.map(({ most }) => most)).size;
  return distinct >= Math.min(from.length, to.length) - 1 ? map : null;
}

/** The same page geometry, with columns that are blank here left out; or another one, stretched. */
function moveBorders(from: readonly number[], to: readonly number[]): readonly number[] {
  const left = at(from, 0);
  const target = at(to, 0);
  if (Math.abs(target - left) < SAME_EDGE) return from;
  const scale = (at(to, to.length - 1) - target) / (at(from, from.length - 1) - left);
  return from.map((x) => target + (x - left) * scale);
}

interface Span {
  left: number;
  right: number;
}

function spansOf(borders: readonly number[]): Span[] {
  return borders.slice(1).map((right, c) => ({ left: at(borders, c), right }));
}

function mostCovered({ left, right }: Span, columns: readonly Span[]): number {
  let best = 0;
  let most = 0;
  for (const [c, column] of columns.entries()) {
    const overlap = Math.min(right, column.right) - Math.max(left, column.left);
    if (overlap <= most + SAME_OVERLAP) continue;
    most = overlap;
    best = c;
  }
  return best;
}

function wholeIn(span: Span, columns: readonly Span[]): number[] {
  return columns.flatMap(({ left, right }, c) => {
    const overlap = Math.min(span.right, right) - Math.max(span.left, left);
    return overlap >= COVERED * (right - left) ? [c] : [];
  });
}

/** A filled cell of a page's first row below the one in the same column of the last row. */
interface Pair {
  column: number;
  head: Cell;
  rest: Cell;
}

/** null where the rows have other columns, nothing is filled, or something stands below a blank cell. */
function pairsOf(last: GridRow | undefined, first: GridRow): Pair[] | null {
  if (!last?.borders || !first.borders || last.cells.length !== first.cells.length) return null;
  const pairs = last.cells.flatMap((head, column): Pair[] => {
    const rest = at(first.cells, column);
    return isBlank(rest) ? [] : [{ column, head, rest }];
  });
  return pairs.length > 0 && pairs.every(({ head }) => !isBlank(head)) ? pairs : null;
}

/** Whether the first row of a page is the rest of the last row of the page before: pieces of words or numbers, nothing whole. */
export function isRestOfRow(last: GridRow | undefined, first: GridRow): boolean {
  const pairs = pairsOf(last, first);
  if (!pairs || pairs.some(({ rest }) => startsRow(rest.text))) return false;
  const numbers = pairs.filter(({ rest }) => /^[\d,.]+%?$/.test(compact(rest.text)));
  if (numbers.length > 0) return numbers.every(({ head, rest }) => isCutNumber(head.text, rest.text));
  return pairs.every(({ head, rest }) => isCutText(head.text, rest.text));
}

/** Whether a row only has texts, each below a text of the last row in a cell as wide: a long text (绩效目标) that the page cut. */
export function isRestOfTexts(last: GridRow | undefined, first: GridRow): boolean {
  const pairs = isBlank(first.cells[0]) ? pairsOf(last, first) : null;
  if (!pairs) return false;
  return pairs.every(({ column, head, rest: { text } }) => {
    if (parseNumber(head.text) !== null || isWide(last, column) !== isWide(first, column)) return false;
    return text.length > LONGEST_NAME || !startsRow(text);
  });
}

function isWide(row: GridRow | undefined, column: number): boolean {
  return row?.cells[column + 1]?.covered === 'left';
}

function startsRow(text: string): boolean {
  const c = compact(text);
  return isSubjectCode(c) || isUnitCode(c) || splitCodeAndName(text) !== null || numberingLevel(text) > 0 || roleOf(text, null) !== 'item';
}

/** `12437.3` + `6`: only together they have the two decimals of an amount. */
function isCutNumber(head: string, rest: string): boolean {
  const joined = compact(head) + compact(rest);
  return parseNumber(joined) !== null && /\.\d{2}$/.test(joined) && !/\.\d{2}$/.test(compact(head)) && !/\.\d{2}$/.test(compact(rest));
}

function isCutText(head: string, rest: string): boolean {
  const c = compact(rest);
  if (c.length <= LONGEST_PIECE || CLOSING_START.test(c)) return true;
  const open = (head.match(/[（(“《]/g) ?? []).length - (head.match(/[）)”》]/g) ?? []).length;
  return open > 0 || subjectCodeByPath([joinPieces(head, rest)], null) !== null;
}

export function joinRows(last: GridRow, rest: GridRow): GridRow {
  return { ...last, cells: last.cells.map((cell, c) => merged(cell, rest.cells[c] ?? NO_CELL)) };
}

function merged(head: Cell, rest: Cell): Cell {
  if (isBlank(rest)) return head;
  if (isBlank(head)) return rest;
  const number = /^[\d,.]+$/.test(compact(rest.text)) && /[\d,.]$/.test(head.text);
  const join = ([above = '', below = '']: readonly string[]): string =>
    number ? compact(above) + compact(below) : joinPieces(above, below);
  const text = join([head.text, rest.text]);
  const joined = { ...head, text, raw: number ? text : joinPieces(head.raw, rest.raw), places: [...head.places, ...rest.places] };
  if (!rest.red) delete joined.red;
  if (head.reading || rest.reading) joined.reading = joinedReading([head, rest], join);
  return joined;
}
