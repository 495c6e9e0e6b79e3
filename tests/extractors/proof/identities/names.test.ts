import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { EQUATION_IDENTITIES } from '../../../../extractors/proof/identities/index.ts';
import { extract } from '../../../../pipeline/run/document/extract.ts';
import { extractSample, findSamples } from '../../../../pipeline/run/golden/golden.ts';
import { PROFILES } from '../../documents.ts';

const named = EQUATION_IDENTITIES.map(({ id }) => id);

test('each has one name in either language', () => {
  expect(new Set(named).size).toBe(named.length);
  expect(EQUATION_IDENTITIES.filter(({ zh, en }) => zh === '' || en === '')).toEqual([]);
});

test('every identity in the equations of the samples has a name', async () => {
  const samples = await findSamples(resolve(import.meta.dirname, '../../../../samples'));
  const used = new Set<string>();
  for (const sample of samples) {
    const { report } = await extractSample(sample, PROFILES, extract);
    for (const { identity } of report.equations) used.add(identity);
  }
  expect([...used].filter((identity) => !named.includes(identity))).toEqual([]);
  expect([...used]).toEqual(expect.arrayContaining(['header-group-total', 'unit-projects', 'prose-statement']));
});
