import { at } from '../../model/at.ts';
import type { HeaderAlternative, PlacedRow, PlacedTable, ValueColumn } from '../../model/tables.ts';
import { withPeriods } from '../../notation/periods.ts';
import { withCoordinates } from '../coordinates/index.ts';
import { groupsOf } from '../identities/groups.ts';
import type { ColumnGroup } from '../ledger/identity.ts';
import { judge, Ledger } from '../ledger/ledger.ts';
import { type Placement, placementsOf } from './placements.ts';

/** What the rows of a table say of a reading of its header. */
export interface HeaderEvidence {
  /** Numbers that find no column. */
  unplaced: number;
  /** Digits of totals that two addends or more give exactly, less those of broken ones. */
  digits: number;
}

export interface ChosenHeader {
  table: PlacedTable;
  /** The columns of readings for which rows and words speak as much. */
  tied: readonly (readonly ValueColumn[])[];
}

/** What a cost of 1 in the words weighs against digits: two or three rows in which sums of millions hold. */
const DIGITS = 20;
/** Readings that differ by less are as likely as each other: the cheapest oddity of a layout weighs twice as much. */
const CLOSE = 1;
/** Rows with the most numbers say the most. */
const MOST_ROWS = 40;
/** A broken sum speaks more against a reading than an exact one for it: sums of a wrong reading hold by chance where columns are empty. */
const BROKEN = 2;

/** The reading of the header for which the rows speak most; where they say nothing, the one that the words prefer, which comes first. */
export function chooseHeader(table: PlacedTable, readings: readonly HeaderAlternative[]): ChosenHeader {
  if (readings.length === 0) return { table, tied: [] };
  const tables = [table, ...readings.map(({ columns }) => withColumns(table, columns))];
  const costs = [0, ...readings.map(({ cost }) => cost)];
  const evidence = tables.map((reading, i) => weighed(evidenceOf(reading), at(costs, i)));
  const best = evidence.reduce((most, one, i) => (isBetter(one, at(evidence, most)) ? i : most), 0);
  const isTied = (i: number): boolean => i !== best && !isBetter(at(evidence, best), closer(at(evidence, i)));
  const tied = tables.filter((_, i) => isTied(i)).map(({ columns }) => columns);
  return { table: at(tables, best), tied };
}

function weighed({ unplaced, digits }: HeaderEvidence, cost: number): HeaderEvidence {
  return { unplaced, digits: digits - DIGITS * cost };
}

function closer({ unplaced, digits }: HeaderEvidence): HeaderEvidence {
  return { unplaced, digits: digits + CLOSE };
}

function isBetter(one: HeaderEvidence, other: HeaderEvidence): boolean {
  return one.unplaced !== other.unplaced ? one.unplaced < other.unplaced : one.digits > other.digits;
}

/** The same rows below other columns. Rows whose layout was lost have no columns yet. */
function withColumns(table: PlacedTable, columns: readonly ValueColumn[]): PlacedTable {
  const values = (panel: number): number[] => columns.filter((column) => column.panel === panel).map(({ index }) => index);
  const panels = table.panels.map((panel) => ({ ...panel, values: values(panel.index) }));
  return withCoordinates({ ...table, columns: withPeriods(columns, table.year), panels });
}

export function evidenceOf(table: PlacedTable): HeaderEvidence {
  const ledger = new Ledger([table]);
  const groups = groupsOf(table).columns;
  const rows = table.items.filter(({ cells }) => cells.length > 0).toSorted((a, b) => b.cells.length - a.cells.length);
  let unplaced = 0;
  let digits = 0;
  for (const row of rows) {
    const columns = ledger.moneyColumnsOfPanel(0, row.panel);
    unplaced += Math.max(0, row.cells.length - columns.length);
  }
  for (const row of rows.slice(0, MOST_ROWS)) digits += digitsOf(row, ledger, groups);
  return { unplaced, digits };
}

function digitsOf(row: PlacedRow, ledger: Ledger, groups: readonly ColumnGroup[]): number {
  const columns = ledger.moneyColumnsOfPanel(0, row.panel);
  const own = groups.filter((group) => columns.includes(group.total));
  const [placement] = placementsOf(ledger, 0, row, columns, own) ?? [];
  if (!placement) return 0;
  return own.reduce((sum, group) => sum + confirmed(group, placement, ledger.unitOf(0)), 0);
}

function confirmed({ total, addends }: ColumnGroup, { columns, vector }: Placement, u: bigint): number {
  const filled = addends.filter(({ column }) => columns.includes(column));
  if (filled.length < 2 && columns.includes(total)) return 0;
  const residual = filled.reduce((rest, { column, sign }) => rest - BigInt(sign) * at(vector, column), at(vector, total));
  const digits = String(at(vector, total) / u).length;
  const result = judge(residual, filled.length, u);
  return result === 'exact' ? (columns.includes(total) ? digits : 0) : result === 'broken' ? -BROKEN * digits : 0;
}
