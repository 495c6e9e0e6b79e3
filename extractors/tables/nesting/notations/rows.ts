import type { NestedRow } from '../../../model/tables.ts';
import { toScaled } from '../../../notation/numbers.ts';
import { isSubjectCode } from '../../../notation/row-kinds.ts';
import { SCALE, significantDigits } from '../amounts/index.ts';

/** A row whose code is to be read: what is printed in it. */
export interface CodedRow {
  row: NestedRow;
  printed: string;
  /** In millionths of the table's unit, by column; by place in the row where columns are not known. */
  amounts: ReadonlyMap<number, bigint>;
  /** Significant digits of its longest amount. */
  digits: number;
}

/** A 类 and the rows down to the next one. */
export interface Block {
  /** Three digits; '' before the first 类. */
  category: string;
  /** The row of the 类 itself; null where only rows below it are printed. */
  head: CodedRow | null;
  below: CodedRow[];
}

const CATEGORY_DIGITS = 3;
const OWN_DIGITS = /^\d{1,2}$/;

/** A level's own digits only. */
export function isOwnDigits(code: string): boolean {
  return OWN_DIGITS.test(code);
}

/** Rows with subject codes or own digits, in the order of the table, a block a 类; the row of a unit ends a block. */
export function blocksOf(rows: readonly NestedRow[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const row of rows) {
    if (row.role === 'unit') open = undefined;
    const printed = row.code;
    if (row.role !== 'item' || printed === null || !(isSubjectCode(printed) || isOwnDigits(printed))) continue;
    const coded = codedRow(row, printed);
    const category = isOwnDigits(printed) ? (open?.category ?? '') : printed.slice(0, CATEGORY_DIGITS);
    const isHead = printed.length === CATEGORY_DIGITS;
    if (!open || isHead || category !== open.category) {
      open = { category, head: isHead ? coded : null, below: [] };
      blocks.push(open);
    }
    if (!isHead) open.below.push(coded);
  }
  return blocks;
}

function codedRow(row: NestedRow, printed: string): CodedRow {
  const amounts = new Map<number, bigint>();
  let digits = 0;
  for (const [place, { column, value }] of row.cells.entries()) {
    if (value === null) continue;
    const at = column ?? place;
    if (!amounts.has(at)) amounts.set(at, toScaled(value, SCALE));
    digits = Math.max(digits, significantDigits(value));
  }
  return { row, printed, amounts, digits };
}
