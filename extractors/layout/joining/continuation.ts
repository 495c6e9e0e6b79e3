import type { Cell, GridRow } from '../../model/blocks.ts';
import { parseNumber } from '../../notation/numbers.ts';
import { numberingLevel, roleOf } from '../../notation/roles.ts';
import { isSubjectCode, isUnitCode, splitCodeAndName } from '../../notation/row-kinds.ts';
import { subjectCodeByPath } from '../../notation/subjects.ts';
import { compact, joinPieces } from '../../notation/text.ts';
import { isBlank } from '../grids/cell.ts';
import { NO_CELL } from '../grids/cell-text.ts';

/** Rows of printed grids that a page break parted: the columns of both pages brought together, a cut row made whole. */

/** Rows of a later page in the columns of the first: by the place of their borders, where their number differs. */
export function alignColumns(table: readonly GridRow[], rows: readonly GridRow[]): GridRow[] {
  const to = table.find((row) => row.borders)?.borders;
  const from = rows.find((row) => row.borders)?.borders;
  if (!to || !from || to.length === from.length) return [...rows];
  const columns = columnMap(from, to);
  if (!columns) return [...rows];
  return rows.map((row) => {
    const cells: Cell[] = Array.from({ length: to.length - 1 }, () => NO_CELL);
    row.cells.forEach((cell, c) => {
      const at = columns[c]!;
      if (!isBlank(cell)) cells[at] = isBlank(cells[at]) ? cell : merged(cells[at]!, cell);
    });
    return { ...row, cells, borders: to };
  });
}

const SAME_EDGE = 15;

/** Column of `to` that each column of `from` covers most, null where several of them would fall together. */
function columnMap(from: readonly number[], to: readonly number[]): number[] | null {
  // The same page geometry, with columns that are blank here left out; or another one, stretched.
  const sameLeft = Math.abs(to[0]! - from[0]!) < SAME_EDGE;
  const scale = sameLeft ? 1 : (to.at(-1)! - to[0]!) / (from.at(-1)! - from[0]!);
  const place = (x: number) => (sameLeft ? x : to[0]! + (x - from[0]!) * scale);
  const map: number[] = [];
  for (let c = 0; c + 1 < from.length; c++) {
    const [left, right] = [place(from[c]!), place(from[c + 1]!)];
    let best = 0;
    let most = 0;
    for (let k = 0; k + 1 < to.length; k++) {
      const overlap = Math.min(right, to[k + 1]!) - Math.max(left, to[k]!);
      if (overlap > most + 0.5) {
        most = overlap;
        best = k;
      }
    }
    map.push(best);
  }
  const distinct = new Set(map).size;
  return distinct >= Math.min(from.length, to.length) - 1 ? map : null;
}

/** Whether the first row of a page is the rest of the last row of the page before: pieces of words or numbers, nothing whole. */
export function isRestOfRow(last: GridRow | undefined, first: GridRow): boolean {
  if (!last?.borders || !first.borders || last.cells.length !== first.cells.length) return false;
  const filled = first.cells.flatMap((cell, c) => (isBlank(cell) ? [] : [c]));
  if (filled.length === 0 || !filled.every((c) => !isBlank(last.cells[c]))) return false;
  const pairs = filled.map((c) => [last.cells[c]!.text, first.cells[c]!.text] as const);
  const numbers = pairs.filter(([, rest]) => /^[\d,.]+%?$/.test(compact(rest)));
  if (numbers.length > 0) return numbers.every(([head, rest]) => isCutNumber(head, rest)) && pairs.every(([, rest]) => !startsRow(rest));
  return pairs.every(([head, rest]) => !startsRow(rest) && isCutText(head, rest));
}

/** A text may go on with a point of its own (2.开展 …), a name does not. */
const LONGEST_NAME = 20;

/** Whether a row only has texts, each below a text of the last row in a cell as wide: a long text (绩效目标) that the page cut. */
export function isRestOfTexts(last: GridRow | undefined, first: GridRow): boolean {
  if (!last?.borders || !first.borders || last.cells.length !== first.cells.length) return false;
  const isWide = (row: GridRow, c: number) => row.cells[c + 1]?.covered === 'left';
  const filled = first.cells.flatMap((cell, c) => (isBlank(cell) ? [] : [c]));
  return (
    filled.length > 0 &&
    isBlank(first.cells[0]) &&
    filled.every((c) => {
      const head = last.cells[c];
      const { text } = first.cells[c]!;
      if (isBlank(head) || parseNumber(head!.text) !== null || isWide(last, c) !== isWide(first, c)) return false;
      return text.length > LONGEST_NAME || !startsRow(text);
    })
  );
}

function startsRow(text: string): boolean {
  const c = compact(text);
  return isSubjectCode(c) && c.length > 2
    ? true
    : isUnitCode(c) || splitCodeAndName(text) !== null || numberingLevel(text) > 0 || roleOf(text, null) !== 'item';
}

/** `12437.3` + `6`: only together they have the two decimals of an amount. */
function isCutNumber(head: string, rest: string): boolean {
  const joined = compact(head) + compact(rest);
  return parseNumber(joined) !== null && /\.\d{2}$/.test(joined) && !/\.\d{2}$/.test(compact(head)) && !/\.\d{2}$/.test(compact(rest));
}

function isCutText(head: string, rest: string): boolean {
  const c = compact(rest);
  if (c.length <= 2 || /^[）)、，。；]/.test(c)) return true;
  const open = (head.match(/[（(“《]/g) ?? []).length - (head.match(/[）)”》]/g) ?? []).length;
  return open > 0 || subjectCodeByPath([joinPieces(head, rest)]) !== null;
}

export function joinRows(last: GridRow, rest: GridRow): GridRow {
  return { ...last, cells: last.cells.map((cell, c) => (isBlank(rest.cells[c]) ? cell : merged(cell, rest.cells[c]!))) };
}

function merged(head: Cell, rest: Cell): Cell {
  if (isBlank(head)) return rest;
  const number = /^[\d,.]+$/.test(compact(rest.text)) && /[\d,.]$/.test(head.text);
  const text = number ? compact(head.text) + compact(rest.text) : joinPieces(head.text, rest.text);
  return { ...head, text, raw: number ? text : joinPieces(head.raw, rest.raw), places: [...head.places, ...rest.places] };
}
