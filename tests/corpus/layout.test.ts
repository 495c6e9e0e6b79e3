import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toRecords } from '../../pipeline/publish/records/records.ts';
import { extract } from '../../pipeline/run/document/extract.ts';
import { loadProfiles } from '../../pipeline/run/profiles/load-profiles.ts';
import { CORPUS, describeCorpus } from './corpus.ts';

/** What `pdftotext -layout` makes of real PDFs gives the facts of the PDF, as far as the bounds say: raise them with what is gained. */

const FOLDERS = [
  { folder: 'pdf', leastF1: 0.956, mostSilent: 0.018, mostFlagged: 0.09 },
  { folder: 'pdf-more', leastF1: 0.934, mostSilent: 0.032, mostFlagged: 0.04 },
] as const;

/** By title, code or label, column path and value: whether each is flagged. */
type Facts = Map<string, boolean[]>;

async function factsOf(bytes: Uint8Array, sourceFile: string): Promise<Facts> {
  const { disclosure, report } = await extract(bytes, { sourceFile, documentId: 'x', profiles: await loadProfiles() });
  const found: Facts = new Map();
  for (const { table_title, code, label, column_path, value, review } of toRecords(disclosure, report)['facts.csv']) {
    const key = [table_title, code || label, column_path, String(value).replace(/(\.\d*?)0+$/, '$1')]
      .join('|')
      .normalize('NFKC')
      .replace(/[\s"“”]/g, '');
    found.set(key, [...(found.get(key) ?? []), review]);
  }
  return found;
}

const textOf = (path: string): Uint8Array => spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', path, '-'], { maxBuffer: 1 << 28 }).stdout;
const isInstalled = spawnSync('pdftotext', ['-v']).error === undefined;

describeCorpus('pdftotext -layout', isInstalled && existsSync(join(CORPUS, 'pdf')), () => {
  it.each(FOLDERS)('of $folder/', async ({ folder, leastF1, mostSilent, mostFlagged }) => {
    const sum = { printed: 0, read: 0, right: 0, silent: 0, flagged: 0 };
    for (const file of readdirSync(join(CORPUS, folder)).filter((name) => name.endsWith('.pdf'))) {
      const path = join(CORPUS, folder, file);
      const truth = await factsOf(readFileSync(path), file);
      const text = await factsOf(textOf(path), file.replace('.pdf', '.txt'));
      sum.printed += [...truth.values()].flat().length;
      for (const [key, reviews] of text) {
        const right = Math.min(reviews.length, truth.get(key)?.length ?? 0);
        const flagged = reviews.filter(Boolean).length;
        sum.read += reviews.length;
        sum.right += right;
        sum.silent += Math.max(0, reviews.length - flagged - right);
        sum.flagged += Math.max(0, right - (reviews.length - flagged));
      }
    }
    expect((2 * sum.right) / (sum.printed + sum.read)).toBeGreaterThanOrEqual(leastF1);
    expect(sum.silent / sum.printed).toBeLessThanOrEqual(mostSilent);
    expect(sum.flagged / sum.right).toBeLessThanOrEqual(mostFlagged);
  });
});
