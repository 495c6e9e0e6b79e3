import type { FormBlock } from './block.ts';
import type { IndicatorCells } from './indicators/indicator.ts';

/**
 * The first row of a page with the rest of the cells that the page break cut: the name of a project that has none so far, a name
 * without an amount, where each project has one, or no name at all. True where the row goes on with the block, which then has the rest.
 */
export function goesOnFrom(current: FormBlock | undefined, { project, amount, goal }: IndicatorCells): boolean {
  const [namePart, goalPart, amountPart] = [project?.[0], goal?.[0], amount?.[0]];
  const first = namePart ?? goalPart ?? amountPart;
  if (!first || current?.kind !== 'project' || (first.places[0]?.page ?? 0) <= current.lastPage) return false;
  const { found } = current.head.head;
  if (namePart) {
    const isAnother = !current.unnamed && (!found.amount || amount !== undefined);
    if (isAnother) return false;
    if (namePart.text !== current.name?.text) current.continueName(namePart, goalPart);
  } else if (goalPart && goalPart.text !== found.goal?.text) current.continueGoal(goalPart);
  if (amountPart && !found.amount) current.continueAmount(amountPart);
  return true;
}
