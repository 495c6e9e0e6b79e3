import type { Column } from '../../../../schemas/table.ts';

/** What somebody typed as a number of a column: its decimal string, or why it is none. `fine`: more decimals than the column prints. */
export type Typed = { value: string; fine: boolean } | { problem: 'notNumber' | 'notWhole' };

const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PLAIN = /^\d+(?:\.\d+)?$/;

/** `（1,234.50）`, `△1234.50`, `−1234.5`, `12%` in a column of percents; full-width characters too. Grouping commas must stand right. */
export function typedValue(text: string, column: Pick<Column, 'type'>, decimals: number): Typed {
  let plain = text.normalize('NFKC').replace(/\s/g, '').replace(/[−–—]/g, '-');
  if (column.type === 'percent') plain = plain.replace(/%$/, '');
  const bracket = /^\((.+)\)$/.exec(plain)?.[1];
  const negative = bracket !== undefined || /^[-△▲]/.test(plain);
  const digits = (bracket ?? plain).replace(/^[-△▲+]/, '');
  if (!(PLAIN.test(digits) || GROUPED.test(digits))) return { problem: 'notNumber' };
  const value = digits.replace(/,/g, '').replace(/^0+(?=\d)/, '');
  const typedDecimals = value.split('.')[1]?.length ?? 0;
  if (column.type === 'count' && /[1-9]/.test(value.split('.')[1] ?? '')) return { problem: 'notWhole' };
  return { value: negative && /[1-9]/.test(value) ? `-${value}` : value, fine: typedDecimals > decimals };
}

/** The most decimals that a column's numbers have. */
export function mostDecimals(values: Iterable<string | null>): number {
  let most = 0;
  for (const value of values) most = Math.max(most, value?.split('.')[1]?.length ?? 0);
  return most;
}
