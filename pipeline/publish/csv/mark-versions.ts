import Papa from 'papaparse';
import type { DocumentRecord, FactRecord } from '../../../schemas/records.ts';
import { fromCell } from '../../base/shown/cell.ts';
import { inclusionsOf } from '../records/inclusion.ts';
import { type Content, NO_VERSION, versionsOf } from '../records/versions.ts';
import { BOM, csvLines, headerLine } from './csv.ts';

type Row = Record<keyof DocumentRecord, string>;

const TRAILING_ZEROS = /\.?0+$(?<=\..*)/;

/** What a document says, from its rows of facts.csv. */
function contentOf(rows: string): Content {
  const tables = new Set<string>();
  const all = new Map<string, number>();
  const sure = new Map<string, number>();
  const options = { header: true, skipEmptyLines: true, transform: fromCell } as const;
  for (const { table_title, value_yuan, review } of Papa.parse<Record<keyof FactRecord, string>>(headerLine('facts.csv') + rows, options)
    .data) {
    tables.add(table_title);
    if (value_yuan === '') continue;
    const amount = value_yuan.replace(TRAILING_ZEROS, '');
    all.set(amount, (all.get(amount) ?? 0) + 1);
    if (review !== 'true') sure.set(amount, (sure.get(amount) ?? 0) + 1);
  }
  return { tables, amounts: { all, sure } };
}

/**
 * documents.csv with its version columns and `included_in` filled in. It takes the text of the file and gives it back, so that it does not matter
 * whether a row was made in this run or taken over from an earlier one. `factsOf` gives the rows of a document in facts.csv.
 */
export function markVersions(documents: string, factsOf: (documentId: string) => string): string {
  const { data, meta } = Papa.parse<Row>(documents.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
    transform: fromCell,
  });
  const known = new Map<string, Content>();
  const marks = versionsOf(data, (documentId) => {
    const content = known.get(documentId) ?? contentOf(factsOf(documentId));
    known.set(documentId, content);
    return content;
  });
  const versioned = data.map((row) => ({ ...row, ...(marks.get(row.document_id) ?? NO_VERSION) }));
  const inclusions = inclusionsOf(versioned);
  const fields = meta.fields ?? [];
  const rows = versioned.map((row) => {
    const marked: Record<string, string> = { ...row, included_in: inclusions.get(row.document_id) ?? '' };
    return fields.map((field) => marked[field] ?? '');
  });
  return BOM + csvLines([fields, ...rows]);
}
