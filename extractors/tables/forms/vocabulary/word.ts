/** A text of a form in, what it means there out (level, column, label); imports schemas, notation. */
import { compact } from '../../../notation/text.ts';

/** No word of a form is longer; longer text is not even looked at. */
const MAX_WORD = 40;

/** A text as the patterns of the vocabulary see it: without spaces, empty where it is no word. */
export const wordOf = (text: string): string => (text.length > MAX_WORD ? '' : compact(text));
