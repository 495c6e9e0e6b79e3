import { SPACED_WORDS } from '../../../../schemas/lexicon/tables/spaced-words.ts';

/** One of the words that headers and totals letter-space, or its beginning. */
export function isSpacedWord(text: string): boolean {
  return text.length > 1 && SPACED_WORDS.some((word) => word.startsWith(text));
}
