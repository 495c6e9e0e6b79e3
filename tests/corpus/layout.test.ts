import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CORPUS, describeCorpus } from './corpus.ts';
import { isPdftotextInstalled, sharesOf } from './facts-of-text.ts';

/** What `pdftotext -layout` makes of real PDFs gives the facts of the PDF, as far as the bounds say: raise them with what is gained. */

const FOLDERS = [
  { folder: 'pdf', leastF1: 0.944, mostSilent: 0.02, mostFlagged: 0.1 },
  { folder: 'pdf-more', leastF1: 0.919, mostSilent: 0.035, mostFlagged: 0.035 },
] as const;

describeCorpus('pdftotext -layout', isPdftotextInstalled && existsSync(join(CORPUS, 'pdf')), () => {
  it.each(FOLDERS)('of $folder/', async ({ folder, leastF1, mostSilent, mostFlagged }) => {
    const { f1, silent, flagged } = await sharesOf(folder, ['-layout']);
    expect(f1).toBeGreaterThanOrEqual(leastF1);
    expect(silent).toBeLessThanOrEqual(mostSilent);
    expect(flagged).toBeLessThanOrEqual(mostFlagged);
  });
});
