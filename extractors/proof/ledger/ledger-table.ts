import { addTo } from '../../model/add-all.ts';
import { at } from '../../model/at.ts';
import type { PlacedCell, PlacedRow, PlacedTable } from '../../model/tables.ts';
import { decimalsOf, toScaled, unitExponent } from '../../notation/numbers.ts';

/** Amounts are compared as whole numbers of 10^-6 元, so that tables in 元 and 万元 meet without rounding. */
export const MICRO = 6;

/** Cells and amounts by column. */
export interface LedgerRow {
  cells: (PlacedCell | undefined)[];
  amounts: (bigint | null | undefined)[];
  /** Columns of which it is not known what stands in them; all of them, where a number may stand anywhere. */
  uncertain: Set<number> | 'all' | null;
  /** Some numbers have no column yet. */
  open: boolean;
}

/** What a ledger holds of one table: it follows from the table and from the exponent of its unit. */
export class LedgerTable {
  readonly rows: readonly LedgerRow[];
  /** The last place of the finest decimal that is printed in money columns, in 10^-6 元. */
  readonly lastPlace: bigint;
  /** No fewer numbers end in a decimal zero than have fewer decimals. */
  readonly keepsZeros: boolean;
  /** Once it is asked for. */
  private children: Map<number, number[]> | null = null;

  constructor(
    private readonly table: PlacedTable,
    /** Decimal places between the unit of the table and 元. */
    readonly exponent: number,
  ) {
    this.rows = table.items.map((row) => this.ledgerRow(row));
    const values = moneyValues(table);
    const finest = values.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
    this.lastPlace = 10n ** BigInt(Math.max(0, MICRO + exponent - finest));
    this.keepsZeros = finest > 0 && exponent === 0 && printsZeros(values, finest);
  }

  /** Decimal places between the unit that the column prints and 10^-6 元. */
  scaleOf(column: number | null): number {
    const unit = column === null ? null : at(this.table.columns, column).unit;
    return MICRO + (unitExponent(unit) ?? this.exponent);
  }

  childrenOf(row: number): readonly number[] {
    this.children ??= childrenIn(this.table);
    return this.children.get(row) ?? [];
  }

  /** Amounts are asked for far more often than there are cells. */
  private ledgerRow(row: PlacedRow): LedgerRow {
    const ledgerRow: LedgerRow = { cells: [], amounts: [], uncertain: null, open: false };
    for (const cell of row.cells) {
      if (cell.placement === 'ambiguous') {
        if (cell.alternatives.length === 0) ledgerRow.uncertain = 'all';
        for (const column of cell.alternatives) markUncertain(ledgerRow, column);
      }
      if (cell.column === null) {
        ledgerRow.open = true;
        continue;
      }
      if (cell.placement === 'ambiguous' || cell.value === null) markUncertain(ledgerRow, cell.column);
      ledgerRow.cells[cell.column] = cell;
      ledgerRow.amounts[cell.column] = cell.value === null ? null : toScaled(cell.value, this.scaleOf(cell.column));
    }
    return ledgerRow;
  }
}

/** A ledger is made anew after every decision, and most tables are then as they were. */
const KNOWN = new WeakMap<PlacedTable, LedgerTable>();

export function ledgerTable(table: PlacedTable, exponent: number): LedgerTable {
  const known = KNOWN.get(table);
  if (known?.exponent === exponent) return known;
  const made = new LedgerTable(table, exponent);
  KNOWN.set(table, made);
  return made;
}

/** What stands in `column` is not known. */
function markUncertain(row: LedgerRow, column: number): void {
  if (row.uncertain === 'all') return;
  row.uncertain ??= new Set();
  row.uncertain.add(column);
}

/** By row the rows that are part of it. */
function childrenIn({ items }: PlacedTable): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const { index, parent } of items) {
    if (parent === null) continue;
    addTo(children, parent, index);
  }
  return children;
}

function printsZeros(values: readonly string[], finest: number): boolean {
  const zeros = values.filter((value) => decimalsOf(value) === finest && value.endsWith('0')).length;
  return zeros >= values.filter((value) => decimalsOf(value) < finest).length;
}

function moneyValues(table: PlacedTable): string[] {
  return table.items.flatMap((row) =>
    row.cells.flatMap((cell) =>
      cell.value === null || cell.percent || (cell.column !== null && at(table.columns, cell.column).type !== 'money') ? [] : [cell.value],
    ),
  );
}
