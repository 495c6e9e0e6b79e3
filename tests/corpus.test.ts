import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { extract } from '../pipeline/run/document/extract.ts';
import { loadProfiles } from '../pipeline/run/profiles/load-profiles.ts';
import type { Gold } from './generator/document.ts';
import { compare, differences, type Recorded, record } from './support/ratchet.ts';
import { score } from './support/score.ts';

/** Real disclosures lie beside the checkout, never in it. DUIZHANG_REQUIRE_CORPUS=1 makes their absence a failure. */
const here = path.dirname(fileURLToPath(import.meta.url));
const corpus = path.join(here, '..', '..', 'shared', 'corpus');
const recordFile = path.join(here, 'corpus-scores.json');
const required = process.env.DUIZHANG_REQUIRE_CORPUS === '1';
const update = process.env.UPDATE_SCORES === '1';

interface Case {
  name: string;
  gold: Gold;
  source: string;
}

/** Gold files whose source is there, a text of the seeds or a PDF. */
function listCases(): Case[] {
  const folder = path.join(corpus, 'gold');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((file) => ({ name: path.basename(file, '.json'), gold: JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Gold }))
    .flatMap((one) => {
      const source = ['seeds', 'pdf'].map((folder) => path.join(corpus, folder, path.basename(one.gold.source))).find(existsSync);
      return source ? [{ ...one, source }] : [];
    });
}

const cases = listCases();

describe.skipIf(cases.length === 0)('ratchet of the corpus', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (name, { gold, source }) => {
    const profiles = await loadProfiles();
    const { disclosure, report } = await extract(readFileSync(source), { sourceFile: gold.source, documentId: name, profiles });
    const result = score(gold, disclosure, report);
    const now = record(result);
    const recorded = existsSync(recordFile) ? (JSON.parse(readFileSync(recordFile, 'utf8')) as Record<string, Recorded>) : {};
    if (update) return writeFileSync(recordFile, `${JSON.stringify({ ...recorded, [name]: now }, null, 2)}\n`);
    expect(recorded[name], `${name} is not in tests/corpus-scores.json; record it with UPDATE_SCORES=1`).toBeDefined();
    const { worse, better } = compare(recorded[name]!, now);
    expect(worse, `worse than recorded\n${differences(result).join('\n')}`).toEqual([]);
    expect(better, 'better than recorded; keep it with UPDATE_SCORES=1').toEqual([]);
  });
});

it('the corpus is there, or its absence is allowed', () => {
  if (cases.length === 0) console.warn(`corpus tests skipped: no gold with its source in ${corpus}`);
  expect(cases.length > 0 || !required, `DUIZHANG_REQUIRE_CORPUS=1 but there is no corpus in ${corpus}`).toBe(true);
});
