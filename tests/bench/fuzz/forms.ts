import * as bases from './bases.ts';
import type { Mutator } from './mutation.ts';
import { BYTE_MUTATORS } from './mutators/bytes.ts';
import { HTML_MUTATORS } from './mutators/html.ts';
import { PDF_BYTE_MUTATORS, PDF_MUTATORS } from './mutators/pdf.ts';
import { TEXT_MUTATORS } from './mutators/text.ts';
import { ZIP_MUTATORS } from './mutators/zip.ts';

/** A form of document: a further one is a further row. */
export interface Form {
  name: string;
  /** Of a hundred mutants so many. */
  share: number;
  bases(root: string): bases.Base[];
  /** Each is as likely as the others. */
  mutators: readonly Mutator[];
}

export const FORMS: readonly Form[] = [
  { name: 'pdf', share: 30, bases: bases.pdfs, mutators: [...PDF_MUTATORS, ...PDF_BYTE_MUTATORS] },
  { name: 'text', share: 30, bases: bases.texts, mutators: [...TEXT_MUTATORS, ...BYTE_MUTATORS] },
  { name: 'html', share: 15, bases: bases.pages, mutators: [...HTML_MUTATORS, ...TEXT_MUTATORS, ...BYTE_MUTATORS] },
  { name: 'markdown', share: 10, bases: bases.markdowns, mutators: [...TEXT_MUTATORS, ...HTML_MUTATORS, ...BYTE_MUTATORS] },
  { name: 'zip', share: 15, bases: bases.archives, mutators: ZIP_MUTATORS },
];
