import type { LineProbabilities } from '../../../../../extractors/readers/access/scan-library.ts';
import { type Step, stepsOf } from '../../../../../extractors/readers/scan/recognition/decoding/steps.ts';

/** What a place may hold: characters with their probabilities; the rest is none. */
export type Place = Readonly<Record<string, number>>;

/** Characters of the tests: none first, a blank last. */
export const ALPHABET = ['', ...'0123456789.,-%()。O收入人预算表般公共一、支出新', ' '];

/** Probabilities as a recogniser gives them, of places that may each hold some characters. */
export function probabilitiesOf(places: readonly Place[]): LineProbabilities {
  const values = new Float32Array(places.length * ALPHABET.length);
  places.forEach((place, step) => {
    let blank = 1;
    for (const [character, probability] of Object.entries(place)) {
      values[step * ALPHABET.length + ALPHABET.indexOf(character)] = probability;
      blank -= probability;
    }
    values[step * ALPHABET.length] = blank;
  });
  return { steps: places.length, classes: ALPHABET.length, values };
}

export const steps = (...places: Place[]): Step[] => stepsOf(probabilitiesOf(places), ALPHABET);

/** Places that surely hold these characters, one behind the other, with a place of none between them. */
export const surely = (text: string): Place[] => [...text].flatMap((character): Place[] => [{ [character]: 1 }, {}]);
