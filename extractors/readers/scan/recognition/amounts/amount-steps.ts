import { SAME_AS, TAKEN_FOR } from '../../../../../schemas/lexicon/writing/lookalikes.ts';
import type { Option, Step } from '../decoding/steps.ts';
import { BLANK, GAP, LOOKALIKE } from './settings.ts';

const CHARACTERS = '0123456789.,-%()';

interface Meaning {
  text: string;
  weight: number;
}

/** By character, those of numbers that it may stand for. */
const MEANINGS: ReadonlyMap<string, readonly Meaning[]> = meanings();

function meanings(): Map<string, Meaning[]> {
  const known = new Map<string, Meaning[]>([...CHARACTERS].map((text) => [text, [{ text, weight: 1 }]]));
  known.set(' ', [
    { text: ' ', weight: BLANK.parts },
    { text: '.', weight: BLANK.point },
    { text: ',', weight: BLANK.comma },
  ]);
  for (const [text, others] of Object.entries(SAME_AS)) for (const other of others) known.set(other, [{ text, weight: 1 }]);
  for (const [text, others] of Object.entries(TAKEN_FOR))
    for (const other of others) known.set(other, [...(known.get(other) ?? []), { text, weight: LOOKALIKE }]);
  return known;
}

/** Whether a character is one of numbers, or is taken for one. */
export const isOfNumber = (character: string): boolean => MEANINGS.has(character);

/** The places of a line as those of a number: each character as the one of numbers that it is or looks like. */
export function amountSteps(steps: readonly Step[]): Step[] {
  return steps.map(({ blank, options }) => {
    const sums = new Map<string, number>();
    for (const { text: character, probability } of options)
      for (const { text, weight } of MEANINGS.get(character) ?? []) sums.set(text, (sums.get(text) ?? 0) + weight * probability);
    const folded = [...sums].map(([text, probability]): Option => ({ text, probability }));
    const space = options.find(({ text }) => text === ' ')?.probability ?? 0;
    return { blank: blank + BLANK.nothing * space, options: folded.sort((a, b) => b.probability - a.probability) };
  });
}

/** The places of a line with a blank, as likely as may be, where digits stand so far apart. `gaps`: the middle place of each such gap. */
export function withBlanks(steps: readonly Step[], gaps: readonly number[]): Step[] {
  return steps.map((step, i) => {
    if (!gaps.includes(i)) return step;
    const options = [...step.options, { text: ' ', probability: GAP.blank * step.blank }];
    return { blank: (1 - GAP.blank) * step.blank, options: options.sort((a, b) => b.probability - a.probability) };
  });
}
