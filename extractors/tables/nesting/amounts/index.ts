/** Rows and decimal strings in; their amounts as whole numbers, sums and digits out; imports model, notation. */
import type { ReadRow } from '../../../model/tables.ts';
import { toScaled } from '../../../notation/numbers.ts';

/** Amounts of a table are compared as whole numbers of 10^-6 of its unit. */
export const SCALE = 6;

/** The first number of a row; null where none is printed or readable. */
export function amountOf(row: ReadRow): bigint | null {
  const value = row.cells[0]?.value;
  return value ? toScaled(value, SCALE) : null;
}

/** The sum of the rows' first numbers. */
export function sumOfRows(rows: readonly ReadRow[]): bigint {
  return rows.reduce((sum, row) => sum + (amountOf(row) ?? 0n), 0n);
}

/** Rounding may leave a tail; 0.01 for each number, in the table's unit, is enough for the few members that a level has. */
export function isNearly(total: bigint, sum: bigint, members: number): boolean {
  const rest = total > sum ? total - sum : sum - total;
  return rest * 100n <= BigInt(members + 1) * 10n ** BigInt(SCALE);
}

/** Digits of a decimal string that no trailing or leading zero stands for: 60.00 has one, 2828.24 six. */
export function significantDigits(value: string | null): number {
  return (value ?? '')
    .replace(/^[-0.]+/, '')
    .replace('.', '')
    .replace(/0+$/, '').length;
}
