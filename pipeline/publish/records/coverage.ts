import type { Disclosure } from '../../../schemas/disclosure.ts';
import { standardTableKinds } from '../../../schemas/lexicon/standard-tables.ts';
import { TABLE_KINDS, tableKindOf } from '../../../schemas/lexicon/vocabulary.ts';
import type { CoverageRecord } from '../../../schemas/records.ts';
import type { Report } from '../../../schemas/report.ts';

/** What every record begins with. */
export interface DocumentKey {
  document_id: string;
  source_file: string;
}

const titleOfKind = (kind: string): string => TABLE_KINDS.find(({ id }) => id === kind)?.zh ?? kind;

/**
 * The tables that a document was expected to have and whether they were found: first those of its contents page, then those that
 * every document of its kind and year prints and the contents page does not name.
 */
export function coverageRecords(document: DocumentKey, disclosure: Disclosure, report: Report): CoverageRecord[] {
  const byIndex = new Map(disclosure.tables.map((table) => [table.index, table]));
  const listed = report.expectedTables.map((entry): CoverageRecord => {
    const table = entry.tableIndex === null ? undefined : byIndex.get(entry.tableIndex);
    return {
      ...document,
      basis: 'contents',
      table_kind: table?.kind ?? tableKindOf(entry.title),
      table_number: entry.number,
      table_title: entry.title,
      found: entry.found,
      table_index: entry.tableIndex,
      empty: table?.empty ?? null,
    };
  });
  const named = new Set(listed.map(({ table_kind }) => table_kind));
  const standard = standardTableKinds(disclosure.kind, disclosure.year).filter((kind) => !named.has(kind));
  return [
    ...listed,
    ...standard.map((kind): CoverageRecord => {
      const table = disclosure.tables.find((candidate) => candidate.kind === kind && candidate.shape !== 'text-form');
      return {
        ...document,
        basis: 'kind',
        table_kind: kind,
        table_number: table?.number ?? null,
        table_title: titleOfKind(kind),
        found: table !== undefined,
        table_index: table?.index ?? null,
        empty: table?.empty ?? null,
      };
    }),
  ];
}
