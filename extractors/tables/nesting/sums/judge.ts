import { at } from '../../../model/at.ts';
import type { NestedRow } from '../../../model/tables.ts';
import { type SumEvidence, sumEvidence } from './evidence.ts';
import { BROKEN } from './settings.ts';

/** A way to nest the rows of a panel: sets parents, and roles that follow from them; false where it has nothing to go by. */
export type NestingReading = (rows: readonly NestedRow[]) => boolean;

interface Nested extends SumEvidence {
  rows: readonly NestedRow[];
}

/**
 * Nests the rows by the first reading that has something to go by, unless its sums are broken where another's are exact: then by
 * the one for which most digits speak. What is printed comes first: another reading must confirm more, not only break less, and of
 * equals the earlier one stands. `readings` in the order of how much they usually say. Gives whether the first was overruled.
 */
export function nestByBest(rows: readonly NestedRow[], readings: readonly NestingReading[]): boolean {
  const [first, ...rivals] = readings;
  const preferred = first ? nestedBy(rows, first) : null;
  if (!preferred && rivals.length > 0) return nestByBest(rows, rivals);
  if (!preferred) return false;
  let best = preferred;
  if (preferred.broken > 0) {
    for (const rival of rivals) {
      const other = nestedBy(rows, rival);
      if (other && other.confirmed > preferred.confirmed && scoreOf(other) > scoreOf(best)) best = other;
    }
  }
  for (const [i, { parent, role }] of best.rows.entries()) {
    const row = at(rows, i);
    row.parent = parent;
    row.role = role;
  }
  return best !== preferred;
}

function nestedBy(rows: readonly NestedRow[], reading: NestingReading): Nested | null {
  const copies = rows.map((row): NestedRow => ({ ...row }));
  return reading(copies) ? { rows: copies, ...sumEvidence(copies) } : null;
}

const scoreOf = ({ confirmed, broken }: SumEvidence): number => confirmed - BROKEN * broken;
