import type { WorkRow, WorkTable } from '../../schemas/work.ts';
import { isSubjectCode } from '../grids/row-kinds.ts';

export interface MissingLevel {
  row: WorkRow;
  /** Code or kind of the row that should stand above or below. */
  expected: string;
}

/** Largest share of incomplete subjects that still is an exception, and how many subjects there must be to tell. */
const EXCEPTIONAL = 0.2;
const ENOUGH = 4;

/**
 * Subjects by function stand on three levels (类 3, 款 5, 项 7 digits). Where nearly all of a table's 项 have their 款 and nearly
 * all 款 their 项, an exception is a row that the text lost — which no sum shows when it was an only child or a parent.
 */
export function missingLevels(table: WorkTable): MissingLevel[] {
  const rows = table.items.filter(
    (row) => row.code !== null && isSubjectCode(row.code) && row.code.startsWith('2') && row.cells.length > 0,
  );
  const codes = new Set(rows.map((row) => row.code!));
  const items = rows.filter((row) => row.code!.length === 7);
  const sections = rows.filter((row) => row.code!.length === 5);
  const orphans = items.filter((row) => !codes.has(row.code!.slice(0, 5)));
  const parents = new Set(items.map((row) => row.code!.slice(0, 5)));
  const childless = sections.filter((row) => !parents.has(row.code!));
  return [
    ...exceptions(orphans, items.length).map((row) => ({ row, expected: row.code!.slice(0, 5) })),
    ...exceptions(childless, sections.length).map((row) => ({ row, expected: `${row.code}xx` })),
  ];
}

function exceptions(rows: readonly WorkRow[], all: number): readonly WorkRow[] {
  return all >= ENOUGH && rows.length <= all * EXCEPTIONAL ? rows : [];
}
