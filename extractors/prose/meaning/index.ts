/**
 * The quantities of a paragraph with what they are said of in; coordinates, measure, base, change and reason of each out; imports schemas,
 * model, notation, comparing.
 */
import type { About } from '../../../schemas/disclosure.ts';
import type { Coordinates } from '../../../schemas/lexicon/coordinates/coordinates.ts';
import { isPerCent } from '../../../schemas/lexicon/prose/changes.ts';
import { at } from '../../model/at.ts';
import { Amount } from '../../notation/decimal.ts';
import { isMoneyUnit, unitExponent } from '../../notation/numbers.ts';
import { type Comparison, comparisonsOf } from './comparisons.ts';
import { coordinatesOfAmount, NO_COORDINATES } from './coordinates.ts';
import { measureOf } from './measure.ts';
import type { Mention, Setting } from './mention.ts';
import type { Span } from './reasons.ts';

export type { Mention, Setting } from './mention.ts';

/** `printed`: the text of a span as it is printed. */
export function aboutOf(text: string, mentions: readonly Mention[], setting: Setting, printed: (span: Span) => string): About[] {
  const comparisons = comparisonsOf(text, mentions, setting.year);
  return mentions.map((mention, i) => {
    const { relation, quantity, clauseFrom } = mention;
    const comparison = at(comparisons, i);
    const isMoney = isMoneyUnit(quantity.unit) || isPerCent(quantity.unit);
    const of = coordinatesOfAmount(mention, text.slice(clauseFrom, quantity.from), setting);
    const { entity, project, stage } = of;
    return {
      relation,
      measure: measureOf(mention, of),
      coordinates: isMoney ? related(of, relation) : { ...NO_COORDINATES, entity, project, stage },
      base: comparison?.base ?? null,
      change: changeIn(quantity.unit, comparison),
      percent: comparison?.percent ?? null,
      reason: comparison?.reason ? printed(comparison.reason) : null,
    };
  });
}

/** A rate or a share is none of the amounts that stand at its coordinates. */
function related(of: Coordinates, relation: Mention['relation']): Coordinates {
  if (relation === 'amount' || relation === 'change') return of;
  return { ...of, item: of.item === null ? relation : `${of.item} > ${relation}` };
}

/** In the unit of the amount, where both are of money. */
function changeIn(unit: string, comparison: Comparison | null): string | null {
  if (comparison?.change == null) return null;
  const [from, to] = [unitExponent(comparison.unit), unitExponent(unit)];
  if (from === null || to === null || from === to) return comparison.change;
  return new Amount(comparison.change).times(new Amount(10).pow(from - to)).toFixed();
}
