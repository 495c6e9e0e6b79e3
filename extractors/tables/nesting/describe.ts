import { at } from '../../model/at.ts';
import type { NestedRow } from '../../model/tables.ts';
import { isPageTotal } from '../../notation/roles.ts';
import { MAX_DEPTH } from './settings.ts';

/** Sets `isLeaf` and `labelPath` of rows by their parents. 其中 rows stand outside the sums: what has no other parts is a leaf. */
export function describeRows(items: readonly NestedRow[]): void {
  const parents = new Set(items.map((row) => (row.role === 'memo' ? null : row.parent)));
  for (const row of items) {
    row.isLeaf =
      !parents.has(row.index) && row.role !== 'total' && row.role !== 'subtotal' && row.role !== 'unit' && !isPageTotal(row.label);
    row.labelPath = pathOf(row, items);
  }
}

/** Ancestors and outer name columns, each name once, outermost first. A unit with a code of its own stands outside. */
function pathOf(row: NestedRow, items: readonly NestedRow[], depth = 0): string[] {
  if (row.parent === null || depth >= MAX_DEPTH) return [...row.outer];
  const above = at(items, row.parent);
  const path = pathOf(above, items, depth + 1);
  if (above.label !== '' && (above.role !== 'unit' || above.code === null)) path.push(above.label);
  return [...path, ...row.outer.filter((name) => !path.includes(name))];
}
