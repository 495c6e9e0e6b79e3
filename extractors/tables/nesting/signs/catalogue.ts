import type { NestedRow } from '../../../model/tables.ts';
import { isCatalogueCode } from '../../../notation/row-kinds.ts';
import { sumsAgree } from '../sums/evidence.ts';

/**
 * The procurement catalogue has two digits a level below the letter of its class (政府采购品目分类目录): A → A02 → A02010104. A list
 * of purchases names the levels that it likes, so a row is part of another only where the amounts say so too.
 */
export function nestByCatalogue(rows: readonly NestedRow[]): void {
  const parents = new Map<NestedRow, NestedRow>();
  let above = new Map<string, NestedRow>();
  for (const row of rows) {
    if (row.role !== 'item') above = new Map();
    if (row.role !== 'item' || row.code === null || !isCatalogueCode(row.code)) continue;
    const code = row.code.replace(FILLED_UP, '');
    const parent = parentIn(above, code);
    if (parent) parents.set(row, parent);
    above.set(code, row);
  }
  if (parents.size === 0 || !sumsAgree(parents)) return;
  for (const [row, parent] of parents) row.parent = parent.index;
}

/** C16010000 is C1601, filled up to the length of the longest. */
const FILLED_UP = /(?:00)+$/;

function parentIn(above: ReadonlyMap<string, NestedRow>, code: string): NestedRow | undefined {
  for (let length = code.length - 2; length > 0; length -= 2) {
    const parent = above.get(code.slice(0, length));
    if (parent) return parent;
  }
  return undefined;
}
