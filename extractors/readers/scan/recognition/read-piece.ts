import type { Likely } from '../../../model/source.ts';
import { priorOfNumber, readAmount } from './amounts/read-amount.ts';
import { ANY_TEXT, likeliestTexts } from './decoding/beam.ts';
import type { Step } from './decoding/steps.ts';
import { LEAST_POSTERIOR, MOST_ALTERNATIVES } from './settings.ts';

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
  const known = new Set(numbers.map((number) => number.text));
  const texts = likeliestTexts(steps, ANY_TEXT)
    .map((likely): Likely => ({ text: likely.text.trim(), posterior: (likely.posterior * (1 - prior)) / all }))
    .filter((likely) => likely.text !== '' && !known.has(likely.text));
  return [...numbers, ...texts]
    .filter(({ posterior }) => posterior >= LEAST_POSTERIOR)
    .sort((a, b) => b.posterior - a.posterior)
    .slice(0, MOST_ALTERNATIVES + 1);
}
