import type { Statement } from '../../schemas/disclosure.ts';
import type { Coordinates } from '../../schemas/lexicon/coordinates/coordinates.ts';
import type { StandardMeasure } from '../../schemas/lexicon/measures/index.ts';
import { EARLIER_BUDGET } from '../../schemas/lexicon/prose/amounts.ts';
import { PLANNED_END, SAYS_PLANNED } from '../../schemas/lexicon/prose/concepts.ts';
import { isMoneyUnit } from '../notation/numbers.ts';
import { compact } from '../notation/text.ts';
import { conceptOfStatement } from '../prose/comparing/stated.ts';

/** Statements of money by the amount that they surely mean, of `year` and of the stage that the document is about. */
export type StatementsByKey = ReadonlyMap<string, readonly Statement[]>;

export function statementsOf(statements: readonly Statement[], year: number | null, stage: Coordinates['stage']): StatementsByKey {
  const byKey = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (!isMoneyUnit(statement.unit) || (statement.period !== null && year !== null && statement.period !== year)) continue;
    if (EARLIER_BUDGET.test(statement.concept) || (stage === 'final' && isPlanned(statement))) continue;
    const concept = conceptOfStatement(statement);
    if (!concept?.sure) continue;
    byKey.set(concept.keys[0], [...(byKey.get(concept.keys[0]) ?? []), statement]);
  }
  return byKey;
}

/** 预算为 before the number, or 预算数 at the end of its name. */
function isPlanned({ concept, quote, raw }: Statement): boolean {
  const at = quote.lastIndexOf(raw);
  return PLANNED_END.test(concept) || (at > 0 && SAYS_PLANNED.test(compact(quote.slice(0, at))));
}

export function saidOf(measure: StandardMeasure, statements: StatementsByKey): readonly Statement[] {
  return (measure.said ?? []).flatMap((key) => statements.get(key) ?? []);
}
