import type { NestedRow, NestedTable } from '../../model/tables.ts';
import { isSubjectCode } from '../../notation/row-kinds.ts';
import { ENOUGH_PARENTS, EXCEPTIONAL } from './settings.ts';

export interface MissingLevel {
  row: NestedRow;
  /** Code or kind of the row that should stand above or below. */
  expected: string;
}

const LEVELS = [3, 5, 7];

/**
 * Subjects stand on levels of 3, 5 and 7 digits (类, 款, 项 by function; 类, 款 by economic classification). Where a table prints
 * nearly all parents of a level, and nearly all 款 by function have their 项, an exception is a row that the text lost — which no
 * sum shows when it was an only child or a parent.
 */
export function missingLevels(table: NestedTable): MissingLevel[] {
  const rows = table.items.flatMap((row): Coded[] =>
    row.code !== null && isSubjectCode(row.code) && row.cells.length > 0 ? [{ row, code: row.code }] : [],
  );
  return [...LEVELS.slice(1).flatMap((digits) => orphansOf(rows, digits)), ...childless(rows)];
}

interface Coded {
  row: NestedRow;
  code: string;
}

/** The 款 by function without 项, where nearly all others have theirs. */
function childless(rows: readonly Coded[]): MissingLevel[] {
  const sections = rows.filter(({ code }) => code.length === 5 && code.startsWith('2'));
  const parents = new Set(rows.filter(({ code }) => code.length === 7).map(({ code }) => code.slice(0, 5)));
  const without = sections.filter(({ code }) => !parents.has(code));
  if (without.length > sections.length * EXCEPTIONAL) return [];
  return without.map(({ row, code }) => ({ row, expected: `${code}xx` }));
}

/** The first row below each parent that is not printed, where the other parents of that level are. */
function orphansOf(rows: readonly Coded[], digits: number): MissingLevel[] {
  const codes = new Set(rows.map(({ code }) => code));
  const first = new Map<string, NestedRow>();
  for (const { row, code } of rows) {
    const parent = code.slice(0, digits - 2);
    if (code.length === digits && !first.has(parent)) first.set(parent, row);
  }
  const missing = [...first].filter(([parent]) => !codes.has(parent));
  const printed = first.size - missing.length;
  if (printed < ENOUGH_PARENTS || missing.length > Math.max(1, first.size * EXCEPTIONAL)) return [];
  return missing.map(([expected, row]) => ({ row, expected }));
}
