import type { PlacedTable } from '../model/tables.ts';
import { otherReading, type Printed, slipWeight } from './explaining/edits.ts';
import type { Explanation, WeighedRepair } from './explaining/explain.ts';
import { RECOGNISED_WEIGHT, TAKEN } from './explaining/settings.ts';
import { Ledger } from './ledger/ledger.ts';

/**
 * The numbers recognised in pictures of which the equations leave one other reading, by fact id with that value: of all repairs of an
 * explanation one is made of such readings alone, and hardly anything else explains what is broken.
 */
export function readingsLeft(tables: readonly PlacedTable[], explanations: readonly Explanation[]): Map<string, string> {
  const left = new Map<string, string>();
  if (!tables.some(({ items }) => items.some(({ cells }) => cells.some(({ reading }) => reading)))) return left;
  const ledger = new Ledger(tables);
  const recognised = recognisedNumbers(ledger);
  for (const { repairs } of explanations) {
    const made = repairs.flatMap((repair) => valuesOf(repair, recognised) ?? []);
    const [only, ...others] = made;
    if (only && others.length === 0 && only.probability >= TAKEN) for (const [id, value] of only.values) left.set(id, value);
  }
  return left;
}

function recognisedNumbers(ledger: Ledger): Map<string, Printed> {
  const numbers = new Map<string, Printed>();
  for (const [t, { items }] of ledger.tables.entries()) {
    for (const { cells } of items) {
      for (const { id, column, value, reading } of cells) {
        if (reading && value !== null && column !== null)
          numbers.set(id, { value, scale: ledger.scaleOf(t, column), others: reading.alternatives });
      }
    }
  }
  return numbers;
}

interface Made {
  values: [id: string, value: string][];
  /** That it is this repair, and that the numbers were misread. */
  probability: number;
}

/** null for a repair that is not made of other readings alone. */
function valuesOf({ changes, probability }: WeighedRepair, recognised: ReadonlyMap<string, Printed>): Made | null {
  const made: Made = { values: [], probability };
  for (const change of changes) {
    if (change.kind !== 'value') return null;
    const [{ factId, delta }] = change.facts;
    const number = recognised.get(factId);
    const other = number && otherReading(number, delta);
    if (!other) return null;
    made.values.push([factId, other.value]);
    // The same change may be a slip of the source, which stays as it is printed.
    const misread = RECOGNISED_WEIGHT * other.posterior;
    made.probability *= misread / (misread + slipWeight(number, delta));
  }
  return made;
}
