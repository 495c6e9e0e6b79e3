import { decodeHTML } from 'entities/decode';
import { at } from '../../../model/at.ts';
import type { SourceLine } from '../../../model/source.ts';
import { listed, type Places, placeAt, type ShownLine } from '../../cells/shown-line.ts';
import type { HtmlText } from './tree.ts';

/** A line of the file, or the part of one, that markup is parsed from. */
export interface OriginLine {
  page: number;
  line: SourceLine;
  /** Where in the line the markup begins and ends (UTF-16, exclusive). */
  from: number;
  to: number;
}

const REFERENCE = /&(?:#[xX]?[\da-fA-F]+|[a-zA-Z][a-zA-Z\d]*);?/y;
const AMPERSAND = /^&(?:amp|AMP|#0*38;?$|#[xX]0*26;?$)/;

/** The markup of some lines as one text, and the way back from a place in it to line and character. Places count UTF-16 units. */
export class Origin {
  readonly text: string;
  readonly #lines: readonly OriginLine[];
  readonly #starts: number[] = [];
  /** Of the last line asked for: the next is mostly the same or right below. */
  #last = 0;

  constructor(lines: readonly OriginLine[]) {
    const parts: string[] = [];
    let length = 0;
    for (const { line, from, to } of lines) {
      this.#starts.push(length);
      parts.push(line.text.slice(from, to));
      length += to - from + 1;
    }
    this.#lines = lines;
    this.text = parts.join('\n');
  }

  #indexAt(place: number): number {
    const starts = this.#starts;
    const isHere = (i: number): boolean => at(starts, i) <= place && (starts[i + 1] ?? Number.POSITIVE_INFINITY) > place;
    if (isHere(this.#last)) return this.#last;
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (at(starts, middle) <= place) low = middle;
      else high = middle - 1;
    }
    this.#last = low;
    return low;
  }

  /** The line that a place of the markup is on. */
  lineAt(place: number): Pick<ShownLine, 'page' | 'line'> {
    const { page, line } = at(this.#lines, this.#indexAt(place));
    return { page, line: line.number };
  }

  /** Displayed characters as a line: it stands where its first character does; those on other lines have no place. */
  shownLine(text: string, places: Places): ShownLine {
    const index = this.#indexAt(placeAt(places, 0));
    const { page, line, from, to } = at(this.#lines, index);
    const start = at(this.#starts, index);
    const shift = from - start;
    const isOnOne = typeof places === 'number' && places + text.length + shift <= to;
    const own = isOnOne
      ? places + shift
      : listed(places, text.length).map((place) => (place < start || place + shift >= to ? -1 : place + shift));
    return { page, line: line.number, raw: line.text, text, places: own };
  }

  /** Where each character of a text stands; a reference stands where its `&` does. */
  placesOf({ text, from, to }: HtmlText): Places {
    if (to - from === text.length) return from;
    const places: number[] = [];
    for (let place = from; place < to && places.length < text.length; ) {
      const [length, shown] = this.#characterAt(place, text[places.length]);
      for (let i = 0; i < shown; i++) places.push(place);
      place += length;
    }
    while (places.length < text.length) places.push(to - 1);
    return places;
  }

  /** Length in the markup of what stands there and is displayed as `first` and what follows it, and how many characters are displayed. */
  #characterAt(place: number, first: string | undefined): [length: number, shown: number] {
    const char = this.text[place];
    if (char !== '&') return [1, char === '\0' ? 0 : 1];
    REFERENCE.lastIndex = place;
    const spelling = REFERENCE.exec(this.text)?.[0];
    if (spelling === undefined || (first === '&' && !AMPERSAND.test(spelling))) return [1, 1];
    if (spelling[1] === '#') return [spelling.length, isBeyondPlane(spelling) ? 2 : 1];
    const decoded = decodeHTML(spelling);
    // Without its semicolon only the beginning of a name is a reference: what follows it is displayed as it is.
    const rest = spelling.endsWith(';') && !decoded.endsWith(';') ? 0 : commonEnd(spelling, decoded);
    return [spelling.length - rest, decoded.length - rest];
  }
}

/** How many characters two texts end with in common; the first of the second is none of them. */
function commonEnd(a: string, b: string): number {
  let count = 0;
  while (count < b.length - 1 && a.at(-1 - count) === b.at(-1 - count)) count++;
  return count;
}

/** Characters beyond the first plane are two units long; numbers beyond Unicode are displayed as U+FFFD. */
function isBeyondPlane(spelling: string): boolean {
  const digits = spelling.slice(2).replace(';', '');
  const code = /^[xX]/.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  return code > 0xffff && code <= 0x10ffff;
}
