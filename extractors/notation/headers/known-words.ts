import { BEGINS_COMPARISON, CELL_END, CELL_PREFIX, CELL_UNIT, COMPARISON, KEY_END } from '../../../schemas/lexicon/tables/header-cells.ts';
import { KEY_WORDS, LEAF_WORDS, TOTAL_WORDS, WHOLE_WORDS } from '../../../schemas/lexicon/tables/header-words.ts';
import { YEAR_HEAD, YEAR_HEAD_AT_START } from '../../../schemas/lexicon/writing/years.ts';
import { narrow } from '../text.ts';

/** The words of a header whose layout was lost, put together again from the pieces that lines cut them into. */

export type WordKind = 'key' | 'total' | 'leaf' | 'unknown';
export interface HeaderWord {
  text: string;
  kind: WordKind;
  /** So many characters of it are 2024年 or 其中： before the word. */
  prefix?: number;
  /** It is nothing but 2024年 or 其中：. */
  isPrefix?: true;
}

/** Width and quotes do not matter when header words are compared. */
export const fold = (text: string): string => narrow(text).replace(/["“”]/g, '');
const LEXICON: { folded: string; text: string; kind: WordKind }[] = [
  ...KEY_WORDS.map((text) => ({ folded: fold(text), text, kind: 'key' as const })),
  ...TOTAL_WORDS.map((text) => ({ folded: fold(text), text, kind: 'total' as const })),
  ...LEAF_WORDS.map((text) => ({ folded: fold(text), text, kind: 'leaf' as const })),
].sort((a, b) => b.folded.length - a.folded.length);

/** Known words by their first character. */
const BY_START = new Map<string, { folded: string; kind: WordKind }[]>();
for (const { folded, kind } of [...LEXICON, ...WHOLE_WORDS.map((text) => ({ folded: fold(text), kind: 'leaf' as const }))]) {
  const start = folded.slice(0, 1);
  BY_START.set(start, [...(BY_START.get(start) ?? []), { folded, kind }]);
}

/** The known words that `text`, which has no blanks, shows from a position on; as printed, longest first. */
export function headerWordsAt(text: string, from: number): HeaderWord[] {
  const prefix = CELL_PREFIX.exec(text.slice(from, from + LONGEST_PREFIX))?.[0] ?? '';
  const words = plainWordsAt(text, from);
  if (prefix !== '') {
    words.push({ text: prefix, kind: 'leaf', isPrefix: true });
    for (const { text: word, kind } of plainWordsAt(text, from + prefix.length))
      if (kind === 'leaf') words.push({ text: prefix + word, kind, prefix: prefix.length });
  }
  return distinct(words.flatMap((word) => [word, ...withUnit(word, text, from)])).sort((a, b) => b.text.length - a.text.length);
}

function withUnit(word: HeaderWord, text: string, from: number): HeaderWord[] {
  const end = from + word.text.length;
  const unit = CELL_UNIT.exec(text.slice(end, end + LONGEST_UNIT));
  return unit && word.kind !== 'key' ? [{ ...word, text: word.text + unit[0] }] : [];
}

function distinct(words: readonly HeaderWord[]): HeaderWord[] {
  return [...new Map(words.toReversed().map((word) => [word.text, word])).values()];
}

function plainWordsAt(text: string, from: number): HeaderWord[] {
  let first = from;
  while (first < text.length && fold(text.charAt(first)) === '') first++;
  return (BY_START.get(fold(text.charAt(first)).slice(0, 1)) ?? []).flatMap(({ folded, kind }) => {
    const end = endOf(text, from, folded);
    return end === null ? [] : [{ text: text.slice(from, end), kind }];
  });
}

/** Where a folded word that is printed from `from` on ends. */
function endOf(text: string, from: number, folded: string): number | null {
  let matched = 0;
  let end = from;
  while (matched < folded.length && end < text.length) {
    const shown = fold(text.charAt(end));
    if (!folded.startsWith(shown, matched)) return null;
    matched += shown.length;
    end++;
  }
  if (matched < folded.length) return null;
  while (end < text.length && fold(text.charAt(end)) === '' && CLOSING.test(text.charAt(end))) end++;
  return end;
}

/** 2024年, 上年预算数: a header word that names a year. */
export function isYearWord(text: string): boolean {
  return YEAR_HEAD_AT_START.test(text);
}

const WORDS: ReadonlySet<string> = new Set([...LEXICON.map(({ folded }) => folded), ...WHOLE_WORDS.map(fold)]);
/** So many characters a prefix or a unit has at most. */
const LONGEST_PREFIX = 9;
const LONGEST_UNIT = 9;
const CLOSING = /[”"]/;

/** Ends as the cells of headers do. */
export function endsLikeHeaderWord(text: string): boolean {
  return CELL_END.test(fold(text));
}

/** A comparison of two years (预算数比上年执行数), or what else formats have as the head of a group in many wordings. `folded`. */
export function isGroupHead(folded: string): boolean {
  return COMPARISON.test(folded);
}

/** A whole word of the formats' headers. */
export function isHeaderWord(text: string): boolean {
  const folded = fold(text);
  return WORDS.has(folded) || YEAR_HEAD.test(folded);
}

/** A piece of a header's word: the beginning of known ones and none itself, or with a character too many (公务用车购置费费). */
export function isPieceOfWord(text: string): boolean {
  const folded = fold(text);
  if (folded === '' || isHeaderWord(text)) return false;
  const rests = (BY_START.get(folded.slice(0, 1)) ?? []).flatMap((word) =>
    word.folded.startsWith(folded) ? [word.folded.slice(folded.length)] : [],
  );
  // 政府性基金 is as good as 政府性基金预算.
  if (rests.length > 0) return !rests.some((rest) => WORDS.has(rest));
  return folded.at(-1) === folded.at(-2) && WORDS.has(folded.slice(0, -1));
}

/** A word of a header as it is printed: a known one, also with its year, 其中 or its unit, or else, if `free`, the head of a comparison. */
export function isWholeHeaderWord(text: string, free = true): boolean {
  return isHeaderWord(text) || (free && isGroupHead(fold(text))) || headerWordsAt(text, 0).some((word) => word.text === text);
}

/** What a known word is. */
export function wordKind(text: string): WordKind {
  return headerWordsAt(text, 0).find((word) => word.text === text)?.kind ?? (KEY_END.test(text) ? 'key' : 'unknown');
}

/** Letters from within known words, and no known word: a cell's second or third line. One letter alone is the last of a word. */
export function isRestOfWord(text: string): boolean {
  const folded = fold(text);
  if (folded === '' || WORDS.has(folded)) return false;
  return [...WORDS].some((word) => (folded.length === 1 ? word.endsWith(folded) : word.indexOf(folded) > 0));
}

/** It is the beginning of a word of a header, or all of it; if `free`, also of a comparison in any wording. */
export function startsHeaderWord(text: string, free = true): boolean {
  const folded = fold(text);
  const prefix = CELL_PREFIX.exec(folded)?.[0] ?? '';
  if (prefix === folded || (free && isYearWord(folded) && BEGINS_COMPARISON.test(folded))) return true;
  return [folded, folded.slice(prefix.length)].some((rest) =>
    (BY_START.get(rest.slice(0, 1)) ?? []).some((word) => word.folded.startsWith(rest)),
  );
}
