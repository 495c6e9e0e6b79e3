import type { ItemView } from '../../../../schemas/reviewing/api.ts';
import type { Decision } from '../../../../schemas/reviewing/decisions.ts';
import { type Model, mainFact } from './document-model.ts';

/** What a decision speaks of: all numbers of the item, the selected one, its column, its table. */
export type ScopeName = 'scopeItem' | 'scopeCell' | 'scopeColumn' | 'scopeTable';

export const SCOPES: readonly ScopeName[] = ['scopeItem', 'scopeCell', 'scopeColumn', 'scopeTable'];

/** Numbers of tables that a decision of this scope speaks of. */
export function factsIn(scope: ScopeName, model: Model, item: ItemView, selected: string | null): readonly string[] {
  if (scope === 'scopeItem') return item.factIds.filter((id) => model.facts.has(id));
  const fact = model.facts.get(selected ?? '');
  if (!fact) return [];
  if (scope === 'scopeCell') return [fact.cell.factId];
  const { table, row, cell } = fact;
  return table.rows.flatMap(({ panel, cells }) =>
    cells.filter(({ column }) => scope === 'scopeTable' || (column === cell.column && panel === row.panel)).map(({ factId }) => factId),
  );
}

/** Right as printed, for each number; an item without numbers is seen. */
export function confirming(facts: readonly string[], { itemId }: ItemView): Decision[] {
  return facts.length === 0 ? [{ edit: 'item-seen', itemId }] : facts.map((factId) => ({ edit: 'confirm', factId }));
}

/**
 * The document itself is wrong: of the number that the item's proposal would change where there is one, and the others are right as printed;
 * else one of them all is wrong and nobody can say which.
 */
export function blaming(facts: readonly string[], item: ItemView): Decision[] {
  const proposed = new Set(item.take.flatMap((decision) => ('factId' in decision ? [decision.factId] : [])));
  const isBlamed = facts.some((factId) => proposed.has(factId)) ? (factId: string) => proposed.has(factId) : () => true;
  if (facts.length === 0) return [{ edit: 'item-seen', itemId: item.itemId }];
  return facts.map((factId) => ({ edit: isBlamed(factId) ? 'source' : 'confirm', factId }));
}

export function doubting(facts: readonly string[], { itemId }: ItemView): Decision[] {
  return facts.length === 0 ? [{ edit: 'item-unsure', itemId }] : facts.map((factId) => ({ edit: 'unsure', factId }));
}

/** The number that E and M speak of: the selected one, else the one that the item is about. */
export function spokenOf(model: Model, item: ItemView | null, selected: string | null): string | null {
  if (selected !== null && model.facts.has(selected)) return selected;
  const main = item ? mainFact(model, item) : null;
  return main !== null && model.facts.has(main) ? main : null;
}
