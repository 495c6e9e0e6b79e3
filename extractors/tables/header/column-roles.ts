import { measureOf } from '../../../schemas/lexicon/vocabulary.ts';
import type { GridRow } from '../../model/blocks.ts';
import { isLostNumber, isNone, looksLikeNumber } from '../../notation/numbers.ts';
import { isAmount, isMeasured, isSubjectCode, isUnitCode, splitCodeAndName } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import type { HeaderCell } from './tree.ts';

/** `key`: a classification beside the first; `text`: an attribute (项目内容, 立项依据 …). */
export type ColumnRole = 'code' | 'code-part' | 'name' | 'line-no' | 'key' | 'text' | 'value';

export interface ColumnFacts {
  amounts: number;
  texts: number;
  codes: number;
  /** Of one or two digits, as levels of a code are. */
  parts: number;
}

const OWN_DIGITS = /^\d{1,2}$/;
const BRACKET = /[（(][^（）()]*[)）]$/;
const CODE = /(?:编码|代码)$|^(?:编码|代码|编号)$/;
const CODE_PART = /^[类款项]$/;
const LINE_NO = /^(?:行次|行|序号|栏次|序)$/;
const NAME =
  /(?:名称|项目|科目|品目)$|^(?:单位|部门|预算单位|支出|收入|经济分类|功能分类|支出项目|收入项目|支出功能分类|支出经济分类|部门经济分类|政府经济分类)$/;
const TEXT = /(?:依据|内容|明细|备注|说明|简介|绩效|目标|理由|标准|类型|方式|用途|形式|地点|时间|期限|型号|规格|类别|属性|性质)$/;
const CLASSIFICATION = /分类|科目|目录|编码|代码|级次/;

/** What stands in each of the first `width` columns. */
export function columnFacts(rows: readonly GridRow[], width: number): ColumnFacts[] {
  const facts = Array.from({ length: width }, (): ColumnFacts => ({ amounts: 0, texts: 0, codes: 0, parts: 0 }));
  for (const { cells } of rows) {
    for (const [column, { text }] of cells.entries()) {
      const own = facts[column];
      if (own && text !== '' && !isNone(text)) addText(own, text);
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
  [CODE_PART, 'code-part'],
  [CODE, 'code'],
  [LINE_NO, 'line-no'],
];

/** What a column is for: by its header word first, by what stands in it second. `leading`: no value column stands left of it. */
export function columnRole(path: readonly HeaderCell[], facts: ColumnFacts, leading: boolean): ColumnRole {
  const printed = path.at(-1)?.text ?? '';
  const leaf = printed.replace(BRACKET, '') || printed;
  const [, byHeader] = BY_HEADER.find(([word]) => word.test(leaf)) ?? [];
  if (byHeader) return byHeader;
  if (facts.amounts + facts.texts === 0) return emptyRole(path, leaf, leading);
  const isText = facts.amounts === 0 || (facts.texts > facts.amounts && (TEXT.test(leaf) || NAME.test(leaf)));
  if (isText) return textRole(leaf, leading);
  return facts.codes === facts.amounts && leading && (leaf === '' || NAME.test(leaf)) ? 'code' : 'value';
}

/** Nothing stands in the column: only its header speaks. */
function emptyRole(path: readonly HeaderCell[], leaf: string, leading: boolean): ColumnRole {
  if (TEXT.test(leaf)) return 'text';
  if (NAME.test(leaf) && !isMoneyWord(path)) return 'name';
  if (leading && leaf !== '' && measureOf(path.map((cell) => cell.text)) === null) return CLASSIFICATION.test(leaf) ? 'key' : 'name';
  return 'value';
}

function isMoneyWord(path: readonly HeaderCell[]): boolean {
  const leaf = path.at(-1)?.text ?? '';
  return /支出$|收入$/.test(leaf) && path.length > 1;
}

function textRole(leaf: string, leading: boolean): ColumnRole {
  if (TEXT.test(leaf)) return 'text';
  if (NAME.test(leaf)) return CLASSIFICATION.test(leaf) && !/科目名称|名称$|^科目$|分类$/.test(leaf) ? 'key' : 'name';
  if (!leading) return 'text';
  return CLASSIFICATION.test(leaf) ? 'key' : 'name';
}

/** Cells that carry code and name together make their column the name column. */
export function carriesCodeAndName(rows: readonly GridRow[], column: number): boolean {
  return rows.some((row) => splitCodeAndName(row.cells[column]?.text ?? '') !== null);
}
