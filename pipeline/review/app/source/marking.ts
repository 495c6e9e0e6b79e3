import type { Place } from '../../../../schemas/place.ts';
import { VALUE_STATES } from '../../../publish/report/names.ts';
import type { Mark } from '../model/document-model.ts';

/** What is marked on a page of the source. */
export interface Marking {
  /** Every number that is printed there. */
  marks: readonly Mark[];
  /** Numbers of the item. */
  item: ReadonlySet<string>;
  selected: string | null;
  /** Places of an item that has no numbers there. */
  places: readonly Place[];
}

/** A number was chosen on the page. */
export type Pick = (factId: string) => void;

/** Classes of a mark: its state, whether the item is about it, whether it is selected. */
export function markClass({ factId, cell }: Mark, { item, selected }: Marking): string {
  const state = cell ? VALUE_STATES[cell.valueState].mark : 'u';
  return ['m', `s${state}`, item.has(factId) ? 'of-item' : '', factId === selected ? 'selected' : ''].filter(Boolean).join(' ');
}

/** Listens once for clicks on marks, whatever is drawn later. */
export function listenForPicks(node: Element, pick: Pick): void {
  node.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest('[data-fact]') : null;
    const factId = target?.getAttribute('data-fact');
    if (factId) pick(factId);
  });
}

/** Brings what is marked to the middle of what is seen: the selected number, else the first of the item. */
export function scrollToMark(scroller: Element): void {
  const found = scroller.querySelector('.selected') ?? scroller.querySelector('.of-item');
  if (!found) return;
  const [box, view] = [found.getBoundingClientRect(), scroller.getBoundingClientRect()];
  scroller.scrollTop += box.top + box.height / 2 - view.top - view.height / 2;
  const out = box.left < view.left || box.right > view.right;
  if (out) scroller.scrollLeft += box.left + box.width / 2 - view.left - view.width / 2;
}
