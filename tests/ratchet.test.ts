import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Gold } from './generator/document.ts';
import { compare, differences, type Recorded, record } from './support/ratchet.ts';
import { extractionOf, SAMPLES } from './support/samples.ts';
import { score } from './support/score.ts';

/** UPDATE_SCORES=1 records today's figures. Otherwise worse fails, and better but unrecorded fails too. */
const update = process.env.UPDATE_SCORES === '1';
const samples = SAMPLES.filter(({ folder }) => existsSync(path.join(folder, 'gold.json')));

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

describe('ratchet of the samples against their truth', () => {
  it.each(samples.map((sample) => [`${sample.profile}/${sample.slug}`, sample] as const))('%s', async (_name, sample) => {
    const { disclosure, report } = await extractionOf(sample);
    const result = score(readJson<Gold>(path.join(sample.folder, 'gold.json')), disclosure, report);
    const now = record(result);
    const file = path.join(sample.folder, 'score.json');
    if (update) return writeFileSync(file, `${JSON.stringify(now, null, 1)}\n`);
    expect(existsSync(file), 'score.json is missing; record it with UPDATE_SCORES=1').toBe(true);
    const { worse, better } = compare(readJson<Recorded>(file), now);
    expect(worse, `worse than recorded\n${differences(result).join('\n')}`).toEqual([]);
    expect(better, 'better than recorded; keep it with UPDATE_SCORES=1').toEqual([]);
  });
});
