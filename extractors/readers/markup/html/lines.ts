import type { TextLine } from '../../../model/blocks.ts';
import type { Origin } from './origin.ts';
import type { HtmlText } from './tree.ts';

/** Characters that are set without a blank between them: a line break of the source between two of them is none of the text. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const LINE_BREAK = /[\n\r]/;

/** The text of a block, or of a cell, as the lines that a browser breaks it into by `<br>` and by blocks. White space is collapsed. */
export class LineBuilder {
  readonly lines: TextLine[] = [];
  readonly #origin: Origin;
  #text = '';
  #places: number[] = [];
  /** White space since the last character. */
  #gap: HtmlText | null = null;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  /** The character that what comes next is set behind; empty at the beginning of a line. */
  get last(): string {
    return this.#gap === null ? this.#text.slice(-1) : '';
  }

  get isBlank(): boolean {
    return this.#text === '';
  }

  /** A text as the parser gives it: white space only, or none. `shown` is displayed in its place. */
  add(node: HtmlText, shown = node.text): void {
    if (isSpace(node.text)) {
      if (this.#text !== '') this.#gap ??= node;
      return;
    }
    this.#addGap(shown);
    const places = this.#origin.placesOf(node);
    this.#text += shown;
    for (let i = 0; i < shown.length; i++) this.#places.push(places[i] ?? node.to - 1);
  }

  #addGap(next: string): void {
    const gap = this.#gap;
    this.#gap = null;
    if (gap === null || (LINE_BREAK.test(gap.text) && WIDE.test(this.#text.slice(-1)) && WIDE.test(next.charAt(0)))) return;
    this.#text += ' ';
    this.#places.push(gap.from);
  }

  /** Text whose white space counts: every line of it is one. */
  addAsWritten(node: HtmlText): void {
    const places = this.#origin.placesOf(node);
    let from = 0;
    for (const piece of node.text.split('\n')) {
      if (from > 0) this.end(true);
      this.#text += piece;
      for (let i = 0; i < piece.length; i++) this.#places.push(places[from + i] ?? node.to - 1);
      from += piece.length + 1;
    }
  }

  /** Ends the line. `keepsBlank`: a `<br>` ends one even where nothing stands on it. */
  end(keepsBlank = false): void {
    this.#gap = null;
    if (this.#text === '' && !keepsBlank) return;
    this.lines.push(this.#origin.textLine(this.#text, this.#places));
    this.#text = '';
    this.#places = [];
  }

  /** The lines so far; the next ones are others. */
  take(): TextLine[] {
    this.end();
    return this.lines.splice(0);
  }
}

export const isSpace = (text: string): boolean => /^[\t\n\f\r ]/.test(text);
