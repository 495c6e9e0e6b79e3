/** Room: one table in, equations among its own rows and columns out; imports model, notation, ledger, schemas. */

import { MEASURES } from '../../../../schemas/lexicon/vocabulary.ts';
import type { WorkRow, WorkTable } from '../../../model/tables.ts';
import { isSubjectCode } from '../../../notation/row-kinds.ts';
import { subjectCodeByPath } from '../../../notation/subjects.ts';
import { compact } from '../../../notation/text.ts';
import { grandColumn } from './header-group-total.ts';

/** What identities across tables need to name a cell: what its column measures and what its row is about. */

const OWN_BUDGET: Readonly<Record<string, string>> = {
  generalPublicBudgetExpenditure: 'generalPublicBudget',
  governmentFundBudget: 'governmentFundBudget',
  stateCapitalBudget: 'stateCapitalBudget',
};
const PREFIXES = [
  'generalPublicBudget.',
  'governmentFundBudget.',
  'stateCapitalBudget.',
  'currentYearExpenditure.',
  'fiscalAppropriation.',
  'budgetAmount.',
  'finalAmount.',
];

/**
 * Keys under which a column can be compared with columns of other tables; several for a grand total (`total` and the budget
 * that the whole table is about).
 */
export function columnKeys(table: WorkTable, column: number): string[] {
  const measure = table.columns[column]?.measure ?? null;
  const panel = table.columns[column]?.panel ?? 0;
  if (grandColumn(table, panel) === column) {
    if (table.kind === 'basicExpenditure') return ['basicExpenditure'];
    if (table.kind === 'projectExpenditure') return ['projectExpenditure'];
    const own = OWN_BUDGET[table.kind];
    return own ? [own, ...(own === 'generalPublicBudget' ? ['total'] : [])] : ['total'];
  }
  if (measure === null) return [];
  let key = measure;
  const prefix = PREFIXES.find((text) => key.startsWith(text));
  if (prefix && key.length > prefix.length) key = key.slice(prefix.length);
  if (/^basicExpenditure\.(?:personnelExpenses|operatingExpenses)$/.test(key)) key = key.slice('basicExpenditure.'.length);
  if (table.kind === 'projectExpenditure' && key.startsWith('currentYearRevenue')) return [];
  return [key.replace(/^currentYearRevenue\.(?=.)/, '')];
}

const STRIP_NUMBER = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．])\s*/;

export function bareLabel(label: string): string {
  return compact(label.replace(/^其中[:：]?/, '').replace(STRIP_NUMBER, ''));
}

/** Subject code of a row: printed, or (on the expenditure side of 收支 tables) the 类 that its label names. */
export function rowCode(table: WorkTable, row: WorkRow): string | null {
  if (row.code !== null) return isSubjectCode(row.code) && Object.keys(row.keys).length === 0 ? row.code : null;
  if (table.shape !== 'two-sided' || row.role !== 'item') return null;
  const code = subjectCodeByPath([bareLabel(row.label)]);
  return code !== null && /^2\d\d$/.test(code) ? code : null;
}

export function rowMeasure(label: string): string | null {
  const text = bareLabel(label);
  return MEASURES.find((measure) => measure.pattern.test(text))?.id ?? null;
}

export function totalRow(table: WorkTable, panel: number | null = null): WorkRow | null {
  return table.items.find((row) => row.role === 'total' && (panel === null || row.panel === panel)) ?? null;
}

/** 本年…合计 of a side, where it is printed. */
export function currentYearRow(table: WorkTable, panel: number): WorkRow | null {
  return table.items.find((row) => row.role === 'subtotal' && row.panel === panel && /本年/.test(row.label)) ?? null;
}

export function panelOfSide(table: WorkTable, side: 'revenue' | 'expenditure'): number | null {
  return table.panels.find((panel) => panel.side === side)?.index ?? null;
}

/**
 * The column in which the amount of a row stands. A label that is merged over several panels (公用经费合计, 支出合计) has it beside
 * the last of them.
 */
export function amountColumn(table: WorkTable, row: WorkRow, column: number): number {
  if (row.cells.some((cell) => cell.column === column)) return column;
  return row.cells.length === 1 && isMerged(table, row) ? row.cells[0]!.column! : column;
}

/** The row's amounts stand in another panel than its label. */
export function isMerged(table: WorkTable, row: WorkRow): boolean {
  const own = table.panels[row.panel]?.values ?? [];
  const first = row.cells[0]?.column ?? null;
  return first !== null && !own.includes(first);
}

/**
 * The rows of each side's panels where the panels of a 收支 table classify the same money (支出功能分类 beside 支出用途), so that the
 * totals below are merged over them; null in other tables.
 */
export function parallelPanels(table: WorkTable): { panel: number; rows: WorkRow[] }[] | null {
  if (table.shape !== 'panels' || panelOfSide(table, 'revenue') === null || panelOfSide(table, 'expenditure') === null) return null;
  const merged = table.items.filter((row) => isMerged(table, row));
  if (!merged.some((row) => row.role === 'total' || row.role === 'subtotal')) return null;
  const sideOf = (row: WorkRow) => table.panels[row.panel]!.side;
  return table.panels
    .filter((panel) => panel.side !== null)
    .map(({ index, side }) => ({
      panel: index,
      rows: table.items.filter((row) => row.panel === index || (merged.includes(row) && sideOf(row) === side)),
    }));
}
