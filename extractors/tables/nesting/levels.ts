import type { NestedRow, NestedTable } from '../../model/tables.ts';
import { isSubjectCode } from '../../notation/row-kinds.ts';

export interface MissingLevel {
  row: NestedRow;
  /** Code or kind of the row that should stand above or below. */
  expected: string;
}

/** Largest share of incomplete subjects that still is an exception, and how many subjects there must be to tell. */
const EXCEPTIONAL = 0.2;
const ENOUGH = 4;
/** So many parents of a level must be printed for a single one to be missed. */
const PARENTS = 2;
const LEVELS = [3, 5, 7];

/**
 * Subjects stand on levels of 3, 5 and 7 digits (类, 款, 项 by function; 类, 款 by economic classification). Where a table prints
 * nearly all parents of a level, and nearly all 款 by function have their 项, an exception is a row that the text lost — which no
 * sum shows when it was an only child or a parent.
 */
export function missingLevels(table: NestedTable): MissingLevel[] {
  const rows = table.items.filter((row) => row.code !== null && isSubjectCode(row.code) && row.cells.length > 0);
  const codes = new Set(rows.map((row) => row.code!));
  const orphans = LEVELS.slice(1).flatMap((digits) => orphansOf(rows, codes, digits));
  const sections = rows.filter((row) => row.code!.length === 5 && row.code!.startsWith('2'));
  const parents = new Set(rows.filter((row) => row.code!.length === 7).map((row) => row.code!.slice(0, 5)));
  const childless = sections.filter((row) => !parents.has(row.code!));
  const exceptional = sections.length >= ENOUGH && childless.length <= sections.length * EXCEPTIONAL ? childless : [];
  return [...orphans, ...exceptional.map((row) => ({ row, expected: `${row.code}xx` }))];
}

/** The first row below each parent that is not printed, where the other parents of that level are. */
function orphansOf(rows: readonly NestedRow[], codes: ReadonlySet<string>, digits: number): MissingLevel[] {
  const first = new Map<string, NestedRow>();
  for (const row of rows) {
    const parent = row.code!.slice(0, digits - 2);
    if (row.code!.length === digits && !first.has(parent)) first.set(parent, row);
  }
  const missing = [...first].filter(([parent]) => !codes.has(parent));
  const printed = first.size - missing.length;
  if (printed < PARENTS || missing.length > Math.max(1, first.size * EXCEPTIONAL)) return [];
  return missing.map(([expected, row]) => ({ row, expected }));
}
