import type { IdentityId } from '../../../../schemas/lexicon/identities.ts';
import { groupBy } from '../../../model/add-all.ts';
import { at } from '../../../model/at.ts';
import type { PlacedRow, PlacedTable } from '../../../model/tables.ts';
import type { Identity, RowGroup } from '../../ledger/identity.ts';

/** In a table of subjects a unit is the total of those at the top of its own. */
const unitSum = ({ shape }: PlacedTable, rows: readonly PlacedRow[]): IdentityId =>
  shape === 'coded' && rows.every(({ role }) => role === 'item') ? 'total-of-top-level' : 'unit-projects';

/** A subject, a numbered line or a unit is the sum of the rows below it; of a unit it has a name of its own. 其中 rows are no addends. */
export const parentChildren: Identity = {
  id: 'parent-children',
  rows(table) {
    const children = groupBy(table.items, ({ role, parent }) =>
      role === 'memo' || role === 'total' || role === 'subtotal' ? null : parent,
    );
    return [...children].map(([parent, rows]): RowGroup => {
      const total = at(table.items, parent);
      return {
        identity: total.role === 'unit' ? unitSum(table, rows) : 'parent-children',
        total: parent,
        addends: rows.map((row) => row.index),
        panel: total.panel,
      };
    });
  },
};
