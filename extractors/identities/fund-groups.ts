import type { WorkRow, WorkTable } from '../../schemas/work.ts';
import type { Ledger, Slot, SlotEquation } from '../ledger.ts';
import { grandColumn } from './header-group-total.ts';
import type { Identity } from './identity.ts';
import { bareLabel, panelOfSide, rowMeasure, totalRow } from './selectors.ts';

const FUNDS = new Set(['generalPublicBudget', 'governmentFundBudget', 'stateCapitalBudget', 'specialAccountFunds', 'institutionalFunds']);
const BY_FUND = new Set(['revenueSummary', 'functionalClassification', 'governmentEconomicClassification', 'departmentEconomicClassification', 'expenditureSummary']);

/**
 * Each fund of the revenue side (一般公共预算, 政府性基金 …; this year's and carried over) is the total of that fund's column in
 * the tables by subject, and the project table's fund column is the 项目支出 of that fund's own table.
 */
export const fundGroups: Identity = {
  id: 'fund-groups',
  zh: '各资金来源合计一致',
  en: 'the totals of each fund agree',
  document(ledger) {
    const funds = fundSlots(ledger);
    const equations: SlotEquation[] = [];
    ledger.tables.forEach((table, t) => {
      const total = totalRow(table);
      if (!total) return;
      for (const column of ledger.moneyColumns(t)) {
        const measure = table.columns[column]!.measure;
        const slot: Slot = { table: t, row: total.index, column };
        const other = measure === null ? undefined : BY_FUND.has(table.kind) ? funds.get(measure) : table.kind === 'projectExpenditure' ? projectFund(ledger, measure) : undefined;
        if (other && other.table !== t) equations.push({ identity: 'fund-groups', scope: 'document', terms: [{ ...slot, sign: 1 }, { ...other, sign: -1 }] });
      }
    });
    return equations;
  },
};

/** `currentYearRevenue.generalPublicBudget` → its line on the revenue side of the first 收支 table that has it. */
function fundSlots(ledger: Ledger): Map<string, Slot> {
  const slots = new Map<string, Slot>();
  const order = ledger.tables.map((table, t) => ({ table, t })).sort((a, b) => rank(a.table) - rank(b.table));
  for (const { table, t } of order) {
    const panel = panelOfSide(table, 'revenue');
    const column = panel === null ? null : grandColumn(table, panel);
    if (panel === null || column === null) continue;
    for (const row of table.items.filter((item) => item.panel === panel && item.role === 'item')) {
      const fund = rowMeasure(row.label);
      if (fund === null || !FUNDS.has(fund) || !/预算|资金|拨款/.test(bareLabel(row.label))) continue;
      const key = `${originOf(table, row)}.${fund}`;
      if (!slots.has(key)) slots.set(key, { table: t, row: row.index, column });
    }
  }
  return slots;
}

/** The 财政拨款 table states the funds apart from what was carried over; the general summary is asked second. */
function rank(table: WorkTable): number {
  return table.kind === 'fiscalAppropriationSummary' ? 0 : table.kind === 'revenueExpenditureSummary' ? 1 : 2;
}

function originOf(table: WorkTable, row: WorkRow): string {
  const parent = row.parent === null ? '' : table.items[row.parent]!.label;
  return /上年|年初|结转/.test(parent + row.label) ? 'carryoverIn' : 'currentYearRevenue';
}

const OWN_TABLE: Readonly<Record<string, string>> = {
  'currentYearRevenue.generalPublicBudget': 'generalPublicBudgetExpenditure',
  'currentYearRevenue.governmentFundBudget': 'governmentFundBudget',
  'currentYearRevenue.stateCapitalBudget': 'stateCapitalBudget',
};

function projectFund(ledger: Ledger, measure: string): Slot | undefined {
  const kind = OWN_TABLE[measure];
  const t = ledger.tables.findIndex((table) => table.kind === kind && table.shape === 'coded');
  if (t < 0) return undefined;
  const table = ledger.tables[t]!;
  const total = totalRow(table);
  const column = table.columns.find((candidate) => candidate.measure?.split('.').at(-1) === 'projectExpenditure');
  return total && column ? { table: t, row: total.index, column: column.index } : undefined;
}
