import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathWithin } from '../desk/folder.ts';
import { CODE_FOLDERS, PDFJS_FOLDERS } from '../shell/index.ts';

/** The compiled program: also what a checkout runs from its sources serves what was compiled. */
const COMPILED = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../../../dist' : '../../..', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.icc': 'application/octet-stream',
};

export interface StaticFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

function fileIn(root: string, folders: readonly string[], name: string, endings: readonly string[]): StaticFile | null {
  const ending = extname(name);
  const type = TYPES[ending];
  if (type === undefined || !endings.includes(ending)) return null;
  const folder = folders.find((each) => name.startsWith(`${each}/`));
  const path = folder === undefined ? null : pathWithin(join(root, folder), name.slice(folder.length + 1));
  return path === null || !existsSync(path) ? null : { bytes: new Uint8Array(readFileSync(path)), type };
}

/** A module of the program that the page may load; null for any other. */
export const codeFile = (name: string): StaticFile | null => fileIn(COMPILED, CODE_FOLDERS, name, ['.js']);

/** A file of the package that draws pages of PDFs; null for any other. */
export function pdfjsFile(name: string): StaticFile | null {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return fileIn(root, PDFJS_FOLDERS, name, Object.keys(TYPES));
}
