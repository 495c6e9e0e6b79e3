import type { Coordinate, Coordinates, Said } from './coordinates.ts';
import { isPartOf } from './partitions.ts';

/**
 * What holds for the inner of two things, one within the other: what it says itself, unless the outer one said something narrower
 * (财政拨款 in a table of 一般公共预算 is no more than that). Both items, for each is finer than the other knows.
 */
export function within(outer: Said, inner: Said): Said {
  const result: Record<string, string | null | undefined> = { ...outer };
  for (const key of Object.keys(inner) as Coordinate[]) {
    const [above, own] = [outer[key], inner[key]];
    if (own === undefined || (above && own && isPartOf(key, above, own))) continue;
    result[key] = key === 'item' && above && own && !isPartOf(key, own, above) ? `${above} > ${own}` : own;
  }
  return result as Said;
}

/** What nothing says, in this order: what is spent on projects or by economic subject is expenditure; money is that of all years. */
const UNSAID: readonly { of: Said; is: Said }[] = [
  { of: { classification: 'project' }, is: { flow: 'expenditure' } },
  { of: { classification: 'departmentEconomic' }, is: { flow: 'expenditure' } },
  { of: { classification: 'governmentEconomic' }, is: { flow: 'expenditure' } },
  { of: { classification: 'project', flow: 'expenditure', memo: null }, is: { component: 'project' } },
  { of: { flow: 'expenditure' }, is: { component: 'total' } },
  { of: {}, is: { vintage: 'all' } },
];

/** A number's coordinate is its column's where the column says so, else its row's, else its table's. */
export function coordinatesOf(table: Said, row: Said, column: Said): Coordinates {
  let said = within(within(table, row), column);
  for (const { of, is } of UNSAID) if (holds(of, said)) said = { ...is, ...said };
  return {
    flow: said.flow ?? null,
    fund: said.fund ?? null,
    component: said.component ?? null,
    memo: said.memo ?? null,
    vintage: said.vintage ?? null,
    stage: said.stage ?? null,
    classification: said.classification ?? null,
    functionalCode: said.functionalCode ?? null,
    departmentEconomicCode: said.departmentEconomicCode ?? null,
    governmentEconomicCode: said.governmentEconomicCode ?? null,
    project: said.project ?? null,
    entity: said.entity ?? null,
    item: said.item ?? null,
  };
}

/** Only these decide what nothing says. */
function holds(of: Said, { classification = null, flow = null, memo = null }: Said): boolean {
  return (
    (of.classification === undefined || of.classification === classification) &&
    (of.flow === undefined || of.flow === flow) &&
    (of.memo === undefined || of.memo === memo)
  );
}
