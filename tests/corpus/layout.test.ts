import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CORPUS, describeCorpus } from './corpus.ts';
import { isPdftotextInstalled, sharesOf } from './facts-of-text.ts';

/** What `pdftotext -layout` makes of real PDFs gives the facts of the PDF, as far as the bounds say: raise them with what is gained. */

const FOLDERS = [
  { folder: 'pdf', leastF1: 0.956, mostSilent: 0.018, mostFlagged: 0.09 },
  { folder: 'pdf-more', leastF1: 0.934, mostSilent: 0.032, mostFlagged: 0.04 },
] as const;

describeCorpus('pdftotext -layout', isPdftotextInstalled && existsSync(join(CORPUS, 'pdf')), () => {
  it.each(FOLDERS)('of $folder/', async ({ folder, leastF1, mostSilent, mostFlagged }) => {
    const { f1, silent, flagged } = await sharesOf(folder, ['-layout']);
    expect(f1).toBeGreaterThanOrEqual(leastF1);
    expect(silent).toBeLessThanOrEqual(mostSilent);
    expect(flagged).toBeLessThanOrEqual(mostFlagged);
  });
});
