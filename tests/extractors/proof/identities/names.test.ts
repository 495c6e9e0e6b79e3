import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { DISCOVERED, IDENTITIES } from '../../../../extractors/proof/identities/index.ts';
import { extract } from '../../../../pipeline/run/document/extract.ts';
import { extractSample, findSamples } from '../../../../pipeline/run/golden/golden.ts';
import { IDENTITY_NAMES } from '../../../../schemas/lexicon/identities.ts';
import { PROFILES } from '../../documents.ts';

const named: readonly string[] = Object.keys(IDENTITY_NAMES);

test('each has one name in either language', () => {
  const declared = [...IDENTITIES, ...DISCOVERED].map(({ id }) => id);
  expect(new Set(declared).size).toBe(declared.length);
  expect(named).toEqual(expect.arrayContaining(declared));
  expect(Object.values(IDENTITY_NAMES).filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !/[a-z]/.test(en))).toEqual([]);
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
