import { extract } from '../../pipeline/run/document/extract.ts';
import { loadProfiles } from '../../pipeline/run/profiles/load-profiles.ts';
import type { Table } from '../../schemas/table.ts';

export async function extractPdf(bytes: Uint8Array) {
  return extract(bytes, { sourceFile: 'a.pdf', documentId: 'a', profiles: await loadProfiles() });
}

/** `code label | path = value` for every value of a table, in order. */
export function valuesOf(table: Table): string[] {
  return table.rows.flatMap((row) =>
    row.cells.map((cell) => `${row.code ?? ''} ${row.label} | ${table.columns[cell.column]!.path.join(' > ')} = ${cell.value}`.trim()),
  );
}
