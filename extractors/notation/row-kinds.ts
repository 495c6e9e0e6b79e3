import { CODE_LEVEL, INDEX_FILLER, INDEX_STARS, INDEX_WORD } from '../../schemas/lexicon/tables/columns.ts';
import { CATALOGUE_CLASS, TELEPHONE_NUMBER } from '../../schemas/lexicon/tables/rows.ts';
import { OF_WHICH_AT_START, TOTAL_AT_END } from '../../schemas/lexicon/writing/marks.ts';
import { NUMBERING_LEVELS } from '../../schemas/lexicon/writing/numbering.ts';
import { YEARISH } from '../../schemas/lexicon/writing/years.ts';
import type { Cell, GridRow } from '../model/blocks.ts';
import { isLostNumber, isNone, looksLikeNumber, parseNumber, parseWithUnit } from './numbers.ts';
import { LAST_CODE_COLUMN, LATEST_FIRST_INDEX, MOST_INDEX_LABELS } from './settings.ts';
import { compact, narrow } from './text.ts';

/** What a single row looks like by itself, before the table's header is known. */

const SUBJECT_CODE = /^(?:\d{3}|\d{5}|\d{7})$/;
const UNIT_CODE = /^\d{6}$/;
/** 采购品目: A goods, B works, C services, and two digits a level (政府采购品目分类目录). */
const CATALOGUE_CODE = /^[ABC](?:\d{2}){0,5}$/;
/** A letter alone is one of the three classes; without a dash a name follows so many digits only (A4 is paper, A02 a road). */
const CATALOGUE_AND_NAME: readonly RegExp[] = [
  CATALOGUE_CLASS,
  /^[[【(（]?([ABC](?:\d{2}){1,5})[\]】)）]?\s*[-—_:：]\s*([\u4e00-\u9fff“"（(].*)$/,
  /^[[【(（]?([ABC](?:\d{2}){2,5})[\]】)）]?\s*([\u4e00-\u9fff“"（(].*)$/,
];
const CODE_AND_NAME = /^[[【(（]?(\d{3}(?:\d{2}){0,2}|\d{6})[\]】)）]?\s*[-—_:：]?\s*([\u4e00-\u9fff“"（(].*)$/;
export function isSubjectCode(text: string): boolean {
  return text.length <= 7 && SUBJECT_CODE.test(narrow(text));
}

export function isUnitCode(text: string): boolean {
  return text.length === 6 && UNIT_CODE.test(narrow(text));
}

/** A code of the procurement catalogue: A, A02, A02010104. */
export function isCatalogueCode(text: string): boolean {
  return text.length <= 11 && CATALOGUE_CODE.test(narrow(text));
}

/** 类, 款 or 项: what heads a column of a code's own digits. */
export function isClassWord(text: string): boolean {
  return text.length === 1 && CODE_LEVEL.test(text);
}

/** `2010801-行政运行`, `[2010801]行政运行`, `578002 某单位`, `A-货物` → code and name. */
export function splitCodeAndName(text: string): { code: string; name: string } | null {
  const match = CODE_AND_NAME.exec(text) ?? catalogueMatch(text);
  if (match?.[2] && TELEPHONE_NUMBER.test(text)) return null;
  return match?.[1] && match[2] ? { code: match[1], name: match[2] } : null;
}

function catalogueMatch(text: string): RegExpExecArray | null {
  if (!/^[[【(（]?[ABC]/.test(text)) return null;
  for (const pattern of CATALOGUE_AND_NAME) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return null;
}

/** A row of column numbers (栏次 1 2 3, ** 1 2 3), which are no amounts. */
export function isIndexRow(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => cell.text !== '');
  if (filled.length < 2) return false;
  const labels = filled.filter((cell) => !/^\d{1,2}$/.test(cell.text));
  const numbers = filled.filter((cell) => /^\d{1,2}$/.test(cell.text)).map((cell) => Number(cell.text));
  if (numbers.length === 0) return false;
  if (labels.some((cell) => INDEX_WORD.test(compact(cell.text)))) return labels.length <= MOST_INDEX_LABELS;
  const [start = 0] = numbers;
  const increasing = numbers.every((n, i) => n === start + i);
  // A table with one value column: ** | ** | 1.
  if (numbers.length === 1) return start === 1 && labels.every((cell) => INDEX_STARS.test(compact(cell.text)));
  return start <= LATEST_FIRST_INDEX && increasing && labels.every((cell) => INDEX_FILLER.test(compact(cell.text)));
}

const RUNNING_NUMBER = /^\d{1,3}$/;

/** 4 below 3: a number that numbers its row, as the one above it does. */
export function countsOn(above: string | undefined, text: string): boolean {
  return above !== undefined && RUNNING_NUMBER.test(above) && RUNNING_NUMBER.test(text) && Number(text) === Number(above) + 1;
}

/** An amount, or what was one before its digits were misread: with a decimal point or separators, but not readable. */
function isSpoiledAmount(text: string): boolean {
  return isLostNumber(text) || (/[.,]/.test(text) && looksLikeNumber(text) && !isAmount(text));
}

export function isAmount(text: string): boolean {
  return text !== '' && !YEARISH.test(compact(text)) && parseNumber(text) !== null;
}

/** 12.00万元: an amount where the cells of its table are written so, and words elsewhere (a target of 12 万元). */
export function isMeasured(text: string): boolean {
  return parseWithUnit(text) !== null;
}

/** A row that carries data: an amount, a subject or unit code, a total without amounts, a numbered label. */
export function isDataRow(row: GridRow, afterHeader: boolean): boolean {
  const first = row.cells.findIndex((cell) => cell.text !== '');
  const label = row.cells[first]?.text;
  if (label === undefined || isIndexRow(row.cells)) return false;
  const rest = row.cells
    .slice(first + 1)
    .map(({ text }) => text)
    .filter((text) => text !== '');
  const head = compact(label);
  if (first <= LAST_CODE_COLUMN && (isSubjectCode(head) || isUnitCode(head) || splitCodeAndName(label))) return true;
  if (TOTAL_AT_END.test(head) && rest.every((text) => isAmountOrNone(text) || TOTAL_AT_END.test(compact(text)))) {
    // 合计 | 小计 beside other header words is a header; alone or before amounts it is the total row.
    return rest.length > 0 ? rest.some(isAmountOrNone) : afterHeader && first <= 1;
  }
  return hasAmount(label, first, rest) || (afterHeader && isNumbered(head));
}

/** Its label begins with a numbering, or with 其中. */
function isNumbered(label: string): boolean {
  const plain = narrow(label);
  return OF_WHICH_AT_START.test(plain) || NUMBERING_LEVELS.some((level) => level.test(label) || level.test(plain));
}

function isAmountOrNone(text: string): boolean {
  return isAmount(text) || isNone(text);
}

/** A number in the first column with words behind it numbers the row: 1 | 某某单位. */
function hasAmount(label: string, first: number, rest: readonly string[]): boolean {
  if (rest.some((text) => isAmount(text) || isSpoiledAmount(text))) return true;
  return isAmount(label) && (first > 0 || rest.every(isNone));
}
