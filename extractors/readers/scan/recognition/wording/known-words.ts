import { printedWords } from '../../../../../schemas/lexicon/printed/printed-words.ts';
import { compact, narrow } from '../../../../notation/text.ts';
import { SHORTEST } from './settings.ts';

/** Known words by their first characters, without marks that recognisers and printers put now so, now so; made on the first text. */
let known: ReadonlyMap<string, readonly string[]> | null = null;

const fold = (text: string): string => narrow(compact(text)).replace(/["“”‘’']/g, '');

function wordsByStart(): ReadonlyMap<string, readonly string[]> {
  const byStart = new Map<string, string[]>();
  for (const word of new Set([...printedWords()].map(fold))) {
    if (word.length < SHORTEST) continue;
    const start = word.slice(0, SHORTEST);
    byStart.set(start, [...(byStart.get(start) ?? []), word]);
  }
  return byStart;
}

/** How many characters of a text belong to known words. */
export function knownCharacters(text: string): number {
  known ??= wordsByStart();
  const folded = fold(text);
  let [count, covered] = [0, 0];
  for (let i = 0; i < folded.length; i++) {
    const words = known.get(folded.slice(i, i + SHORTEST)) ?? [];
    for (const word of words) if (i + word.length > covered && folded.startsWith(word, i)) covered = i + word.length;
    if (covered > i) count++;
  }
  return count;
}
