import type { IdentityId } from '../../../../schemas/lexicon/identities.ts';
import { TOTAL_AT_END } from '../../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../../model/at.ts';
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

function plainTotals(table: PlacedTable): RowGroup[] {
  const groups: RowGroup[] = [];
  const total = table.items.find((row) => row.role === 'total');
  const all = table.items.filter((row) => row.role === 'unit' && (row.parent === null || at(table.items, row.parent).role === 'unit'));
  const units = all.filter((row) => row.parent === null);
  const sections = all.map((unit, i) => ({ unit, rows: sectionOf(table, unit, all[i + 1]) }));
  for (const { unit, rows } of sections) if (rows.length > 0) groups.push(group('total-of-top-level', unit, rows));
  if (!total) return groups;
  if (units.length > 0) groups.push(group('total-of-top-level', total, units));
  const loose = table.items.filter((row) => isRoot(row) && !sections.some(({ rows }) => rows.includes(row)));
  if (units.length === 0 && loose.length > 0) groups.push(group('total-of-top-level', total, loose));
  return groups;
}

/** In tables of subjects a unit's rows follow it up to the next unit. */
function sectionOf(table: PlacedTable, unit: PlacedRow, next: PlacedRow | undefined): PlacedRow[] {
  if (table.shape !== 'coded') return [];
  return table.items.filter((row) => isRoot(row) && row.index > unit.index && (!next || row.index < next.index));
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
