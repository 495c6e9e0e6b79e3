/** Tables whose layout was lost in, their rows out: codes, labels and numbers in their order; imports schemas, model, notation. */
import { BODY_COLUMN_START, LINE_COLUMN, NAMELESS_SUBJECT } from '../../../../schemas/lexicon/tables/columns.ts';
import type { HeaderedTable, PrintedRow } from '../../../model/tables.ts';
import { printedCell } from '../../../notation/cells.ts';
import { roleOf } from '../../../notation/roles.ts';
import { isCatalogueCode, isSubjectCode, splitCodeAndName } from '../../../notation/row-kinds.ts';
import { compact } from '../../../notation/text.ts';
import { codedRows } from './coded.ts';
import { labelledRows, twoSidedRows } from './labelled.ts';
import { manySidedRows } from './many-sided.ts';
import { isProcurement, procurementRows } from './procurement.ts';
import { FEWEST_CODES } from './settings.ts';
import { addTextsBehind, withoutTexts } from './texts-behind.ts';
import { isLineNumber, type SequenceRow, type Token, tokensOf } from './tokens.ts';

/**
 * Rows of tables whose layout was lost. Only the order of codes, labels and numbers is known: a code or a label opens a row,
 * the numbers up to the next one are its values, in the order of their columns.
 */
export function rowsFromSequence(table: HeaderedTable): PrintedRow[] {
  const { tokens, texts } = withoutTexts(table, tokensOf(table.data));
  const rows = readTokens(table, tokens);
  for (const row of rows) takeLineNumber(row, table);
  addTextsBehind(rows, texts);
  const isCodeless = rows.every(({ code }) => code === null);
  return rows.filter(isFilled).map((row, index) => finish(row, index, table, isCodeless));
}

function readTokens(table: HeaderedTable, tokens: readonly Token[]): SequenceRow[] {
  if (table.panels.length === 2) return twoSidedRows(table, tokens);
  if (table.panels.length > 2) return manySidedRows(table, tokens);
  if (isProcurement(table)) return procurementRows(table, tokens);
  return isCoded(table) ? codedRows(table, tokens) : labelledRows(table, tokens);
}

const isFilled = ({ code, label, cells, lineNo }: SequenceRow): boolean =>
  lineNo === null || code !== null || label !== '' || cells.length > 0;

/** 行次: the number of its line stands before the amounts of a row. */
function takeLineNumber(row: SequenceRow, table: HeaderedTable): void {
  const [first] = row.cells;
  const isNumbered = table.panels[row.panel]?.keys.some(({ role, header }) => role === 'line-no' && LINE_COLUMN.test(header)) ?? false;
  if (!isNumbered || !first || !isLineNumber(first.text)) return;
  row.lineNo = first.text.trim();
  row.cells.shift();
}

function isCoded(table: HeaderedTable): boolean {
  return (
    table.panels.some((panel) => panel.keys.some((key) => key.role === 'code' || key.role === 'code-part')) ||
    table.data.filter(({ cells: [first] }) => first && (isSubjectCode(compact(first.text)) || splitCodeAndName(first.text))).length >=
      FEWEST_CODES
  );
}

function finish(read: SequenceRow, index: number, table: HeaderedTable, isCodeless: boolean): PrintedRow {
  const split = read.code === null ? splitCodeAndName(read.label) : null;
  const row = split && isCatalogueCode(split.code) ? { ...read, code: split.code, label: split.name } : read;
  return {
    index,
    panel: row.panel,
    lineNo: row.lineNo,
    code: row.code,
    label: row.label,
    outer: row.outer,
    keys: { ...row.beside, ...keysOf(row, table) },
    attributes: row.attributes,
    role: roleIn(table, row, isCodeless),
    indent: row.indent,
    places: row.places,
    floating: true,
    ...(row.red && { red: row.red }),
    ...(row.unsureName && { unsureName: row.unsureName }),
    cells: row.cells.map((cell, i) => printedCell(`t${table.index}r${index}n${i}`, null, cell)),
  };
}

/** A list of units has rows of units; in a table of subjects with codes a row without one repeats the publishing unit's total. */
function roleIn(table: HeaderedTable, row: SequenceRow, isCodeless: boolean): PrintedRow['role'] {
  const role = roleOf(row.label, row.code);
  if (role !== 'item') return role;
  const isUnit = table.shape === 'units' && BODY_COLUMN_START.test(table.panels[0]?.keys[0]?.header ?? '');
  return isUnit || (table.shape === 'coded' && row.code === null && !isCodeless) ? 'unit' : role;
}

/** Codes and names of the further classifications, below the headers of the last key columns. */
function keysOf({ further }: SequenceRow, table: HeaderedTable): Record<string, string> {
  if (further.length === 0) return {};
  const names = table.panels.flatMap((panel) => panel.keys).filter((key) => key.role !== 'code-part');
  const headers = further.map((_, i) => names.at(i - further.length)?.header ?? NAMELESS_SUBJECT);
  return Object.fromEntries(further.map(({ code, label }, i) => [headers[i] ?? NAMELESS_SUBJECT, `${code} ${label}`.trim()]));
}
