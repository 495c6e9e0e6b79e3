import type { NestedRow } from '../../model/tables.ts';
import { isOrganisation } from '../../notation/organisations.ts';
import { amountOf } from './amounts.ts';

/** Units and what stands below them in lists of projects. */

export function nestByUnit(rows: readonly NestedRow[]): void {
  let unit: NestedRow | null = null;
  for (const row of rows) {
    if (row.role === 'unit') unit = row;
    else if (row.role === 'total') unit = null;
    else if (unit && (row.outer.length === 0 || row.outer.includes(unit.label))) row.parent = unit.index;
  }
}

interface Item {
  row: NestedRow;
  amount: bigint;
}

/** Without columns nothing but the sums tells a unit's row from its projects': it is the sum of the rows right below it. */
export function nestBySum(rows: readonly NestedRow[]): void {
  const amounts = rows.flatMap((row): Item[] => {
    const amount = amountOf(row);
    return amount === null ? [] : [{ row, amount }];
  });
  const total = amounts.find(({ row }) => row.role === 'total');
  const items = amounts.filter(({ row }) => row.role === 'item');
  let below = 0;
  for (const [i, unit] of items.entries()) {
    if (i < below) continue;
    if (!isOrganisation(unit.row.label) && total?.amount !== unit.amount) continue;
    const projects = projectsOf(unit, items.slice(i + 1));
    if (projects.length === 0) continue;
    unit.row.role = 'unit';
    for (const { row } of projects) row.parent = unit.row.index;
    below = i + 1 + projects.length;
  }
}

/** The rows that follow up to where they add up to the unit's amount; none where they never do. */
function projectsOf(unit: Item, following: readonly Item[]): readonly Item[] {
  if (unit.amount === 0n) return [];
  let sum = 0n;
  for (const [i, { amount }] of following.entries()) {
    sum += amount;
    if (sum === unit.amount) return following.slice(0, i + 1);
  }
  return [];
}

/** Organisations at the top of a list whose other rows stand below them are its units, whatever the column is called. */
export function nameUnits(rows: readonly NestedRow[]): void {
  const tops = rows.filter((row) => row.parent === null && (row.role === 'item' || row.role === 'unit'));
  const parents = new Set(rows.map((row) => row.parent));
  if (tops.every((row) => row.code === null && isOrganisation(row.label) && parents.has(row.index)))
    for (const row of tops) row.role = 'unit';
}
