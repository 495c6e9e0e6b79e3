/** Cells of a header's lines in, the words that they are pieces of out; imports schemas, model, notation. */
import { KEY_END } from '../../../schemas/lexicon/tables/header-cells.ts';
import type { GridRow } from '../../model/blocks.ts';
import { isClassWord, isIndexRow } from '../row-kinds.ts';
import { compact } from '../text.ts';
import { endsLikeHeaderWord, fold, type HeaderWord, headerWordsAt, isHeaderWord } from './known-words.ts';

/** A word of the header; `startsLine`: nothing stands before it on its line. */
export interface PlacedWord extends HeaderWord {
  startsLine: boolean;
  /** For comparing: without quotes and differences of width. */
  folded: string;
}

/** One way to put the pieces of a header together to words. `cost`: what speaks against it, 0 where all words are known. */
export interface Segmentation {
  words: PlacedWord[];
  cost: number;
}

/** So many ways are kept; more than two differ in words that no format has. */
const MOST = 3;
/** A word of no format. */
const UNKNOWN = 1;
/** A further piece of one; a cell wraps more often than two cells stand on lines of their own, if the rest ends like a header word. */
const WRAPPED = 0.4;
const WRAPPED_ODDLY = 1.2;
/** A further piece on the same line is a cell of its own nearly always. */
const SPACED = 2;
/** A known word that begins or ends within a piece: two cells touch. */
const TOUCHING = 0.6;
/** 其中 or a year in a piece of its own heads what follows rather than being part of it. */
const APART = 0.5;
/** The same in a piece that is a known word itself. */
const SPLIT = 2;
/** A word of no format that ends as the names of codes and subjects do. */
const UNKNOWN_KEY = 0.3;
const MOST_PIECES = 6;

interface Chars {
  /** Without blanks. */
  text: string;
  /** Positions at which a piece begins, and whether it is the first of its line. */
  starts: Map<number, boolean>;
  /** Positions within a piece: what a border between two words costs there. */
  within: Map<number, number>;
}

/** The pieces that lines and blanks cut a header into, as words; cheapest first. */
export function segmentations(rows: readonly GridRow[]): Segmentation[] {
  const chars = charsOf(rows);
  const best: Segmentation[][] = Array.from({ length: chars.text.length + 1 }, () => []);
  best[0] = [{ words: [], cost: 0 }];
  for (let i = 0; i < chars.text.length; i++) {
    const here = best[i] ?? [];
    if (here.length === 0) continue;
    for (const { end, word, cost } of wordsFrom(chars, i)) {
      const placed = { ...word, startsLine: chars.starts.get(i) ?? false, folded: fold(word.text) };
      const next = here.map((way) => ({ words: [...way.words, placed], cost: way.cost + cost }));
      best[end] = cheapest([...(best[end] ?? []), ...next]);
    }
  }
  return best.at(-1) ?? [];
}

/** The words of a header each of whose rows is one. */
export function wholeWords(rows: readonly GridRow[]): Segmentation {
  let cost = 0;
  const words = rows.flatMap(({ cells }) => {
    const text = compact(cells.map((cell) => cell.text).join(''));
    if (text === '') return [];
    const known = headerWordsAt(text, 0).find((word) => word.text === text);
    const kind = known?.kind ?? (KEY_END.test(text) ? 'key' : 'unknown');
    if (!known) cost += kind === 'key' ? UNKNOWN_KEY : UNKNOWN;
    return [{ text, kind, startsLine: true, folded: fold(text) }];
  });
  return { words, cost };
}

function charsOf(rows: readonly GridRow[]): Chars {
  let text = '';
  const starts = new Map<number, boolean>();
  const within = new Map<number, number>();
  for (const row of rows) {
    if (isIndexRow(row.cells)) continue;
    for (const [i, cell] of row.cells.entries()) {
      const piece = compact(cell.text);
      if (piece === '') continue;
      starts.set(text.length, i === 0);
      for (const [inner, cost] of bordersWithin(cell.text, piece)) within.set(text.length + inner, cost);
      text += piece;
    }
  }
  return { text, starts, within };
}

/** What a border between two words costs within a piece: nothing where letters are printed with blanks between them, most in a known word. */
function bordersWithin(printed: string, piece: string): Map<number, number> {
  const costs = new Map<number, number>();
  const isKnown = isHeaderWord(piece);
  for (let i = 1; i < piece.length; i++) costs.set(i, isKnown ? SPLIT : TOUCHING);
  if (isKnown) return costs;
  let letters = 0;
  for (const char of printed.trim()) {
    if (compact(char) === '') costs.set(letters, 0);
    else letters += char.length;
  }
  return costs;
}

interface Edge {
  end: number;
  word: HeaderWord;
  cost: number;
}

function wordsFrom({ text, starts, within }: Chars, from: number): Edge[] {
  const isBoundary = (i: number): boolean => i === text.length || starts.has(i);
  const border = (i: number): number => within.get(i) ?? 0;
  const known = headerWordsAt(text, from).map(({ prefix, ...word }): Edge => {
    const end = from + word.text.length;
    const apart = prefix !== undefined && starts.has(from + prefix) ? APART : 0;
    // 类 款 项 are printed with gaps that any word may have.
    return { end, word, cost: isClassWord(word.text) ? 0 : border(from) + border(end) + apart };
  });
  if (!isBoundary(from)) return known;
  const unknown: Edge[] = [];
  let wrapped = 0;
  for (let end = from + 1, pieces = 1; end <= text.length && pieces <= MOST_PIECES; end++) {
    if (!isBoundary(end)) continue;
    const word = text.slice(from, end);
    const isKey = KEY_END.test(word);
    const ends = isKey || endsLikeHeaderWord(word);
    const cost = (isKey ? UNKNOWN_KEY : UNKNOWN) + wrapped + (ends ? 0 : WRAPPED);
    unknown.push({ end, word: { text: word, kind: isKey ? 'key' : 'unknown' }, cost });
    pieces++;
    wrapped += starts.get(end) ? (ends ? WRAPPED_ODDLY : WRAPPED) : SPACED;
  }
  return [...known, ...unknown.filter(({ end }) => !known.some((word) => word.end === end))];
}

function cheapest(ways: readonly Segmentation[]): Segmentation[] {
  const seen = new Set<string>();
  return ways
    .toSorted((a, b) => a.cost - b.cost || a.words.length - b.words.length)
    .filter(({ words }) => {
      const key = words.map(({ text }) => text).join('|');
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MOST);
}
