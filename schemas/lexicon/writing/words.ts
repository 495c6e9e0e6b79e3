/**
 * How the accounts are written, whatever they are about: a list of words in, the pattern that finds them out (numerals, marks,
 * years, punctuation, signs of comparison); imports nothing.
 */

const escaped = (word: string): string => word.replace(/[()[\].*+?^$|{}\\/-]/g, '\\$&');

/** The words as alternatives of a regular expression, longest first, since one may begin like another. They are taken literally. */
export function oneOf(words: readonly string[]): string {
  return `(?:${[...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})`;
}

/** The whole text is one of the words. */
export const wholly = (words: readonly string[]): RegExp => new RegExp(`^${oneOf(words)}$`);

export const endingIn = (words: readonly string[]): RegExp => new RegExp(`${oneOf(words)}$`);

export const startingWith = (words: readonly string[]): RegExp => new RegExp(`^${oneOf(words)}`);

export const containing = (words: readonly string[]): RegExp => new RegExp(oneOf(words));
