import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { extract } from '../pipeline/run/document/extract.ts';
import { acceptSample, extractSample, findSamples, judgeSample } from '../pipeline/run/golden/golden.ts';
import { loadProfiles } from '../pipeline/run/profiles/load-profiles.ts';

/** UPDATE_GOLDEN=1 accepts what comes out now; without it nothing is ever written. */
const update = process.env.UPDATE_GOLDEN === '1';
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'samples');
const samples = await findSamples(root);
const profiles = await loadProfiles();

describe('golden output of the samples', () => {
  it.each(samples.map((sample) => [`${sample.profile}/${sample.slug}`, sample] as const))('%s', async (_name, sample) => {
    const extraction = await extractSample(sample, profiles, extract);
    if (update) return acceptSample(sample, extraction);
    expect(judgeSample(sample, extraction), 'look at the output, then accept it with UPDATE_GOLDEN=1').toEqual([]);
  });
});

it('every profile has a sample', () => {
  const sampled = new Set(samples.map(({ profile }) => profile));
  expect(profiles.map(({ id }) => id).filter((id) => !sampled.has(id))).toEqual([]);
});
