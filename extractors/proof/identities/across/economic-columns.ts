import { at } from '../../../model/at.ts';
import type { PlacedRow, PlacedTable } from '../../../model/tables.ts';
import type { Identity } from '../../ledger/identity.ts';
import { type Ledger, type Slot, type SlotEquation, sumEquation } from '../../ledger/ledger.ts';
import { grandColumn } from '../within/header-group-total.ts';
import { panelOfSide, rowMeasure, totalRow } from '../within/selectors.ts';

const ECONOMIC: Readonly<Record<string, string>> = { '301': 'wagesAndWelfare', '302': 'goodsAndServices', '303': 'individualsAndFamilies' };

/**
 * Basic expenditure by economic subject against the tables that give the same amounts as columns (基本支出 > 工资福利支出), as
 * lines of a 收支 table (一、基本支出 > 工资福利支出), or as 人员经费 and 公用经费 totals of several panels.
 */
export const economicColumns: Identity = {
  id: 'economic-columns',
  document(ledger) {
    const columns = columnSlots(ledger);
    return [...ledger.tables.entries()].flatMap(([t, table]) => {
      if (table.kind === 'basicExpenditure' && table.shape === 'panels') return panelParts(columns, table, t);
      return linesOf(table, t).flatMap(({ slot, measure }) => {
        const other = columns.find(table, measure);
        return other && other.table !== t ? [sumEquation('economic-columns', 'document', slot, [other])] : [];
      });
    });
  },
};

/** Which tables divide the same money as a table, by its fund: the fund's own table before that of all funds. */
const OWN_TABLES: Readonly<Record<string, readonly string[]>> = {
  generalPublicBudget: ['generalPublicBudgetExpenditure'],
  fiscalAppropriation: ['fiscalAppropriationExpenditure', 'generalPublicBudgetExpenditure'],
};
const ALL_FUNDS = 'expenditureSummary';

interface Columns {
  /** The total of the column with this measure in the table that divides the same money as `table`. */
  find(table: PlacedTable, measure: string): Slot | undefined;
}

function columnSlots(ledger: Ledger): Columns {
  const byKind = new Map<string, Map<string, Slot>>();
  for (const [t, table] of ledger.tables.entries()) {
    const total = totalRow(table);
    if (!total) continue;
    const slots = byKind.get(table.kind) ?? new Map<string, Slot>();
    byKind.set(table.kind, slots);
    const grand = grandColumn(table);
    if (grand !== null && !slots.has(GRAND)) slots.set(GRAND, { table: t, row: total.index, column: grand });
    for (const column of table.columns) {
      const key = column.measure?.replace(/^(?:generalPublicBudget|currentYearExpenditure)\./, '');
      if (key && !slots.has(key)) slots.set(key, { table: t, row: total.index, column: column.index });
    }
  }
  const amount = (kind: string) => {
    const slot = byKind.get(kind)?.get(GRAND);
    return slot ? ledger.amount(slot) : null;
  };
  return {
    find(table, measure) {
      const own = OWN_TABLES[table.coordinates.fund ?? ''] ?? [];
      const kind = own.find((candidate) => byKind.get(candidate)?.has(measure));
      if (kind) return byKind.get(kind)?.get(measure);
      // With other funds beside it, the table of all funds says nothing of one.
      const others = own.some((candidate) => byKind.has(candidate) && amount(candidate) !== amount(ALL_FUNDS));
      if (others) return undefined;
      return byKind.get(ALL_FUNDS)?.get(measure) ?? byKind.get('generalPublicBudgetExpenditure')?.get(measure);
    },
  };
}

/** The key of a table's grand total: no measure has a name without letters. */
const GRAND = '';

/** An amount that is printed in a row, and the measure of the columns that repeat it. */
interface Line {
  slot: Slot;
  measure: string;
}

function linesOf(table: PlacedTable, t: number): Line[] {
  if (table.shape === 'two-sided') return sideLines(table, t);
  return table.kind === 'basicExpenditure' && table.shape === 'coded' ? basicRows(table, t) : [];
}

function basicRows(table: PlacedTable, t: number): Line[] {
  const column = grandColumn(table);
  if (column === null) return [];
  // Tables with the columns 工资福利, 商品和服务, 对个人和家庭 alone count what is left (资本性支出 …) as 商品和服务.
  const others = table.items.some(
    (row) => row.code !== null && /^3\d\d$/.test(row.code) && !(row.code in ECONOMIC) && row.cells.length > 0,
  );
  return table.items.flatMap((row): Line[] => {
    const economic = row.code === null ? undefined : ECONOMIC[row.code];
    if (!economic || (others && row.code === '302') || Object.keys(row.keys).length > 0) return [];
    return [{ slot: { table: t, row: row.index, column }, measure: `basicExpenditure.${economic}` }];
  });
}

function sideLines(table: PlacedTable, t: number): Line[] {
  const panel = panelOfSide(table, 'expenditure');
  const column = panel === null ? null : grandColumn(table, panel);
  if (column === null) return [];
  const lines = table.items.filter((item) => item.panel === panel && item.role === 'item');
  return lines.flatMap((row): Line[] => {
    const measure = lineMeasure(table, row);
    return measure === null ? [] : [{ slot: { table: t, row: row.index, column }, measure }];
  });
}

/** 基本支出 and 项目支出, their parts, and 结转下年; null for other lines. */
function lineMeasure(table: PlacedTable, row: PlacedRow): string | null {
  const own = rowMeasure(row.label);
  if (own === null) return null;
  const parent = row.parent === null ? null : rowMeasure(at(table.items, row.parent).label);
  if (parent === 'basicExpenditure' || parent === 'projectExpenditure') return `${parent}.${own}`;
  return own === 'basicExpenditure' || own === 'projectExpenditure' || own === 'carryoverOut' ? own : null;
}

const PARTS_OF_BASIC: ReadonlySet<string> = new Set(['personnel', 'public']);

/** 人员经费合计 + 公用经费合计 = 基本支出, and each of them its column elsewhere. */
function panelParts(columns: Columns, table: PlacedTable, t: number): SlotEquation[] {
  const parts = table.items.filter(
    (row) => (row.role === 'subtotal' || row.role === 'total') && PARTS_OF_BASIC.has(row.coordinates.component ?? ''),
  );
  const basic = columns.find(table, 'basicExpenditure');
  const slots = parts.flatMap((row): Slot[] =>
    row.cells.slice(0, 1).flatMap((cell) => (cell.column === null ? [] : [{ table: t, row: row.index, column: cell.column }])),
  );
  if (slots.length !== 2 || !basic) return [];
  return [sumEquation('economic-columns', 'document', basic, slots)];
}
