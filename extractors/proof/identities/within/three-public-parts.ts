import { at } from '../../../model/at.ts';
import type { PlacedRow, PlacedTable } from '../../../model/tables.ts';
import { compact } from '../../../notation/text.ts';
import type { Identity, RowGroup } from '../../ledger/identity.ts';

/** 三公 and its three parts; 公务用车 and its two. The names say so, though the parts are printed as 其中. */
const SUMS: readonly { total: RegExp | null; parts: readonly RegExp[] }[] = [
  { total: /三公/, parts: [/因公出国/, /公务用车购置及运行/, /公务接待/] },
  { total: null, parts: [/购置(?!及运行)/, /(?<!购置及)运行/] },
];

/** 三公 = 因公出国 + 公务用车 + 公务接待, 公务用车购置及运行费 = 购置费 + 运行费, although they are printed as 其中. */
export const threePublicParts: Identity = {
  id: 'three-public-parts',
  zh: '“三公”经费、公务用车购置及运行费 = 各项之和',
  en: 'three public expenses and vehicle expenses = their parts',
  rows(table) {
    if (table.kind !== 'threePublicExpenses') return [];
    const parents = new Set(table.items.flatMap((row) => (row.role === 'memo' && row.parent !== null ? [row.parent] : [])));
    return [...parents].flatMap((parent) => SUMS.flatMap((sum) => partsOf(table, at(table.items, parent), sum)));
  },
};

function partsOf(table: PlacedTable, total: PlacedRow, sum: (typeof SUMS)[number]): RowGroup[] {
  if (sum.total && !sum.total.test(compact(total.label))) return [];
  const memos = table.items.filter((row) => row.parent === total.index && row.role === 'memo');
  const addends = sum.parts.flatMap((part) => {
    const [row, ...others] = memos.filter(({ label }) => part.test(compact(label)));
    return row && others.length === 0 ? [row.index] : [];
  });
  if (addends.length < sum.parts.length) return [];
  return [{ identity: 'three-public-parts', total: total.index, addends, panel: total.panel }];
}
