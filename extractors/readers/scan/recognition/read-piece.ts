import type { Likely } from '../../../model/blocks.ts';
import { compact, narrow } from '../../../notation/text.ts';
import { priorOfNumber, readAmount } from './amounts/read-amount.ts';
import { ANY_TEXT, likeliestTexts } from './decoding/beam.ts';
import type { Step } from './decoding/steps.ts';
import { LEAST_POSTERIOR, MOST_ALTERNATIVES } from './settings.ts';
import { weighedByWords } from './wording/index.ts';

/**
 * What the places of a word may hold, the likeliest first, with posteriors: as a number and as any other text, each weighed by how likely it is
 * before it is read. `text`: what the places likeliest hold, one by one.
 */
export function readPiece(steps: readonly Step[], text: string): Likely[] {
  const prior = priorOfNumber(text);
  const amounts = prior === 0 ? [] : readAmount(steps);
  const accepted = amounts.reduce((sum, { posterior }) => sum + posterior, 0);
  const all = accepted * prior + Math.max(0, 1 - accepted) * (1 - prior);
  const numbers = amounts.map((number): Likely => ({ text: number.text, posterior: (number.posterior * prior) / all }));
  const texts = weighedByWords(distinct(likeliestTexts(steps, ANY_TEXT), [])).map(
    ({ text, posterior }): Likely => ({ text, posterior: (posterior * (1 - prior)) / all }),
  );
  return [...numbers, ...distinct(texts, numbers)]
    .filter(({ posterior }) => posterior >= LEAST_POSTERIOR)
    .sort((a, b) => b.posterior - a.posterior)
    .slice(0, MOST_ALTERNATIVES + 1);
}

/** Texts that differ in more than blanks and width, from each other and from `others`, with the probabilities of all that do not. */
function distinct(texts: readonly Likely[], others: readonly Likely[]): Likely[] {
  const without = new Set(others.map(({ text }) => narrow(compact(text))));
  const byLetters = new Map<string, Likely>();
  for (const { text, posterior } of texts) {
    const letters = narrow(compact(text));
    if (letters === '' || without.has(letters)) continue;
    const known = byLetters.get(letters);
    if (known) known.posterior += posterior;
    else byLetters.set(letters, { text: text.trim(), posterior });
  }
  return [...byLetters.values()].sort((a, b) => b.posterior - a.posterior);
}
