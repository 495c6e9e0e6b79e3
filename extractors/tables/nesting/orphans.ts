import type { NestedRow } from '../../model/tables.ts';
import { isSubjectCode } from '../../notation/row-kinds.ts';
import { MAX_ORPHANS } from './settings.ts';
import { type NestingReading, nestByBest } from './sums/judge.ts';

/**
 * Rows of a table of subjects that no code puts anywhere: a project below its 项, a code with a misprint. They stand where they are, or
 * below the subject above, or beside it, whichever the sums say.
 */
export function nestOrphans(rows: readonly NestedRow[]): void {
  const orphans = new Set(rows.filter(isOrphan).map(({ index }) => index));
  if (orphans.size === 0 || orphans.size > MAX_ORPHANS) return;
  const readings: NestingReading[] = [
    () => true,
    (copies) => adopt(copies, orphans, (subject) => subject.index),
    (copies) => adopt(copies, orphans, (subject) => subject.parent),
  ];
  nestByBest(rows, readings);
}

/** The highest level has three digits. */
function isOrphan({ role, parent, code, cells }: NestedRow): boolean {
  return role === 'item' && parent === null && cells.length > 0 && !(code !== null && isSubjectCode(code) && code.length === 3);
}

function adopt(rows: readonly NestedRow[], orphans: ReadonlySet<number>, parentBy: (subject: NestedRow) => number | null): boolean {
  let subject: NestedRow | null = null;
  for (const row of rows) {
    if (orphans.has(row.index)) row.parent = subject ? parentBy(subject) : null;
    else subject = row.role === 'item' ? row : null;
  }
  return true;
}
