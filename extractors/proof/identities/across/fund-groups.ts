import type { PlacedRow, PlacedTable } from '../../../model/tables.ts';
import type { Bound, Identity } from '../../ledger/identity.ts';
import type { Ledger, Slot, SlotEquation } from '../../ledger/ledger.ts';
import { grandColumn } from '../within/header-group-total.ts';
import { panelOfSide, rowMeasure, totalRow } from '../within/selectors.ts';

const BY_FUND = new Set([
  'functionalClassification',
  'governmentEconomicClassification',
  'departmentEconomicClassification',
  'expenditureSummary',
]);
/** What a line of the revenue side can be about, besides totals and transfers within a group. */
const LINES = new Set([
  'generalPublicBudget',
  'governmentFundBudget',
  'stateCapitalBudget',
  'specialAccountFunds',
  'institutionalFunds',
  'serviceRevenue',
  'operatingRevenue',
  'otherRevenue',
  'superiorSubsidy',
  'subordinateRemittance',
  'surplusUsed',
  'carryoverIn',
]);
const FUNDS = new Set([...LINES].slice(0, 5));

/**
 * Each line of the revenue side (一般公共预算, 政府性基金, 事业收入 …; this year's and carried over) is the total of its column in
 * the tables by subject; the expenditure of a fund is its revenue and what was carried over; and the project table's fund column
 * is the 项目支出 of that fund's own table.
 */
export const fundGroups: Identity = {
  id: 'fund-groups',
  zh: '各资金来源合计一致',
  en: 'the totals of each fund agree',
  document(ledger) {
    const lines = revenueLines(ledger);
    const equations: SlotEquation[] = [];
    ledger.tables.forEach((table, t) => {
      const total = totalRow(table);
      if (total && table.shape !== 'two-sided') {
        for (const column of ledger.moneyColumns(t)) {
          const other = counterpart(ledger, table, column, lines);
          if (other && other.table !== t) equations.push(equation([{ table: t, row: total.index, column }, other]));
        }
      }
      if (table.kind === 'fiscalAppropriationSummary') equations.push(...expenditureByFund(table, t, lines));
    });
    return equations;
  },
  /** No table spends more of a source than there is of it, and what a fund takes in is spent at least. */
  bounds(ledger) {
    const lines = revenueLines(ledger);
    return ledger.tables.flatMap((table, t) => {
      if (table.kind === 'fiscalAppropriationSummary') return spentAtLeast(table, t, lines);
      const total = totalRow(table);
      if (!total || table.shape === 'two-sided' || table.kind === 'revenueSummary') return [];
      return ledger.moneyColumns(t).flatMap((column): Bound[] => {
        const measure = table.columns[column]!.measure ?? '';
        const last = measure.split('.').at(-1)!;
        if (!LINES.has(last)) return [];
        const line =
          lines.get(`${measure.includes('carryoverIn') ? 'carryoverIn' : 'currentYearRevenue'}.${last}`) ?? columnTotal(ledger, measure);
        return line && line.table !== t ? [{ slot: { table: t, row: total.index, column }, limit: [line] }] : [];
      });
    });
  },
};

/** What was carried over comes on top, so a fund's column of the expenditure side is no less than its line of the other side. */
function spentAtLeast(table: PlacedTable, t: number, lines: ReadonlyMap<string, Slot>): Bound[] {
  const panel = panelOfSide(table, 'expenditure');
  const total = panel === null ? null : totalRow(table, panel);
  if (panel === null || !total) return [];
  return table.panels[panel]!.values.flatMap((column): Bound[] => {
    const fund = table.columns[column]!.measure?.split('.').at(-1) ?? '';
    const line = lines.get(`currentYearRevenue.${fund}`);
    return FUNDS.has(fund) && line?.table === t ? [{ slot: line, limit: [{ table: t, row: total.index, column }] }] : [];
  });
}

