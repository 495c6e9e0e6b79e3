import type { IdentityId } from '../../../../schemas/lexicon/identities.ts';
import { TOTAL_AT_END } from '../../../../schemas/lexicon/writing/marks.ts';
import type { PlacedRow, PlacedTable } from '../../../model/tables.ts';
import { compact } from '../../../notation/text.ts';
import type { Identity, RowGroup } from '../../ledger/identity.ts';
import { parallelPanels } from './selectors.ts';

/** 合计 = Σ of the rows that have no parent; where units are printed, 合计 = Σ units and each unit = Σ its own rows. */
export const totalOfTopLevel: Identity = {
  id: 'total-of-top-level',
  rows(table) {
    if (table.shape === 'two-sided' || parallelPanels(table)) return [];
    return table.shape === 'panels' ? panelTotals(table) : plainTotals(table);
  },
};

const isRoot = (row: PlacedRow): boolean => row.parent === null && row.role === 'item';

function plainTotals({ items }: PlacedTable): RowGroup[] {
  const total = items.find((row) => row.role === 'total');
  if (!total) return [];
  const units = items.filter((row) => row.role === 'unit' && row.parent === null);
  const tops = units.length > 0 ? units : items.filter(isRoot);
  return tops.length > 0 ? [group('total-of-top-level', total, tops)] : [];
}

function panelTotals(table: PlacedTable): RowGroup[] {
  return table.items
    .filter((row) => row.role === 'total' || row.role === 'subtotal')
    .flatMap((row): RowGroup[] => {
      const subject = compact(row.label).replace(TOTAL_AT_END, '');
      const named = table.panels.filter((panel) => subject !== '' && compact(panel.name).includes(subject)).map((panel) => panel.index);
      // 支出总计 once a panel: the panels classify the same money, each by itself.
      const repeated = table.items.some(
        (other) => other.panel !== row.panel && other.role === row.role && compact(other.label) === compact(row.label),
      );
      if (repeated) {
        const own = table.items.filter((item) => isRoot(item) && item.panel === row.panel);
        return own.length > 0 ? [group('total-of-top-level', row, own)] : [];
      }
      const members = table.items.filter((item) => isRoot(item) && (subject === '' || named.includes(item.panel)));
      return members.length > 0 && (subject === '' || named.length > 0)
        ? [{ ...group('total-of-top-level', row, members), panel: null }]
        : [];
    });
}

function group(identity: IdentityId, total: PlacedRow, rows: readonly PlacedRow[]): RowGroup {
  return { identity, total: total.index, addends: rows.map((row) => row.index), panel: total.panel };
}
