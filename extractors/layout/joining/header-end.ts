import { HEADER_END } from '../../../schemas/lexicon/tables/columns.ts';
import { TOTAL_AT_END } from '../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../model/at.ts';
import type { GridRow } from '../../model/blocks.ts';
import { isBlank } from '../../notation/cells.ts';
import { wordKind } from '../../notation/headers/known-words.ts';
import { segmentations } from '../../notation/headers/pieces.ts';
import { isOrganisation } from '../../notation/organisations.ts';
import { countsOn, isAmount, isDataRow, isIndexRow, isMeasured, isSubjectCode } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { LEAST_ODD, LONGEST_HEADER_TEXT, MAX_HEADER_ROWS, MOST_NAME_LINES } from './settings.ts';

/** Where the header of a table ends and its data begin. */

/** Rows before the first one that carries data. A table that has no data at all is all header. */
export function countHeaderRows(rows: readonly GridRow[]): number {
  if (rows[0]?.layout === 'sequence') return sequenceDataStart(rows);
  const measured = 2 * rows.filter(hasMeasured).length >= rows.length;
  let filled = 0;
  for (const [i, row] of rows.entries()) {
    if (isDataRow(row, filled > 0) || holdsAmountLikeYear(rows[i - 1], row) || (measured && hasMeasured(row)) || isNumbered(rows, i))
      return i;
    if (row.cells.some((cell) => !isBlank(cell))) filled++;
    if (filled > MAX_HEADER_ROWS) return i;
  }
  // No amounts at all: a list of texts has its header in the first row, an empty table is all header.
  const [first, ...others] = rows.filter((row) => row.cells.some((cell) => !isBlank(cell)));
  const isList =
    first !== undefined &&
    first.cells.filter((cell) => !isBlank(cell)).length > 1 &&
    others.length > 0 &&
    isHeaderRow(first) &&
    !others.some(isHeaderRow);
  return isList ? rows.indexOf(first) + 1 : rows.length;
}

function isHeaderRow(row: GridRow): boolean {
  return row.cells.every((cell) => isBlank(cell) || (cell.text.length <= LONGEST_HEADER_TEXT && HEADER_END.test(compact(cell.text))));
}

/** Where half the rows of a table or more have them, numbers with their unit (12.00万元) are its amounts. */
function hasMeasured(row: GridRow): boolean {
  return row.cells.some(({ text }) => isMeasured(text));
}

/** 4 | 某站, 5 | 某队, 6 | 某处: names whose running numbers go on from row to row. */
function isNumbered(rows: readonly GridRow[], i: number): boolean {
  const [number = '', next, afterNext] = rows.slice(i, i + 3).map(({ cells }) => cells[0]?.text ?? '');
  return (
    rows[i]?.cells[1]?.text !== '' && !isIndexRow(rows[i]?.cells ?? []) && countsOn(number, next ?? '') && countsOn(next, afterNext ?? '')
  );
}

const LIKE_YEAR = /^(?:19|20)\d\d$/;

/** 河道整治 | 2000 below 项目 | 预算数: both columns have their heads, and the row is called by no word of a header. */
function holdsAmountLikeYear(above: GridRow | undefined, row: GridRow): boolean {
  const first = row.cells.findIndex((cell) => !isBlank(cell));
  const label = compact(row.cells[first]?.text ?? '');
  if (!above || !/^[\u4e00-\u9fff]{2}/.test(label) || HEADER_END.test(label) || !isHead(above.cells[first]?.text)) return false;
  return row.cells.some(({ text }, c) => c > first && LIKE_YEAR.test(compact(text)) && isHead(above.cells[c]?.text));
}

function isHead(text = ''): boolean {
  return HEADER_END.test(compact(text));
}

/** Index of the first row that carries data; rows.length when there is none. */
export function sequenceDataStart(rows: readonly GridRow[]): number {
  const first = rows.findIndex(
    (row) => !isIndexRow(row.cells) && row.cells.some((cell) => isAmount(cell.text) && !isSubjectCode(compact(cell.text))),
  );
  if (first < 0) {
    const last = rows.at(-1);
    return last && rows.length > 1 && TOTAL_AT_END.test(textOf(last)) ? rows.length - 1 : rows.length;
  }
  if (!at(rows, first).cells.every((cell) => isAmount(cell.text))) return first;
  // Amounts alone on their line belong to the label before them, unless what stands before is still the header.
  const words = segmentations(rows.slice(0, first))[0]?.words ?? [];
  if (words.at(-1)?.kind === 'leaf' && words.every((word) => word.kind !== 'unknown')) return first;
  if (headsColumns(rows[first - 1])) return first;
  let start = startOfBody(rows, first);
  while (start > 0 && (isLabelPiece(at(rows, start - 1)) || /^[（(]/.test(textOf(at(rows, start))))) start--;
  return start;
}

/** The line above the first amounts, and those before it that the name of a body begins on: without them the header has a word of no format less. */
function startOfBody(rows: readonly GridRow[], first: number): number {
  const start = Math.max(0, first - 1);
  const oddOf = (end: number): number => segmentations(rows.slice(0, end))[0]?.cost ?? 0;
  const odd = oddOf(start);
  for (let k = start - 1; k > 0 && k >= start - MOST_NAME_LINES; k--) {
    const name = rows.slice(k, first).map(textOf).join('');
    if (isOrganisation(name) && at(rows, k).cells.length === 1 && odd - oddOf(k) >= LEAST_ODD) return k;
  }
  return start;
}

/** Words of a header beside each other, all but one of them known: a row is called by one of them at most. */
function headsColumns(row: GridRow | undefined): boolean {
  const texts = row?.cells.map(({ text }) => compact(text)) ?? [];
  const known = texts.filter((text) => wordKind(text) === 'leaf' || wordKind(text) === 'total').length;
  return known > 1 && known >= texts.length - 1;
}

/** A line right above that holds nothing but a subject code is the code of the row whose label follows. */
function isLabelPiece(row: GridRow): boolean {
  const text = textOf(row);
  return isSubjectCode(text) || /^\d{2}$/.test(text);
}

function textOf(row: GridRow): string {
  return compact(row.cells.map((cell) => cell.text).join(''));
}
