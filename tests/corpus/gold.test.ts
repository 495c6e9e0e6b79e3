import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { extract } from '../../pipeline/run/document/extract.ts';
import { loadProfiles } from '../../pipeline/run/profiles/load-profiles.ts';
import type { Gold } from '../generator/document.ts';
import { compare, differences, type Recorded, record } from '../support/ratchet.ts';
import { score } from '../support/score.ts';
import { CORPUS, describeCorpus, UPDATE } from './corpus.ts';

const recordFile = path.join(import.meta.dirname, '..', 'corpus-scores.json');

interface Case {
  name: string;
  gold: Gold;
  source: string;
}

/** Gold files whose source is there, a text of the seeds or a PDF. */
function listCases(): Case[] {
  const folder = path.join(CORPUS, 'gold');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((file) => ({ name: path.basename(file, '.json'), gold: JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Gold }))
    .flatMap((one) => {
      const source = ['seeds', 'pdf'].map((folder) => path.join(CORPUS, folder, path.basename(one.gold.source))).find(existsSync);
      return source ? [{ ...one, source }] : [];
    });
}

const cases = listCases();

describeCorpus('ratchet against the truth', cases.length > 0, () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (name, { gold, source }) => {
    const profiles = await loadProfiles();
    const { disclosure, report } = await extract(readFileSync(source), { sourceFile: gold.source, documentId: name, profiles });
    const result = score(gold, disclosure, report);
    const now = record(result);
    const recorded = existsSync(recordFile) ? (JSON.parse(readFileSync(recordFile, 'utf8')) as Record<string, Recorded>) : {};
    if (UPDATE) return writeFileSync(recordFile, `${JSON.stringify({ ...recorded, [name]: now }, null, 2)}\n`);
    expect(recorded[name], `${name} is not in tests/corpus-scores.json; record it with UPDATE_SCORES=1`).toBeDefined();
    const { worse, better } = compare(recorded[name]!, now);
    expect(worse, `worse than recorded\n${differences(result).join('\n')}`).toEqual([]);
    expect(better, 'better than recorded; keep it with UPDATE_SCORES=1').toEqual([]);
  });
});
