import type { Statement } from '../../schemas/disclosure.ts';
import type { Coordinates } from '../../schemas/lexicon/coordinates/coordinates.ts';
import { SPOKEN_MEASURES, type SpokenMeasure, type StandardMeasure } from '../../schemas/lexicon/measures/index.ts';
import { EARLIER_BUDGET } from '../../schemas/lexicon/prose/amounts.ts';
import { PLANNED_END, SAYS_PLANNED } from '../../schemas/lexicon/prose/concepts.ts';
import { addTo } from '../model/add-all.ts';
import { isMoneyUnit } from '../notation/numbers.ts';
import { compact } from '../notation/text.ts';
import { conceptOfStatement } from '../prose/comparing/stated.ts';

/** Statements of money by the amount that they mean, of `year` and of the stage that the document is about. */
export interface StatementsByKey {
  sure: ReadonlyMap<string, readonly Statement[]>;
  /** By the only amount that they may mean, though their name may be that of another (政府采购 alone). */
  unsure: ReadonlyMap<string, readonly Statement[]>;
}

export const NO_STATEMENTS: StatementsByKey = { sure: new Map(), unsure: new Map() };

export function statementsOf(statements: readonly Statement[], year: number | null, stage: Coordinates['stage']): StatementsByKey {
  const [sure, unsure] = [new Map<string, Statement[]>(), new Map<string, Statement[]>()];
  for (const statement of statements) {
    const concept = isOfMoney(statement, year, stage) ? conceptOfStatement(statement) : null;
    if (concept?.sure) addTo(sure, concept.keys[0], statement);
    else if (concept?.keys.length === 1) addTo(unsure, concept.keys[0], statement);
  }
  return { sure, unsure };
}

/** Money of the year and of the stage that the document is about. */
function isOfMoney(statement: Statement, year: number | null, stage: Coordinates['stage']): boolean {
  const { concept, unit, period } = statement;
  if (!isMoneyUnit(unit) || (period !== null && year !== null && period !== year)) return false;
  return !EARLIER_BUDGET.test(concept) && !(stage === 'final' && isPlanned(statement));
}

/** What prose states of the measures that tables do not print, each with all its statements. */
export function spokenOf(
  statements: readonly Statement[],
  year: number | null,
  stage: Coordinates['stage'],
): { measure: SpokenMeasure; said: [Statement, ...Statement[]] }[] {
  return SPOKEN_MEASURES.flatMap((measure) => {
    const { unit, pattern } = measure;
    const isUnit = (statement: Statement): boolean => (unit === 'money' ? isOfMoney(statement, year, stage) : unit.test(statement.unit));
    const [first, ...others] = statements.filter((statement) => pattern.test(compact(statement.concept)) && isUnit(statement));
    return first ? [{ measure, said: [first, ...others] }] : [];
  });
}

/** 预算为 before the number, or 预算数 at the end of its name. */
function isPlanned({ concept, quote, raw }: Statement): boolean {
  const at = quote.lastIndexOf(raw);
  return PLANNED_END.test(concept) || (at > 0 && SAYS_PLANNED.test(compact(quote.slice(0, at))));
}

export function saidOf({ said = [] }: StandardMeasure, statements: StatementsByKey['sure']): readonly Statement[] {
  return said.flatMap((key) => statements.get(key) ?? []);
}
