/** Readings of a text with their probabilities in, the same weighed by the known words that they show out; imports schemas, model, notation. */
import type { Likely } from '../../../../model/blocks.ts';
import { knownCharacters } from './known-words.ts';
import { MOST_CHARACTERS, PER_CHARACTER } from './settings.ts';

/** Readings weighed against the first, which the recogniser finds likeliest; their sum stays the same. */
export function weighedByWords(readings: readonly Likely[]): Likely[] {
  const [first] = readings;
  if (!first || readings.length === 1) return [...readings];
  const usual = knownCharacters(first.text);
  const weighed = readings.map(({ text, posterior }): Likely => {
    const more = knownCharacters(text) - usual;
    return { text, posterior: posterior * PER_CHARACTER ** Math.max(-MOST_CHARACTERS, Math.min(MOST_CHARACTERS, more)) };
  });
  const scale = sumOf(readings) / sumOf(weighed);
  return weighed.map(({ text, posterior }) => ({ text, posterior: posterior * scale })).sort((a, b) => b.posterior - a.posterior);
}

const sumOf = (readings: readonly Likely[]): number => readings.reduce((sum, { posterior }) => sum + posterior, 0);
