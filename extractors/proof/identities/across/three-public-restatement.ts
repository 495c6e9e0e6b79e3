import type { PlacedTable, ValueColumn } from '../../../model/tables.ts';
import type { Identity } from '../../ledger/identity.ts';
import { type Slot, type SlotEquation, sumEquation } from '../../ledger/ledger.ts';
import { rowMeasure } from '../within/selectors.ts';

/** “三公”经费 are printed as a row of columns and as a list of years; the year of the document must agree. */
export const threePublicRestatement: Identity = {
  id: 'three-public-restatement',
  zh: '“三公”经费各表一致',
  en: 'the three-public tables agree',
  document(ledger) {
    const seen = new Map<string, Slot>();
    const equations: SlotEquation[] = [];
    for (const [t, table] of ledger.tables.entries()) {
      if (table.kind !== 'threePublicExpenses') continue;
      for (const [measure, slot] of measures(table, t)) {
        const other = seen.get(measure);
        if (other) equations.push(sumEquation('three-public-restatement', 'document', slot, [other]));
        else seen.set(measure, slot);
      }
    }
    return equations;
  },
};

/** The amounts of the latest year by measure; of several for one measure the first. */
function measures(table: PlacedTable, t: number): Map<string, Slot> {
  const found = new Map<string, Slot>();
  const isList = table.items.some((row) => /因公出国|公务接待/.test(row.label));
  for (const { measure, row, column } of isList ? listed(table) : inColumns(table)) {
    if (!found.has(measure)) found.set(measure, { table: t, row, column });
  }
  return found;
}

interface Measured {
  measure: string;
  row: number;
  column: number;
}

function latestColumns(table: PlacedTable): ValueColumn[] {
  const years = table.columns.map((column) => column.period).filter((period) => period !== null);
  const latest = years.reduce<number | null>((most, year) => Math.max(most ?? year, year), null);
  return table.columns.filter((column) => column.type === 'money' && (latest === null || column.period === latest));
}

/** 预算数 beside 决算数: only a list with a single amount a year restates the other table. */
function listed(table: PlacedTable): Measured[] {
  const [column, ...others] = latestColumns(table);
  if (!column || others.length > 0) return [];
  return table.items.flatMap((row) => {
    const measure = row.role === 'total' ? 'threePublicExpenses' : rowMeasure(row.label);
    return measure ? [{ measure, row: row.index, column: column.index }] : [];
  });
}

/** The total's row, or the only one. */
function inColumns(table: PlacedTable): Measured[] {
  const row = table.items.find((item) => item.role === 'total') ?? (table.items.length === 1 ? table.items[0] : undefined);
  if (!row) return [];
  return latestColumns(table).flatMap((column) => {
    const last = column.measure?.split('.').at(-1);
    const measure = last === 'total' || last === 'budgetAmount' ? 'threePublicExpenses' : last;
    return measure ? [{ measure, row: row.index, column: column.index }] : [];
  });
}
