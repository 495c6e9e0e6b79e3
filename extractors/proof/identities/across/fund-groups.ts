import { at } from '../../../model/at.ts';
import type { PlacedRow, PlacedTable } from '../../../model/tables.ts';
import type { Bound, Identity } from '../../ledger/identity.ts';
import { type Ledger, type Slot, type SlotEquation, sumEquation } from '../../ledger/ledger.ts';
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
  document(ledger) {
    const lines = revenueLines(ledger);
    return [...ledger.tables.entries()].flatMap(([t, table]) => {
      const byFund = table.kind === 'fiscalAppropriationSummary' ? expenditureByFund(table, t, lines) : [];
      return [...columnTotals(ledger, t, lines), ...byFund];
    });
  },
  /** No table spends more of a source than there is of it, and what a fund takes in is spent at least. */
  bounds(ledger) {
    const lines = revenueLines(ledger);
    return ledger.tables.flatMap((table, t) =>
      table.kind === 'fiscalAppropriationSummary' ? spentAtLeast(table, t, lines) : spentAtMost(ledger, t, lines),
    );
  },
};

/** Revenue lines under `origin.fund`, as `currentYearRevenue.generalPublicBudget`. */
type Lines = ReadonlyMap<string, Slot>;

/** What the last cell of a column's header is about: `generalPublicBudget` of `currentYearRevenue.generalPublicBudget`. */
function lastPart(measure: string): string {
  return measure.slice(measure.lastIndexOf('.') + 1);
}

function lineOf(lines: Lines, measure: string): Slot | undefined {
  return lines.get(`${measure.includes('carryoverIn') ? 'carryoverIn' : 'currentYearRevenue'}.${lastPart(measure)}`);
}

/** The totals of a table's columns against the lines of the revenue side, or the project table's against the funds' own tables. */
function columnTotals(ledger: Ledger, t: number, lines: Lines): SlotEquation[] {
  const table = ledger.table(t);
  const total = totalRow(table);
  if (!total || table.shape === 'two-sided') return [];
  return ledger.moneyColumns(t).flatMap((column) => {
    const other = counterpart(ledger, table, column, lines);
    return other && other.table !== t ? [sumEquation('fund-groups', 'document', { table: t, row: total.index, column }, [other])] : [];
  });
}

function spentAtMost(ledger: Ledger, t: number, lines: Lines): Bound[] {
  const table = ledger.table(t);
  const total = totalRow(table);
  if (!total || table.shape === 'two-sided' || table.kind === 'revenueSummary') return [];
  return ledger.moneyColumns(t).flatMap((column): Bound[] => {
    const measure = ledger.column(t, column).measure ?? '';
    if (!LINES.has(lastPart(measure))) return [];
    const line = lineOf(lines, measure) ?? columnTotal(ledger, measure);
    return line && line.table !== t ? [{ slot: { table: t, row: total.index, column }, limit: [line] }] : [];
  });
}

/** What was carried over comes on top, so a fund's column of the expenditure side is no less than its line of the other side. */
function spentAtLeast(table: PlacedTable, t: number, lines: Lines): Bound[] {
  return fundTotals(table, t).flatMap(({ fund, slot }): Bound[] => {
    const line = lines.get(`currentYearRevenue.${fund}`);
    return line?.table === t ? [{ slot: line, limit: [slot] }] : [];
  });
}

/** The totals of the expenditure side's columns that are about one fund. */
function fundTotals(table: PlacedTable, t: number): { fund: string; slot: Slot }[] {
  const panel = panelOfSide(table, 'expenditure');
  const total = panel === null ? null : totalRow(table, panel);
  if (panel === null || !total) return [];
  return at(table.panels, panel).values.flatMap((column) => {
    const fund = lastPart(at(table.columns, column).measure ?? '');
    return FUNDS.has(fund) ? [{ fund, slot: { table: t, row: total.index, column } }] : [];
  });
}

function counterpart(ledger: Ledger, table: PlacedTable, column: number, lines: Lines): Slot | undefined {
  const { measure } = at(table.columns, column);
  if (measure === null) return undefined;
  if (table.kind === 'projectExpenditure') return projectFund(ledger, measure);
  const allowed = table.kind === 'revenueSummary' ? LINES : BY_FUND.has(table.kind) ? FUNDS : null;
  return allowed?.has(lastPart(measure)) ? lineOf(lines, measure) : undefined;
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
function expenditureByFund(table: PlacedTable, t: number, lines: Lines): SlotEquation[] {
  if (hasUndividedCarryover(table)) return [];
  return fundTotals(table, t).flatMap(({ fund, slot }) => {
    const current = lines.get(`currentYearRevenue.${fund}`);
    if (current?.table !== t) return [];
    const carried = lines.get(`carryoverIn.${fund}`);
    return [sumEquation('fund-groups', 'document', slot, carried?.table === t ? [current, carried] : [current])];
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
      isCarriedOver(row) &&
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
      const key = `${originOf(row)}.${fund}`;
      if (!slots.has(key)) slots.set(key, { table: t, row: row.index, column });
    }
  }
  return slots;
}

/** The 财政拨款 table states the funds apart from what was carried over; the general summary is asked second. */
function rank(table: PlacedTable): number {
  return table.kind === 'fiscalAppropriationSummary' ? 0 : table.kind === 'revenueExpenditureSummary' ? 1 : 2;
}

const originOf = (row: PlacedRow): string => (isCarriedOver(row) ? 'carryoverIn' : 'currentYearRevenue');

const isCarriedOver = ({ coordinates: { vintage } }: PlacedRow): boolean => vintage === 'carriedOver';

const OWN_TABLE: Readonly<Record<string, string>> = {
  'currentYearRevenue.generalPublicBudget': 'generalPublicBudgetExpenditure',
  'currentYearRevenue.governmentFundBudget': 'governmentFundBudget',
  'currentYearRevenue.stateCapitalBudget': 'stateCapitalBudget',
};

function projectFund(ledger: Ledger, measure: string): Slot | undefined {
  const kind = OWN_TABLE[measure];
  const t = ledger.tables.findIndex((table) => table.kind === kind && table.shape === 'coded');
  if (t < 0) return undefined;
  const table = ledger.table(t);
  const total = totalRow(table);
  const column = table.columns.find((candidate) => lastPart(candidate.measure ?? '') === 'projectExpenditure');
  return total && column ? { table: t, row: total.index, column: column.index } : undefined;
}
