/**
 * Identities between tables and with the prose: a ledger in, equations over its slots out; imports schemas, model, notation,
 * prose/comparing, within, proof/ledger.
 */

import { addTo } from '../../../model/add-all.ts';
import { at } from '../../../model/at.ts';
import { isSparse } from '../../../model/sparse.ts';
import type { PlacedTable } from '../../../model/tables.ts';
import type { Identity } from '../../ledger/identity.ts';
import { judge, type Ledger, larger, type Slot, type SlotEquation, sumEquation } from '../../ledger/ledger.ts';
import { perList, perPair } from '../../ledger/per-list.ts';
import { perTable } from '../../ledger/per-table.ts';
import { columnKeys, currentYearRow, panelOfSide, rowCode, totalRow } from '../within/selectors.ts';
import { facetsAlike, isEnough, mostHold, type Facet as NumberFacet, sharedBy } from './facets.ts';
import { REACH } from './settings.ts';

/** One column of one table, its cells by what their rows are about (a subject code, or TOTAL). */
export interface Facet {
  table: number;
  column: number;
  family: string;
  slots: Map<string, Slot>;
}

const TOTAL = 'TOTAL';
const ONE_FUND: Readonly<Record<string, true>> = { governmentFundBudget: true, stateCapitalBudget: true };

/**
 * The same fact in two tables: numbers with equal coordinates. Whether a column restates another is decided for the column as a whole
 * (most shared cells agree); then every shared cell must agree. One fund is never compared with all funds: see `partsOfAWhole`;
 * “三公”经费 have an identity of their own.
 */
export const restatement: Identity = {
  id: 'restatement',
  document(ledger) {
    return facetsAlike(ledger).flatMap((facets) => restatedIn(ledger, facets));
  },
};

const restatedIn = perList((ledger, facets: readonly NumberFacet[]) =>
  facets.flatMap((facet, i) => {
    if (facet.coordinates.memo === 'threePublic') return [];
    for (const other of facets.slice(Math.max(0, i - REACH), i)) {
      const equations = other.table === facet.table ? null : restated(ledger, other, facet);
      if (equations) return equations;
    }
    return [];
  }),
);

/** What two columns restate of each other, if they do. */
const restated = perPair((ledger, other: NumberFacet, facet: NumberFacet): SlotEquation[] | null => {
  const sums = sharedBy(ledger, other, facet);
  return mostHold(ledger, sums) ? sums.map(({ total, addends }) => sumEquation('restatement', 'document', total, addends)) : null;
});

/** Columns of the same measure and side, in the order of their tables. A column can have several measures. */
export function comparableFacets(ledger: Ledger): Iterable<Facet[]> {
  const byKey = new Map<string, Facet[]>();
  for (const t of ledger.tables.keys()) {
    for (const [key, facet] of facetsIn(ledger, t)) {
      addTo(byKey, key, facet);
    }
  }
  return byKey.values();
}

const facetsIn = perTable((ledger, t): [key: string, facet: Facet][] => {
  const table = ledger.table(t);
  if (isSparse(table)) return [];
  return ledger.moneyColumns(t).flatMap((column) => {
    const facet = facetOf(ledger, table, t, column);
    if (!facet) return [];
    return columnKeys(table, column).map((measure): [string, Facet] => [`${measure}|${sideKey(table, column)}`, facet]);
  });
});

function sideKey(table: PlacedTable, column: number): string {
  const side = table.panels[at(table.columns, column).panel]?.side;
  if (side) return side;
  return table.kind === 'revenueSummary' || table.kind === 'revenueByUnit' ? 'revenue' : 'expenditure';
}

function facetOf(ledger: Ledger, table: PlacedTable, t: number, column: number): Facet | null {
  if (!ledger.hasUnit(t, column) || table.kind === 'threePublicExpenses' || /Performance$/.test(table.kind)) return null;
  const { panel } = at(table.columns, column);
  const slots = new Map<string, Slot>();
  let family = TOTAL;
  const codes = new Set<string>();
  for (const row of table.items) {
    if (row.panel !== panel && table.shape !== 'panels') continue;
    const code = rowCode(table, row);
    if (code === null) continue;
    family = code.startsWith('3') || code.startsWith('5') ? code.charAt(0) : '2';
    if (codes.has(code)) slots.delete(code);
    else slots.set(code, { table: t, row: row.index, column });
    codes.add(code);
  }
  // The total of one fund's table is no part of the totals of all funds.
  const total = table.kind in ONE_FUND ? null : totalSlot(table, panel);
  if (total !== null) slots.set(TOTAL, { table: t, row: total, column });
  return slots.size > 0 ? { table: t, column, family, slots } : null;
}

/** Tables by unit or subject have one total; a side of a 收支 table is compared by its 本年…合计, or by its 总计 without one. */
function totalSlot(table: PlacedTable, panel: number): number | null {
  if (table.shape === 'two-sided') {
    if (panel === panelOfSide(table, 'revenue')) return totalRow(table, panel)?.index ?? null;
    return (currentYearRow(table, panel) ?? totalRow(table, panel))?.index ?? null;
  }
  return table.shape === 'panels' ? null : (totalRow(table)?.index ?? null);
}

/** The cell of `a` that a cell of `b` restates, if the columns restate each other. */
export function counterpart(a: Facet, b: Facet, key: string): Slot | undefined {
  return key === TOTAL || a.family === b.family ? a.slots.get(key) : undefined;
}

/** Whether most of the shared cells agree; cells that are not placed yet and those that are blank in both say nothing. */
export function restates(ledger: Ledger, a: Facet, b: Facet): boolean {
  let agree = 0;
  let shared = 0;
  let total: boolean | null = null;
  const u = larger(ledger.unitOf(a.table), ledger.unitOf(b.table));
  for (const [key, slot] of b.slots) {
    const other = counterpart(a, b, key);
    if (!other || ledger.isOpen(other) || ledger.isOpen(slot)) continue;
    const [x, y] = [ledger.amount(other), ledger.amount(slot)];
    if (x === null && y === null) continue;
    shared++;
    const same = judge((x ?? 0n) - (y ?? 0n), 1, u) !== 'broken';
    if (same) agree++;
    if (key === TOTAL) total = same;
  }
  return isEnough(agree, shared, total);
}
