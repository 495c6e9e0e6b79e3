import { at } from '../../model/at.ts';
import type { SourceLine } from '../../model/source.ts';
import type { OriginLine } from './html/origin.ts';

/** Where in a text the tables stand that a converter left as HTML. */

/** A line of the text and the page that it is on. */
export interface PagedLine {
  page: number;
  line: SourceLine;
}

/** The markup of a table, and where the text goes on behind it. */
export interface Stretch {
  lines: OriginLine[];
  /** Index of the line, and the character of it, that come next. */
  next: number;
  from: number;
}

const TABLE = /<(\/?)table\b/gi;
const TABLE_TAG = /<\/?(?:table|tr|td|th|thead|tbody|tfoot)\b/i;
const CELL_TAG = /<(\/?)(table|tr|td|th|thead|tbody|tfoot)\b/gi;
const TABLE_START = /^\s*<table\b/i;
/** A tag that goes on in the next line. */
const OPEN_TAG = /<[a-z/!][^<>]*$/i;

/** The tables of a text that are markup, found in one pass; those within a table are a part of it. */
export class Tables {
  readonly #lines: readonly PagedLine[];
  /** By line, the places of `<table` in it; by such a place the end of what closes it. */
  readonly #starts = new Map<number, number[]>();
  readonly #ends = new Map<string, { index: number; to: number }>();
  /** Lines after which a tag of the same table follows, before another table opens. */
  readonly #within = new Set<number>();

  constructor(lines: readonly PagedLine[]) {
    this.#lines = lines;
    this.#pair();
    this.#findWithin();
  }

  #pair(): void {
    const open: { index: number; from: number }[] = [];
    for (const [index, { line }] of this.#lines.entries()) {
      if (!line.text.includes('<')) continue;
      for (const match of line.text.matchAll(TABLE)) {
        if (match[1] === '') {
          open.push({ index, from: match.index });
          const starts = this.#starts.get(index);
          if (starts) starts.push(match.index);
          else this.#starts.set(index, [match.index]);
          continue;
        }
        const start = open.pop();
        const end = line.text.indexOf('>', match.index);
        if (start) this.#ends.set(keyOf(start.index, start.from), { index, to: end < 0 ? line.text.length : end + 1 });
      }
    }
  }

  #findWithin(): void {
    let goesOn = false;
    for (let index = this.#lines.length - 1; index >= 0; index--) {
      const { text } = at(this.#lines, index).line;
      if (goesOn) this.#within.add(index);
      if (text.includes('<') && TABLE_TAG.test(text)) goesOn = !TABLE_START.test(text);
    }
  }

  /** The first table that opens on a line from a character on; null: there is none. */
  startOn(index: number, from: number): number | null {
    const starts = this.#starts.get(index);
    if (!starts) return null;
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(starts, middle) < from) low = middle + 1;
      else high = middle;
    }
    return starts[low] ?? null;
  }

  /** The markup of the table that opens there. */
  stretch(index: number, from: number): Stretch {
    const end = this.#ends.get(keyOf(index, from)) ?? this.#endOfOpen(index, from);
    const lines: OriginLine[] = [];
    for (let i = index; i <= end.index; i++) {
      const { page, line } = at(this.#lines, i);
      lines.push({ page, line, from: i === index ? from : 0, to: i === end.index ? end.to : line.text.length });
    }
    return { lines, next: end.index, from: end.to };
  }

  /** A table that is never closed must not swallow the rest of the text: it ends where its tags do. */
  #endOfOpen(index: number, from: number): { index: number; to: number } {
    const state: Followed = { isInCell: false, isInTag: false };
    let last = index;
    for (let i = index; i < this.#lines.length; i++) {
      const { text } = at(this.#lines, i).line;
      if (i > index && !this.#goesOn(i, text, state)) break;
      follow(state, i === index ? text.slice(from) : text);
      if (text.trim() !== '') last = i;
    }
    return { index: last, to: at(this.#lines, last).line.text.length };
  }

  #goesOn(index: number, text: string, { isInCell, isInTag }: Followed): boolean {
    return isInTag || text.trim() === '' || (isInCell && this.#within.has(index)) || (text.includes('<') && TABLE_TAG.test(text));
  }
}

interface Followed {
  isInCell: boolean;
  isInTag: boolean;
}

function follow(state: Followed, text: string): void {
  for (const [, slash, tag] of text.matchAll(CELL_TAG)) state.isInCell = slash === '' && /^t[dh]$/i.test(tag ?? '');
  state.isInTag = OPEN_TAG.test(text) || (state.isInTag && !text.includes('>'));
}

const keyOf = (index: number, from: number): string => `${index}:${from}`;
