/**
 * Placed tables in; amounts in one scale by their place out, with what an identity and an equation are; imports schemas, model,
 * notation.
 */
import type { EquationScope } from '../../../schemas/equation.ts';
import { at } from '../../model/at.ts';
import type { PlacedCell, PlacedRow, PlacedTable, ValueColumn } from '../../model/tables.ts';
import { decimalsOf, fromScaled, isMoneyUnit, toScaled, unitExponent, usualUnit } from '../../notation/numbers.ts';
import { type LedgerTable, ledgerTable, MICRO } from './ledger-table.ts';

export { MICRO };

/** A row: `table` is the position in the list of tables, `row` the index in its items. */
export interface RowSlot {
  table: number;
  row: number;
}

/** Where an amount stands or would stand; `column` indexes the table's columns. */
export interface Slot extends RowSlot {
  column: number;
}

export type SlotTerm = Slot & { sign: 1 | -1 };

/** Σ sign·amount = 0 over slots; the total comes first. Blank slots count as 0. */
export interface SlotEquation {
  identity: string;
  scope: EquationScope;
  terms: [total: SlotTerm, ...addends: SlotTerm[]];
}

/** total = Σ addends. */
export function sumEquation(identity: string, scope: EquationScope, total: Slot, addends: readonly Slot[]): SlotEquation {
  return { identity, scope, terms: [{ ...total, sign: 1 }, ...addends.map((slot): SlotTerm => ({ ...slot, sign: -1 }))] };
}

export class Ledger {
  private readonly parts: readonly LedgerTable[];

  constructor(readonly tables: readonly PlacedTable[]) {
    const usual = usualUnit(tables.map((table) => table.caption.unit));
    this.parts = tables.map((table) => ledgerTable(table, unitExponent(table.caption.unit ?? usual) ?? 0));
  }

  /** @throws RangeError, as `row` and `column` do, where there is none: positions come from this ledger's own tables. */
  table(table: number): PlacedTable {
    return at(this.tables, table);
  }

  /** What follows from the table alone: the same object for as long as the table is. */
  own(table: number): LedgerTable {
    return at(this.parts, table);
  }

  row({ table, row }: RowSlot): PlacedRow {
    return at(this.table(table).items, row);
  }

  column(table: number, column: number): ValueColumn {
    return at(this.table(table).columns, column);
  }

  /** Decimal places between the unit that the table is printed in and 元. */
  exponentOf(table: number): number {
    return this.own(table).exponent;
  }

  /** The rows that are part of this one. */
  childrenOf({ table, row }: RowSlot): readonly number[] {
    return this.own(table).childrenOf(row);
  }

  cell(slot: Slot): PlacedCell | undefined {
    return this.parts[slot.table]?.rows[slot.row]?.cells[slot.column];
  }

  /** null when the slot is blank or its text is no number. */
  amount(slot: Slot): bigint | null {
    return this.parts[slot.table]?.rows[slot.row]?.amounts[slot.column] ?? null;
  }

  /** What stands here is not known: an unreadable number, or one of several that the equations would allow here. */
  isUncertain(slot: Slot): boolean {
    const uncertain = this.parts[slot.table]?.rows[slot.row]?.uncertain ?? null;
    return uncertain !== null && (uncertain === 'all' || uncertain.has(slot.column));
  }

  /** Some numbers of the row have no column yet. */
  isOpen(slot: RowSlot): boolean {
    return this.parts[slot.table]?.rows[slot.row]?.open ?? false;
  }

  scaled(cell: PlacedCell, table: number, column: number | null): bigint | null {
    return cell.value === null ? null : toScaled(cell.value, this.scaleOf(table, column));
  }

  /** Decimal places between the unit that the column prints and 10^-6 元. */
  scaleOf(table: number, column: number | null): number {
    return this.own(table).scaleOf(column);
  }

  /** u: the last place of the finest decimal printed in the table's money columns. */
  unitOf(table: number): bigint {
    return this.own(table).lastPlace;
  }

  /**
   * The last place of a number that was printed with fewer decimals than it has: as wide as a spreadsheet shows at most
   * (480544221.6), or whole among numbers that keep their zeros (12,604,173 beside 2,925,857.00). null for all others, and for
   * what is coarser than a yuan.
   */
  cutAt(slot: Slot): bigint | null {
    const cell = this.cell(slot);
    if (!cell || cell.value === null || cell.percent) return null;
    const own = 10n ** BigInt(Math.max(0, this.scaleOf(slot.table, slot.column) - decimalsOf(cell.value)));
    if (own <= this.unitOf(slot.table) || own > YUAN) return null;
    return isWidest(cell.raw.trim()) || this.parts[slot.table]?.keepsZeros ? own : null;
  }

  isMoney(table: number, column: number): boolean {
    return this.tables[table]?.columns[column]?.type === 'money';
  }

  hasUnit(table: number, column: number): boolean {
    const unit = this.tables[table]?.columns[column]?.unit ?? this.tables[table]?.caption.unit ?? null;
    return isMoneyUnit(unit);
  }

  /** An amount of this ledger as a decimal string in the table's own unit. */
  print(scaled: bigint, table: number): string {
    const text = fromScaled(scaled, MICRO + this.exponentOf(table));
    return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  }

  moneyColumns(table: number): number[] {
    return this.table(table)
      .columns.filter((column) => column.type === 'money')
      .map((column) => column.index);
  }

  /** Money columns of one panel in printed order; none where there is no such panel. */
  moneyColumnsOfPanel(table: number, panel: number): number[] {
    return (this.table(table).panels[panel]?.values ?? []).filter((column) => this.isMoney(table, column));
  }
}

const YUAN = 10n ** BigInt(MICRO);

/** A spreadsheet's general format shows eleven characters; a further decimal would not fit. */
function isWidest(raw: string): boolean {
  const number = /^-?(\d+(?:\.\d+)?)$/.exec(raw)?.[1] ?? '';
  return number.includes('.') ? number.length === 11 : number.length >= 10 && number.length <= 11;
}

export function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/**
 * What rounding of n addends and their total explains: |residual| ≤ min((n+1)/2, max(1, ⌈3·√((n+1)/12)⌉))·u, closed. The bound in
 * the units of `u`; half a unit is rounded down, since residuals are whole multiples of u.
 */
export function slackOf(addends: number, u: bigint): bigint {
  const spread = BigInt(Math.max(1, Math.ceil(3 * Math.sqrt((addends + 1) / 12)))) * u;
  const half = (BigInt(addends + 1) * u) / 2n;
  return half < spread ? half : spread;
}

/** exact, tail or broken: residual 0, within the slack, or beyond it. */
export function judge(residual: bigint, addends: number, u: bigint): 'exact' | 'tail' | 'broken' {
  if (residual === 0n) return 'exact';
  const slack = slackOf(addends, u);
  return residual <= slack && -residual <= slack ? 'tail' : 'broken';
}
