/** Cells of a header's lines in, the words that they are pieces of out; imports schemas, model, notation. */
import { KEY_END } from '../../../schemas/lexicon/tables/header-cells.ts';
import { OF_WHICH } from '../../../schemas/lexicon/writing/marks.ts';
import type { GridRow } from '../../model/blocks.ts';
import { isClassWord, isIndexRow } from '../row-kinds.ts';
import { compact } from '../text.ts';
import { endsLikeHeaderWord, fold, type HeaderWord, headerWordsAt, isGroupHead, isHeaderWord } from './known-words.ts';

/** A word of the header; `startsLine`: nothing stands before it on its line. */
export interface PlacedWord extends HeaderWord {
  startsLine: boolean;
  /** For comparing: without quotes and differences of width. */
  folded: string;
  /** It holds a piece that is a whole word by itself. */
  swallows?: true;
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
/** A known word where a longer one ends with a piece, too: 财政专户管理资金 | 收入. */
const CUT_SHORT = 0.3;
/** 其中 or a year as a word of its own before words of no format: it belongs to them. */
const BEFORE_UNKNOWN = 0.8;
/** A word of no format that begins with a bracket: what stands in it belongs to the word before. */
const BRACKET_FIRST = 1.5;
/** 其中 within a word: it begins one. */
const HOLDS_OF_WHICH = 2;
/** A piece that is a whole word of the formats within a word of none. */
const SWALLOWED = 1.2;
/** A word whose head or end formats have, with other words between (2026年预算数比2025年执行数). */
const LIKE_HEAD = 0.3;
/** A word of no format that ends as the names of codes and subjects do. */
const UNKNOWN_KEY = 0.3;
const MOST_PIECES = 6;
const OPENING = /^[（(]/;

interface Chars {
  /** Without blanks. */
  text: string;
  /** Positions at which a piece begins, and whether it is the first of its line. */
  starts: Map<number, boolean>;
  /** Positions within a piece: what a border between two words costs there. */
  within: Map<number, number>;
}

/**
 * The pieces that lines and blanks cut a header into, as words; cheapest first. `ofEachLength`: the cheapest ones of each number of words,
 * for a header of which the number of columns is known.
 */
export function segmentations(rows: readonly GridRow[], ofEachLength = false): Segmentation[] {
  const kept = ofEachLength ? cheapestOfEachLength : cheapest;
  const chars = charsOf(rows);
  const best: Segmentation[][] = Array.from({ length: chars.text.length + 1 }, () => []);
  best[0] = [{ words: [], cost: 0 }];
  for (let i = 0; i < chars.text.length; i++) {
    const here = best[i] ?? [];
    if (here.length === 0) continue;
    for (const { end, word, cost } of wordsFrom(chars, i)) {
      const placed = { ...word, startsLine: chars.starts.get(i) ?? false, folded: fold(word.text) };
      const next = here.map((way) => ({ words: [...way.words, placed], cost: way.cost + cost }));
      best[end] = kept([...(best[end] ?? []), ...next]);
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
      for (const [inner, cost] of bordersWithin(compact(cell.raw) === piece ? cell.raw : cell.text, piece))
        within.set(text.length + inner, cost);
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
  word: HeaderWord & { swallows?: true };
  cost: number;
}

function wordsFrom({ text, starts, within }: Chars, from: number): Edge[] {
  const isBoundary = (i: number): boolean => i === text.length || starts.has(i);
  const border = (i: number): number => within.get(i) ?? 0;
  const found = headerWordsAt(text, from);
  const longest = found.find((word) => isBoundary(from + word.text.length))?.text.length ?? 0;
  const known = found.map(({ prefix, ...word }): Edge => {
    const end = from + word.text.length;
    const cut = word.kind !== 'key' && isBoundary(end) && word.text.length < longest ? CUT_SHORT : 0;
    const apart = prefix !== undefined && starts.has(from + prefix) ? APART : 0;
    const isPrefixAlone = word.isPrefix === true && end < text.length && headerWordsAt(text, end).length === 0;
    // 类 款 项 are printed with gaps that any word may have.
    const cost = isClassWord(word.text) ? 0 : border(from) + border(end) + apart + (isPrefixAlone ? BEFORE_UNKNOWN : 0) + cut;
    return { end, word, cost };
  });
  if (!isBoundary(from)) return known;
  const unknown: Edge[] = [];
  let wrapped = 0;
  let swallowed = 0;
  for (let end = from + 1, pieces = 1, start = from; end <= text.length && pieces <= MOST_PIECES; end++) {
    if (!isBoundary(end)) continue;
    const word = text.slice(from, end);
    if (isWholeColumn(text.slice(start, end))) swallowed += SWALLOWED;
    start = end;
    const isKey = KEY_END.test(word);
    const ends = isKey || endsLikeHeaderWord(word);
    const isHead = !isKey && isGroupHead(fold(word));
    const odd = (OPENING.test(word) ? BRACKET_FIRST : 0) + (word.lastIndexOf(OF_WHICH) > 0 ? HOLDS_OF_WHICH : 0);
    const cost = isHead ? LIKE_HEAD : (isKey ? UNKNOWN_KEY : UNKNOWN) + wrapped + (ends ? 0 : WRAPPED);
    const kind = isKey ? 'key' : isHead ? 'leaf' : 'unknown';
    const holds = isHead ? 0 : swallowed;
    unknown.push({ end, word: { text: word, kind, ...(holds > 0 ? { swallows: true } : {}) }, cost: cost + odd + holds });
    pieces++;
    wrapped += starts.get(end) ? (ends ? WRAPPED_ODDLY : WRAPPED) : SPACED;
  }
  return [...known, ...unknown.filter(({ end }) => !known.some((word) => word.end === end))];
}

/** 项目 and 支出 alone are parts of other words too often. */
const isWholeColumn = (piece: string): boolean => piece.length > 2 && isHeaderWord(piece);

function cheapestOfEachLength(ways: readonly Segmentation[]): Segmentation[] {
  const byLength = new Map<number, Segmentation>();
  for (const way of ways) {
    const known = byLength.get(way.words.length);
    if (!known || way.cost < known.cost) byLength.set(way.words.length, way);
  }
  return [...byLength.values()].toSorted((a, b) => a.cost - b.cost);
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
