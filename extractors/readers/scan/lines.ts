import type { PictureLayout, PictureLine } from '../../model/picture.ts';
import type { Word } from '../../model/source.ts';
import type { ScanAccess } from '../access/scan-library.ts';
import { readLine, wordsOf } from './recognition/index.ts';

/** What was recognised in lines: words in dots of the upright page, and how sure their characters are on average. */
export interface LinesRead {
  words: Word[];
  sureness: number;
}

/** Reads some lines of a page, by default all: one after the other, as each waits for the recogniser. */
export async function readLines(
  { upright, characterHeight, lines: all }: PictureLayout,
  access: ScanAccess,
  lines: readonly PictureLine[] = all,
): Promise<LinesRead> {
  const words: Word[] = [];
  for (const line of lines) words.push(...wordsOf(await readLine(upright, line, access, characterHeight)));
  return { words, sureness: surenessOf(words) };
}

/** The mean over all characters; what a word is sure of is the product of its characters. */
function surenessOf(words: readonly Word[]): number {
  const characters = words.reduce((sum, { text }) => sum + text.length, 0);
  const sure = words.reduce((sum, { text, reading }) => sum + text.length * (reading?.posterior ?? 1) ** (1 / text.length), 0);
  return characters === 0 ? 0 : sure / characters;
}
