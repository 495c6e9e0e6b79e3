import type { Coordinates } from '../../schemas/lexicon/coordinates/coordinates.ts';
import type { Selection, StandardMeasure } from '../../schemas/lexicon/measures/index.ts';
import type { ValueState } from '../../schemas/table.ts';
import { groupBy } from '../model/add-all.ts';
import { at } from '../model/at.ts';
import { Amount } from '../notation/decimal.ts';
import { type AmountsByKey, keyOf } from './amounts.ts';
import type { PrintedAmount } from './printed-amount.ts';

/** The amount of a measure that tables print, with others of the same coordinates. */
export interface Chosen {
  amount: PrintedAmount;
  agreeing: readonly PrintedAmount[];
  differing: readonly PrintedAmount[];
}

export type Wanted = Omit<Coordinates, 'classification' | 'entity' | 'project'>;

/** The coordinates that a selection allows, the preferred ones first. */
export function wanted(select: Selection, stage: Coordinates['stage']): Wanted[] {
  const { flow, fund, memo = null, functionalCode = null, departmentEconomicCode = null } = select;
  const components = select.component ?? [flow === 'expenditure' ? 'total' : null];
  const vintages = select.vintage ?? ['all', 'currentYear'];
  const items = select.item ?? [null];
  return components.flatMap((component) =>
    fund.flatMap((oneFund) =>
      vintages.flatMap((vintage) =>
        items.map((item): Wanted => {
          const codes = { functionalCode, departmentEconomicCode, governmentEconomicCode: null };
          return { flow, fund: oneFund, component, memo, vintage, stage, item, ...codes };
        }),
      ),
    ),
  );
}

/** The best amount of the first coordinates that a table of the measure prints, else of the first that any table prints; null where none does. */
export function choose(measure: StandardMeasure, amounts: AmountsByKey, stage: Coordinates['stage']): Chosen | null {
  const { tables } = measure;
  const select = ofOneKind(measure.select, amounts);
  const printed = wanted(select, stage).map((of) => (amounts.get(keyOf(of)) ?? []).filter(({ cell }) => cell.valueYuan !== null));
  const listed = printed.map((equal) => equal.filter(({ table }) => tables.includes(table.kind)));
  const equal = [...listed, ...printed].find(({ length }) => length > 0);
  return equal ? chosenAmong(equal, tables) : null;
}

/**
 * The 类 of one body are of one kind: where others of basic expenditure are printed, of a fund, one of all expenditure or of another fund
 * is none of them, and what is blank among them is blank.
 */
export function ofOneKind(select: Selection, amounts: AmountsByKey): Selection {
  const { departmentEconomicCode, component = [], fund } = select;
  const finer = new Set<Coordinates['component']>(component.filter((each) => each !== 'total'));
  if (departmentEconomicCode === undefined || finer.size === 0) return select;
  const categories = [...amounts.values()].flatMap(([first]) =>
    first && first.of.departmentEconomicCode !== null && first.of.memo === null && finer.has(first.of.component) ? [first.of.fund] : [],
  );
  const printed = fund.find((each) => categories.includes(each));
  return printed === undefined ? select : { ...select, fund: [printed], component: [...finer] };
}

/** Of the readable amounts of equal coordinates: of each table those that speak of the whole. */
function chosenAmong(equal: readonly PrintedAmount[], kinds: readonly string[]): Chosen | null {
  const tables = groupBy(equal, ({ table }) => table.index);
  const ranked = [...tables.values()].flatMap(ofTheWhole).sort((a, b) => compared(rankOf(a, kinds), rankOf(b, kinds)));
  const [best, ...others] = ranked;
  if (!best) return null;
  return {
    amount: best,
    agreeing: others.filter((other) => sameAmount(best, other)),
    differing: others.filter((other) => !sameAmount(best, other)),
  };
}

/** Of one table: not what is of a unit where a total stands, not a row without a name, not an 其中 row, not a part of another row. */
function ofTheWhole(amounts: readonly PrintedAmount[]): PrintedAmount[] {
  return [
    ({ nearness }: PrintedAmount) => nearness,
    ({ row }: PrintedAmount) => (row.label === '' && row.code === null ? 1 : 0),
    ({ row }: PrintedAmount) => (row.role === 'memo' ? 1 : 0),
    ({ row }: PrintedAmount) => (row.parent === null ? 0 : 1),
  ].reduce<readonly PrintedAmount[]>((left, measureOf) => {
    const least = Math.min(...left.map(measureOf));
    return left.filter((amount) => measureOf(amount) === least);
  }, amounts) as PrintedAmount[];
}

/** How well a number is proved, the best first. */
export const STATES: readonly ValueState[] = ['confirmed', 'proved', 'consistent', 'unconstrained', 'repaired', 'contradicted'];

export const weakest = (states: readonly ValueState[]): ValueState =>
  at(STATES, Math.max(0, ...states.map((state) => STATES.indexOf(state))));

function rankOf({ table, cell, place, nearness }: PrintedAmount, kinds: readonly string[]): number[] {
  const kind = kinds.indexOf(table.kind);
  return [kind < 0 ? kinds.length : kind, nearness, STATES.indexOf(cell.valueState), place, table.index];
}

function compared(a: readonly number[], b: readonly number[]): number {
  const difference = a.map((value, i) => value - at(b, i)).find((each) => each !== 0);
  return difference ?? 0;
}

/** Within one unit of the coarser one's last place: rounded, cut off, or with a tail. Nothing equals zero but zero. */
function sameAmount(a: PrintedAmount, b: PrintedAmount): boolean {
  const [x, y] = [new Amount(a.cell.valueYuan ?? 0), new Amount(b.cell.valueYuan ?? 0)];
  if (x.isZero() || y.isZero()) return x.equals(y);
  return x
    .minus(y)
    .abs()
    .lessThanOrEqualTo(new Amount(10).pow(Math.max(a.place, b.place)));
}
