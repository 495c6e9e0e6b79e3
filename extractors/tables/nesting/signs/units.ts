import { at } from '../../../model/at.ts';
import type { NestedRow, NestedTable } from '../../../model/tables.ts';
import { isOrganisation } from '../../../notation/organisations.ts';
import { compact, narrow } from '../../../notation/text.ts';
import { amountOf } from '../amounts/index.ts';
import { nestBelowFirst } from './indent.ts';

/** Units and what stands below them in lists of projects. */

/** False where there are no units. */
export function nestByUnit(rows: readonly NestedRow[]): boolean {
  let unit: NestedRow | null = null;
  for (const row of rows) {
    if (row.role === 'unit') unit = row;
    else if (row.role === 'total') unit = null;
    else if (unit && (row.outer.length === 0 || row.outer.includes(unit.label))) row.parent = unit.index;
  }
  return rows.some(({ role }) => role === 'unit');
}

interface Item {
  row: NestedRow;
  amount: bigint;
}

/** Without columns nothing but the sums tells a unit's row from its projects': it is the sum of the rows right below it. */
export function nestBySum(rows: readonly NestedRow[]): true {
  const amounts = rows.flatMap((row): Item[] => {
    const amount = amountOf(row);
    return amount === null ? [] : [{ row, amount }];
  });
  const total = amounts.find(({ row }) => row.role === 'total');
  const items = amounts.filter(({ row }) => row.role === 'item');
  const ends = endsOfProjects(items);
  let below = 0;
  for (const [i, unit] of items.entries()) {
    const end = ends[i] ?? 0;
    if (i < below || end === 0) continue;
    if (!isOrganisation(unit.row.label) && total?.amount !== unit.amount) continue;
    unit.row.role = 'unit';
    for (const { row } of items.slice(i + 1, end)) row.parent = unit.row.index;
    below = end;
  }
  return true;
}

/** For each row, the first row (exclusive) up to which those below it add up to its amount; 0 where they never do. */
function endsOfProjects(items: readonly Item[]): number[] {
  const ends = new Array<number>(items.length).fill(0);
  /** From the last row up: the amounts from a row to the end, and the next row that has as much. */
  const next = new Map([[0n, items.length]]);
  let below = 0n;
  for (let i = items.length - 1; i >= 0; i--) {
    const { amount } = at(items, i);
    if (amount !== 0n) ends[i] = next.get(below - amount) ?? 0;
    below += amount;
    next.set(below, i);
  }
  return ends;
}

/** Organisations at the top of a list whose other rows stand below them are its units, whatever the column is called. */
export function nameUnits(rows: readonly NestedRow[]): void {
  const tops = rows.filter((row) => row.parent === null && (row.role === 'item' || row.role === 'unit'));
  const parents = new Set(rows.map((row) => row.parent));
  if (tops.every((row) => row.code === null && isOrganisation(row.label) && parents.has(row.index)))
    for (const row of tops) row.role = 'unit';
}

/** In tables of subjects a unit's rows follow it, up to the next unit or a total. */
export function nestSubjectsByUnit(rows: readonly NestedRow[]): void {
  let unit: NestedRow | null = null;
  for (const row of rows) {
    if (row.role === 'unit') unit = row;
    else if (row.role === 'total') unit = null;
    else if (unit && row.role === 'item' && row.parent === null) row.parent = unit.index;
  }
}

/** A department's own row before those of its units, right below it the first of them: it is their sum. */
export function nestUnitsBySum(rows: readonly NestedRow[]): void {
  const first = rows.findIndex((row) => row.role === 'unit');
  if (rows[first + 1]?.role === 'unit') nestBelowFirst(rows.filter((row) => row.role === 'unit' && row.parent === null));
}

/** A row without code that is called as a unit of another table is that unit, also where the table shows it among other rows. */
export function nameUnitsOfDocument(tables: readonly NestedTable[]): void {
  const units = new Set(
    tables.flatMap(({ items }) =>
      items.filter(({ role, label }) => role === 'unit' && isOrganisation(label)).map(({ label }) => nameOf(label)),
    ),
  );
  for (const { items } of tables)
    for (const row of items) {
      if (row.role !== 'item' || row.code !== null || !units.has(nameOf(row.label))) continue;
      row.role = 'unit';
      row.isLeaf = false;
    }
}

const nameOf = (label: string): string => narrow(compact(label));
