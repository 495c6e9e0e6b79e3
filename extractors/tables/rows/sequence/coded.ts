import { addAll } from '../../../model/add-all.ts';
import type { HeaderedTable } from '../../../model/tables.ts';
import { isTotalLabel } from '../../../notation/roles.ts';
import { isSubjectCode, isUnitCode, splitCodeAndName } from '../../../notation/row-kinds.ts';
import { subjectByCode } from '../../../notation/subjects.ts';
import { compact } from '../../../notation/text.ts';
import { INDENTED, TELLING_NAME } from './settings.ts';
import { addAmount, addLabel, openRow, type SequenceRow, type Token, takesText } from './tokens.ts';

/** Rows with codes, of tables whose layout was lost: a code, or a label that cannot go on with the one before, opens a row. */

const PART = /^\d{2}$/;
const CATEGORY = /^\d{3}$/;

/** How the header says that codes are printed. */
interface CodeColumns {
  /** 类 | 款 | 项 in columns of their own. */
  parts: boolean;
  /** A second classification has codes too. */
  parallel: boolean;
  /** Names of several classifications stand beside each other (支出功能分类科目 | 政府支出经济分类科目), each with its code. */
  beside: boolean;
  /** Codes of two digits open lines below codes of a 类; what they are below is found with the amounts (tables/nesting/notations). */
  ownDigits: boolean;
}

export function codedRows(table: HeaderedTable, tokens: readonly Token[]): SequenceRow[] {
  const keys = table.panels.flatMap((panel) => panel.keys);
  const columns: CodeColumns = {
    parts: keys.some((key) => key.role === 'code-part'),
    parallel: keys.filter((key) => key.role === 'code').length > 1 && !areSides(table),
    beside: keys.filter((key) => key.role === 'name' || key.role === 'key').length > 1,
    ownDigits: tokens.some((token, i) => CATEGORY.test(compact(token.text)) && opensLine(token, tokens[i + 1])),
  };
  const rows: SequenceRow[] = [];
  for (const [i, token] of tokens.entries()) {
    if (isCode(rows.at(-1), token, tokens[i + 1], columns)) addCode(rows, token, columns);
    else if (token.kind === 'amount') addAmount(rows.at(-1) ?? openRow(rows, 0, token), token);
    else addText(rows, token, columns);
  }
  if (columns.parts) completeCodes(rows);
  return rows;
}

/** 科目编码 | 科目名称 | 决算数, again and again: rows beside each other, not classifications. */
function areSides({ columns }: HeaderedTable): boolean {
  return columns.length > 1 && new Set(columns.map(({ path }) => path.at(-1))).size === 1;
}

/** A number is a code only where no amount can stand, and a name, or the next part of a split code, comes after it. */
function isCode(row: SequenceRow | undefined, token: Token, next: Token | undefined, columns: CodeColumns): boolean {
  const { parts, ownDigits } = columns;
  const text = compact(token.text);
  if (row && isCodeOnly(row) && PART.test(text)) return next?.kind === 'text' || PART.test(compact(next?.text ?? ''));
  if (row && takesText(row) && !token.firstInLine && !(columns.parallel && row.label !== '')) return false;
  if (ownDigits && !parts && PART.test(text)) return opensLine(token, next);
  if (!isSubjectCode(text) && !isUnitCode(text) && !(parts && PART.test(text))) return false;
  return next !== undefined && (next.kind === 'text' || (parts && PART.test(compact(next.text))));
}

/** Further digits of its code, or of its last one, may follow: 208 | 05 | 01 before the name. */
function isCodeOnly(row: SequenceRow): boolean {
  const { code, label } = row.further.at(-1) ?? row;
  return takesText(row) && code !== null && label === '';
}

/** A name stands behind it on its line, where no amount can stand before. */
function opensLine({ firstInLine, line }: Token, next: Token | undefined): boolean {
  return firstInLine && next?.kind === 'text' && next.line === line;
}

function addCode(rows: SequenceRow[], token: Token, columns: CodeColumns): void {
  const text = compact(token.text);
  let row = rows.at(-1);
  if (!row || !takesText(row) || !continueCode(row, text, columns)) {
    row = openRow(rows, 0, token);
    row.code = text;
  }
  addAll(row.places, token.cell.places);
}

/** Gives the open row the next part of its code, or the code of a further classification; false where neither is wanted. */
function continueCode(row: SequenceRow, text: string, { parallel }: CodeColumns): boolean {
  const last = row.further.at(-1) ?? row;
  if (last.code === null) return false;
  if (isCodeOnly(row) && (PART.test(text) || row.further.length > 0)) last.code += text;
  else if (row.label !== '' && parallel) row.further.push({ code: text, label: '' });
  else return false;
  return true;
}

function addText(rows: SequenceRow[], token: Token, columns: CodeColumns): void {
  const text = compact(token.text);
  const row = rows.at(-1);
  const further = row && takesText(row) ? row.further.at(-1) : undefined;
  const split = splitCodeAndName(text);
  if (split && row && (isBeside(row, token) || (columns.beside && isOfOther(row, split.code))))
    row.further.push({ code: split.code, label: split.name });
  else if (split) {
    const fresh = openRow(rows, 0, token);
    fresh.code = split.code;
    addLabel(fresh, { ...token, text: split.name });
  } else if (further) further.label += token.text;
  else if (!row || isTotalLabel(text) || (!takesText(row) && token.amountsFollow && token.firstInLine))
    addLabel(openRow(rows, 0, token), token);
  else addLabel(row, token);
}

/** On the line of a row that has code and name, and no amount yet. */
function isBeside(row: SequenceRow, { firstInLine, line }: Token): boolean {
  return takesText(row) && row.code !== null && row.label !== '' && !firstInLine && row.lastLine === line;
}

/** A code of another classification (5… behind 2…), below a name that lines cut: it is of the row that has no amount yet. */
function isOfOther(row: SequenceRow, code: string): boolean {
  const codes = [row.code, ...row.further.map((other) => other.code)];
  return takesText(row) && row.code !== null && row.label !== '' && codes.every((other) => other?.charAt(0) !== code.charAt(0));
}

/**
 * 208 / 05 / 01 in columns of their own, flattened: how deep a two-digit part stands is told by the label's indentation, and
 * where none is printed by the classification: the code whose known name the label bears.
 */
function completeCodes(rows: readonly SequenceRow[]): void {
  const indented = rows.some((row) => row.code !== null && PART.test(row.code) && row.indent >= INDENTED);
  let above: CodesAbove = { category: '', section: '' };
  for (const row of rows) above = completeCode(row, above, indented);
}

/** The codes of 类 and 款 that a part belongs to; '' where none has come yet. */
interface CodesAbove {
  category: string;
  section: string;
}

function completeCode(row: SequenceRow, above: CodesAbove, indented: boolean): CodesAbove {
  const { category, section } = above;
  if (row.code === null) return above;
  if (CATEGORY.test(row.code)) return { category: row.code, section: '' };
  if (!PART.test(row.code) || category === '') return above;
  const isItem = section !== '' && (indented ? row.indent >= INDENTED : namesSubject(row.label, section + row.code));
  row.code = (isItem ? section : category) + row.code;
  return isItem ? above : { category, section: row.code };
}

function namesSubject(label: string, code: string): boolean {
  const name = subjectByCode(code)?.name;
  return name !== undefined && compact(label).startsWith(name.slice(0, TELLING_NAME));
}
