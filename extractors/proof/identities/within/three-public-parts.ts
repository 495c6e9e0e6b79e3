import { at } from '../../../model/at.ts';
import type { PlacedRow, PlacedTable } from '../../../model/tables.ts';
import type { Identity, RowGroup } from '../../ledger/identity.ts';

/** By `item` of their coordinates: 三公, which has none, and its three parts; 公务用车 and its two. */
const SUMS: readonly { total: string | null; parts: readonly string[] }[] = [
  { total: null, parts: ['overseasTravel', 'vehicles', 'officialReception'] },
  { total: 'vehicles', parts: ['vehiclePurchase', 'vehicleOperation'] },
];

/** 三公 = 因公出国 + 公务用车 + 公务接待, 公务用车购置及运行费 = 购置费 + 运行费, although they are printed as 其中. */
export const threePublicParts: Identity = {
  id: 'three-public-parts',
  rows(table) {
    if (table.kind !== 'threePublicExpenses') return [];
    const parents = new Set(table.items.flatMap((row) => (row.role === 'memo' && row.parent !== null ? [row.parent] : [])));
    return [...parents].flatMap((parent) => SUMS.flatMap((sum) => partsOf(table, at(table.items, parent), sum)));
  },
};

const itemOf = ({ coordinates: { item } }: PlacedRow): string | null => item ?? null;

function partsOf(table: PlacedTable, total: PlacedRow, sum: (typeof SUMS)[number]): RowGroup[] {
  if (total.coordinates.memo !== 'threePublic' || itemOf(total) !== sum.total) return [];
  const memos = table.items.filter((row) => row.parent === total.index && row.role === 'memo');
  const addends = sum.parts.flatMap((part) => {
    const [row, ...others] = memos.filter((memo) => itemOf(memo) === part);
    return row && others.length === 0 ? [row.index] : [];
  });
  if (addends.length < sum.parts.length) return [];
  return [{ identity: 'three-public-parts', total: total.index, addends, panel: total.panel }];
}
