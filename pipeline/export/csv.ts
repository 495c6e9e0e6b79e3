import Papa from 'papaparse';
import type { RecordFile } from '../../schemas/records.ts';
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

type Scalar = string | number | boolean | null;

/** Lines of CSV, each ended by CRLF. null is an empty cell. */
export function csvLines(rows: readonly (readonly Scalar[])[]): string {
  return rows.length === 0 ? '' : Papa.unparse(rows as Scalar[][], { newline: NEWLINE }) + NEWLINE;
}

export function headerLine(file: RecordFile): string {
  return csvLines([FIELDS[file].map(({ name }) => name)]);
}

/** The rows of one file as CSV without a header, columns in the order of the schema. */
export function recordLines(file: RecordFile, rows: readonly object[]): string {
  const columns = FIELDS[file].map((field) => ({ name: field.name, escaped: isEscaped(field) }));
  return csvLines(
    rows.map((row) =>
      columns.map(({ name, escaped }) => {
        const value = (row as Record<string, Scalar>)[name] ?? null;
        return escaped && typeof value === 'string' ? escapeFormula(value) : value;
      }),
    ),
  );
}
