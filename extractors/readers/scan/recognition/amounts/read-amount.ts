import type { Likely } from '../../../../model/blocks.ts';
import { likeliestTexts } from '../decoding/beam.ts';
import type { Step } from '../decoding/steps.ts';
import { amountSteps, isOfNumber } from './amount-steps.ts';
import { AMOUNTS } from './grammar.ts';
import { MIXED, MOSTLY, NUMBER } from './settings.ts';

/** How likely a text is a number before it is read as one, by the characters that its places likeliest hold. */
export function priorOfNumber(text: string): number {
  const characters = [...text].filter((character) => character !== ' ');
  const share = characters.filter(isOfNumber).length / Math.max(1, characters.length);
  if (characters.length === 0) return MIXED;
  if (share === 1) return NUMBER;
  return share >= MOSTLY ? MIXED : 0;
}

/** The numbers that the places may hold, the likeliest first; those of the same value are one, with the probabilities of all. */
export function readAmount(steps: readonly Step[]): Likely[] {
  const byValue = new Map<string, Likely>();
  for (const { text, posterior } of likeliestTexts(amountSteps(steps), AMOUNTS)) {
    const value = text.replace(/[, ]/g, '');
    const known = byValue.get(value);
    if (known) known.posterior += posterior;
    else byValue.set(value, { text, posterior });
  }
  return [...byValue.values()].sort((a, b) => b.posterior - a.posterior);
}
