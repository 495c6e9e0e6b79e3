import { at } from '../../../model/at.ts';
import type { PlacedRow } from '../../../model/tables.ts';
import type { Identity, RowGroup } from '../../ledger/identity.ts';
import { parallelPanels } from './selectors.ts';

/** In 收支 tables: 本年…合计 = Σ the lines above it; 总计 = 本年…合计 + the lines between the two (结转, 使用结余 …). */
export const twoSidedTotal: Identity = {
  id: 'two-sided-total',
  rows(table) {
    const parallel = parallelPanels(table);
    if (parallel)
      return distinct(
        table.items,
        parallel.flatMap(({ panel, rows }) => sideTotals(rows, panel)),
      );
    if (table.shape !== 'two-sided') return [];
    return table.panels.flatMap((panel) =>
      sideTotals(
        table.items.filter((row) => row.panel === panel.index),
        panel.index,
      ),
    );
  },
};

function sideTotals(rows: readonly PlacedRow[], panel: number): RowGroup[] {
  const groups: RowGroup[] = [];
  let open: PlacedRow[] = [];
  for (const row of rows) {
    if (row.role === 'total' || row.role === 'subtotal') {
      if (open.length > 0) groups.push({ identity: 'two-sided-total', total: row.index, addends: open.map((item) => item.index), panel });
      open = [row];
    } else if (row.parent === null && row.role === 'item') open.push(row);
  }
  return groups;
}

/** 总计 = 小计 says the same for each of the panels that they are merged over. */
function distinct(items: readonly PlacedRow[], groups: readonly RowGroup[]): RowGroup[] {
  const key = ({ total, addends }: RowGroup) => `${total}=${addends.filter((row) => at(items, row).cells.length > 0).join('+')}`;
  return groups.filter((group, i) => groups.findIndex((other) => key(other) === key(group)) === i);
}
