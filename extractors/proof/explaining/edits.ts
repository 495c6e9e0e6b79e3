import type { Likely } from '../../model/blocks.ts';
import type { SaidQuantity } from '../../model/said.ts';
import { decimalsOf, fromScaled, parseNumber, toScaled, unitExponent } from '../../notation/numbers.ts';
import { type Ledger, MICRO } from '../ledger/ledger.ts';
import { perTable } from '../ledger/per-table.ts';
import type { WeighChange } from './explain.ts';
import { EDIT_WEIGHT, MOVE_WEIGHT, RECOGNISED_WEIGHT } from './settings.ts';

/** What a reader or a typist does to a printed number. */
export type Edit = 'digit' | 'swap' | 'length' | 'scale' | 'sign' | 'other';

export interface Printed {
  value: string;
  /** Decimal places that lie between the printed unit and 10^-6 元. */
  scale: number;
  /** What else a number that was recognised in a picture may be. */
  others?: readonly Likely[];
}

/** Weighs changes of the ledger's facts and of the amounts in the prose by the edit of the printed text that they mean. */
export function editWeights(ledger: Ledger, statements: readonly SaidQuantity[]): WeighChange {
  let printed: ReadonlyMap<string, Printed> | null = null;
  return (change) => {
    if (change.kind !== 'value') return MOVE_WEIGHT[change.kind];
    const [{ factId, delta }] = change.facts;
    printed ??= printedNumbers(ledger, statements);
    const number = printed.get(factId);
    if (!number) return EDIT_WEIGHT.other;
    return slipWeight(number, delta) + RECOGNISED_WEIGHT * (otherReading(number, delta)?.posterior ?? 0);
  };
}

/** How likely it is that the number is printed as it is, and meant otherwise. */
export function slipWeight({ value, scale }: Printed, delta: bigint): number {
  return EDIT_WEIGHT[editBetween(value, changedText(value, scale, delta))];
}

/** The other reading of a number that the change makes of it. */
export function otherReading({ value, scale, others = [] }: Printed, delta: bigint): (Likely & { value: string }) | null {
  const wanted = toScaled(value, scale) + delta;
  for (const other of others) {
    const parsed = parseNumber(other.text)?.value;
    if (parsed !== undefined && toScaled(parsed, scale) === wanted) return { ...other, value: parsed };
  }
  return null;
}

/** By fact or statement id. Most documents have nothing to explain, and need none of it. */
function printedNumbers(ledger: Ledger, statements: readonly SaidQuantity[]): Map<string, Printed> {
  const printed = new Map([...ledger.tables.keys()].flatMap((t) => printedIn(ledger, t)));
  for (const { id, value, unit } of statements) printed.set(id, { value, scale: MICRO + (unitExponent(unit) ?? 0) });
  return printed;
}

const printedIn = perTable((ledger, t) =>
  ledger.table(t).items.flatMap(({ cells }) =>
    cells.flatMap(({ id, column, value, reading }): [string, Printed][] => {
      if (column === null || value === null) return [];
      const printed: Printed = { value, scale: ledger.scaleOf(t, column) };
      return [[id, reading ? { ...printed, others: reading.alternatives } : printed]];
    }),
  ),
);

/** The number after the change, with no fewer decimals than are printed, or than are usual where it stands. */
export function changedText(value: string, scale: number, delta: bigint, usual = 0): string {
  const text = fromScaled(toScaled(value, scale) + delta, scale);
  const decimals = Math.max(usual, decimalsOf(value), decimalsOf(text.replace(/0+$/, '')));
  return decimals === 0 ? text.replace(/\..*$/, '') : text.slice(0, text.length - (scale - decimals));
}

/** Decimal strings with the same number of decimals, such as `269.74` and `289.74`. */
export function editBetween(printed: string, intended: string): Edit {
  const [a, b] = [printed.replace('-', ''), intended.replace('-', '')];
  if (a === b) return 'sign';
  if (printed.startsWith('-') !== intended.startsWith('-')) return 'other';
  const [x, y] = [digitsOf(a), digitsOf(b)];
  if (isShift(x, y)) return 'scale';
  if (x.length === y.length) {
    const different = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]));
    if (different.length === 1) return 'digit';
    const [i, j] = different;
    const areNeighbours = different.length === 2 && i !== undefined && j === i + 1;
    return areNeighbours && x[i] === y[j] && x[j] === y[i] ? 'swap' : 'other';
  }
  return isOneMore(x, y) || isOneMore(y, x) ? 'length' : 'other';
}

const digitsOf = (value: string): string => value.replace('.', '').replace(/^0+(?=\d)/, '');

/** The same digits with the point elsewhere: a lost point, 元 for 万元. */
function isShift(x: string, y: string): boolean {
  if (x === y) return true;
  const [long, short] = x.length >= y.length ? [x, y] : [y, x];
  return long.length > short.length && long.startsWith(short) && /^0+$/.test(long.slice(short.length));
}

/** `long` is `short` with one digit put in. */
function isOneMore(long: string, short: string): boolean {
  if (long.length !== short.length + 1) return false;
  let i = 0;
  while (i < short.length && long[i] === short[i]) i++;
  return long.slice(i + 1) === short.slice(i);
}
