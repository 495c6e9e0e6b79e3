import {
  CLASSIFICATION_COLUMN,
  CLASSIFICATION_NAME,
  CODE_COLUMN,
  CODE_LEVEL,
  LINE_NUMBER_COLUMN,
  MODEL_COLUMN,
  MONEY_OF_SIDE,
  NAME_COLUMN,
  TEXT_COLUMN,
} from '../../../schemas/lexicon/tables/columns.ts';
import { measureOf } from '../../../schemas/lexicon/vocabulary.ts';
import type { GridRow } from '../../model/blocks.ts';
import { isLostNumber, isNone, looksLikeNumber } from '../../notation/numbers.ts';
import { countsOn, isAmount, isMeasured, isSubjectCode, isUnitCode, splitCodeAndName } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { FEWEST_COUNTING } from './settings.ts';
import type { HeaderCell } from './tree.ts';

/** `key`: a classification beside the first; `text`: an attribute (项目内容, 立项依据 …). */
export type ColumnRole = 'code' | 'code-part' | 'name' | 'line-no' | 'key' | 'text' | 'value';

export interface ColumnFacts {
  amounts: number;
  texts: number;
  codes: number;
  /** Of one or two digits, as levels of a code are. */
  parts: number;
  /** Numbers that are one more than what stands above them. */
  counting: number;
}

const OWN_DIGITS = /^\d{1,2}$/;
const BRACKET = /[（(][^（）()]*[)）]$/;
/** What stands in each of the first `width` columns. */
export function columnFacts(rows: readonly GridRow[], width: number): ColumnFacts[] {
  const facts = Array.from({ length: width }, (): ColumnFacts => ({ amounts: 0, texts: 0, codes: 0, parts: 0, counting: 0 }));
  const above = new Map<number, string>();
  for (const { cells } of rows) {
    for (const [column, { text }] of cells.entries()) {
      const own = facts[column];
      if (!own || text === '' || isNone(text)) continue;
      addText(own, text);
      if (countsOn(above.get(column), text)) own.counting++;
      above.set(column, text);
    }
  }
  return facts;
}

function addText(facts: ColumnFacts, text: string): void {
  const c = compact(text);
  if (isSubjectCode(c) || isUnitCode(c)) facts.codes++;
  if (OWN_DIGITS.test(c)) facts.parts++;
  if (isAmount(text) || isMeasured(text) || isLostNumber(text) || (/[.,]/.test(text) && looksLikeNumber(text))) facts.amounts++;
  else facts.texts++;
}

/** Header words that say what a column is for whatever stands in it. */
const BY_HEADER: readonly (readonly [RegExp, ColumnRole])[] = [
  [CODE_LEVEL, 'code-part'],
  [CODE_COLUMN, 'code'],
  [LINE_NUMBER_COLUMN, 'line-no'],
  [MODEL_COLUMN, 'text'],
];

/** What a column is for: by its header word first, by what stands in it second. `leading`: no value column stands left of it. */
export function columnRole(path: readonly HeaderCell[], facts: ColumnFacts, leading: boolean): ColumnRole {
  const printed = path.at(-1)?.text ?? '';
  const leaf = printed.replace(BRACKET, '') || printed;
  const [, byHeader] = BY_HEADER.find(([word]) => word.test(leaf)) ?? [];
  if (byHeader) return byHeader;
  if (facts.amounts + facts.texts === 0) return emptyRole(path, leaf, leading);
  if (leaf === '' && leading && areRowNumbers(facts)) return 'line-no';
  const isText = facts.amounts === 0 || (facts.texts > facts.amounts && (TEXT_COLUMN.test(leaf) || NAME_COLUMN.test(leaf)));
  if (isText) return textRole(leaf, leading);
  return facts.codes === facts.amounts && leading && (leaf === '' || NAME_COLUMN.test(leaf)) ? 'code' : 'value';
}

/** Every number is one more than the one above it. */
function areRowNumbers({ amounts, texts, counting }: ColumnFacts): boolean {
  return texts === 0 && counting >= FEWEST_COUNTING && counting === amounts - 1;
}

/** Nothing stands in the column: only its header speaks. */
function emptyRole(path: readonly HeaderCell[], leaf: string, leading: boolean): ColumnRole {
  if (TEXT_COLUMN.test(leaf)) return 'text';
  if (NAME_COLUMN.test(leaf) && !isMoneyWord(path)) return 'name';
  if (leading && leaf !== '' && measureOf(path.map((cell) => cell.text)) === null) return CLASSIFICATION_COLUMN.test(leaf) ? 'key' : 'name';
  return 'value';
}

function isMoneyWord(path: readonly HeaderCell[]): boolean {
  const leaf = path.at(-1)?.text ?? '';
  return MONEY_OF_SIDE.test(leaf) && path.length > 1;
}

function textRole(leaf: string, leading: boolean): ColumnRole {
  if (TEXT_COLUMN.test(leaf)) return 'text';
  if (NAME_COLUMN.test(leaf)) return nameRole(leaf);
  if (!leading) return 'text';
  return CLASSIFICATION_COLUMN.test(leaf) ? 'key' : 'name';
}

/** Of a column of names: the first classification and everything else is the name, a further classification a key. */
export function nameRole(leaf: string): 'key' | 'name' {
  return CLASSIFICATION_COLUMN.test(leaf) && !CLASSIFICATION_NAME.test(leaf) ? 'key' : 'name';
}

/** Cells that carry code and name together make their column the name column. */
export function carriesCodeAndName(rows: readonly GridRow[], column: number): boolean {
  return rows.some((row) => splitCodeAndName(row.cells[column]?.text ?? '') !== null);
}
