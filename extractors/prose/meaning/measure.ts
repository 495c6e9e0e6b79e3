import type { Coordinates } from '../../../schemas/lexicon/coordinates/coordinates.ts';
import {
  CATEGORY_FUNDS,
  categoryMeasure,
  type Selection,
  SPOKEN_MEASURES,
  STANDARD_MEASURES,
} from '../../../schemas/lexicon/measures/index.ts';
import { isPerCent } from '../../../schemas/lexicon/prose/changes.ts';
import { isMoneyUnit } from '../../notation/numbers.ts';
import { compact } from '../../notation/text.ts';
import { conceptOfStatement } from '../comparing/stated.ts';
import type { Mention } from './mention.ts';

/** The standard measure that an amount with these coordinates is; null where it is none, or one of a part of the body. */
export function measureOf({ noun, subjectCode, quantity: { unit } }: Mention, of: Coordinates): string | null {
  if (of.entity !== null || of.project !== null) return null;
  const isMoney = isMoneyUnit(unit);
  const spoken = SPOKEN_MEASURES.find(
    (measure) => measure.pattern.test(compact(noun)) && (measure.unit === 'money' ? isMoney || isPerCent(unit) : measure.unit.test(unit)),
  );
  if (spoken) return spoken.id;
  if (!isMoney && !isPerCent(unit)) return null;
  const selected = STANDARD_MEASURES.find(({ select }) => fits(select, of)) ?? categoryOf(of);
  if (selected) return selected.id;
  const concept = conceptOfStatement({ concept: noun, subjectCode });
  if (!concept?.sure || (of.fund !== null && of.flow !== null)) return null;
  return STANDARD_MEASURES.find(({ said }) => said?.includes(concept.keys[0]))?.id ?? null;
}

const OF_CATEGORY = /^\d{3}$/;

function categoryOf(of: Coordinates): { id: string } | null {
  const { functionalCode, fund, component, memo, item } = of;
  const known = CATEGORY_FUNDS.find((each) => each === fund);
  if (functionalCode === null || known === undefined || !OF_CATEGORY.test(functionalCode)) return null;
  return component === 'total' && memo === null && item === null ? categoryMeasure(known, functionalCode) : null;
}

/** Whether an amount of these coordinates is one of the selection. */
function fits(select: Selection, of: Coordinates): boolean {
  const { flow, memo = null, functionalCode = null, departmentEconomicCode = null } = select;
  const components = select.component ?? [flow === 'expenditure' ? 'total' : null];
  return (
    of.flow === flow &&
    of.memo === memo &&
    of.functionalCode === functionalCode &&
    of.departmentEconomicCode === departmentEconomicCode &&
    of.governmentEconomicCode === null &&
    select.fund.includes(of.fund) &&
    components.includes(of.component) &&
    (select.vintage ?? ['all', 'currentYear']).includes(of.vintage) &&
    (select.item ?? [null]).includes(of.item)
  );
}
