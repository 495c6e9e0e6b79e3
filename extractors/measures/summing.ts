import type { Coordinates } from '../../schemas/lexicon/coordinates/coordinates.ts';
import { PARTITIONS, wholeOf } from '../../schemas/lexicon/coordinates/index.ts';
import type { MeasureSum, StandardMeasure } from '../../schemas/lexicon/measures/index.ts';
import { groupBy } from '../model/add-all.ts';
import { Amount } from '../notation/decimal.ts';
import { type AmountsByKey, keyOf } from './amounts.ts';
import { ofOneKind, type Wanted, wanted, weakest } from './choosing.ts';
import type { Figure } from './figure.ts';
import type { PrintedAmount } from './printed-amount.ts';

/** Amounts that make up another one. */
export interface Summed {
  of: Wanted;
  terms: readonly PrintedAmount[];
}

/** Coordinates whose parts stand side by side in a row that leaves the whole out: a 三公 table with a column for each budget, 人员经费 beside 公用经费. */
const DIVIDED = PARTITIONS.filter(({ whole }) => whole === 'fiscalAppropriation' || whole === 'basic');

/** A whole from its parts, where one row of a table prints them all. */
export function sumOfColumns(measure: StandardMeasure, amounts: AmountsByKey, stage: Coordinates['stage']): Summed | null {
  for (const of of wanted(ofOneKind(measure.select, amounts), stage)) {
    if (amounts.has(keyOf(of))) return null;
    for (const { coordinate, whole, parts } of DIVIDED) {
      if (of[coordinate === 'fund' ? 'fund' : 'component'] !== whole) continue;
      const printed = parts.flatMap((part) => amounts.get(keyOf({ ...of, [coordinate]: part })) ?? []);
      const rows = groupBy(printed, ({ table, row }) => (measure.tables.includes(table.kind) ? `${table.index}|${row.index}` : null));
      const terms = [...rows.values()].find((row) => row.length === parts.length && row.every(isReadable));
      if (terms) return { of, terms };
    }
  }
  return null;
}

/** The total of a table that prints none, from its 类. */
export function sumOfCategories(measure: StandardMeasure, amounts: AmountsByKey, stage: Coordinates['stage']): Summed | null {
  const { functionalCode, departmentEconomicCode } = measure.select;
  if (functionalCode !== undefined || departmentEconomicCode !== undefined || measure.select.flow !== 'expenditure') return null;
  for (const of of wanted(measure.select, stage)) {
    if (of.item !== null) continue;
    const categories = [...amounts.values()].flatMap(([first, ...others]) =>
      first?.of.functionalCode?.length === 3 && keyOf({ ...first.of, functionalCode: null }) === keyOf(of) ? [first, ...others] : [],
    );
    const tables = groupBy(categories, ({ table }) => (measure.tables.includes(table.kind) ? table.index : null));
    const terms = [...tables.values()].find(
      (table) => table.every(isReadable) && new Set(table.map((each) => each.of.functionalCode)).size === table.length,
    );
    if (terms) return { of, terms };
  }
  return null;
}

/** A 类 that no table prints, from its 款 and 项. */
export function sumOfParts(measure: StandardMeasure, parts: AmountsByKey, stage: Coordinates['stage']): Summed | null {
  for (const of of wanted(measure.select, stage)) {
    if (of.functionalCode === null && of.departmentEconomicCode === null) return null;
    const tables = groupBy(parts.get(keyOf(of)) ?? [], ({ table }) => (measure.tables.includes(table.kind) ? table.index : null));
    const [terms] = tables.values();
    if (terms) return { of, terms };
  }
  return null;
}

const isReadable = ({ cell }: PrintedAmount): boolean => cell.valueYuan !== null;

export function figureOfTerms({
  of,
  terms,
}: Summed): Pick<Figure, 'valueYuan' | 'state' | 'ids' | 'fund' | 'component' | 'vintage' | 'review' | 'table'> {
  const sum = terms.reduce((total, { cell }) => total.plus(cell.valueYuan ?? 0), new Amount(0));
  const [first] = terms;
  return {
    valueYuan: sum.toFixed(),
    state: weakest(terms.map(({ cell }) => cell.valueState)),
    ids: terms.map(({ cell }) => cell.factId),
    fund: of.fund,
    component: of.component,
    vintage: of.vintage,
    table: first ? { index: first.table.index, kind: first.table.kind } : null,
    review: terms.some(({ cell }) => cell.review),
  };
}

/** Measures of the sum with their signs. */
export function termsOf({ of }: MeasureSum): { id: string; sign: 1 | -1 }[] {
  return of.map((id) => (id.startsWith('-') ? { id: id.slice(1), sign: -1 } : { id, sign: 1 }));
}

const isKnown = ({ presence }: Figure): boolean => presence === 'value' || presence === 'zero';
const isNothing = ({ presence }: Figure): boolean => presence === 'blank' || presence === 'declaredNone';

/** A sum of measures; null where an addend could not be read, or too few of them are printed. */
export function sumOfFigures(sum: MeasureSum, figureOf: (id: string) => Figure): Figure | null {
  const terms = termsOf(sum).map(({ id, sign }) => ({ sign, figure: figureOf(id) }));
  const known = terms.filter(({ figure }) => isKnown(figure));
  const enough = sum.all
    ? known.length === terms.length
    : known.length > 0 && terms.every(({ figure }) => isKnown(figure) || isNothing(figure));
  const first = known.find(({ sign }) => sign === 1)?.figure;
  if (!enough || !first) return null;
  const total = known.reduce((sofar, { sign, figure }) => sofar.plus(new Amount(figure.valueYuan ?? 0).times(sign)), new Amount(0));
  const figures = known.map(({ figure }) => figure);
  return {
    ...first,
    fund: inCommon('fund', figures),
    component: inCommon('component', figures),
    vintage: inCommon('vintage', figures),
    valueYuan: total.toFixed(),
    source: 'summed',
    state: weakestOf(known.map(({ figure }) => figure.state)),
    ids: known.flatMap(({ sign, figure }) => figure.ids.map((id) => (sign === 1 ? id : negated(id)))),
    agreeing: 0,
    others: known.flatMap(({ figure }) => figure.others),
    review: known.some(({ figure }) => figure.review),
  };
}

/** What the addends are all of, or the whole that they make up; null where they are of different money. */
function inCommon<K extends 'fund' | 'component' | 'vintage'>(key: K, figures: readonly Figure[]): Figure[K] | null {
  const values = [...new Set(figures.map((figure) => figure[key]))];
  const [only, ...others] = values;
  if (only === undefined || others.length === 0) return only ?? null;
  const named = values.flatMap((value) => value ?? []);
  return named.length < values.length ? null : (wholeOf(key, named) as Figure[K] | null);
}

const negated = (id: string): string => (id.startsWith('-') ? id.slice(1) : `-${id}`);

function weakestOf(states: readonly Figure['state'][]): Figure['state'] {
  if (states.includes('disputed')) return 'disputed';
  if (states.includes('stated')) return 'stated';
  return weakest(states.flatMap((state) => (state === null || state === 'disputed' || state === 'stated' ? [] : [state])));
}
