/** Paths, folders, globs and archives in, documents to read and their bytes out; imports schemas, extractors, base. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { at } from '../../../extractors/model/at.ts';
import { READERS } from '../../../extractors/readers/index.ts';
import { EXIT, reasonOf, systemReason, UserError } from '../../base/errors.ts';
import { shown } from '../../base/shown/terminal.ts';
import { slugOf } from '../../base/slug.ts';
import { listArchive } from './archive.ts';
import type { Failure, Input } from './input.ts';
import { globOf, readList } from './input-patterns.ts';
import { unreadable } from './read-input.ts';

/** Endings that a folder is searched for; a file that is named itself is taken whatever it ends in. */
export const INPUT_EXTENSIONS: readonly string[] = READERS.flatMap(({ extensions }) => extensions);
const ARCHIVE_EXTENSION = '.zip';

export interface Found {
  inputs: Input[];
  /** Ending → files in folders and archives that were passed over. */
  ignored: Record<string, number>;
}

/** A path of standard input: "-" among the paths. */
const STDIN = '-';

const SKIPPED_FOLDERS = new Set(['node_modules', '__MACOSX']);
/** Stands in folders of documents and is none. */
const SKIPPED_FILES = /^readme\./i;

interface FoundFile {
  path: string;
  failure?: Failure | undefined;
}

const endingOf = (name: string): string => extname(name).toLowerCase();
const isArchive = (name: string): boolean => endingOf(name) === ARCHIVE_EXTENSION;
const isInput = (name: string): boolean => INPUT_EXTENSIONS.includes(endingOf(name)) || isArchive(name);
const isHidden = (name: string): boolean => name.startsWith('.') || SKIPPED_FOLDERS.has(name);

/** Searches folders; counts what it passes over. */
class Search {
  readonly ignored: Record<string, number> = {};
  readonly #excluded: ReadonlySet<string>;

  constructor(exclude: readonly string[]) {
    this.#excluded = new Set(exclude.map((folder) => resolve(folder)));
  }

  /** Whether a file of this name is a document; counts it when it is none. */
  wants(name: string): boolean {
    if (SKIPPED_FILES.test(name) || name.startsWith('.')) return false;
    if (isInput(name)) return true;
    const ending = endingOf(name) || '(none)';
    this.ignored[ending] = (this.ignored[ending] ?? 0) + 1;
    return false;
  }

  /** A folder below that cannot be opened is an input that cannot be read: what is in it must not be lost unseen. */
  async below(folder: string, matches: (path: string) => boolean = () => true): Promise<FoundFile[]> {
    const entries = await readdir(folder, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    const files: FoundFile[] = [];
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const kind = await kindOf(entry, path);
      if (kind === 'folder' && !isHidden(entry.name) && !this.#excluded.has(path)) {
        files.push(...(await this.below(path, matches).catch((error: unknown) => [{ path, failure: unreadable(error) }])));
      } else if (kind === 'file' && matches(path) && this.wants(entry.name)) {
        files.push({ path });
      }
    }
    return files;
  }
}

/** Links to files are followed, links to folders are not: they could run in a circle. A link to nothing is a file that cannot be read. */
async function kindOf(entry: Dirent, path: string): Promise<'file' | 'folder' | 'other'> {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  if (!entry.isSymbolicLink()) return 'other';
  const target = await stat(path).catch(() => null);
  return target === null || target.isFile() ? 'file' : 'other';
}

function commonFolder(folders: readonly string[]): string {
  const [first = sep, ...others] = folders;
  let parts = first.split(sep);
  for (const other of others) {
    const theirs = other.split(sep);
    const differs = parts.findIndex((part, index) => part !== theirs[index]);
    if (differs !== -1) parts = parts.slice(0, differs);
  }
  return parts.join(sep) || sep;
}

const SLUG_LENGTH = 60;

/** Ids from paths relative to the input root: `2024/部门.txt` → `2024-部门`. Where two fall together, the ending and then a number tell them apart. */
export function documentIds(sourceFiles: readonly string[]): string[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  const isFree = (id: string): boolean => !taken.has(id.toLowerCase());
  const numbered = (id: string): string => {
    // Thousands of names may fall together: each goes on counting where the last one stopped.
    for (let attempt = next.get(id) ?? 1; ; attempt++) {
      const candidate = attempt === 1 ? id : `${id}-${attempt}`;
      next.set(id, attempt + 1);
      if (isFree(candidate)) return candidate;
    }
  };
  return sourceFiles.map((file) => {
    const ending = extname(file);
    const plain = slugOf(file.slice(0, file.length - ending.length), SLUG_LENGTH) || 'document';
    const id = isFree(plain) ? plain : numbered(ending ? `${plain}-${slugOf(ending, SLUG_LENGTH)}` : plain);
    taken.add(id.toLowerCase());
    return id;
  });
}

