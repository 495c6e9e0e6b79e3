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
    const parents = new Set(table.items.filter((row) => row.role === 'memo' && row.parent !== null).map((row) => row.parent!));
    return [...parents].flatMap((parent) => SUMS.flatMap((sum) => partsOf(table, table.items[parent]!, sum)));
  },
};

function partsOf(table: PlacedTable, total: PlacedRow, sum: (typeof SUMS)[number]): RowGroup[] {
  if (sum.total && !sum.total.test(compact(total.label))) return [];
  const memos = table.items.filter((row) => row.parent === total.index && row.role === 'memo');
  const parts = sum.parts.map((part) => memos.filter((row) => part.test(compact(row.label))));
  if (parts.some((rows) => rows.length !== 1)) return [];
  return [{ identity: 'three-public-parts', total: total.index, addends: parts.map(([row]) => row!.index), panel: total.panel }];
}
