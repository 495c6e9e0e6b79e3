import { expect, test } from 'vitest';
import { identifyProfile } from '../../extractors/profiles/identify.ts';
import { Profile, type ProfileInput } from '../../schemas/profile.ts';

const profile = (id: string, match: ProfileInput['match'], parent: string | null = 'default'): Profile =>
  Profile.parse({ id, title: id, extends: parent, match });

const fallback = profile('default', {}, null);
const chosen = (profiles: Profile[], text: string): [string, string[]] => {
  const { profile: found, ambiguous } = identifyProfile([fallback, ...profiles], text);
  return [found.id, ambiguous];
};

test('no pattern matches: default', () => {
  expect(chosen([profile('a', { all: [/甲省/] })], '乙省')).toEqual(['default', []]);
});

test('all of `all` and one of `any` must match', () => {
  const a = profile('a', { all: [/甲/, /乙/], any: [/丙/, /丁/] });
  expect(chosen([a], '甲乙丁')).toEqual(['a', []]);
  expect(chosen([a], '甲丁')).toEqual(['default', []]);
  expect(chosen([a], '甲乙')).toEqual(['default', []]);
});

test('most matching patterns win', () => {
  const a = profile('a', { all: [/甲/] });
  const b = profile('b', { all: [/甲/], any: [/乙/, /丙/] });
  expect(chosen([a, b], '甲丙')).toEqual(['b', []]);
});

test('equal matches: default, and both are named', () => {
  const a = profile('a', { all: [/甲/] });
  const b = profile('b', { any: [/乙/] });
  expect(chosen([b, a], '甲乙')).toEqual(['default', ['a', 'b']]);
});

test('of equal matches the one that extends the other wins', () => {
  const province = profile('province', { all: [/甲省/] });
  const city = profile('city', { all: [/丁市/] }, 'province');
  expect(chosen([province, city], '甲省丁市')).toEqual(['city', []]);
});

test('a list without default is a defect', () => {
  expect(() => identifyProfile([], '')).toThrow('the list of profiles has no "default"');
});
