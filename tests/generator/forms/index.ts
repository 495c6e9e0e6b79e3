import type { FormBlock } from './blocks.ts';
import { writeHtml } from './html.ts';

/** A document as a file of one form; text is UTF-8. */
export type FormWriter = (blocks: readonly FormBlock[]) => string | Uint8Array | Promise<string | Uint8Array>;

/** Every form, by its name and the ending of its files. */
export const FORMS: readonly { name: string; extension: string; write: FormWriter }[] = [
  { name: 'HTML', extension: '.html', write: writeHtml },
];
