import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { acceptSample, differences, extractSample, findSamples, judgeSample, type Sample } from '../../../../pipeline/run/golden/golden.ts';
import { fakeExtract, PROFILES } from '../../fixture.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'duizhang-samples-'));
  for (const [folder, text] of [
    ['default/b', '2.00'],
    ['default/a', '1.00'],
    ['city/a', '3.00'],
  ] as const) {
    await mkdir(join(root, folder), { recursive: true });
    await writeFile(join(root, folder, 'source.txt'), text);
  }
  await mkdir(join(root, 'default/without-source'));
});

const only = async (profile: string, slug: string): Promise<Sample> => {
  const sample = (await findSamples(root, profile)).find((candidate) => candidate.slug === slug);
  if (!sample) throw new Error(`no sample ${profile}/${slug}`);
  return sample;
};

test('samples are found in a stable order', async () => {
  expect((await findSamples(root)).map(({ profile, slug, source, expected }) => [profile, slug, source, expected])).toEqual([
    ['city', 'a', 'source.txt', null],
    ['default', 'a', 'source.txt', null],
    ['default', 'b', 'source.txt', null],
  ]);
  expect(await findSamples(root, 'none')).toEqual([]);
});

test('a sample without golden fails, passes once accepted, fails again when the output changes', async () => {
  const extraction = await extractSample(await only('default', 'a'), PROFILES, fakeExtract);
  expect(extraction.disclosure).toMatchObject({ documentId: 'default-a', sourceFile: 'default/a/source.txt' });
  expect(judgeSample(await only('default', 'a'), extraction)).toEqual([
    'expected.json is missing; look at the output, then accept it with --update',
  ]);
  await acceptSample(await only('default', 'a'), extraction);
  expect(judgeSample(await only('default', 'a'), extraction)).toEqual([]);
  expect(await readFile(join(root, 'default/a/expected.json'), 'utf8')).toContain('合计 (total) | 1.00 | @5');
  await writeFile(join(root, 'default/a/source.txt'), '1.01');
  const changed = await extractSample(await only('default', 'a'), PROFILES, fakeExtract);
  expect(judgeSample(await only('default', 'a'), changed)).toEqual([
    'tables.0.rows.0: expected "合计 (total) | 1.00 | @5", got "合计 (total) | 1.01 | @5"',
  ]);
});

test('another profile than the folder names is a failure', async () => {
  const sample = await only('city', 'a');
  expect(judgeSample(sample, await extractSample(sample, PROFILES, fakeExtract))).toEqual([
    'the content matches profile "default", expected "city"; correct its "match"',
  ]);
});

test('differences are limited and show what is missing on either side', () => {
  expect(differences({ a: [1, 2], b: { c: null } }, { a: [1], b: { c: 0, d: 'x' } })).toEqual([
    'a.1: expected 2, got nothing',
    'b.c: expected null, got 0',
    'b.d: expected nothing, got "x"',
  ]);
  expect(differences([1, 2, 3], [4, 5, 6], 2)).toHaveLength(2);
});
