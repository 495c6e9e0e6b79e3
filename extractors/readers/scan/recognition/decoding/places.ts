import { at } from '../../../../model/at.ts';
import { NEVER } from './settings.ts';
import type { Step } from './steps.ts';

/**
 * The place of each character of a text: where it is most probable in the likeliest way to spread the text over the places. Empty where
 * there are fewer places than characters.
 */
export function placesOf(text: string, steps: readonly Step[]): number[] {
  const characters = [...text];
  const ways = likeliestWay(characters, steps);
  const best = characters.map(() => ({ step: -1, probability: -1 }));
  ways.forEach((character, step) => {
    if (character === null) return;
    const probability = probabilityOf(at(characters, character), at(steps, step));
    const known = at(best, character);
    if (probability > known.probability) Object.assign(known, { step, probability });
  });
  return best.every(({ step }) => step >= 0) ? best.map(({ step }) => step) : [];
}

function probabilityOf(character: string, { options }: Step): number {
  return options.find(({ text }) => text === character)?.probability ?? NEVER * NEVER;
}

/** For each place the index of the character that stands there, null between characters. Positions 2i + 1 are characters, 2i what parts them. */
function likeliestWay(characters: readonly string[], steps: readonly Step[]): (number | null)[] {
  const positions = 2 * characters.length + 1;
  let scores: number[] = Array.from({ length: positions }, (_, p) => (p === 0 ? 0 : Number.NEGATIVE_INFINITY));
  const from: number[][] = [];
  for (const step of steps) {
    const [next, came]: [number[], number[]] = [[], []];
    for (let p = 0; p < positions; p++) {
      const source = sourceOf(characters, scores, p);
      const emitted = p % 2 === 0 ? step.blank : probabilityOf(at(characters, (p - 1) / 2), step);
      next.push(at(scores, source) + Math.log(Math.max(emitted, Number.MIN_VALUE)));
      came.push(source);
    }
    scores = next;
    from.push(came);
  }
  let position = positions > 1 && at(scores, positions - 2) > at(scores, positions - 1) ? positions - 2 : positions - 1;
  const way: (number | null)[] = [];
  for (let step = steps.length - 1; step >= 0; step--) {
    way.push(position % 2 === 0 ? null : (position - 1) / 2);
    position = at(at(from, step), position);
  }
  return way.reverse();
}

/** The likeliest position before this one: itself, the one before, or the character before where it is another one. */
function sourceOf(characters: readonly string[], scores: readonly number[], position: number): number {
  let best = position;
  if (position > 0 && at(scores, position - 1) > at(scores, best)) best = position - 1;
  const mayLeap = position % 2 === 1 && position > 1 && at(characters, (position - 1) / 2) !== at(characters, (position - 3) / 2);
  if (mayLeap && at(scores, position - 2) > at(scores, best)) best = position - 2;
  return best;
}
