import type { Coordinates } from '../../schemas/lexicon/coordinates/coordinates.ts';
import { groupBy } from '../model/add-all.ts';
import { Amount } from '../notation/decimal.ts';
import type { PrintedAmount } from './printed-amount.ts';

const isTotal = ({ of }: PrintedAmount): boolean =>
  of.memo === null &&
  of.item === null &&
  of.functionalCode === null &&
  of.departmentEconomicCode === null &&
  of.governmentEconomicCode === null;

const isSpent = (amount: PrintedAmount): boolean =>
  isTotal(amount) && amount.of.flow === 'expenditure' && amount.of.component === 'total' && amount.of.vintage === 'all';

const isCarriedOver = (amount: PrintedAmount): boolean =>
  isTotal(amount) && amount.of.flow === 'revenue' && amount.of.vintage === 'carriedOver';

/** What was carried over of a budget; of the general public budget that of 财政拨款 where its own is not printed. */
const CARRIED_OF: Readonly<Partial<Record<NonNullable<Coordinates['fund']>, readonly Coordinates['fund'][]>>> = {
  generalPublicBudget: ['generalPublicBudget', 'fiscalAppropriation'],
  governmentFund: ['governmentFund'],
  stateCapital: ['stateCapital'],
  fiscalAppropriation: ['fiscalAppropriation'],
};

/**
 * Most documents print the expenditure from a budget twice: with what was carried over in the table of both sides, and this year's
 * appropriation alone in the table of that budget, whose title need not say so. Where the totals of two tables differ by just what was
 * carried over, the expenditure in the smaller one's table is that of this year's money.
 */
export function toldApart(amounts: readonly PrintedAmount[]): readonly PrintedAmount[] {
  const carried = amounts.filter(isCarriedOver);
  const tables = new Set<string>();
  for (const [, spent] of groupBy(amounts.filter(isSpent), ({ of }) => `${of.fund}|${of.stage}`)) {
    const [{ of }] = spent;
    const opening = (CARRIED_OF[of.fund ?? 'all'] ?? []).flatMap((fund) =>
      carried.filter((each) => each.of.fund === fund && each.of.stage === of.stage),
    );
    for (const part of spent) if (spent.some((whole) => isWithout(part, whole, opening))) tables.add(tableOf(part));
  }
  if (tables.size === 0) return amounts;
  return amounts.map((amount) =>
    amount.of.flow === 'expenditure' && amount.of.vintage === 'all' && tables.has(tableOf(amount))
      ? { ...amount, of: { ...amount.of, vintage: 'currentYear' } }
      : amount,
  );
}

const tableOf = ({ table, of }: PrintedAmount): string => `${table.index}|${of.fund}|${of.stage}`;

/** Whether `part` is `whole` without one of the amounts that were carried over. */
function isWithout(part: PrintedAmount, whole: PrintedAmount, carried: readonly PrintedAmount[]): boolean {
  if (part.table === whole.table || part.cell.valueYuan === null || whole.cell.valueYuan === null) return false;
  const difference = new Amount(whole.cell.valueYuan).minus(part.cell.valueYuan);
  return carried.some(({ cell, place }) => {
    if (cell.valueYuan === null || Number(cell.valueYuan) <= 0) return false;
    const last = new Amount(10).pow(Math.max(place, part.place, whole.place));
    return difference.minus(cell.valueYuan).abs().lessThanOrEqualTo(last);
  });
}
