import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CORPUS, describeCorpus } from './corpus.ts';
import { factsOfPdf, factsOfText, isPdftotextInstalled, NO_COUNTS, sharesOf, together } from './facts-of-text.ts';

/**
 * What `pdftotext` makes of real PDFs gives the facts of the PDF, or says that it is in doubt: bounds to be raised with what is gained. `every`:
 * which share of the PDFs is read in a form.
 */

interface Bounds {
  leastF1: number;
  mostSilent: number;
  mostFlagged: number;
}

export interface Form {
  mode: '-layout' | '-raw' | 'plain';
  every: number;
  bounds: Bounds;
}

/** Milliseconds; the longest text in reading order alone takes two minutes where nothing else runs. */
const LONGEST = 900_000;

/** Reads the PDFs of `folder` and what `pdftotext` makes of them. A file of tests a folder, so that both run at once. */
export function textForms(folder: string, forms: readonly Form[]): void {
  const path = join(CORPUS, folder);
  describeCorpus(`pdftotext of ${folder}/`, existsSync(path), () => {
    describe.skipIf(!isPdftotextInstalled)('read', () => {
      const files = readdirSync(path)
        .filter((name) => name.endsWith('.pdf'))
        .sort();
      const counts = forms.map(() => NO_COUNTS);
      const shares: string[] = [];
      afterAll(() => console.info(shares.join('\n')));

      it.each(files)(
        '%s in every form',
        async (file) => {
          const truth = await factsOfPdf(join(path, file));
          for (const [i, { mode, every }] of forms.entries()) {
            if ((files.indexOf(file) + 1) % every > 0) continue;
            counts[i] = together(counts[i]!, truth, await factsOfText(join(path, file), mode));
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
}
