/** A text of a form in, what it means there out (level, column, label); imports schemas, notation. */
import { compact } from '../../../notation/text.ts';
import { MAX_WORD } from './settings.ts';

/** A text as the patterns of the vocabulary see it: without spaces, empty where it is no word. */
export const wordOf = (text: string): string => (text.length > MAX_WORD ? '' : compact(text));
