import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CORPUS, describeCorpus } from './corpus.ts';
import { isPdftotextInstalled, sharesOf } from './facts-of-text.ts';

/**
 * What `pdftotext` makes of real PDFs where the layout is lost gives the facts of the PDF, or says that it is in doubt: bounds to be
 * raised with what is gained. Of the further PDFs every other one is taken.
 */

const FORMS = [
  { name: 'content order', folder: 'pdf', mode: ['-raw'], leastF1: 0.78, mostSilent: 0.005 },
  { name: 'content order', folder: 'pdf-more', mode: ['-raw'], leastF1: 0.68, mostSilent: 0.02 },
  { name: 'reading order', folder: 'pdf', mode: [], leastF1: 0.17, mostSilent: 0.001 },
  { name: 'reading order', folder: 'pdf-more', mode: [], leastF1: 0.085, mostSilent: 0.004 },
] as const;

describeCorpus('pdftotext', isPdftotextInstalled && existsSync(join(CORPUS, 'pdf')), () => {
  it.each(FORMS)('$name of $folder/', async ({ folder, mode, leastF1, mostSilent }) => {
    const { f1, silent } = await sharesOf(folder, mode, (_, i) => folder === 'pdf' || i % 2 === 1);
    expect(f1).toBeGreaterThanOrEqual(leastF1);
    expect(silent).toBeLessThanOrEqual(mostSilent);
  });
});
