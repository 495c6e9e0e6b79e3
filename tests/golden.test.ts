import { describe, expect, it } from 'vitest';
import { acceptSample, judgeSample } from '../pipeline/run/golden/golden.ts';
import { extractionOf, PROFILES, SAMPLES } from './support/samples.ts';

/** UPDATE_GOLDEN=1 accepts what comes out now; without it nothing is ever written. */
const update = process.env.UPDATE_GOLDEN === '1';

describe('golden output of the samples', () => {
  it.each(SAMPLES.map((sample) => [`${sample.profile}/${sample.slug}`, sample] as const))('%s', async (_name, sample) => {
    const extraction = await extractionOf(sample);
    if (update) return acceptSample(sample, extraction);
    expect(judgeSample(sample, extraction), 'look at the output, then accept it with UPDATE_GOLDEN=1').toEqual([]);
  });
});

it('every profile has a sample', () => {
  const sampled = new Set(SAMPLES.map(({ profile }) => profile));
  expect(PROFILES.map(({ id }) => id).filter((id) => !sampled.has(id))).toEqual([]);
});
