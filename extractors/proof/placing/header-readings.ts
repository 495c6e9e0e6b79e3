import { at } from '../../model/at.ts';
import type { HeaderAlternative, PlacedRow, PlacedTable, ValueColumn } from '../../model/tables.ts';
import { withPeriods } from '../../notation/periods.ts';
import { withCoordinates } from '../coordinates/index.ts';
import { groupsOf } from '../identities/groups.ts';
import type { ColumnGroup } from '../ledger/identity.ts';
import { judge, Ledger } from '../ledger/ledger.ts';
import { contradictions, type Evidence, isBetter, isTied, NO_EVIDENCE } from '../weighing/index.ts';
import { columnsFor, type Placement, placementsOf } from './placements.ts';
import { LEAST_CONFIRMING, MOST_ROWS, WORD_DIGITS, WORD_NOISE } from './settings.ts';

export interface ChosenHeader {
  table: PlacedTable;
  /** The columns of readings for which rows and words speak as much. */
  tied: readonly (readonly ValueColumn[])[];
  /** Columns that the sums of the rows bear out, where none is broken and they are no chance. */
  confirmed: ReadonlySet<number>;
}

/** The reading of the header for which the rows speak most; where they say nothing, the one that the words prefer, which comes first. */
export function chooseHeader(table: PlacedTable, readings: readonly HeaderAlternative[]): ChosenHeader {
  if (readings.length === 0) {
    const isOpen = table.layout === 'sequence' && (table.headerDamaged !== null || table.columns.some(({ shifted }) => shifted));
    return { table, tied: [], confirmed: isOpen ? confirmedIn(table, evidenceOf(table)) : new Set() };
  }
  const tables = [table, ...readings.map(({ columns }) => withColumns(table, columns))];
  const costs = [0, ...readings.map(({ cost }) => cost)];
  const evidence = tables.map((reading, i): Evidence => ({ ...evidenceOf(reading), cost: WORD_DIGITS * at(costs, i) }));
  const best = evidence.reduce((most, one, i) => (isBetter(one, at(evidence, most)) ? i : most), 0);
  // Sums that another reading of the names states speak for it; nothing speaks against the likeliest words that state none and break none.
  const isUnrefuted = (i: number): boolean =>
    i === 0 && at(evidence, 0).unplaced === at(evidence, best).unplaced && at(evidence, 0).broken === 0;
  const tied = tables.filter((_, i) => i !== best && (isUnrefuted(i) || isTied(at(evidence, best), at(evidence, i), WORD_NOISE)));
  const chosen = at(tables, best);
  return { table: chosen, tied: tied.map(({ columns }) => columns), confirmed: confirmedIn(chosen, at(evidence, best)) };
}

/** The columns of the groups whose sums the rows state exactly. */
function confirmedIn(table: PlacedTable, { exact, broken, unplaced }: Evidence): ReadonlySet<number> {
  if (exact < LEAST_CONFIRMING || broken > 0 || unplaced > 0) return new Set();
  return new Set(groupsOf(table).columns.flatMap(({ total, addends }) => [total, ...addends.map(({ column }) => column)]));
}

/** The same rows below other columns. Rows whose layout was lost have no columns yet. */
function withColumns(table: PlacedTable, columns: readonly ValueColumn[]): PlacedTable {
  const values = (panel: number): number[] => columns.filter((column) => column.panel === panel).map(({ index }) => index);
  const panels = table.panels.map((panel) => ({ ...panel, values: values(panel.index) }));
  return withCoordinates({ ...table, columns: withPeriods(columns, table.year), panels });
}

/** What the rows of a table say of a reading of its header. */
export function evidenceOf(table: PlacedTable): Evidence {
  const ledger = new Ledger([table]);
  const groups = groupsOf(table).columns;
  const rows = table.items.filter(({ cells }) => cells.length > 0).toSorted((a, b) => b.cells.length - a.cells.length);
  const unplaced = rows.reduce((sum, row) => sum + Math.max(0, row.cells.length - columnsFor(ledger, 0, row).length), 0);
  const judged = rows.slice(0, MOST_ROWS).flatMap((row) => digitsOf(row, ledger, groups));
  const sumOf = (result: 'exact' | 'broken'): number => judged.reduce((sum, one) => (one.result === result ? sum + one.digits : sum), 0);
  return { ...NO_EVIDENCE, exact: sumOf('exact'), broken: sumOf('broken'), unplaced, contradicted: contradictions(table) };
}

interface Judged {
  result: 'exact' | 'tail' | 'broken';
  digits: number;
}

/** The sums that one row states, by the digits of their totals. */
function digitsOf(row: PlacedRow, ledger: Ledger, groups: readonly ColumnGroup[]): Judged[] {
  const columns = columnsFor(ledger, 0, row);
  const own = groups.filter((group) => columns.includes(group.total));
  const [placement] = placementsOf(ledger, 0, row, columns, own) ?? [];
  return placement ? own.flatMap((group) => judged(group, placement, ledger.unitOf(0))) : [];
}

function judged({ total, addends }: ColumnGroup, { columns, vector }: Placement, u: bigint): Judged[] {
  const filled = addends.filter(({ column }) => columns.includes(column));
  const isPrinted = columns.includes(total);
  if (filled.length < 2 && isPrinted) return [];
  const residual = filled.reduce((rest, { column, sign }) => rest - BigInt(sign) * at(vector, column), at(vector, total));
  const result = judge(residual, filled.length, u);
  return result === 'exact' && !isPrinted ? [] : [{ result, digits: String(at(vector, total) / u).length }];
}
