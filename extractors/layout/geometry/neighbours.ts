import { at } from '../../model/at.ts';

/** Each item with the one after it: one pair fewer than items. */
export function pairs<T>(list: readonly T[]): [T, T][] {
  return list.slice(1).map((item, i) => [at(list, i), item]);
}

/** The index of the value that is nearest to `to`, the first of several; 0 where there are none. */
export function nearestIndex(values: readonly number[], to: number): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, value] of values.entries()) {
    const distance = Math.abs(value - to);
    if (distance >= least) continue;
    least = distance;
    nearest = i;
  }
  return nearest;
}
