import { at } from '../../model/at.ts';
import type { GridRow } from '../../model/blocks.ts';
import { isBlank } from '../../notation/cells.ts';
import { segmentations } from '../../notation/headers/pieces.ts';
import { isAmount, isDataRow, isIndexRow, isMeasured, isSubjectCode, TOTAL_LABEL } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';

/** Where the header of a table ends and its data begin. */

const MAX_HEADER_ROWS = 8;

/** Rows before the first one that carries data. A table that has no data at all is all header. */
export function countHeaderRows(rows: readonly GridRow[]): number {
  if (rows[0]?.layout === 'sequence') return sequenceDataStart(rows);
  const measured = 2 * rows.filter(hasMeasured).length >= rows.length;
  let filled = 0;
  for (const [i, row] of rows.entries()) {
    if (isDataRow(row, filled > 0) || holdsAmountLikeYear(rows[i - 1], row) || (measured && hasMeasured(row))) return i;
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

const HEADER_WORD =
  /(?:名称|内容|依据|编码|代码|备注|说明|明细|单位|部门|项目|科目|数|额|计|收入|支出|预算|决算|经费|结余|结转|资金|费|款|年|度|标准|目标|类别|方式|序号|行次)$/;

function isHeaderRow(row: GridRow): boolean {
  return row.cells.every((cell) => isBlank(cell) || (cell.text.length <= 20 && HEADER_WORD.test(compact(cell.text))));
}

/** Where half the rows of a table or more have them, numbers with their unit (12.00万元) are its amounts. */
function hasMeasured(row: GridRow): boolean {
  return row.cells.some(({ text }) => isMeasured(text));
}

const LIKE_YEAR = /^(?:19|20)\d\d$/;

/** 河道整治 | 2000 below 项目 | 预算数: both columns have their heads, and the row is called by no word of a header. */
function holdsAmountLikeYear(above: GridRow | undefined, row: GridRow): boolean {
  const first = row.cells.findIndex((cell) => !isBlank(cell));
  const label = compact(row.cells[first]?.text ?? '');
  if (!above || !/^[\u4e00-\u9fff]{2}/.test(label) || HEADER_WORD.test(label) || !isHead(above.cells[first]?.text)) return false;
  return row.cells.some(({ text }, c) => c > first && LIKE_YEAR.test(compact(text)) && isHead(above.cells[c]?.text));
}

function isHead(text = ''): boolean {
  return HEADER_WORD.test(compact(text));
}

/** Index of the first row that carries data; rows.length when there is none. */
export function sequenceDataStart(rows: readonly GridRow[]): number {
  const first = rows.findIndex(
    (row) => !isIndexRow(row.cells) && row.cells.some((cell) => isAmount(cell.text) && !isSubjectCode(compact(cell.text))),
  );
  if (first < 0) {
    const last = rows.at(-1);
    return last && rows.length > 1 && TOTAL_LABEL.test(textOf(last)) ? rows.length - 1 : rows.length;
  }
  if (!at(rows, first).cells.every((cell) => isAmount(cell.text))) return first;
  // Amounts alone on their line belong to the label before them, unless what stands before is still the header.
  const words = segmentations(rows.slice(0, first))[0]?.words ?? [];
  if (words.at(-1)?.kind === 'leaf' && words.every((word) => word.kind !== 'unknown')) return first;
  let start = Math.max(0, first - 1);
  while (start > 0 && isLabelPiece(at(rows, start - 1))) start--;
  return start;
}

/** A line right above that holds nothing but a subject code is the code of the row whose label follows. */
function isLabelPiece(row: GridRow): boolean {
  const text = textOf(row);
  return isSubjectCode(text) || /^\d{2}$/.test(text);
}

function textOf(row: GridRow): string {
  return compact(row.cells.map((cell) => cell.text).join(''));
}
