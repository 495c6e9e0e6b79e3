/*
 * Of a record that has just these keys, as a table of constants does: what the library of the language cannot know of any object.
 */

export function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record) as K[];
}

/** A record with the same keys. */
export function mapValues<K extends string, A, B>(record: Readonly<Record<K, A>>, of: (value: A) => B): Record<K, B> {
  return Object.fromEntries(keysOf(record).map((key) => [key, of(record[key])])) as Record<K, B>;
}
