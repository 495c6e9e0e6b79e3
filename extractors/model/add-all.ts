/** Adds items to the end of a list, however many: `push(...items)` takes them as arguments, of which 100,000 are too many for the stack. */
export function addAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
