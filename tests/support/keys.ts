import type { Extraction } from '../../extractors/extraction.ts';
import { hasFacts } from '../../schemas/table.ts';

/** By key each number and what its row is called. */
export function factsByKey({ disclosure }: Extraction): Map<string, string> {
  const rows = disclosure.tables.filter(hasFacts).flatMap((table) => table.rows);
  return new Map(rows.flatMap(({ label, cells }) => cells.map(({ factId, value }) => [factId, `${label} ${Number(value)}`] as const)));
}

/** The numbers that do not stand under their keys in the other one. */
export function missing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].flatMap(([key, fact]) => (after.get(key) === fact ? [] : [`${key} ${fact}`]));
}
