import { basename, dirname } from 'node:path';
import { type CodeFile, folderGraph } from './code.ts';

/**
 * A folder's sentence: the block comment that its main file begins with says what enters, what leaves, and after "imports" the
 * folders from which its own files may import: `Room: words of a page in, grids out; imports model, notation.` The main file is
 * index.ts, else the one named like the folder, else the one file that begins with such a sentence.
 */

/** The block comment before everything else, without its stars, on one line; empty where there is none. */
export function sentenceOf(text: string): string {
  const comment = /^\s*\/\*\*([\s\S]*?)\*\//.exec(text)?.[1] ?? '';
  return comment
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Characters of a sentence that says enough. */
const SHORTEST = 60;

/** Words that a list of rooms may hold beside names of folders. */
const SMALL_WORDS = new Set(['and', 'only', 'nothing', 'of', 'its', 'own', 'ours', 'the', 'zod', 'decimal.js']);

/** Names after "imports", up to the end of the clause; null where the sentence does not say. */
export function namedRooms(sentence: string): string[] | null {
  const list = /\bimports\b\s*([^;()]*?)(?:[;()]|\.(?:\s|$)|$)/.exec(sentence)?.[1];
  if (list === undefined) return null;
  return list
    .split(/[\s,]+/)
    .map((word) => word.replace(/^`|[`:]+$/g, '').replace(/\/$/, ''))
    .filter((word) => word !== '' && !SMALL_WORDS.has(word));
}

/** The folder that a name means in the sentence of `folder`: one inside it, else the nearest beside it or beside one above it. */
export function roomNamed(name: string, folder: string, folders: ReadonlySet<string>): string | null {
  for (let above = folder; ; above = dirname(above)) {
    const candidate = above === '.' ? name : `${above}/${name}`;
    if ([...folders].some((known) => known === candidate || known.startsWith(`${candidate}/`))) return candidate;
    if (above === '.') return null;
  }
}

function sentenceOfFolder(folder: string, files: readonly CodeFile[]): string {
  const own = files.filter(({ path }) => dirname(path) === folder);
  const main = ['index.ts', `${basename(folder)}.ts`].map((name) => own.find(({ path }) => path === `${folder}/${name}`)).find(Boolean);
  if (main) return sentenceOf(main.text);
  return own.map(({ text }) => sentenceOf(text)).find((sentence) => namedRooms(sentence) !== null) ?? '';
}

/** What is wrong with the sentences of folders; empty when each folder says what enters and leaves and imports what it names. */
export function roomProblems(files: readonly CodeFile[]): string[] {
  const graph = folderGraph(files);
  const folders = new Set(graph.keys());
  return [...graph].flatMap(([folder, others]) => {
    const sentence = sentenceOfFolder(folder, files);
    const names = namedRooms(sentence);
    if (names === null || sentence.length < SHORTEST) return [`${folder} does not say what enters, what leaves and what it imports`];
    const rooms = names.map((name) => ({ name, room: roomNamed(name, folder, folders) }));
    const unknown = rooms.flatMap(({ name, room }) => (room === null ? [`${folder}: imports "${name}", which is no folder`] : []));
    const allowed = rooms.flatMap(({ room }) => (room === null ? [] : [room]));
    const beyond = others.filter((other) => !allowed.some((room) => other === room || other.startsWith(`${room}/`)));
    return [...unknown, ...beyond.map((other) => `${folder} imports ${other}, which its sentence does not name`)];
  });
}
