import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CORPUS, describeCorpus } from './corpus.ts';
import { factsOfPdf, factsOfText, isPdftotextInstalled, NO_COUNTS, sharesOf, together } from './facts-of-text.ts';

/**
 * What `pdftotext` makes of real PDFs gives the facts of the PDF, or says that it is in doubt: bounds to be raised with what is gained. Of
 * the further PDFs every other one is read in content order, every fourth in reading order.
 */

interface Bounds {
  leastF1: number;
  mostSilent: number;
  mostFlagged: number;
}

interface Form {
  mode: '-layout' | '-raw' | 'plain';
  every: number;
  bounds: Bounds;
}

/** Milliseconds; the longest text in reading order alone takes two minutes where nothing else runs. */
const LONGEST = 900_000;

const FOLDERS: readonly { folder: string; forms: readonly Form[] }[] = [
  {
    folder: 'pdf',
    forms: [
      { mode: '-layout', every: 1, bounds: { leastF1: 0.957, mostSilent: 0.008, mostFlagged: 0.038 } },
      { mode: '-raw', every: 1, bounds: { leastF1: 0.945, mostSilent: 0.0015, mostFlagged: 0.056 } },
      { mode: 'plain', every: 1, bounds: { leastF1: 0.51, mostSilent: 0.0005, mostFlagged: 1 } },
    ],
  },
  {
    folder: 'pdf-more',
    forms: [
      { mode: '-layout', every: 1, bounds: { leastF1: 0.963, mostSilent: 0.014, mostFlagged: 0.04 } },
      { mode: '-raw', every: 2, bounds: { leastF1: 0.815, mostSilent: 0.0125, mostFlagged: 0.085 } },
      { mode: 'plain', every: 4, bounds: { leastF1: 0.14, mostSilent: 0.002, mostFlagged: 1 } },
    ],
  },
];

describeCorpus('pdftotext', existsSync(join(CORPUS, 'pdf')), () => {
  describe.skipIf(!isPdftotextInstalled).each(FOLDERS)('of $folder/', ({ folder, forms }) => {
    const files = readdirSync(join(CORPUS, folder))
      .filter((name) => name.endsWith('.pdf'))
      .sort();
    const counts = forms.map(() => NO_COUNTS);
    const shares: string[] = [];
    afterAll(() => console.info(shares.join('\n')));

    it.each(files)(
      '%s is read in every form',
      async (file) => {
        const path = join(CORPUS, folder, file);
        const truth = await factsOfPdf(path);
        for (const [i, { mode, every }] of forms.entries()) {
          if ((files.indexOf(file) + 1) % every > 0) continue;
          counts[i] = together(counts[i]!, truth, await factsOfText(path, mode));
        }
      },
      LONGEST,
    );

    it.each(forms.map((form, i) => ({ ...form, i })))('$mode gives the facts of the PDFs', ({ mode, bounds, i }) => {
      const { f1, silent, flagged } = sharesOf(counts[i]!);
      shares.push(`${folder} ${mode}: F1 ${f1.toFixed(4)}, silent ${silent.toFixed(4)}, flagged ${flagged.toFixed(4)}`);
      expect(f1).toBeGreaterThanOrEqual(bounds.leastF1);
      expect(silent).toBeLessThanOrEqual(bounds.mostSilent);
      expect(flagged).toBeLessThanOrEqual(bounds.mostFlagged);
    });
  });
});
