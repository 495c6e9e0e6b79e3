/** Rows in, CSV and JSON as text and the files of the output folder out; imports schemas, extractors, base, records. */
import Papa from 'papaparse';
import type { RecordFile } from '../../../schemas/records.ts';
import { FIELDS, type Field } from './fields.ts';

export const BOM = '\uFEFF';
const NEWLINE = '\r\n';

/** String columns that hold numbers, operators or ids of this program: an apostrophe would spoil them. */
const NEVER_ESCAPED = new Set([
  'fact_id',
  'equation_id',
  'item_id',
  'fact_ids',
  'raw',
  'operator',
  'target',
  'completion',
  'weight',
  'score',
  'execution_rate',
  'residual',
  'proposal',
  'money_at_stake',
]);

const FORMULA_START = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d[\d,]*(?:\.\d+)?%?$/;

/** Text that a spreadsheet would run as a formula gets a leading apostrophe; a plain signed number is none. */
export function escapeFormula(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

function isEscaped(field: Field): boolean {
  return field.type === 'string' && field.values === null && !NEVER_ESCAPED.has(field.name);
}

const ESCAPED_START = /^'[=+\-@\t\r]/;
const ESCAPED_NAMES: ReadonlySet<string> = new Set(
  Object.values(FIELDS)
    .flat()
    .filter(isEscaped)
    .map(({ name }) => name),
);

/** Whether the cells of a column are escaped against spreadsheets. */
export const isEscapedColumn = (name: string): boolean => ESCAPED_NAMES.has(name);

/** The text of a cell as it was before `escapeFormula`. */
export function unescapeFormula(column: string, text: string): string {
  return ESCAPED_START.test(text) && isEscapedColumn(column) ? text.slice(1) : text;
}

type Scalar = string | number | boolean | null;

/** Lines of CSV, each ended by CRLF. null is an empty cell. */
export function csvLines(rows: readonly (readonly Scalar[])[]): string {
  return rows.length === 0 ? '' : Papa.unparse([...rows], { newline: NEWLINE }) + NEWLINE;
}

export function headerLine(file: RecordFile): string {
  return csvLines([FIELDS[file].map(({ name }) => name)]);
}

/** Papa's rules: quotes around text with separators, quotes or breaks in it, or with space at an end. */
const NEEDS_QUOTES = /[",\r\n\uFEFF]|^ | $/;

const ESCAPED: ReadonlySet<Field> = new Set(Object.values(FIELDS).flat().filter(isEscaped));

function textOf(field: Field, value: Scalar): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = ESCAPED.has(field) ? escapeFormula(value) : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The rows of one file as CSV without a header, columns in the order of the schema; the same text as Papa writes. Most cells
 * of a column repeat the one above, and their text with it: with the field list known, that makes it many times faster.
 */
export function recordLines(file: RecordFile, rows: readonly Readonly<Record<string, Scalar>>[]): string {
  const fields = FIELDS[file];
  const above: Scalar[] = fields.map(() => null);
  const texts: string[] = fields.map(() => '');
  let lines = '';
  for (const row of rows) {
    fields.forEach((field, i) => {
      const value = row[field.name] ?? null;
      if (value === above[i]) return;
      above[i] = value;
      texts[i] = textOf(field, value);
    });
    lines += texts.join(',') + NEWLINE;
  }
  return lines;
}