function missing(path: string, error: unknown): UserError {
  return new UserError(EXIT.input, {
    en: `${shown(path)}: cannot be read (${systemReason(error)}); expected a file or a folder. Check the path and its permissions.`,
    zh: `${shown(path)}：无法读取（${systemReason(error)}）；应为文件或文件夹。请检查路径与权限。`,
  });
}

/** What one path gives, and the folder that it counts from. */
interface Taken {
  root: string;
  files: FoundFile[];
}

async function take(given: string, search: Search): Promise<Taken> {
  const path = resolve(given);
  const info = await stat(path).catch((error: unknown) => ({ error }));
  if (!('error' in info))
    return info.isDirectory() ? { root: path, files: await search.below(path) } : { root: dirname(path), files: [{ path }] };
  const glob = await globOf(given);
  if (!glob) throw info.error;
  return { root: glob.base, files: await search.below(glob.base, glob.matches) };
}

/** A path of the command line that does not exist is a slip of the hand and stops; one of a long list costs itself only. */
async function takeAll(paths: readonly string[], search: Search, stdin: AsyncIterable<Uint8Array>): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const given of paths) {
    if (given !== STDIN) {
      taken.push(
        await take(given, search).catch((error: unknown) => {
          throw missing(given, error);
        }),
      );
      continue;
    }
    for (const listed of (await readList(stdin)).sort()) {
      const path = resolve(listed);
      taken.push(
        await take(listed, search).catch((error: unknown) => ({ root: dirname(path), files: [{ path, failure: unreadable(error) }] })),
      );
    }
  }
  return taken;
}

type Unnamed = Omit<Input, 'documentId'>;

/** The documents of an archive; one that cannot be listed is a document that cannot be read. */
async function unpacked({ path, sourceFile }: Unnamed, search: Search): Promise<Unnamed[]> {
  try {
    const listed = await listArchive(path);
    return listed
      .filter(({ name }) => !name.split('/').slice(0, -1).some(isHidden) && search.wants(basename(name)))
      .map(({ name, member, failure }) => ({ path, sourceFile: `${sourceFile}/${name}`, member, ...(failure ? { failure } : {}) }));
  } catch (error) {
    return [{ path, sourceFile, failure: { ruleId: 'archive/unreadable', stage: 'read', actual: reasonOf(error) } }];
  }
}

/**
 * Documents to read, in a stable order and without doubles: files, folders with all below them, globs, .zip archives with what is
 * in them, and for `-` what `stdin` lists. The input root is the folder given, or the folder that all paths given have in common.
 *
 * @throws UserError with exit code 2 when a path given does not exist or nothing readable was found.
 */
export async function findInputs(
  paths: readonly string[],
  exclude: readonly string[] = [],
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): Promise<Found> {
  const search = new Search(exclude);
  const taken = await takeAll(paths, search, stdin);
  const root = commonFolder(taken.map((each) => each.root));
  const files = new Map<string, FoundFile>();
  for (const file of taken.flatMap((each) => each.files)) if (!files.has(file.path)) files.set(file.path, file);
  const unnamed: Unnamed[] = [];
  for (const { path, failure } of files.values()) {
    const sourceFile = (relative(root, path) || basename(path)).split(sep).join('/');
    const input: Unnamed = { path, sourceFile, ...(failure ? { failure } : {}) };
    if (isArchive(path) && !failure) unnamed.push(...(await unpacked(input, search)));
    else unnamed.push(input);
  }
  if (unnamed.length === 0) {
    const endings = [...INPUT_EXTENSIONS, ARCHIVE_EXTENSION].join(', ');
    throw new UserError(EXIT.input, {
      en: `No document in ${paths.map(shown).join(', ')}; expected files ending in ${endings}. Give another folder, or name the file itself.`,
      zh: `${paths.map(shown).join('、')} 中没有文档；应有 ${endings.replaceAll(', ', '、')} 结尾的文件。请换一个文件夹，或直接给出文件。`,
    });
  }
  const ids = documentIds(unnamed.map(({ sourceFile }) => sourceFile));
  return { inputs: unnamed.map((input, index) => ({ ...input, documentId: at(ids, index) })), ignored: search.ignored };
}
