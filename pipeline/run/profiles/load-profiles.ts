/** Folders of profiles in, checked profiles out; imports schemas, base. */
import { readdir } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { Profile, ProfileFile } from '../../../schemas/profile.ts';
import { ProfileError, reasonOf } from '../../base/errors.ts';
import { bareSchema } from '../../base/schema-shape.ts';
import { didYouMean } from '../../base/suggest.ts';
import { listFolder, readJson } from './profile-folder.ts';

const BUILT = import.meta.url.endsWith('.js');
const OWN_EXTENSION = BUILT ? '.js' : '.ts';
/** Modules of the folder that hold code for profiles and are none. */
const NO_PROFILES = new Set(['identify']);

const OWN_FOLDER = fileURLToPath(new URL('../../../extractors/profiles', import.meta.url));

interface Loaded {
  file: string;
  profile: Profile;
}

/** The keys that the schema knows at a path, for "did you mean". */
function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const bare = bareSchema(schema);
  const shape = bare instanceof z.ZodObject ? bare.shape : null;
  const [head, ...rest] = path;
  if (head === undefined) return shape ? Object.keys(shape) : [];
  const next = bare instanceof z.ZodArray && typeof head === 'number' ? bare.element : shape?.[String(head)];
  return next ? knownKeys(next, rest) : [];
}

const dotted = (path: readonly PropertyKey[]): string => path.map(String).join('.');

function explainIssue(file: string, issue: z.core.$ZodIssue): string[] {
  if (issue.code !== 'unrecognized_keys') return [`${file}: "${dotted(issue.path) || 'the profile'}": ${issue.message}`];
  const known = knownKeys(Profile, issue.path);
  return issue.keys.map((key) => {
    const meant = didYouMean(key, known);
    const hint = meant ? `did you mean "${meant}"?` : `known keys: ${known.join(', ')}`;
    return `${file}: unknown key "${dotted([...issue.path, key])}"; ${hint}`;
  });
}

/** `g` and `y` make a pattern remember where it matched last: the second document would be read differently. */
function statefulPatterns(profile: Profile): string[] {
  const patterns = [
    ...profile.match.all,
    ...profile.match.any,
    ...Object.values(profile.titles).flat(),
    ...profile.columns.map(({ title }) => title),
  ];
  return patterns.filter((pattern) => pattern.global || pattern.sticky).map(String);
}

interface Checked {
  profile?: Profile;
  problems: string[];
}

/** Validates a profile, of a module or of a file of JSON. Every problem names the file and the key. */
export function checkProfile(file: string, value: unknown, schema: typeof Profile | typeof ProfileFile = Profile): Checked {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { problems: parsed.error.issues.flatMap((issue) => explainIssue(file, issue)) };
  const profile = parsed.data;
  const problems = statefulPatterns(profile).map((pattern) => `${file}: pattern ${pattern} has the flag g or y; leave it out`);
  const name = basename(file, extname(file));
  if (profile.id !== name) problems.push(`${file}: id "${profile.id}" differs from the file's name "${name}"; make them equal`);
  return { profile, problems };
}

/** The program's own profiles are modules: code of the project, built with it. */
async function ownModules(): Promise<string[]> {
  const isProfile = (name: string): boolean =>
    extname(name) === OWN_EXTENSION && !name.endsWith('.d.ts') && !NO_PROFILES.has(basename(name, extname(name)));
  const names = await readdir(OWN_FOLDER);
  return names
    .filter(isProfile)
    .sort()
    .map((name) => join(OWN_FOLDER, name));
}

async function loadModule(file: string): Promise<Checked> {
  try {
    const module: { default?: unknown } = await import(pathToFileURL(file).href);
    if (module.default === undefined) return { problems: [`${file}: no default export; expected "export default defineProfile({ … })"`] };
    return checkProfile(file, module.default);
  } catch (error) {
    return { problems: [`${file}: cannot be loaded: ${reasonOf(error)}`] };
  }
}

async function loadFile(file: string): Promise<Checked> {
  const read = await readJson(file);
  return 'problem' in read ? { problems: [read.problem] } : checkProfile(file, read.value, ProfileFile);
}

function mergeTitles(own: Profile['titles'], inherited: Profile['titles']): Profile['titles'] {
  const merged: Profile['titles'] = {};
  for (const [kind, patterns] of [...Object.entries(own), ...Object.entries(inherited)]) {
    merged[kind] = [...(merged[kind] ?? []), ...patterns];
  }
  return merged;
}

/** A profile's own data come first and outweigh what it inherits; `match` is never inherited. */
function mergeProfiles(own: Profile, parent: Profile): Profile {
  return {
    ...own,
    titles: mergeTitles(own.titles, parent.titles),
    columns: [...own.columns, ...parent.columns],
    lookups: { ...parent.lookups, ...own.lookups },
    expect: own.expect ?? parent.expect,
  };
}

/** Merges every profile with its parents. Duplicate ids, missing parents and cycles are problems. */
export function resolveProfiles(loaded: readonly Loaded[]): Profile[] {
  const problems: string[] = [];
  const byId = new Map<string, Loaded>();
  for (const entry of loaded) {
    const other = byId.get(entry.profile.id);
    if (other) problems.push(`${entry.file}: id "${entry.profile.id}" is taken by ${other.file}; choose another`);
    else byId.set(entry.profile.id, entry);
  }
  if (!byId.has('default')) problems.push('no profile "default" was found');
  const ids = [...byId.keys()];

  const resolveOne = ({ file, profile }: Loaded, children: readonly string[]): Profile => {
    if (profile.extends === null) return profile;
    const chain = [...children, profile.id];
    if (chain.includes(profile.extends)) {
      problems.push(`${file}: "extends" runs in a circle: ${[...chain, profile.extends].join(' → ')}`);
      return profile;
    }
    const parent = byId.get(profile.extends);
    if (!parent) {
      const meant = didYouMean(profile.extends, ids);
      problems.push(
        `${file}: extends "${profile.extends}", which does not exist; ${meant ? `did you mean "${meant}"?` : `known: ${ids.join(', ')}`}`,
      );
      return profile;
    }
    return mergeProfiles(profile, resolveOne(parent, chain));
  };

  const profiles = [...byId.values()].map((entry) => resolveOne(entry, []));
  if (problems.length > 0) throw new ProfileError([...new Set(problems)]);
  return profiles.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Loads the profiles that ship with the program and those of further folders, `<id>.json` in them: data, of which nothing is run.
 *
 * @returns the profiles sorted by id, each merged with what it extends.
 * @throws ProfileError naming file, key and remedy for everything that is wrong.
 */
export async function loadProfiles(folders: readonly string[] = []): Promise<Profile[]> {
  const loading = (await ownModules()).map(async (file) => ({ file, ...(await loadModule(file)) }));
  const problems: string[] = [];
  for (const folder of folders) {
    const listed = await listFolder(resolve(folder));
    problems.push(...listed.problems);
    loading.push(...listed.files.map(async (file) => ({ file, ...(await loadFile(file)) })));
  }
  const results = await Promise.all(loading);
  problems.push(...results.flatMap((result) => result.problems));
  if (problems.length > 0) throw new ProfileError(problems);
  return resolveProfiles(results.flatMap(({ file, profile }) => (profile ? [{ file, profile }] : [])));
}