function equation([first, ...rest]: Slot[]): SlotEquation {
  return {
    identity: 'fund-groups',
    scope: 'document',
    terms: [{ ...first!, sign: 1 }, ...rest.map((slot) => ({ ...slot, sign: -1 as const }))],
  };
}

function counterpart(ledger: Ledger, table: PlacedTable, column: number, lines: ReadonlyMap<string, Slot>): Slot | undefined {
  const measure = table.columns[column]!.measure;
  if (measure === null) return undefined;
  if (table.kind === 'projectExpenditure') return projectFund(ledger, measure);
  const last = measure.split('.').at(-1)!;
  const allowed = table.kind === 'revenueSummary' ? LINES : BY_FUND.has(table.kind) ? FUNDS : null;
  if (!allowed?.has(last)) return undefined;
  return lines.get(`${measure.includes('carryoverIn') ? 'carryoverIn' : 'currentYearRevenue'}.${last}`);
}

/** The total of the column with this measure in the first table that divides everything by fund. */
function columnTotal(ledger: Ledger, measure: string): Slot | undefined {
  for (const [t, table] of ledger.tables.entries()) {
    if (table.kind !== 'revenueSummary' && table.kind !== 'functionalClassification') continue;
    const total = totalRow(table);
    const column = table.columns.find((candidate) => candidate.measure === measure);
    if (total && column) return { table: t, row: total.index, column: column.index };
  }
  return undefined;
}

/** In the 财政拨款 table a fund's expenditure is its revenue of the year plus what was carried over. */
function expenditureByFund(table: PlacedTable, t: number, lines: ReadonlyMap<string, Slot>): SlotEquation[] {
  const panel = panelOfSide(table, 'expenditure');
  const total = panel === null ? null : totalRow(table, panel);
  if (panel === null || !total || hasUndividedCarryover(table)) return [];
  return table.panels[panel]!.values.flatMap((column) => {
    const fund = table.columns[column]!.measure?.split('.').at(-1);
    const current = lines.get(`currentYearRevenue.${fund}`);
    if (!fund || !FUNDS.has(fund) || current?.table !== t) return [];
    const carried = lines.get(`carryoverIn.${fund}`);
    return [equation([{ table: t, row: total.index, column }, current, ...(carried?.table === t ? [carried] : [])])];
  });
}

/** 上年结转 as one amount: how much of it belongs to which fund is not printed. */
function hasUndividedCarryover(table: PlacedTable): boolean {
  const parents = new Set(table.items.map((row) => row.parent));
  const revenue = panelOfSide(table, 'revenue');
  return table.items.some(
    (row) =>
      row.panel === revenue &&
      row.role === 'item' &&
      /上年|年初/.test(row.label) &&
      row.cells.length > 0 &&
      row.parent === null &&
      !parents.has(row.index),
  );
}

/** `currentYearRevenue.generalPublicBudget` → its line on the revenue side of the first 收支 table that has it. */
function revenueLines(ledger: Ledger): Map<string, Slot> {
  const slots = new Map<string, Slot>();
  const order = ledger.tables.map((table, t) => ({ table, t })).sort((a, b) => rank(a.table) - rank(b.table));
  for (const { table, t } of order) {
    const panel = panelOfSide(table, 'revenue');
    const column = panel === null ? null : grandColumn(table, panel);
    if (panel === null || column === null) continue;
    for (const row of table.items.filter((item) => item.panel === panel && item.role === 'item')) {
      const fund = rowMeasure(row.label);
      if (fund === null || !LINES.has(fund)) continue;
      const key = `${originOf(table, row)}.${fund}`;
      if (!slots.has(key)) slots.set(key, { table: t, row: row.index, column });
    }
  }
  return slots;
}

/** The 财政拨款 table states the funds apart from what was carried over; the general summary is asked second. */
function rank(table: PlacedTable): number {
  return table.kind === 'fiscalAppropriationSummary' ? 0 : table.kind === 'revenueExpenditureSummary' ? 1 : 2;
}

function originOf(table: PlacedTable, row: PlacedRow): string {
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
