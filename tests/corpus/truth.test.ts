import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { extract } from '../../pipeline/run/document/extract.ts';
import { loadProfiles } from '../../pipeline/run/profiles/load-profiles.ts';
import { type Comparison, compareTruth } from '../support/truth/compare.ts';
import { readDocument } from '../support/truth/extracted.ts';
import { shown } from '../support/truth/shown.ts';
import type { Truth } from '../support/truth/truth.ts';
import { CORPUS, describeCorpus, UPDATE } from './corpus.ts';

/**
 * What the numbers of real documents mean, against what a person read on their pages (tests/truth). By document and aspect, how many
 * numbers differ and nobody is asked to look: no more than recorded, and no fewer either. UPDATE_SCORES=1 records.
 */

const TRUTH = path.join(import.meta.dirname, '..', 'truth');
const recordFile = path.join(import.meta.dirname, 'reference', 'truth.json');

type Recorded = Record<string, Record<string, number>>;

const cases = readdirSync(TRUTH)
  .sort()
  .map((file) => JSON.parse(readFileSync(path.join(TRUTH, file), 'utf8')) as Truth)
  .flatMap((truth) => {
    const source = ['pdf', 'pdf-more'].map((folder) => path.join(CORPUS, folder, truth.document)).find(existsSync);
    return source ? [{ name: path.basename(truth.document, '.pdf'), truth, source }] : [];
  });

function counted({ numbers, silent, differences }: Comparison): Record<string, number> {
  const counts: Record<string, number> = { numbers, silent };
  for (const { aspect, isSilent } of differences) {
    const name = isSilent ? aspect : `${aspect}, flagged`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describeCorpus('what numbers mean, by hand', cases.length > 0, () => {
  it.each(cases)('$name', async ({ name, truth, source }) => {
    const profiles = await loadProfiles();
    const comparison = compareTruth(
      truth,
      readDocument(await extract(readFileSync(source), { sourceFile: truth.document, documentId: name, profiles })),
    );
    const recorded = existsSync(recordFile) ? (JSON.parse(readFileSync(recordFile, 'utf8')) as Recorded) : {};
    const now = counted(comparison);
    if (UPDATE) return writeFileSync(recordFile, `${JSON.stringify({ ...recorded, [name]: now }, null, 2)}\n`);
    expect(now, `other than recorded: look at each, and keep what is better with UPDATE_SCORES=1\n${shown(comparison)}`).toEqual(
      recorded[name],
    );
  });
});
