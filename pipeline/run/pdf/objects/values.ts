/**
 * Values of PDF objects (ISO 32000-1, 7.3) as far as bounds are read from them: a name is a string without its slash, `#xx` decoded;
 * booleans and whatever is malformed are null, strings too where they are not asked for.
 */
export type Value = number | string | null | Reference | Text | readonly Value[] | Dictionary;

export type Dictionary = ReadonlyMap<string, Value>;

/** An indirect reference; generations are not told apart. */
export class Reference {
  constructor(readonly number: number) {}
}

export const isDictionary = (value: Value | undefined): value is Dictionary => value instanceof Map;
export const isArray = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** A string: its bytes, each as a character. */
export class Text {
  constructor(readonly bytes: string) {}
}
