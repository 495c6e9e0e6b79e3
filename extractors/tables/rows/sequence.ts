import { BODY_COLUMN_START, NAMELESS_SUBJECT } from '../../../schemas/lexicon/tables/columns.ts';
import type { HeaderedTable, PrintedRow } from '../../model/tables.ts';
import { roleOf } from '../../notation/roles.ts';
import { isSubjectCode } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { codedRows } from './coded.ts';
import { printedCell } from './draft.ts';
import { labelledRows, twoSidedRows } from './labelled.ts';
import { FEWEST_CODES } from './settings.ts';
import { type SequenceRow, type Token, tokensOf } from './tokens.ts';

/**
 * Rows of tables whose layout was lost. Only the order of codes, labels and numbers is known: a code or a label opens a row,
 * the numbers up to the next one are its values, in the order of their columns.
 */
export function rowsFromSequence(table: HeaderedTable): PrintedRow[] {
  return readTokens(table, tokensOf(table.data)).map((row, index) => finish(row, index, table));
}

function readTokens(table: HeaderedTable, tokens: readonly Token[]): SequenceRow[] {
  if (table.panels.length === 2) return twoSidedRows(table, tokens);
  return isCoded(table) ? codedRows(table, tokens) : labelledRows(table, tokens);
}

function isCoded(table: HeaderedTable): boolean {
  return (
    table.panels.some((panel) => panel.keys.some((key) => key.role === 'code' || key.role === 'code-part')) ||
    table.data.filter((row) => isSubjectCode(compact(row.cells[0]?.text ?? ''))).length >= FEWEST_CODES
  );
}

function finish(row: SequenceRow, index: number, table: HeaderedTable): PrintedRow {
  return {
    index,
    panel: row.panel,
    lineNo: null,
    code: row.code,
    label: row.label,
    outer: [],
    keys: row.second ? { [secondHeader(table)]: `${row.second.code} ${row.second.label}` } : {},
    attributes: row.attributes,
    role: roleIn(table, row),
    indent: row.indent,
    places: row.places,
    floating: true,
    ...(row.red && { red: row.red }),
    cells: row.cells.map((cell, i) => printedCell(`t${table.index}r${index}n${i}`, null, cell)),
  };
}

/** A list of units has rows of units; in a table of subjects a row without code repeats the publishing unit's total. */
function roleIn(table: HeaderedTable, row: SequenceRow): PrintedRow['role'] {
  const role = roleOf(row.label, row.code);
  if (role !== 'item') return role;
  const isUnit = table.shape === 'units' && BODY_COLUMN_START.test(table.panels[0]?.keys[0]?.header ?? '');
  return isUnit || (table.shape === 'coded' && row.code === null) ? 'unit' : role;
}

function secondHeader(table: HeaderedTable): string {
  const names = table.panels.flatMap((panel) => panel.keys).filter((key) => key.role === 'name' || key.role === 'code');
  return names.at(-1)?.header ?? NAMELESS_SUBJECT;
}
