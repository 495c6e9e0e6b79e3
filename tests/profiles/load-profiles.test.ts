import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
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
  const file = (name: string): string => join(folder, name);

  test('its profiles come on top and inherit; patterns are strings', async () => {
    await write(
      'somewhere.json',
      `\uFEFF{ "id": "somewhere", "title": "t", "extends": "default", "match": { "all": ["某地\\\\d"], "any": ["a"] },
         "titles": { "revenueSummary": ["^收入决算表$"] }, "columns": [{ "title": "^x", "paths": ["合计"] }], "lookups": { "萬元": "万元" } }`,
    );
    const profile = (await loadProfiles([folder])).find(({ id }) => id === 'somewhere');
    expect(profile).toMatchObject({
      match: { all: [/某地\d/], any: [/a/] },
      lookups: { 萬元: '万元' },
    });
    expect(profile?.columns[0]).toEqual({ title: /^x/, paths: ['合计'] });
    expect(profile?.titles.revenueSummary?.[0]).toEqual(/^收入决算表$/);
  });

  test.each(['.js', '.mjs', '.cjs', '.ts', '.mts', '.tsx'])('code (%s) is named and never run', async (ending) => {
    await write(`evil${ending}`, `require('fs').writeFileSync('${file('ran')}', '1'); globalThis.duizhangRan = true; export default {};`);
    expect(await problemsOf([folder])).toEqual([
      `${file(`evil${ending}`)}: is code, and a profile of a folder is data; it was not run. Write it as evil.json with the same keys, patterns as strings ("/^收入/" becomes "^收入"), or leave it out of the folder`,
    ]);
    expect(existsSync(file('ran'))).toBe(false);
    expect('duizhangRan' in globalThis).toBe(false);
  });

  test('an unknown key names file, key and what was meant', async () => {
    await write('typo.json', `{ "id": "typo", "title": "t", "extends": "default", "macth": { "all": [] }, "match": { "al": [] } }`);
    expect(await problemsOf([folder])).toEqual([
      `${file('typo.json')}: unknown key "match.al"; did you mean "all"?`,
      `${file('typo.json')}: unknown key "macth"; did you mean "match"?`,
    ]);
  });

  test('a key like no other lists the known ones', async () => {
    await write(
      'odd.json',
      `{ "id": "odd", "title": "t", "extends": "default", "expect": { "tables": { "min": 1, "max": 2, "colour": "red" } } }`,
    );
    expect(await problemsOf([folder])).toEqual([`${file('odd.json')}: unknown key "expect.tables.colour"; known keys: min, max`]);
  });

  test('a pattern that does not compile names file and key', async () => {
    await write(
      'bad.json',
      `{ "id": "bad", "title": "t", "extends": "default", "match": { "all": ["a", "(收入"] }, "titles": { "x": ["["] } }`,
    );
    const problems = await problemsOf([folder]);
    expect(problems[0]).toMatch(/bad\.json: "match\.all\.1": Invalid regular expression: \/\(收入\/: Unterminated group$/);
    expect(problems[1]).toMatch(/bad\.json: "titles\.x\.0": Invalid regular expression: \/\[\/: Unterminated character class$/);
  });

  test('another id than the file, no JSON, no object, a folder, far too much', async () => {
    await write('b.json', `{ "id": "c", "title": "t", "extends": "default" }`);
    await write('d.json', '{ export');
    await write('e.json', '[]');
    await mkdir(file('f.json'));
    await write('g.json', ' '.repeat(1_000_001));
    const [b, d, e, f, g] = (await problemsOf([folder])).toSorted();
    expect(b).toBe(`${file('b.json')}: id "c" differs from the file's name "b"; make them equal`);
    expect(d).toContain(`${file('d.json')}: is not JSON: `);
    expect(e).toContain(`${file('e.json')}: "the profile": `);
    expect(f).toBe(`${file('f.json')}: is no file; expected a profile as JSON`);
    expect(g).toBe(`${file('g.json')}: has 1000001 bytes; a profile has at most 1000000`);
  });

  test('an id that is taken', async () => {
    await write('liaoning.json', `{ "id": "liaoning", "title": "t", "extends": "default" }`);
    const [problem] = await problemsOf([folder]);
    expect(problem).toMatch(/liaoning\.json: id "liaoning" is taken by .*extractors\/profiles\/liaoning\.ts; choose another$/);
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

test('a pattern of a module with state', () => {
  expect(checkProfile('b.ts', { id: 'b', title: 't', extends: 'default', match: { all: [/x/g] } }).problems).toEqual([
    'b.ts: pattern /x/g has the flag g or y; leave it out',
  ]);
});
