import type { Identity } from '../../ledger/identity.ts';
import type { Ledger, Slot, SlotEquation } from '../../ledger/ledger.ts';
import { rowMeasure } from '../within/selectors.ts';

/** “三公”经费 are printed as a row of columns and as a list of years; the year of the document must agree. */
export const threePublicRestatement: Identity = {
  id: 'three-public-restatement',
  zh: '“三公”经费各表一致',
  en: 'the three-public tables agree',
  document(ledger) {
    const seen = new Map<string, Slot>();
    const equations: SlotEquation[] = [];
    ledger.tables.forEach((table, t) => {
      if (table.kind !== 'threePublicExpenses') return;
      for (const [measure, slot] of measures(ledger, t)) {
        const other = seen.get(measure);
        if (other)
          equations.push({
            identity: 'three-public-restatement',
            scope: 'document',
            terms: [
              { ...slot, sign: 1 },
              { ...other, sign: -1 },
            ],
          });
        else seen.set(measure, slot);
      }
    });
    return equations;
  },
};

function measures(ledger: Ledger, t: number): Map<string, Slot> {
  const table = ledger.tables[t]!;
  const found = new Map<string, Slot>();
  const years = table.columns.map((column) => column.period).filter((period) => period !== null);
  const latest = years.length > 0 ? Math.max(...years) : null;
  const columns = table.columns.filter((column) => column.type === 'money' && (latest === null || column.period === latest));
  const list = table.items.some((row) => /因公出国|公务接待/.test(row.label));
  if (list) {
    // 预算数 beside 决算数: only a list with a single amount a year restates the other table.
    if (columns.length !== 1) return found;
    for (const row of table.items) {
      const measure = row.role === 'total' ? 'threePublicExpenses' : rowMeasure(row.label);
      if (measure && !found.has(measure)) found.set(measure, { table: t, row: row.index, column: columns[0]!.index });
    }
    return found;
  }
  const row = table.items.find((item) => item.role === 'total') ?? (table.items.length === 1 ? table.items[0] : undefined);
  if (!row) return found;
  for (const column of columns) {
    const ids = column.measure?.split('.') ?? [];
    const last = ids.at(-1);
    const measure = last === 'total' || last === 'budgetAmount' ? 'threePublicExpenses' : last;
    if (measure && !found.has(measure)) found.set(measure, { table: t, row: row.index, column: column.index });
  }
  return found;
}
