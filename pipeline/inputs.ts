import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { EXIT, systemReason, UserError } from './errors.ts';
import { slugOf } from './export/slug.ts';

/** Endings that a folder is searched for; a file that is named itself is taken whatever it ends in. */
export const INPUT_EXTENSIONS = ['.txt', '.md', '.text', '.html', '.htm', '.pdf'];

export interface Input {
  /** Absolute path. */
  path: string;
  /** Path relative to the input root, with `/`. */
  sourceFile: string;
  documentId: string;
}

const SKIPPED_FOLDERS = new Set(['node_modules']);
/** Stands in folders of documents and is none. */
const SKIPPED_FILES = /^readme\./i;

function isInput(name: string): boolean {
  return INPUT_EXTENSIONS.includes(extname(name).toLowerCase()) && !SKIPPED_FILES.test(name);
}

async function filesBelow(folder: string, excluded: ReadonlySet<string>): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const kind = await kindOf(entry, path);
    if (kind === 'folder' && !entry.name.startsWith('.') && !SKIPPED_FOLDERS.has(entry.name) && !excluded.has(path)) {
      files.push(...(await filesBelow(path, excluded)));
    } else if (kind === 'file' && isInput(entry.name)) {
      files.push(path);
    }
  }
  return files;
}

/** Links to files are followed, links to folders are not: they could run in a circle. */
async function kindOf(entry: Dirent, path: string): Promise<'file' | 'folder' | 'other'> {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  if (!entry.isSymbolicLink()) return 'other';
  const target = await stat(path).catch(() => null);
  return target?.isFile() ? 'file' : 'other';
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
  return sourceFiles.map((file) => {
    const ending = extname(file);
    const plain = slugOf(file.slice(0, file.length - ending.length), SLUG_LENGTH) || 'document';
    const withEnding = ending ? `${plain}-${ending.slice(1)}` : plain;
    let id = plain;
    for (let attempt = 1; taken.has(id.toLowerCase()); attempt++) id = attempt === 1 ? withEnding : `${withEnding}-${attempt}`;
    taken.add(id.toLowerCase());
    return id;
  });
}

function missing(path: string, error: unknown): UserError {
  return new UserError(EXIT.input, {
    en: `${path}: cannot be read (${systemReason(error)}); expected a file or a folder. Check the path and its permissions.`,
    zh: `${path}：无法读取（${systemReason(error)}）；应为文件或文件夹。请检查路径与权限。`,
  });
}

/**
 * Files to read, in a stable order and without doubles. The input root is the folder given, or the folder that all paths
 * given have in common.
 *
 * @throws UserError with exit code 2 when a path does not exist or nothing readable was found.
 */
export async function findInputs(paths: readonly string[], exclude: readonly string[] = []): Promise<Input[]> {
  const excluded = new Set(exclude.map((folder) => resolve(folder)));
  const roots: string[] = [];
  const files: string[] = [];
  for (const given of paths) {
    const path = resolve(given);
    const info = await stat(path).catch((error: unknown) => {
      throw missing(given, error);
    });
    roots.push(info.isDirectory() ? path : dirname(path));
    if (!info.isDirectory()) files.push(path);
    else {
      files.push(
        ...(await filesBelow(path, excluded).catch((error: unknown) => {
          throw missing(given, error);
        })),
      );
    }
  }
  if (files.length === 0) {
    throw new UserError(EXIT.input, {
      en: `No document in ${paths.join(', ')}; expected files ending in ${INPUT_EXTENSIONS.join(', ')}. Give another folder, or name the file itself.`,
      zh: `${paths.join('、')} 中没有文档；应有 ${INPUT_EXTENSIONS.join('、')} 结尾的文件。请换一个文件夹，或直接给出文件。`,
    });
  }
  const root = commonFolder(roots);
  const unique = [...new Set(files)];
  const sourceFiles = unique.map((file) => (relative(root, file) || basename(file)).split(sep).join('/'));
  const ids = documentIds(sourceFiles);
  return unique.map((path, index) => ({ path, sourceFile: sourceFiles[index] ?? path, documentId: ids[index] ?? `document-${index}` }));
}
