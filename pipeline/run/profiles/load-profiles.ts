/** Folders of profiles in, checked profiles out; imports schemas, base. */
import { readdir } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { Profile } from '../../../schemas/profile.ts';
import { codeOf, ProfileError, reasonOf, systemReason } from '../../base/errors.ts';
import { bareSchema } from '../../base/schema-shape.ts';
import { didYouMean } from '../../base/suggest.ts';

const BUILT = import.meta.url.endsWith('.js');
const OWN_EXTENSIONS = [BUILT ? '.js' : '.ts'];
const USER_EXTENSIONS = ['.js', '.mjs', '.ts'];
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
  if (issue.code !== 'unrecognized_keys') return [`${file}: "${dotted(issue.path) || 'default export'}": ${issue.message}`];
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

/** Validates what a profile module exports by default. Every problem names the file. */
export function checkProfile(file: string, value: unknown): { profile?: Profile; problems: string[] } {
  if (value === undefined) return { problems: [`${file}: no default export; expected "export default defineProfile({ … })"`] };
  const parsed = Profile.safeParse(value);
  if (!parsed.success) return { problems: parsed.error.issues.flatMap((issue) => explainIssue(file, issue)) };
  const profile = parsed.data;
  const problems = statefulPatterns(profile).map((pattern) => `${file}: pattern ${pattern} has the flag g or y; leave it out`);
  const name = basename(file, extname(file));
  if (profile.id !== name) problems.push(`${file}: id "${profile.id}" differs from the file's name "${name}"; make them equal`);
  return { profile, problems };
}

async function listModules(folder: string, extensions: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder).catch((error: unknown) => {
    throw new ProfileError([`${folder}: the folder cannot be read (${systemReason(error)}); give an existing folder of profile files`]);
  });
  const isProfile = (name: string): boolean =>
    extensions.includes(extname(name)) && !name.endsWith('.d.ts') && !NO_PROFILES.has(basename(name, extname(name)));
  return entries
    .filter(isProfile)
    .sort()
    .map((name) => join(folder, name));
}

/** What to do about a profile in TypeScript on a Node that cannot load it; the program itself runs on older ones. */
function withoutTypeScript(file: string): string {
  const id = basename(file, extname(file));
  return `Node ${process.versions.node} cannot load TypeScript; use Node 22.18 or newer, or write it as ${id}.mjs: "export default { id: '${id}', … };", without types and imports`;
}

async function loadModule(file: string): Promise<{ profile?: Profile; problems: string[] }> {
  try {
    const module: { default?: unknown } = await import(pathToFileURL(file).href);
    return checkProfile(file, module.default);
  } catch (error) {
    const hint = codeOf(error) === 'ERR_UNKNOWN_FILE_EXTENSION' ? withoutTypeScript(file) : reasonOf(error);
    return { problems: [`${file}: cannot be loaded: ${hint}`] };
  }
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
 * Loads the profiles that ship with the program and those of further folders (.js, .mjs; .ts where Node loads it, from 22.18 on).
 *
 * @returns the profiles sorted by id, each merged with what it extends.
 * @throws ProfileError naming file, key and remedy for everything that is wrong.
 */
export async function loadProfiles(folders: readonly string[] = []): Promise<Profile[]> {
  const files = await listModules(OWN_FOLDER, OWN_EXTENSIONS);
  for (const folder of folders) files.push(...(await listModules(resolve(folder), USER_EXTENSIONS)));
  const results = await Promise.all(files.map(async (file) => ({ file, ...(await loadModule(file)) })));
  const problems = results.flatMap((result) => result.problems);
  if (problems.length > 0) throw new ProfileError(problems);
  return resolveProfiles(results.flatMap(({ file, profile }) => (profile ? [{ file, profile }] : [])));
}
