import { BODY_CODE_COLUMN, NAMES_CODES, TEXT_COLUMN } from '../../../../schemas/lexicon/tables/columns.ts';
import { addAll } from '../../../model/add-all.ts';
import type { HeaderedTable } from '../../../model/tables.ts';
import { isTotalLabel } from '../../../notation/roles.ts';
import { isCatalogueCode, splitCodeAndName } from '../../../notation/row-kinds.ts';
import { compact } from '../../../notation/text.ts';
import { FEWEST_CODES } from './settings.ts';
import { addAmount, addLabel, openRow, type SequenceRow, type Token, takesText } from './tokens.ts';

/**
 * Rows of procurement whose subjects stand in columns of their own digits: 210 | 15 | 05, the project, the item of the catalogue with its
 * code, texts, a number of pieces, the economic codes 310 | 02 and 503 | 06, and the amount.
 */

const CATEGORY = /^\d{3}$/;
const PART = /^\d{2}$/;
/** C99其他服务: an item whose code has too few digits to be told from a name. */
const CLASS_AND_NAME = /^[ABC]\d{2}[\u4e00-\u9fff]/;
/** 部门支出经济分类 begins with 3, 政府支出经济分类 with 5 (支出经济分类科目改革方案, 财预〔2017〕98号). */
const ECONOMIC = /^[35]\d{2}$/;

interface Columns {
  subject: string;
  /** By the first digit of a code, the header of its column. */
  economic: ReadonlyMap<string, string>;
  texts: string;
}

/** The header has digits of codes in columns of their own, and rows have items of the catalogue. */
export function isProcurement(table: HeaderedTable): boolean {
  const parts = table.panels.flatMap(({ keys }) => keys).some(({ role }) => role === 'code-part');
  if (!parts || table.panels.length !== 1) return false;
  const items = table.data.filter(({ cells }) => cells.some(({ text }) => isItem(text)));
  return items.length >= FEWEST_CODES;
}

function isItem(text: string): boolean {
  return isCatalogueCode(splitCodeAndName(compact(text))?.code ?? '');
}

export function procurementRows(table: HeaderedTable, tokens: readonly Token[]): SequenceRow[] {
  const columns = columnsOf(table);
  const rows: SequenceRow[] = [];
  let i = 0;
  for (let token = tokens[i]; token; token = tokens[i]) {
    const digits = digitsFrom(tokens, i);
    const row = rows.at(-1);
    if (digits > 1 && token.firstInLine) {
      const fresh = openRow(rows, 0, token);
      takeKey(fresh, columns.subject, tokens.slice(i, i + digits));
      i += digits;
    } else if (row && digits === 2 && !token.firstInLine && ECONOMIC.test(compact(token.text))) {
      takeKey(row, columns.economic.get(compact(token.text).charAt(0)) ?? columns.subject, tokens.slice(i, i + digits));
      i += digits;
    } else {
      if (token.kind === 'amount' && !isBodyCode(row, token, tokens[i + 1])) addAmount(row ?? openRow(rows, 0, token), token);
      else takeText(rows, token, columns);
      i++;
    }
  }
  return rows;
}

function columnsOf(table: HeaderedTable): Columns {
  const keys = table.panels.flatMap((panel) => panel.keys).filter(({ role }) => role !== 'code-part');
  const codes = keys.flatMap(({ header }) => (NAMES_CODES.test(header) && !BODY_CODE_COLUMN.test(header) ? [header] : []));
  const [subject = '', department = '', government = ''] = codes;
  const texts = keys.flatMap(({ header }) => (TEXT_COLUMN.test(header) ? [header] : []));
  return {
    subject,
    economic: new Map([
      ['3', department],
      ['5', government],
    ]),
    texts: texts.join(' / '),
  };
}

/** How many tokens from here on are the digits of one code: 210 | 15 | 05. */
function digitsFrom(tokens: readonly Token[], from: number): number {
  const first = tokens[from];
  if (!first || !CATEGORY.test(compact(first.text))) return 0;
  let n = 1;
  while (n < 3 && tokens[from + n]?.line === first.line && PART.test(compact(tokens[from + n]?.text ?? ''))) n++;
  return n;
}

/** A code in a column beside that of the row's own. */
function takeKey(row: SequenceRow, header: string, tokens: readonly Token[]): void {
  row.beside = { ...row.beside, [header]: tokens.map(({ text }) => compact(text)).join('') };
  for (const token of tokens) addAll(row.places, token.cell.places);
}

/** 245 | 某某局: the code of a body before its name. */
function isBodyCode(row: SequenceRow | undefined, token: Token, next: Token | undefined): boolean {
  return (
    row !== undefined &&
    takesText(row) &&
    row.label === '' &&
    row.code === null &&
    CATEGORY.test(compact(token.text)) &&
    next?.kind === 'text'
  );
}

function takeText(rows: SequenceRow[], token: Token, { texts }: Columns): void {
  const row = rows.at(-1);
  const text = compact(token.text);
  if (!row || isTotalLabel(text) || (!takesText(row) && token.firstInLine)) addLabel(openRow(rows, 0, token), token);
  else if (!takesText(row)) note(row, texts, token);
  else takeName(row, token, texts);
}

function takeName(row: SequenceRow, token: Token, texts: string): void {
  const text = compact(token.text);
  const split = splitCodeAndName(text);
  const isOfCatalogue = split !== null && isCatalogueCode(split.code);
  if (CATEGORY.test(text) && row.label === '') row.code = text;
  else if (split && (isOfCatalogue || row.label === '') && row.code === null) {
    if (row.label !== '') row.outer.push(row.label);
    row.code = split.code;
    row.label = '';
    addLabel(row, { ...token, text: split.name });
  } else if (row.outer.length > 0) note(row, texts, token);
  else if (row.label !== '' && CLASS_AND_NAME.test(text)) {
    row.outer.push(row.label);
    row.label = '';
    addLabel(row, token);
  } else addLabel(row, token);
}

/** Of several columns of texts beside each other the order says not which one it stands in. */
function note(row: SequenceRow, header: string, token: Token): void {
  row.attributes[header] = (row.attributes[header] ?? '') + token.text;
  addAll(row.places, token.cell.places);
}
