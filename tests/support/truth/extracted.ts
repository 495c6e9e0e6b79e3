import type { Extraction } from '../../../extractors/extraction.ts';
import { toRecords } from '../../../pipeline/publish/records/records.ts';
import type { DocumentRecord, FactRecord } from '../../../schemas/records.ts';

/** A row of a table, with what facts.csv says of each of its numbers. */
export interface ReadRow {
  panel: number;
  code: string;
  label: string;
  page: number | null;
  parent: { code: string; label: string } | null;
  facts: FactRecord[];
}

export interface ReadTable {
  index: number;
  rows: ReadRow[];
  /** Column paths in their order, by panel. */
  paths: Map<number, string[]>;
  /** Whether the queue of review names the table. */
  isReviewed: boolean;
}

export interface ReadDocument {
  record: DocumentRecord;
  tables: ReadTable[];
}

/** The public files of a document, arranged as the tables that were printed. */
export function readDocument({ disclosure, report }: Extraction): ReadDocument {
  const records = toRecords(disclosure, report);
  const reviewed = new Set(records['review.csv'].map(({ table_index }) => table_index));
  const facts = new Map<string, FactRecord[]>();
  for (const fact of records['facts.csv']) {
    const key = `${fact.table_index}|${fact.row_index}`;
    facts.set(key, [...(facts.get(key) ?? []), fact]);
  }
  const tables = disclosure.tables.map((table): ReadTable => {
    const byIndex = new Map(table.rows.map((row) => [row.index, row]));
    const paths = new Map<number, string[]>();
    for (const { panel, path } of table.columns) paths.set(panel, [...(paths.get(panel) ?? []), path.join(' > ')]);
    const rows = table.rows.map((row): ReadRow => {
      const above = row.parent === null ? undefined : byIndex.get(row.parent);
      const own = facts.get(`${table.index}|${row.index}`) ?? [];
      return {
        panel: row.panel,
        code: row.code ?? '',
        label: row.label,
        page: own[0]?.page ?? null,
        parent: above ? { code: above.code ?? '', label: above.label } : null,
        facts: own,
      };
    });
    return { index: table.index, rows, paths, isReviewed: reviewed.has(table.index) };
  });
  const [record] = records['documents.csv'];
  if (!record) throw new Error('no record of the document');
  return { record, tables };
}
