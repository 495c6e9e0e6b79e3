import { at } from '../../../model/at.ts';
import type { Range } from '../../geometry/ranges.ts';
import { DEALT } from './settings.ts';

/** A way to deal a row of items out to groups: a range of items a group. */
export interface Dealt {
  cost: number;
  ranges: Range[];
}

/**
 * Items dealt out to groups, in order, one or more to each, the cheapest ways first. `costOf`: what it costs that a group stands over the
 * items from…to; `bareOf`: that an item has no group. Of the order of groups × items².
 */
export function waysToDeal(
  groups: number,
  items: number,
  costOf: (group: number, from: number, to: number) => number,
  bareOf: (item: number) => number,
): Dealt[] {
  // ways[c]: for the first c items.
  let ways: Dealt[][] = [[{ cost: 0, ranges: [] }]];
  for (let c = 0; c < items; c++) ways.push(at(ways, c).map(({ cost, ranges }) => ({ cost: cost + bareOf(c), ranges })));
  for (let group = 0; group < groups; group++) {
    const next: Dealt[][] = [];
    for (let end = 0; end <= items; end++) {
      const found = end === 0 ? [] : at(next, end - 1).map(({ cost, ranges }) => ({ cost: cost + bareOf(end - 1), ranges }));
      for (let start = 0; start < end; start++) {
        const own = costOf(group, start, end - 1);
        if (own === Number.POSITIVE_INFINITY) continue;
        for (const { cost, ranges } of at(ways, start)) found.push({ cost: cost + own, ranges: [...ranges, { from: start, to: end - 1 }] });
      }
      next.push(found.sort((a, b) => a.cost - b.cost).slice(0, DEALT));
    }
    ways = next;
  }
  return at(ways, items);
}
