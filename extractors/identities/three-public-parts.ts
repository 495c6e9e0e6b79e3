import type { Identity, RowGroup } from './identity.ts';

/** 公务用车购置及运行费 = 购置费 + 运行费, although both are printed as 其中. */
export const threePublicParts: Identity = {
  id: 'three-public-parts',
  zh: '公务用车购置及运行费 = 购置费 + 运行费',
  en: 'vehicle expenses = purchase + operation',
  rows(table) {
    if (table.kind !== 'threePublicExpenses') return [];
    const parents = new Set(table.items.filter((row) => row.role === 'memo' && row.parent !== null).map((row) => row.parent!));
    return [...parents].flatMap((parent): RowGroup[] => {
      const parts = table.items.filter((row) => row.parent === parent && row.role === 'memo' && /购置|运行/.test(row.label));
      if (parts.length !== 2) return [];
      return [{ identity: 'three-public-parts', total: parent, addends: parts.map((row) => row.index), panel: table.items[parent]!.panel }];
    });
  },
};
