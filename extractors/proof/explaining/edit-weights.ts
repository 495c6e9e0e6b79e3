import type { SaidQuantity } from '../../model/said.ts';
import { decimalsOf, fromScaled, toScaled, unitExponent } from '../../notation/numbers.ts';
import { type Ledger, MICRO } from '../ledger/ledger.ts';
import { perTable } from '../ledger/per-table.ts';
import { editBetween } from './edits.ts';
import type { WeighChange } from './explain.ts';
import { EDIT_WEIGHT, MOVE_WEIGHT } from './settings.ts';

interface Printed {
  value: string;
  /** Decimal places that lie between the printed unit and 10^-6 元. */
  scale: number;
}

/** Weighs changes of the ledger's facts and of the amounts in the prose by the edit of the printed text that they mean. */
export function editWeights(ledger: Ledger, statements: readonly SaidQuantity[]): WeighChange {
  let printed: ReadonlyMap<string, Printed> | null = null;
  return (change) => {
    if (change.kind !== 'value') return MOVE_WEIGHT[change.kind];
    const [{ factId, delta }] = change.facts;
    printed ??= printedNumbers(ledger, statements);
    const number = printed.get(factId);
    return number ? EDIT_WEIGHT[editBetween(number.value, changedText(number.value, number.scale, delta))] : EDIT_WEIGHT.other;
  };
}

/** By fact or statement id. Most documents have nothing to explain, and need none of it. */
function printedNumbers(ledger: Ledger, statements: readonly SaidQuantity[]): Map<string, Printed> {
  const printed = new Map([...ledger.tables.keys()].flatMap((t) => printedIn(ledger, t)));
  for (const { id, value, unit } of statements) printed.set(id, { value, scale: MICRO + (unitExponent(unit) ?? 0) });
  return printed;
}

const printedIn = perTable((ledger, t) =>
  ledger
    .table(t)
    .items.flatMap(({ cells }) =>
      cells.flatMap(({ id, column, value }): [string, Printed][] =>
        column === null || value === null ? [] : [[id, { value, scale: ledger.scaleOf(t, column) }]],
      ),
    ),
);

/** The number after the change, with no fewer decimals than are printed, or than are usual where it stands. */
export function changedText(value: string, scale: number, delta: bigint, usual = 0): string {
  const text = fromScaled(toScaled(value, scale) + delta, scale);
  const decimals = Math.max(usual, decimalsOf(value), decimalsOf(text.replace(/0+$/, '')));
  return decimals === 0 ? text.replace(/\..*$/, '') : text.slice(0, text.length - (scale - decimals));
}
