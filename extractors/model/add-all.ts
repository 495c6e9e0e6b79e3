/** Adds items to the end of a list, however many: `push(...items)` takes them as arguments, of which 100,000 are too many for the stack. */
export function addAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

/** What a group holds: one item at least. */
export type Group<T> = [T, ...T[]];

/** Items by key, groups and their items in the order of the list; an item whose key is null is in none. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K | null): Map<K, Group<T>> {
  const groups = new Map<K, Group<T>>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) addTo(groups, key, item);
  }
  return groups;
}

/** One more item of a group, the first of it where there is none. */
export function addTo<K, T>(groups: Map<K, Group<T>> | Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
