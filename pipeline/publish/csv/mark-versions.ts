import Papa from 'papaparse';
import type { DocumentRecord } from '../../../schemas/records.ts';
import { fromCell } from '../../base/shown/cell.ts';
import { NO_VERSION, versionsOf } from '../records/versions.ts';
import { BOM, csvLines } from './csv.ts';

type Row = Record<keyof DocumentRecord, string>;

/**
 * documents.csv with its version columns filled in. It takes the text of the file and gives it back, so that it does not matter
 * whether a row was made in this run or taken over from an earlier one.
 */
export function markVersions(documents: string): string {
  const { data, meta } = Papa.parse<Row>(documents.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
    transform: fromCell,
  });
  const marks = versionsOf(data);
  const fields = meta.fields ?? [];
  const rows = data.map((row) => {
    const marked: Record<string, string> = { ...row, ...(marks.get(row.document_id) ?? NO_VERSION) };
    return fields.map((field) => marked[field] ?? '');
  });
  return BOM + csvLines([fields, ...rows]);
}
