import type { Subject } from '../../../../schemas/lexicon/classification/subject.ts';
import { at } from '../../../model/at.ts';
import type { NestedRow } from '../../../model/tables.ts';
import { subjectsNamed } from '../../../notation/subjects.ts';

import { FEWEST_NAMES } from './settings.ts';

/**
 * Tables of subjects that print neither codes nor indents: the classification says which name stands below which, where the names come in its
 * order, 类 before its 款 before their 项, and none is left out. Rows before the first subject and behind the last one stay as they are.
 * Sets `parent` and returns true where that is so of all of them, in one way only.
 */
export function nestByNames(rows: readonly NestedRow[]): boolean {
  const isSubject = ({ label, role }: NestedRow): boolean => role === 'item' && subjectsNamed(label).length > 0;
  const first = rows.findIndex(isSubject);
  const own = first < 0 ? [] : rows.slice(first, rows.findLastIndex(isSubject) + 1);
  if (own.length < FEWEST_NAMES) return false;
  const parents = new Map<NestedRow, number>();
  const open: { code: string; row: NestedRow }[] = [];
  let last = '';
  for (const row of own) {
    const fitting = subjectsNamed(row.label).filter((subject) =>
      fits(
        subject,
        last,
        open.map(({ code }) => code),
      ),
    );
    const codes = new Set(fitting.map(({ code }) => code));
    const [code] = codes;
    if (code === undefined || codes.size > 1 || row.role !== 'item') return false;
    while (open.length > 0 && !code.startsWith(at(open, open.length - 1).code)) open.pop();
    const above = open.at(-1);
    if (above) parents.set(row, above.row.index);
    open.push({ code, row });
    last = code;
  }
  if (parents.size === 0) return false;
  for (const [row, parent] of parents) row.parent = parent;
  return true;
}

/** It comes behind the last code, on the top level or right below one that is open, and in the classification of the others. */
function fits({ code, parent }: Subject, last: string, open: readonly string[]): boolean {
  if (last !== '' && (code <= last || code.charAt(0) !== last.charAt(0))) return false;
  return parent === null || open.includes(parent);
}
