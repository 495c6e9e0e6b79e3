import type { Statement } from '../../schemas/disclosure.ts';
import type { Coordinates } from '../../schemas/lexicon/coordinates/coordinates.ts';
import type { StandardMeasure } from '../../schemas/lexicon/measures/index.ts';
import type { Table } from '../../schemas/table.ts';
import { Amount } from '../notation/decimal.ts';
import { toYuan } from '../notation/numbers.ts';
import { type AmountsByKey, amountsOf } from './amounts.ts';
import { choose } from './choosing.ts';
import type { Previous } from './figure.ts';

type Stage = Coordinates['stage'];

/** What is known of the year before. */
export interface YearBefore {
  amounts: AmountsByKey;
  /** Amounts of money that prose states of the measures, of any year. */
  statements: readonly Statement[];
  year: number | null;
  /** The stages of last year's amounts, the one that is like the document's first. */
  stages: readonly Stage[];
}

const BASES: Readonly<Record<string, Previous['base']>> = {
  initialBudget: 'lastYearBudget',
  adjustedBudget: 'lastYearBudget',
  execution: 'lastYearExecution',
  final: 'lastYearFinal',
};
const baseOf = (stage: Stage): Previous['base'] => BASES[stage ?? ''] ?? 'lastYear';

const LAST_YEAR: ReadonlySet<string | null> = new Set(['lastYearBudget', 'lastYearExecution', 'lastYearFinal', 'lastYear']);

export function yearBefore(
  tables: readonly Table[],
  body: string | null,
  year: number | null,
  statements: readonly Statement[],
  main: Stage,
): YearBefore {
  const others: Stage[] = ['initialBudget', 'final', 'execution', 'adjustedBudget', null];
  const before = year === null ? new Map() : ofPeriod(amountsOf(tables, body, year - 1), year - 1);
  const said = statements.filter(({ about }) => about.relation === 'amount' && about.measure !== null);
  return { amounts: before, statements: said, year, stages: [main, ...others.filter((stage) => stage !== main)] };
}

/** What names no year is of the document's. */
function ofPeriod(amounts: AmountsByKey, period: number): AmountsByKey {
  return new Map([...amounts].map(([key, printed]) => [key, printed.filter(({ cell }) => cell.period === period)]));
}

/** Last year's amount of a measure: printed in a table, else stated, else reckoned from the change that the prose states; null where none is. */
export function previousOf(measure: StandardMeasure, { amounts, statements, year, stages }: YearBefore): Previous | null {
  for (const stage of stages) {
    const cell = choose(measure, amounts, stage)?.amount.cell;
    if (cell?.valueYuan != null) return { valueYuan: cell.valueYuan, base: baseOf(stage), source: 'printed', id: cell.factId };
  }
  const said = statements.filter(({ about }) => about.measure === measure.id);
  const stated = said.find(({ period }) => year !== null && period === year - 1);
  const yuan = stated && toYuan(stated.value, stated.unit);
  if (stated && yuan != null) return { valueYuan: yuan, base: baseOf(stated.about.coordinates.stage), source: 'stated', id: stated.id };
  return reckoned(said.filter(({ period }) => period === year));
}

function reckoned(said: readonly Statement[]): Previous | null {
  const told = said.find(({ about }) => about.change !== null && LAST_YEAR.has(about.base));
  const base = told?.about.base;
  if (!told || base == null || told.about.change === null) return null;
  const value = toYuan(new Amount(told.value).minus(told.about.change).toFixed(), told.unit);
  return value === null ? null : { valueYuan: value, base, source: 'reckoned', id: told.id };
}
