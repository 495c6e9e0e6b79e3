import type { Word } from '../../../model/source.ts';
import type { RecognisedLine } from './read-line.ts';
import { DIGITS, FILLED } from './settings.ts';

const LOW = /^[\p{ASCII}]*$/u;

/** The words of a line as readers hand them over; lengths in dots of the upright picture. */
export function wordsOf({ line, words }: RecognisedLine): Word[] {
  const height = line.box[3] - line.box[1];
  const fontSize = height / (words.every(({ text }) => LOW.test(text)) ? DIGITS : FILLED);
  return words.map(({ text, box, starts, reading }): Word => ({ text, box, fontSize, rotation: 0, clip: null, starts, reading }));
}
