import { relative, resolve, sep } from 'node:path';

/** A pattern with wildcards: the folder before its first wildcard, and which paths below it are meant. */
interface Glob {
  base: string;
  matches: (path: string) => boolean;
}

const WILDCARD = /[*?[\]{}()!]/;

/** Null where the text has no wildcard. Quoted on the command line, so that the shell leaves it alone. */
export async function globOf(given: string): Promise<Glob | null> {
  if (!WILDCARD.test(given)) return null;
  const segments = given.split(/[\\/]/);
  const first = segments.findIndex((segment) => WILDCARD.test(segment));
  const base = resolve(segments.slice(0, first).join(sep) || (given.startsWith('/') ? '/' : '.'));
  const { default: picomatch } = await import('picomatch');
  const isMatch = picomatch(segments.slice(first).join('/'));
  return { base, matches: (path) => isMatch(relative(base, path).split(sep).join('/')) };
}

/** Paths, one a line, or ended by NUL bytes as `find -print0` writes them. Blank ones are left out. */
export async function readList(stream: AsyncIterable<Uint8Array>): Promise<string[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const text = new TextDecoder().decode(Buffer.concat(chunks));
  const paths = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/);
  return paths.filter((path) => path.trim() !== '');
}
