/** Room: all tables of a document in, equations between tables out; imports within, model, notation, ledger, prose/comparing, schemas. */

import type { WorkTable } from '../../../model/tables.ts';
import type { Identity } from '../../ledger/identity.ts';
import { judge, type Ledger, larger, type Slot, type SlotEquation } from '../../ledger/ledger.ts';
import { columnKeys, currentYearRow, panelOfSide, rowCode, totalRow } from '../within/selectors.ts';

/** One column of one table, its cells by what their rows are about (a subject code, or TOTAL). */
interface Facet {
  table: number;
  family: string;
  slots: Map<string, Slot>;
}

const TOTAL = 'TOTAL';
const ONE_FUND: Readonly<Record<string, true>> = { governmentFundBudget: true, stateCapitalBudget: true };
/** Share of shared cells that agree, when the totals agree too, and when they do not (one of them may be misread). */
const AGREEMENT = { withTotal: 0.6, alone: 0.9, least: 5, fewest: 2 };

/** How many columns before it a column is compared with: more than any one disclosure has, so that many in one file cost no square. */
const REACH = 120;

/**
 * The same fact in two tables: rows of the same subject in columns of the same measure. Whether a column restates another is
 * decided for the column as a whole (most shared cells agree); then every shared cell must agree.
 */
export const restatement: Identity = {
  id: 'restatement',
  zh: '同一事实在两表中一致',
  en: 'the same fact in two tables agrees',
  document(ledger) {
    const byKey = new Map<string, Facet[]>();
    ledger.tables.forEach((table, t) => {
      for (const column of ledger.moneyColumns(t)) {
        const facet = facetOf(ledger, table, t, column);
        if (!facet) continue;
        for (const key of columnKeys(table, column)) {
          const list = byKey.get(`${key}|${sideKey(table, column)}`);
          if (list) list.push(facet);
          else byKey.set(`${key}|${sideKey(table, column)}`, [facet]);
        }
      }
    });
    const equations: SlotEquation[] = [];
    const linked = new Set<string>();
    for (const facets of byKey.values()) {
      facets.forEach((facet, i) => {
        for (const earlier of facets.slice(Math.max(0, i - REACH), i)) {
          if (earlier.table === facet.table || linked.has(pair(earlier, facet)) || !restates(ledger, earlier, facet)) continue;
          linked.add(pair(earlier, facet));
          equations.push(...link(earlier, facet));
          break;
        }
      });
    }
    return equations;
  },
};

function sideKey(table: WorkTable, column: number): string {
  const side = table.panels[table.columns[column]!.panel]?.side;
  if (side) return side;
  return table.kind === 'revenueSummary' || table.kind === 'revenueByUnit' ? 'revenue' : 'expenditure';
}

function facetOf(ledger: Ledger, table: WorkTable, t: number, column: number): Facet | null {
  if (!ledger.hasUnit(t, column) || table.kind === 'threePublicExpenses' || /Performance$/.test(table.kind)) return null;
  const panel = table.columns[column]!.panel;
  const slots = new Map<string, Slot>();
  let family = TOTAL;
  const codes = new Set<string>();
  for (const row of table.items) {
    if (row.panel !== panel && table.shape !== 'panels') continue;
    const code = rowCode(table, row);
    if (code === null) continue;
    family = code.startsWith('3') || code.startsWith('5') ? code[0]! : '2';
    if (codes.has(code)) slots.delete(code);
    else slots.set(code, { table: t, row: row.index, column });
    codes.add(code);
  }
  // The total of one fund's table is no part of the totals of all funds.
  const total = table.kind in ONE_FUND ? null : totalSlot(table, panel);
  if (total !== null) slots.set(TOTAL, { table: t, row: total, column });
  return slots.size > 0 ? { table: t, family, slots } : null;
}

/** Tables by unit or subject have one total; a side of a 收支 table is compared by its 本年…合计, or by its 总计 without one. */
function totalSlot(table: WorkTable, panel: number): number | null {
  if (table.shape === 'two-sided') {
    if (panel === panelOfSide(table, 'revenue')) return totalRow(table, panel)?.index ?? null;
    return (currentYearRow(table, panel) ?? totalRow(table, panel))?.index ?? null;
  }
  return table.shape === 'panels' ? null : (totalRow(table)?.index ?? null);
}

function pair(a: Facet, b: Facet): string {
  const slot = (facet: Facet) => {
    const first = facet.slots.values().next().value!;
    return `${facet.table}.${first.column}`;
  };
  return `${slot(a)}|${slot(b)}`;
}

function restates(ledger: Ledger, a: Facet, b: Facet): boolean {
  let agree = 0;
  let shared = 0;
  let total: boolean | null = null;
  const u = larger(ledger.unitOf(a.table), ledger.unitOf(b.table));
  for (const [key, slot] of b.slots) {
    const other = a.slots.get(key);
    if (!other || (key !== TOTAL && a.family !== b.family)) continue;
    if (ledger.isOpen(other) || ledger.isOpen(slot)) continue;
    const x = ledger.amount(other);
    const y = ledger.amount(slot);
    if (x === null && y === null) continue;
    shared++;
    const same = judge((x ?? 0n) - (y ?? 0n), 1, u) !== 'broken';
    if (same) agree++;
    if (key === TOTAL) total = same;
  }
  if (shared === 0) return false;
  if (total === null) return agree >= AGREEMENT.fewest && agree / shared >= AGREEMENT.alone;
  if (!total) return shared > AGREEMENT.least && agree / shared >= AGREEMENT.alone;
  return agree / shared >= AGREEMENT.withTotal;
}

function link(a: Facet, b: Facet): SlotEquation[] {
  const equations: SlotEquation[] = [];
  for (const [key, slot] of b.slots) {
    const other = a.slots.get(key);
    if (!other || (key !== TOTAL && a.family !== b.family)) continue;
    equations.push({
      identity: 'restatement',
      scope: 'document',
      terms: [
        { ...slot, sign: 1 },
        { ...other, sign: -1 },
      ],
    });
  }
  return equations;
}
