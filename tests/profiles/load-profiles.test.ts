import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { ProfileError } from '../../pipeline/base/errors.ts';
import { checkProfile, loadProfiles, resolveProfiles } from '../../pipeline/run/profiles/load-profiles.ts';
import { Profile, type ProfileInput } from '../../schemas/profile.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhang-profiles-'));
});

const write = (name: string, source: string): Promise<void> => writeFile(join(folder, name), source);

async function problemsOf(folders: string[]): Promise<readonly string[]> {
  const error = await loadProfiles(folders).catch((caught: unknown) => caught);
  if (!(error instanceof ProfileError)) throw new Error(`expected a ProfileError, got ${String(error)}`);
  expect(error.exitCode).toBe(3);
  return error.problems;
}

test('the profiles that ship load', async () => {
  expect((await loadProfiles()).map(({ id }) => id)).toEqual(expect.arrayContaining(['default', 'liaoning']));
});

describe('a folder of the user', () => {
  test('its profiles come on top and inherit', async () => {
    await write(
      'somewhere.mjs',
      `export default { id: 'somewhere', title: 't', extends: 'default', match: { all: [/某地/] }, lookups: { 萬元: '万元' } };`,
    );
    const profile = (await loadProfiles([folder])).find(({ id }) => id === 'somewhere');
    expect(profile?.lookups).toMatchObject({ 萬元: '万元' });
  });

  test('an unknown key names file, key and what was meant', async () => {
    await write('typo.mjs', `export default { id: 'typo', title: 't', extends: 'default', macth: { all: [] }, match: { al: [] } };`);
    expect(await problemsOf([folder])).toEqual([
      `${join(folder, 'typo.mjs')}: unknown key "match.al"; did you mean "all"?`,
      `${join(folder, 'typo.mjs')}: unknown key "macth"; did you mean "match"?`,
    ]);
  });

  test('a key like no other lists the known ones', async () => {
    await write(
      'odd.mjs',
      `export default { id: 'odd', title: 't', extends: 'default', expect: { tables: { min: 1, max: 2, colour: 'red' } } };`,
    );
    expect(await problemsOf([folder])).toEqual([`${join(folder, 'odd.mjs')}: unknown key "expect.tables.colour"; known keys: min, max`]);
  });

  test('no default export, another id than the file, a pattern with state, a syntax error', async () => {
    await write('a.mjs', 'export const id = 1;');
    await write('b.mjs', `export default { id: 'c', title: 't', extends: 'default', match: { all: [/x/g] } };`);
    await write('d.mjs', 'export default {');
    const [a, b1, b2, d] = await problemsOf([folder]);
    expect(a).toBe(`${join(folder, 'a.mjs')}: no default export; expected "export default defineProfile({ … })"`);
    expect(b1).toBe(`${join(folder, 'b.mjs')}: pattern /x/g has the flag g or y; leave it out`);
    expect(b2).toBe(`${join(folder, 'b.mjs')}: id "c" differs from the file's name "b"; make them equal`);
    expect(d).toContain(`${join(folder, 'd.mjs')}: cannot be loaded: `);
  });

  test('an id that is taken', async () => {
    await write('liaoning.mjs', `export default { id: 'liaoning', title: 't', extends: 'default' };`);
    const [problem] = await problemsOf([folder]);
    expect(problem).toMatch(/liaoning\.mjs: id "liaoning" is taken by .*extractors\/profiles\/liaoning\.ts; choose another$/);
  });

  test('a folder that does not exist', async () => {
    const missing = join(folder, 'none');
    expect(await problemsOf([missing])).toEqual([
      `${missing}: the folder cannot be read (ENOENT: no such file or directory); give an existing folder of profile files`,
    ]);
  });
});

describe('inheritance', () => {
  const make = (id: string, parent: string | null, rest: Partial<ProfileInput> = {}) => ({
    file: `${id}.ts`,
    profile: Profile.parse({ id, title: id, extends: parent, ...rest }),
  });
  const problems = (...loaded: ReturnType<typeof make>[]): readonly string[] => {
    try {
      resolveProfiles(loaded);
      return [];
    } catch (error) {
      return (error as ProfileError).problems;
    }
  };

  test('own data come first, patterns of the match are not inherited', () => {
    const [child] = resolveProfiles([
      make('default', null, {
        match: { all: [/x/] },
        titles: { a: [/1/], b: [/2/] },
        lookups: { k: 'parent', l: 'parent' },
        expect: { tables: { min: 1, max: 2 } },
      }),
      make('child', 'default', { titles: { a: [/3/] }, lookups: { k: 'child' }, columns: [{ title: /t/, paths: ['合计'] }] }),
    ]);
    expect(child).toEqual({
      id: 'child',
      title: 'child',
      extends: 'default',
      match: { all: [], any: [] },
      titles: { a: [/3/, /1/], b: [/2/] },
      columns: [{ title: /t/, paths: ['合计'] }],
      lookups: { k: 'child', l: 'parent' },
      expect: { tables: { min: 1, max: 2 } },
    });
  });

  test('a missing parent', () => {
    expect(problems(make('default', null), make('a', 'defualt'))).toEqual([
      'a.ts: extends "defualt", which does not exist; did you mean "default"?',
    ]);
  });

  test('a circle', () => {
    expect(problems(make('default', null), make('a', 'b'), make('b', 'a'))).toEqual([
      'b.ts: "extends" runs in a circle: a → b → a',
      'a.ts: "extends" runs in a circle: b → a → b',
    ]);
  });

  test('no default', () => {
    expect(problems(make('a', null))).toEqual(['no profile "default" was found']);
  });
});

test('a module without any value', () => {
  expect(checkProfile('x.ts', undefined).problems).toEqual(['x.ts: no default export; expected "export default defineProfile({ … })"']);
});
