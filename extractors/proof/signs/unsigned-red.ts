import type { PlacedCell } from '../../model/tables.ts';

/** Whether a number is painted red and printed without a sign; nought has none. */
export function isUnsignedRed({ red, value }: PlacedCell): boolean {
  return red === true && value !== null && /[1-9]/.test(value) && !value.startsWith('-');
}
