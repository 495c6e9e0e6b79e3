/** Pictures of pages that lie in a folder of their own, one a file: names in, whether they are one document and in which order out. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { zipSync } from 'fflate';
import { isPictureName } from '../../../extractors/readers/scan/bundle.ts';
import { osPath } from './path-bytes.ts';

const LAST_NUMBER = /(\d{1,9})(\D*)$/;

/**
 * The names in the order of their pages where they are one document: two or more pictures, and nothing else that is read, whose names differ
 * by the number of the page only (`001.jpg`, `2.JPG`, `page-3.png`); null otherwise. `others`: what else is in the folder that is read.
 */
export function pagesAmong(names: readonly string[], others: number): string[] | null {
  if (others > 0 || names.length < 2 || !names.every(isPictureName)) return null;
  const numbered = names.map((name) => ({ name, number: Number(LAST_NUMBER.exec(stemOf(name))?.[1] ?? Number.NaN) }));
  const patterns = new Set(names.map((name) => stemOf(name).replace(LAST_NUMBER, '#$2')));
  const numbers = new Set(numbered.map(({ number }) => number));
  if (patterns.size > 1 || numbers.has(Number.NaN) || numbers.size < names.length) return null;
  return numbered.sort((a, b) => a.number - b.number).map(({ name }) => name);
}

const stemOf = (name: string): string => name.toLowerCase().replace(/\.[a-z]+$/, '');

/** The oldest time that a package can say: what it holds is the same whenever it was made. */
const NO_TIME = new Date(1980, 0, 1);

/** The pictures in one package, as the reader of scans takes it; they are packed already. */
export async function bundleOf(paths: readonly string[]): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const [i, path] of paths.entries()) files[`${String(i + 1).padStart(5, '0')} ${basename(path)}`] = await readFile(osPath(path));
  return zipSync(files, { level: 0, mtime: NO_TIME });
}
