import { at } from '../../../model/at.ts';
import type { PlacedRow } from '../../../model/tables.ts';
import type { Identity, RowGroup } from '../../ledger/identity.ts';

/** A subject, a numbered line or a unit is the sum of the rows below it; of a unit it has a name of its own. 其中 rows are no addends. */
export const parentChildren: Identity = {
  id: 'parent-children',
  rows(table) {
    const children = new Map<number, PlacedRow[]>();
    for (const row of table.items) {
      if (row.parent === null || row.role === 'memo' || row.role === 'total' || row.role === 'subtotal') continue;
      const list = children.get(row.parent);
      if (list) list.push(row);
      else children.set(row.parent, [row]);
    }
    return [...children].map(([parent, rows]): RowGroup => {
      const total = at(table.items, parent);
      return {
        identity: total.role === 'unit' ? 'unit-projects' : 'parent-children',
        total: parent,
        addends: rows.map((row) => row.index),
        panel: total.panel,
      };
    });
  },
};
