/**
 * Identities of one table: a table in, the totals and addends that it declares out; imports schemas, model, notation,
 * proof/ledger.
 */
import { MEASURES } from '../../../../schemas/lexicon/vocabulary.ts';
import { withoutNumbering } from '../../../../schemas/lexicon/writing/numbering.ts';
import { NAMES_THIS_YEAR } from '../../../../schemas/lexicon/writing/years.ts';
import { at } from '../../../model/at.ts';
import type { PlacedRow, PlacedTable } from '../../../model/tables.ts';
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
export function columnKeys(table: PlacedTable, column: number): string[] {
  const { measure, panel } = at(table.columns, column);
  if (grandColumn(table, panel) === column) return grandKeys(table.kind);
  if (measure === null) return [];
  const prefix = PREFIXES.find((text) => measure.startsWith(text));
  const key = prefix && measure.length > prefix.length ? measure.slice(prefix.length) : measure;
  if (table.kind === 'projectExpenditure' && key.startsWith('currentYearRevenue')) return [];
  return [key.replace(/^basicExpenditure\.(?=(?:personnelExpenses|operatingExpenses)$)/, '').replace(/^currentYearRevenue\.(?=.)/, '')];
}

function grandKeys(kind: string): string[] {
  if (kind === 'basicExpenditure' || kind === 'projectExpenditure') return [kind];
  const own = OWN_BUDGET[kind];
  return own ? [own, ...(own === 'generalPublicBudget' ? ['total'] : [])] : ['total'];
}

/** Subject code of a row: printed, or (on the expenditure side of 收支 tables) the 类 that its label names. */
export function rowCode(table: PlacedTable, row: PlacedRow): string | null {
  if (row.code !== null) return isSubjectCode(row.code) && Object.keys(row.keys).length === 0 ? row.code : null;
  if (table.shape !== 'two-sided' || row.role !== 'item') return null;
  const code = subjectCodeByPath([withoutNumbering(row.label)], null);
  return code !== null && /^2\d\d$/.test(code) ? code : null;
}

export function rowMeasure(label: string): string | null {
  const text = withoutNumbering(label);
  return MEASURES.find((measure) => measure.pattern.test(text))?.id ?? null;
}

export function totalRow(table: PlacedTable, panel: number | null = null): PlacedRow | null {
  return table.items.find((row) => row.role === 'total' && (panel === null || row.panel === panel)) ?? null;
}

/** 本年…合计 of a side, where it is printed. */
export function currentYearRow(table: PlacedTable, panel: number): PlacedRow | null {
  return table.items.find((row) => row.role === 'subtotal' && row.panel === panel && NAMES_THIS_YEAR.test(compact(row.label))) ?? null;
}

export function panelOfSide(table: PlacedTable, side: 'revenue' | 'expenditure'): number | null {
  return table.panels.find((panel) => panel.side === side)?.index ?? null;
}

/**
 * The column in which the amount of a row stands. A label that is merged over several panels (公用经费合计, 支出合计) has it beside
 * the last of them.
 */
export function amountColumn(table: PlacedTable, row: PlacedRow, column: number): number {
  const [only] = row.cells;
  return only && row.cells.length === 1 && only.column !== column && isMerged(table, row) ? (only.column ?? column) : column;
}

/** The row's amounts stand in another panel than its label. */
export function isMerged(table: PlacedTable, row: PlacedRow): boolean {
  const first = row.cells[0]?.column ?? null;
  return first !== null && table.columns[first]?.panel !== row.panel;
}

/**
 * The rows of each side's panels where the panels of a 收支 table classify the same money (支出功能分类 beside 支出用途), so that the
 * totals below are merged over them; null in other tables.
 */
export function parallelPanels(table: PlacedTable): { panel: number; rows: PlacedRow[] }[] | null {
  if (table.shape !== 'panels' || panelOfSide(table, 'revenue') === null || panelOfSide(table, 'expenditure') === null) return null;
  const merged = table.items.filter((row) => isMerged(table, row));
  if (!merged.some((row) => row.role === 'total' || row.role === 'subtotal')) return null;
  const sideOf = (row: PlacedRow) => at(table.panels, row.panel).side;
  return table.panels
    .filter((panel) => panel.side !== null)
    .map(({ index, side }) => ({
      panel: index,
      rows: table.items.filter((row) => row.panel === index || (merged.includes(row) && sideOf(row) === side)),
    }));
}
