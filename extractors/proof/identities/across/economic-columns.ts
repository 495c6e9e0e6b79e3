import type { PlacedTable } from '../../../model/tables.ts';
import type { Identity } from '../../ledger/identity.ts';
import type { Ledger, Slot, SlotEquation } from '../../ledger/ledger.ts';
import { grandColumn } from '../within/header-group-total.ts';
import { panelOfSide, rowMeasure, totalRow } from '../within/selectors.ts';

const ECONOMIC: Readonly<Record<string, string>> = { '301': 'wagesAndWelfare', '302': 'goodsAndServices', '303': 'individualsAndFamilies' };

/**
 * Basic expenditure by economic subject against the tables that give the same amounts as columns (基本支出 > 工资福利支出), as
 * lines of a 收支 table (一、基本支出 > 工资福利支出), or as 人员经费 and 公用经费 totals of several panels.
 */
export const economicColumns: Identity = {
  id: 'economic-columns',
  zh: '基本支出按经济分类与支出表各列一致',
  en: 'basic expenditure by economic subject agrees with the columns of the expenditure table',
  document(ledger) {
    const columns = columnSlots(ledger);
    const equations: SlotEquation[] = [];
    const add = (slot: Slot, measure: string) => {
      const other = columns.find(ledger.tables[slot.table]!, measure);
      if (other && other.table !== slot.table)
        equations.push({
          identity: 'economic-columns',
          scope: 'document',
          terms: [
            { ...slot, sign: 1 },
            { ...other, sign: -1 },
          ],
        });
    };
    ledger.tables.forEach((table, t) => {
      if (table.kind === 'basicExpenditure' && table.shape === 'coded') basicRows(table, t, add);
      if (table.kind === 'basicExpenditure' && table.shape === 'panels') equations.push(...panelParts(columns, table, t));
      if (table.shape === 'two-sided') sideLines(table, t, add);
    });
    return equations;
  },
};

/** Which tables divide the same money as a table, from its title: the fund's own table before that of all funds. */
const OWN_TABLES: readonly { title: RegExp; kinds: readonly string[] }[] = [
  { title: /一般公共预算/, kinds: ['generalPublicBudgetExpenditure'] },
  { title: /财政拨款/, kinds: ['fiscalAppropriationExpenditure', 'generalPublicBudgetExpenditure'] },
];
const ALL_FUNDS = 'expenditureSummary';

interface Columns {
  /** The total of the column with this measure in the table that divides the same money as `table`. */
  find(table: PlacedTable, measure: string): Slot | undefined;
}

function columnSlots(ledger: Ledger): Columns {
  const byKind = new Map<string, Map<string, Slot>>();
  ledger.tables.forEach((table, t) => {
    const total = totalRow(table);
    if (!total) return;
    const slots = byKind.get(table.kind) ?? new Map<string, Slot>();
    byKind.set(table.kind, slots);
    const grand = grandColumn(table);
    if (grand !== null && !slots.has(GRAND)) slots.set(GRAND, { table: t, row: total.index, column: grand });
    for (const column of table.columns) {
      const key = column.measure?.replace(/^(?:generalPublicBudget|currentYearExpenditure)\./, '');
      if (key && !slots.has(key)) slots.set(key, { table: t, row: total.index, column: column.index });
    }
  });
  const amount = (kind: string) => {
    const slot = byKind.get(kind)?.get(GRAND);
    return slot ? ledger.amount(slot) : null;
  };
  return {
    find(table, measure) {
      const own = OWN_TABLES.find(({ title }) => title.test(table.title))?.kinds ?? [];
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

function basicRows(table: PlacedTable, t: number, add: (slot: Slot, measure: string) => void): void {
  const column = grandColumn(table);
  if (column === null) return;
  // Tables with the columns 工资福利, 商品和服务, 对个人和家庭 alone count what is left (资本性支出 …) as 商品和服务.
  const others = table.items.some(
    (row) => row.code !== null && /^3\d\d$/.test(row.code) && !(row.code in ECONOMIC) && row.cells.length > 0,
  );
  for (const row of table.items) {
    const economic = row.code === null ? undefined : ECONOMIC[row.code];
    if (economic && !(others && row.code === '302') && Object.keys(row.keys).length === 0)
      add({ table: t, row: row.index, column }, `basicExpenditure.${economic}`);
  }
}

function sideLines(table: PlacedTable, t: number, add: (slot: Slot, measure: string) => void): void {
  const panel = panelOfSide(table, 'expenditure');
  const column = panel === null ? null : grandColumn(table, panel);
  if (column === null) return;
  for (const row of table.items.filter((item) => item.panel === panel && item.role === 'item')) {
    const own = rowMeasure(row.label);
    if (own === null) continue;
    const parent = row.parent === null ? null : rowMeasure(table.items[row.parent]!.label);
    if (parent === 'basicExpenditure' || parent === 'projectExpenditure') add({ table: t, row: row.index, column }, `${parent}.${own}`);
    else if (own === 'basicExpenditure' || own === 'projectExpenditure' || own === 'carryoverOut')
      add({ table: t, row: row.index, column }, own);
  }
}

/** 人员经费合计 + 公用经费合计 = 基本支出, and each of them its column elsewhere. */
function panelParts(columns: Columns, table: PlacedTable, t: number): SlotEquation[] {
  const parts = table.items.filter((row) => (row.role === 'subtotal' || row.role === 'total') && /人员经费|公用经费/.test(row.label));
  const basic = columns.find(table, 'basicExpenditure');
  const slots = parts.flatMap((row): Slot[] =>
    row.cells.slice(0, 1).flatMap((cell) => (cell.column === null ? [] : [{ table: t, row: row.index, column: cell.column }])),
  );
  if (slots.length !== 2 || !basic) return [];
  return [
    {
      identity: 'economic-columns',
      scope: 'document',
      terms: [{ ...basic, sign: 1 }, ...slots.map((slot) => ({ ...slot, sign: -1 as const }))],
    },
  ];
}
