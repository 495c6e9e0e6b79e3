import { at } from '../../../../model/at.ts';
import type { LineProbabilities } from '../../../access/scan-library.ts';
import { NEVER } from './settings.ts';

/** A character that may stand at a place. */
export interface Option {
  text: string;
  probability: number;
}

/** One place of a line, from left to right: how probable no character begins or goes on there is, and each that may, the likeliest first. */
export interface Step {
  blank: number;
  options: readonly Option[];
}

/** The places of a line. @throws RangeError where the alphabet is not that of the probabilities. */
export function stepsOf({ steps, classes, values }: LineProbabilities, alphabet: readonly string[]): Step[] {
  return Array.from({ length: steps }, (_, step) => {
    const start = step * classes;
    const options: Option[] = [];
    for (let c = 1; c < classes; c++) {
      const probability = values[start + c] ?? 0;
      if (probability >= NEVER) options.push({ text: at(alphabet, c), probability });
    }
    options.sort((a, b) => b.probability - a.probability);
    return { blank: values[start] ?? 0, options };
  });
}
