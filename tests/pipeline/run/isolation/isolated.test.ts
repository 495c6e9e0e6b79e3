import { expect, test } from 'vitest';
import { boundsOf, LEAST_MEMORY } from '../../../../pipeline/run/isolation/bounds.ts';
import { extract } from '../../../../pipeline/run/isolation/isolated.ts';
import { PROFILES } from '../../fixture.ts';

test.each<[name: string, bytes: unknown, options: object, expected: RegExp]>([
  ['bytes that are a text', 'text', {}, /^TypeError: bytes: expected a Uint8Array/],
  ['no profiles', new Uint8Array(1), { profiles: [] }, /^TypeError: profiles: expected a list/],
  ['no id', new Uint8Array(1), { documentId: undefined }, /^TypeError: documentId, sourceFile/],
  ['no time', new Uint8Array(1), { timeout: 0 }, /^RangeError: timeout: 0/],
  ['more time than a timer counts', new Uint8Array(1), { timeout: 1e7 }, /^RangeError: timeout: 10000000/],
  ['less memory than the program takes', new Uint8Array(1), { memory: LEAST_MEMORY - 1 }, /^RangeError: memory: 127/],
  ['memory that is no number', new Uint8Array(1), { memory: Number.NaN }, /^RangeError: memory: NaN/],
])('arguments that cannot be meant are no broken document: %s', async (_, bytes, options, expected) => {
  const given = { sourceFile: 'a', documentId: 'a', profiles: PROFILES, ...options };
  const error: unknown = await extract(bytes as Uint8Array, given).catch((caught: unknown) => caught);
  expect(String(error)).toMatch(expected);
});

test('limits at their bounds', () => {
  expect(boundsOf({})).toEqual({ seconds: 300, megabytes: 512 });
  expect(boundsOf({ timeout: 2_147_483, memory: LEAST_MEMORY })).toEqual({ seconds: 2_147_483, megabytes: 128 });
});
