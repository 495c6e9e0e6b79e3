/** Paths, folders, globs and archives in, documents to read and their bytes out; imports schemas, extractors, base. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, parse, relative, resolve, sep } from 'node:path';
import { at } from '../../../extractors/model/at.ts';
import { READERS } from '../../../extractors/readers/index.ts';
import { isPictureName } from '../../../extractors/readers/scan/bundle.ts';
import { EXIT, reasonOf, systemReason, UserError } from '../../base/errors.ts';
import { shown } from '../../base/shown/terminal.ts';
import { listArchive } from './archive.ts';
import { documentIds } from './document-ids.ts';
import type { Failure, Input } from './input.ts';
import { globOf, readList } from './input-patterns.ts';
import { pagesAmong } from './page-pictures.ts';
import { lossy, osPath, pathOf, pathText } from './path-bytes.ts';
import { notAFile, type Special, unreadable } from './read-input.ts';
import { isPartOfPage } from './saved-pages.ts';

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

/** Stands in an output folder of this program: its tables and pages are no sources. */
const OUTPUT_MARK = '.duizhang';
const OUTPUT_EXTENSIONS = new Set(['.csv', '.xlsx', '.html']);

const SKIPPED_FOLDERS = new Set(['node_modules', '__MACOSX']);
/** Stands in folders of documents and is none; `~$` is what an office leaves beside a file that is open. */
const SKIPPED_FILES = /^(?:readme\.|~\$)/i;

interface FoundFile {
  path: string;
  pages?: readonly string[];
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

  /** Whether a file of this name is a document; counts it when it is none. `isPart`: of a page that was saved; `isOutput`: of this program. */
  wants(name: string, { isPart = false, isOutput = false } = {}): boolean {
    if (SKIPPED_FILES.test(name) || name.startsWith('.')) return false;
    if (isInput(name) && !isPart && !(isOutput && OUTPUT_EXTENSIONS.has(endingOf(name)))) return true;
    const ending = (isInput(name) && isPart ? '_files/' : '') + endingOf(name) || '(none)';
    this.ignored[ending] = (this.ignored[ending] ?? 0) + 1;
    return false;
  }

  /** A folder below that cannot be opened is an input that cannot be read: what is in it must not be lost unseen. */
  async below(
    folder: string,
    matches: (path: string) => boolean = () => true,
    { beside = NONE, withinOutput = false }: { beside?: ReadonlySet<string>; withinOutput?: boolean } = {},
  ): Promise<FoundFile[]> {
    const files: FoundFile[] = [];
    const entries = await entriesOf(folder);
    const names = new Set(entries.map(({ name }) => name.toLowerCase()));
    const isPart = (name: string): boolean => isPartOfPage(basename(folder), name, (page) => beside.has(page));
    const isOutput = withinOutput || entries.some(({ name }) => name === OUTPUT_MARK);
    for (const { name, entry } of entries) {
      const path = join(folder, name);
      const kind = await kindOf(entry, path);
      if (kind === 'folder') {
        if (isHidden(name) || this.#excluded.has(path)) continue;
        const within = this.below(path, matches, { beside: names, withinOutput: isOutput });
        files.push(...(await within.catch((error: unknown) => [{ path, failure: unreadable(error) }])));
      } else if (kind !== 'link' && matches(path) && this.wants(name, { isPart: isPart(name), isOutput })) {
        files.push(kind === 'file' ? { path } : { path, failure: notAFile(kind.special) });
      }
    }
    return withPages(folder, files);
  }
}

/** A folder whose files are the pages of one document is that document. */
function withPages(folder: string, files: FoundFile[]): FoundFile[] {
  const own = files.filter(({ path, failure }) => dirname(path) === folder && !failure);
  const names = own.map(({ path }) => basename(path)).filter(isPictureName);
  const pages = pagesAmong(names, own.length - names.length)?.map((name) => join(folder, name));
  return pages ? [{ path: folder, pages }, ...files.filter((file) => !own.includes(file))] : files;
}

/** Names beside a folder that was given itself: they are not asked for. */
const NONE: ReadonlySet<string> = new Set();

type Entry = Dirent<Buffer>;

/** What is in a folder, sorted, by names as bytes. */
async function entriesOf(folder: string): Promise<{ name: string; entry: Entry }[]> {
  const entries = await readdir(osPath(folder), { withFileTypes: true, encoding: 'buffer' });
  return entries.map((entry) => ({ name: pathOf(entry.name), entry })).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/**
 * Links to files are followed, links to folders are not: they could run in a circle. A link to nothing, or to itself, is a file that
 * cannot be read.
 */
async function kindOf(entry: Entry, path: string): Promise<'file' | 'folder' | 'link' | { special: Special }> {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  if (!entry.isSymbolicLink()) return { special: entry };
  const target = await stat(osPath(path)).catch(() => null);
  if (target?.isDirectory()) return 'link';
  return target === null || target.isFile() ? 'file' : { special: target };
}

/** Paths below `folder` that `segments` may have meant where bytes of them were lost on the command line. */
async function meant(folder: string, segments: readonly string[]): Promise<string[]> {
  const [first, ...rest] = segments;
  if (first === undefined) return [folder];
  const exact = join(folder, first);
  if (!first.includes('\ufffd')) return meant(exact, rest);
  const names = await entriesOf(folder).catch(() => []);
  const found = await Promise.all(names.filter(({ name }) => lossy(name) === first).map(({ name }) => meant(join(folder, name), rest)));
  return found.flat();
}

/** A path with U+FFFD may be one whose bytes are no text: Node hands arguments over as text. */
async function pathsMeant(path: string): Promise<string[]> {
  const { root } = parse(path);
  return path.includes('\ufffd') ? meant(root, path.slice(root.length).split(sep)) : [];
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

async function takePath(path: string, search: Search): Promise<Taken> {
  const info = await stat(osPath(path));
  if (info.isDirectory()) return { root: path, files: await search.below(path) };
  return { root: dirname(path), files: [info.isFile() ? { path } : { path, failure: notAFile(info) }] };
}

async function take(given: string, search: Search): Promise<Taken> {
  const path = resolve(given);
  const info = await stat(osPath(path)).catch((error: unknown) => ({ error }));
  if (!('error' in info)) return takePath(path, search);
  const others = await Promise.all((await pathsMeant(path)).map((other) => takePath(other, search)));
  if (others.length > 0) return { root: commonFolder(others.map(({ root }) => root)), files: others.flatMap(({ files }) => files) };
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
    const names = new Set(listed.map(({ name }) => name.toLowerCase()));
    const isPart = (name: string): boolean => {
      const folder = dirname(name);
      return isPartOfPage(basename(folder), basename(name), (page) => names.has(join(dirname(folder), page).split(sep).join('/')));
    };
    const documents = listed
      .filter(({ name }) => !name.split('/').slice(0, -1).some(isHidden) && search.wants(basename(name), { isPart: isPart(name) }))
      .map(({ name, member, failure }) => ({ path, sourceFile: `${sourceFile}/${name}`, member, ...(failure ? { failure } : {}) }));
    if (documents.length > 0) return documents;
    return [{ path, sourceFile, failure: { ruleId: 'archive/no-document', stage: 'read', actual: String(listed.length) } }];
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
  for (const { path, pages, failure } of files.values()) {
    const sourceFile = pathText((relative(root, path) || basename(path)).split(sep).join('/'));
    const input: Unnamed = { path, sourceFile, ...(pages ? { pages } : {}), ...(failure ? { failure } : {}) };
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
