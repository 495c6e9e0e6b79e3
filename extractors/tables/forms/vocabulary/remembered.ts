import { MAX_ENTRIES, MAX_LENGTH } from './settings.ts';

/**
 * The same few words fill the forms of a document and are asked about many times: what a short text is, is found out once.
 * Only for functions of nothing but their text; bounded, so that memory stays flat.
 */
export function remembered<T>(classify: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > MAX_LENGTH) return classify(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = classify(text);
    if (known.size >= MAX_ENTRIES) known.clear();
    known.set(text, found);
    return found;
  };
}
