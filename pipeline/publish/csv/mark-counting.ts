import Papa from 'papaparse';
import type { DocumentRecord, PanelRecord } from '../../../schemas/records.ts';
import { fromCell } from '../../base/shown/cell.ts';
import { BOM, csvLines } from './csv.ts';

type Rows<T> = Record<keyof T & string, string>;

function parsed<T>(text: string): Papa.ParseResult<Rows<T>> {
  return Papa.parse<Rows<T>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true, transform: fromCell });
}

/**
 * panel.csv with `counts` taken from the rows of documents that another one stands for or holds; `documents` is documents.csv with its
 * marks. Both are texts of the files.
 */
export function markCounting(panel: string, documents: string): string {
  const counting = new Set(
    parsed<DocumentRecord>(documents)
      .data.filter((row) => row.included_in === '' && (row.version_group === '' || row.version_group === row.document_id))
      .map(({ document_id }) => document_id),
  );
  const { data, meta } = parsed<PanelRecord>(panel);
  const fields = meta.fields ?? [];
  const rows = data.map((row) => {
    const counts = row.counts === 'true' && counting.has(row.document_id);
    const marked: Record<string, string> = { ...row, counts: String(counts) };
    return fields.map((field) => marked[field] ?? '');
  });
  return BOM + csvLines([fields, ...rows]);
}
