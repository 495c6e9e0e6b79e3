import type { WorkTable } from '../../schemas/work.ts';
import type { Ledger, Slot, SlotEquation } from '../ledger.ts';
import { grandColumn } from './header-group-total.ts';
import type { Identity } from './identity.ts';
import { panelOfSide, rowMeasure, totalRow } from './selectors.ts';

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
      const other = columns.get(measure);
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
      if (table.kind === 'basicExpenditure' && table.shape === 'panels') equations.push(...panelParts(ledger, table, t));
      if (table.shape === 'two-sided') sideLines(table, t, add);
    });
    return equations;
  },
};

function columnSlots(ledger: Ledger): Map<string, Slot> {
  const slots = new Map<string, Slot>();
  ledger.tables.forEach((table, t) => {
    if (table.kind !== 'expenditureSummary' && table.kind !== 'generalPublicBudgetExpenditure') return;
    const total = totalRow(table);
    if (!total) return;
    for (const column of table.columns) {
      const key = column.measure?.replace(/^(?:generalPublicBudget|currentYearExpenditure)\./, '');
      if (key && !slots.has(key)) slots.set(key, { table: t, row: total.index, column: column.index });
    }
  });
  return slots;
}

function basicRows(table: WorkTable, t: number, add: (slot: Slot, measure: string) => void): void {
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

function sideLines(table: WorkTable, t: number, add: (slot: Slot, measure: string) => void): void {
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
function panelParts(ledger: Ledger, table: WorkTable, t: number): SlotEquation[] {
  const parts = table.items.filter((row) => (row.role === 'subtotal' || row.role === 'total') && /人员经费|公用经费/.test(row.label));
  const basic = columnSlots(ledger).get('basicExpenditure');
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
