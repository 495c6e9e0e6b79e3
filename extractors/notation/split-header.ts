import { KEY_WORDS, LEAF_WORDS, TOTAL_WORDS, WHOLE_WORDS } from '../../schemas/lexicon/tables/header-words.ts';
import { YEAR_HEAD, YEAR_HEAD_AT_START } from '../../schemas/lexicon/writing/years.ts';
import type { GridRow } from '../model/blocks.ts';
import { isIndexRow } from './row-kinds.ts';
import { compact, narrow } from './text.ts';

/** The words of a header whose layout was lost, put together again from the pieces that lines cut them into. */

export type WordKind = 'key' | 'total' | 'leaf' | 'unknown';
export interface HeaderWord {
  text: string;
  kind: WordKind;
}

/** Width and quotes do not matter when header words are compared. */
export const fold = (text: string): string => narrow(text).replace(/["“”]/g, '');
const LEXICON: { folded: string; text: string; kind: WordKind }[] = [
  ...KEY_WORDS.map((text) => ({ folded: fold(text), text, kind: 'key' as const })),
  ...TOTAL_WORDS.map((text) => ({ folded: fold(text), text, kind: 'total' as const })),
  ...LEAF_WORDS.map((text) => ({ folded: fold(text), text, kind: 'leaf' as const })),
].sort((a, b) => b.folded.length - a.folded.length);
/** Pieces of one cell follow each other, so the pieces are joined and cut again where the words of the formats end. */
export function splitHeaderWords(rows: readonly GridRow[]): HeaderWord[] {
  const pieces = rows.filter((row) => !isIndexRow(row.cells)).flatMap((row) => row.cells.map((cell) => compact(cell.text)));
  let joined = '';
  const printed: string[] = [];
  const ends = new Set<number>();
  for (const piece of pieces) {
    for (const ch of piece) {
      const folded = fold(ch);
      // What folding drops (quotes) stays with the character that follows it.
      if (folded === '') printed[joined.length] = ch;
      for (const f of folded) {
        printed[joined.length] = (printed[joined.length] ?? '') + (f === folded[0] ? ch : '');
        joined += f;
      }
    }
    ends.add(joined.length);
  }
  const words: HeaderWord[] = [];
  let unknown = '';
  const flush = () => {
    if (unknown !== '') words.push({ text: unknown, kind: 'unknown' });
    unknown = '';
  };
  for (let i = 0; i < joined.length; ) {
    const rest = joined.slice(i, i + 40);
    const year = YEAR_HEAD_AT_START.exec(rest);
    const entry = unknown === '' || ends.has(i) ? LEXICON.find((word) => rest.startsWith(word.folded)) : undefined;
    const found = year ? { size: year[0].length, kind: 'leaf' as const } : entry && { size: entry.folded.length, kind: entry.kind };
    if (found) {
      flush();
      words.push({ text: printed.slice(i, i + found.size).join(''), kind: found.kind });
      i += found.size;
      continue;
    }
    unknown += printed[i];
    i++;
    if (ends.has(i) && LEXICON.some((word) => joined.startsWith(word.folded, i))) flush();
  }
  flush();
  return words;
}

/** 2024年, 上年预算数: a header word that names a year. */
export function isYearWord(text: string): boolean {
  return YEAR_HEAD_AT_START.test(text);
}

const WORDS: ReadonlySet<string> = new Set([...LEXICON.map(({ folded }) => folded), ...WHOLE_WORDS.map(fold)]);

/** A whole word of the formats' headers. */
export function isHeaderWord(text: string): boolean {
  const folded = fold(text);
  return WORDS.has(folded) || YEAR_HEAD.test(folded);
}
