import { listed, type Places, placeAt, type ShownLine } from '../../cells/shown-line.ts';
import type { Origin } from './origin.ts';
import type { HtmlText } from './tree.ts';

/** Characters that are set without a blank between them: a line break of the source between two of them is none of the text. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const LINE_BREAK = /[\n\r]/;

/** The text of a block, or of a cell, as the lines that a browser breaks it into by `<br>` and by blocks. White space is collapsed. */
export class LineBuilder {
  readonly #origin: Origin;
  #lines: ShownLine[] = [];
  #text = '';
  /** The last character: asking the text itself would copy it, again for every piece that is added. */
  #end = '';
  /** Where the text stands: one character after the other from `#start` on, or each where `#list` says. */
  #start = 0;
  #list: number[] | null = null;
  /** White space since the last character. */
  #gap: HtmlText | null = null;
  /** Where the last text stood: a blank line stands there. */
  #last = 0;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  /** The character that what comes next is set behind; empty at the beginning of a line, and behind white space. */
  get before(): string {
    return this.#gap === null && this.#text !== '' ? this.#end : '';
  }

  /** A text as the parser gives it: white space only, or none. */
  add(node: HtmlText): void {
    if (isSpace(node.text)) {
      if (this.#text !== '') this.#gap ??= node;
      return;
    }
    this.#addGap(node.text);
    this.#append(node.text, this.#origin.placesOf(node));
  }

  /** One character that is displayed for another. */
  addSign(node: HtmlText, sign: string): void {
    this.#append(sign, node.from);
  }

  #addGap(next: string): void {
    const gap = this.#gap;
    this.#gap = null;
    if (gap === null || (LINE_BREAK.test(gap.text) && WIDE.test(this.#end) && WIDE.test(next.charAt(0)))) return;
    this.#append(' ', gap.from);
  }

  #append(text: string, places: Places): void {
    const length = this.#text.length;
    const first = placeAt(places, 0);
    if (length === 0) this.#start = first;
    if (typeof places !== 'number' || this.#list !== null || first !== this.#start + length) {
      this.#list ??= listed(this.#start, length);
      for (let i = 0; i < text.length; i++) this.#list.push(placeAt(places, i));
    }
    this.#text += text;
    this.#end = text.slice(-1);
    this.#last = first;
  }

  /** Text whose white space counts: every line of it is one. */
  addAsWritten(node: HtmlText): void {
    const places = this.#origin.placesOf(node);
    let from = 0;
    for (const piece of node.text.split('\n')) {
      if (from > 0) this.end(true);
      if (piece !== '') this.#append(piece, typeof places === 'number' ? places + from : places.slice(from, from + piece.length));
      from += piece.length + 1;
    }
  }

  /** Ends the line. `keepsBlank`: a `<br>` ends one even where nothing stands on it. */
  end(keepsBlank = false): void {
    this.#gap = null;
    if (this.#text === '' && !keepsBlank) return;
    this.#lines.push(this.#origin.shownLine(this.#text, this.#text === '' ? this.#last : (this.#list ?? this.#start)));
    this.#text = '';
    this.#list = null;
  }

  /** The lines so far; the next ones are others. */
  take(): ShownLine[] {
    this.end();
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }
}

export const isSpace = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return first === 0x20 || (first >= 0x09 && first <= 0x0d && first !== 0x0b);
};
