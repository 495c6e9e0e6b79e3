import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { ProfileError, reasonOf, systemReason } from '../../base/errors.ts';

/** Endings of modules, which Node would run. */
const CODE = /\.[cm]?[jt]sx?$/i;
const PROFILE = '.json';
/** The longest profile of the project has 3 kB; a file a thousand times longer is none. */
export const MAX_BYTES = 1_000_000;

interface Listed {
  files: string[];
  problems: string[];
}

/** What is met, what is expected, what to do. */
const isCode = (file: string): string =>
  `${file}: is code, and a profile of a folder is data; it was not run. Write it as ${basename(file, extname(file))}.json with the same keys, patterns as strings ("/^收入/" becomes "^收入"), or leave it out of the folder`;

/** Profiles of a folder, sorted; modules in it are named, not passed over: somebody expects them to count. @throws ProfileError when it cannot be read. */
export async function listFolder(folder: string): Promise<Listed> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new ProfileError([`${folder}: the folder cannot be read (${systemReason(error)}); give an existing folder of profile files`]);
  });
  const paths = names.sort().map((name) => join(folder, name));
  return {
    files: paths.filter((path) => extname(path) === PROFILE),
    problems: paths.filter((path) => CODE.test(path) && !path.endsWith('.d.ts')).map(isCode),
  };
}

/** The value that a file of JSON holds, or why there is none. */
export async function readJson(file: string): Promise<{ value: unknown } | { problem: string }> {
  try {
    const info = await stat(file);
    if (!info.isFile()) return { problem: `${file}: is no file; expected a profile as JSON` };
    if (info.size > MAX_BYTES) return { problem: `${file}: has ${info.size} bytes; a profile has at most ${MAX_BYTES}` };
    const value: unknown = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
    return { value };
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: `${file}: is not JSON: ${reasonOf(error)}` };
    return { problem: `${file}: cannot be read (${systemReason(error)})` };
  }
}
