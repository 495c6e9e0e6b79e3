/** Rows in, CSV and JSON as text and the files of the output folder out; imports schemas, extractors, base, records. */
import Papa from 'papaparse';
import type { RecordFile } from '../../../schemas/records.ts';
import { toCell } from '../../base/shown/cell.ts';
import { FIELDS } from './fields.ts';

export const BOM = '\uFEFF';
const NEWLINE = '\r\n';

type Scalar = string | number | boolean | null;

/** Lines of CSV, each ended by CRLF. null is an empty cell; no text of them is one that a spreadsheet runs. */
export function csvLines(rows: readonly (readonly Scalar[])[]): string {
  const cells = rows.map((row) => row.map((value) => (typeof value === 'string' ? toCell(value) : value)));
  return rows.length === 0 ? '' : Papa.unparse(cells, { newline: NEWLINE }) + NEWLINE;
}

export function headerLine(file: RecordFile): string {
  return csvLines([FIELDS[file].map(({ name }) => name)]);
}

/** Papa's rules: quotes around text with separators, quotes or breaks in it, or with space at an end. */
const NEEDS_QUOTES = /[",\r\n\uFEFF]|^ | $/;

function textOf(value: Scalar): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = toCell(value);
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
      texts[i] = textOf(value);
    });
    lines += texts.join(',') + NEWLINE;
  }
  return lines;
}
