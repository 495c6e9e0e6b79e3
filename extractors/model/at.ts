/**
 * Access that must succeed: what is not there is a defect of the program, and is named at once instead of spreading as undefined.
 * For what may be missing use `list[i]`, `map.get(key)` and say what follows from it.
 *
 * @throws RangeError
 */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`index ${index} of ${list.length}`);
  return item;
}

/** The same for a map. @throws RangeError */
export function entryOf<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`no entry ${String(key)}`);
  return value;
}
