import { html, InsertionMode, Parser, type Token, Tokenizer } from 'parse5';
import { append, elementOf, type HtmlElement, type HtmlText, type HtmlTree, insertBefore, NO_ATTRIBUTES, TREE } from './tree.ts';

/**
 * Elements within elements beyond this depth are taken as if their tags were not there, as browsers do: the standard's search for open
 * elements costs the depth for each tag, and whoever walks the tree goes as deep.
 */
const DEEPEST = 500;

/** Tags that say nothing of what is read: neither structure nor whether it is seen. */
const PASSED_OVER: ReadonlySet<string> = new Set(
  'a area b base basefont bgsound big code em embed i img input link meta nobr param small source strong track tt u wbr'.split(' '),
);

/** Where a token stands. Lines and columns are found later, and only of what is read: of these there are millions. */
class Spot implements Token.LocationWithAttributes {
  endOffset = -1;

  constructor(
    readonly startOffset: number,
    readonly attrs: Record<string, Token.Location>,
  ) {}

  get startLine(): number {
    return 0;
  }
  get startCol(): number {
    return 0;
  }
  get endLine(): number {
    return 0;
  }
  set endLine(_: number) {}
  get endCol(): number {
    return 0;
  }
  set endCol(_: number) {}
}

class LeanTokenizer extends Tokenizer {
  /** Where attributes stand, by name: one list for all tags, since nobody asks. Made at the first call, which the constructor above makes. */
  declare attributes: Record<string, Token.Location> | undefined;

  override getCurrentLocation(offset: number): Token.LocationWithAttributes {
    const attributes: Record<string, Token.Location> = this.attributes ?? Object.create(null);
    this.attributes = attributes;
    return new Spot(this.preprocessor.offset - offset, attributes);
  }

  /** Goes on behind the character at `last` of what it holds of the page. */
  passTo(last: number): void {
    this.preprocessor.pos = last;
    // The next text begins there.
    this.currentLocation = this.getCurrentLocation(-1);
  }
}

/** The tags of a plain cell: one of a text without white space and references, and of nothing else. */
const PLAIN_CELLS = ['td', 'th', 'TD', 'TH'].map((name) => ({ tag: name.toLowerCase(), opening: `<${name}>`, closing: `</${name}>` }));
const NOT_PLAIN = /[&\s\0]/;

/** parse5 with places of texts only, tags that say nothing left out, and a bound to its depth. */
class BoundedParser extends Parser<HtmlTree> {
  /** End tags to come of elements that lay too deep, by name. */
  readonly #skipped = new Map<string, number>();

  override readonly tokenizer: LeanTokenizer;

  constructor() {
    super({ treeAdapter: TREE });
    this.tokenizer = new LeanTokenizer(this.options, this);
  }

  override onStartTag(token: Token.TagToken): void {
    const { tagName } = token;
    if (PASSED_OVER.has(tagName)) return;
    if (this.openElements.stackTop < DEEPEST) {
      super.onStartTag(token);
      if (tagName === 'tr') this.#takePlainCells();
    } else this.#skipped.set(tagName, (this.#skipped.get(tagName) ?? 0) + 1);
  }

  override onEndTag(token: Token.TagToken): void {
    const { tagName } = token;
    if (PASSED_OVER.has(tagName)) return;
    const skipped = this.#skipped.get(tagName) ?? 0;
    if (skipped > 0) this.#skipped.set(tagName, skipped - 1);
    else {
      super.onEndTag(token);
      if (tagName === 'td' || tagName === 'th') this.#takePlainCells();
    }
  }

  /**
   * Plain cells that come next in an open row, as the standard has them (13.2.6.4.14 and .15: an element with a text, closed again), without
   * each of their characters going through the tokenizer: a page of numbers is made of little else.
   */
  #takePlainCells(): void {
    const { preprocessor } = this.tokenizer;
    const { html: source, droppedBufferSize } = preprocessor;
    const row = this.#openRow();
    if (row === null) return;
    let from = preprocessor.pos + 1;
    for (;;) {
      const tags = PLAIN_CELLS.find(({ opening }) => source.startsWith(opening, from));
      if (!tags) break;
      const start = from + tags.opening.length;
      const end = source.indexOf('<', start);
      if (end < 0 || !source.startsWith(tags.closing, end)) break;
      const text = source.slice(start, end);
      if (NOT_PLAIN.test(text)) break;
      const cell = elementOf(tags.tag, html.NS.HTML, NO_ATTRIBUTES);
      cell.from = droppedBufferSize + from;
      if (text !== '') append(cell, { kind: 'text', text, parent: null, from: droppedBufferSize + start, to: droppedBufferSize + end });
      append(row, cell);
      from = end + tags.closing.length;
    }
    if (from > preprocessor.pos + 1) this.tokenizer.passTo(from - 1);
  }

  /** The row that cells come into, where nothing else is open in it; null: there is none, or its cells would lie too deep. */
  #openRow(): HtmlElement | null {
    const { current, currentTagId, stackTop } = this.openElements;
    const isOpen = this.insertionMode === InsertionMode.IN_ROW && currentTagId === html.TAG_ID.TR && !this.currentNotInHTML;
    return isOpen && current && stackTop < DEEPEST && this.#skipped.size === 0 ? current : null;
  }

  override _insertCharacters(token: Token.CharacterToken): void {
    const { parent, beforeElement } = this._getInsertionLocation();
    const [from, to] = [token.location?.startOffset ?? -1, token.location?.endOffset ?? -1];
    const text: HtmlText = { kind: 'text', text: token.chars, parent: null, from, to };
    if (beforeElement) insertBefore(parent, text, beforeElement);
    else append(parent, text);
  }

  override _createElement(tag: string, namespace: html.NS, attributes: Token.Attribute[]): HtmlElement {
    const element = elementOf(tag, namespace, attributes);
    element.from = this.currentToken?.location?.startOffset ?? -1;
    return element;
  }

  override _setEndLocation(): void {}
}

/**
 * A page, or a piece of one, as browsers build it: every mistake that the standard knows how to mend is mended (HTML, section 13.2).
 * Linear in the length of `source`; at most DEEPEST levels deep.
 */
export function parseHtml(source: string): HtmlElement {
  const parser = new BoundedParser();
  parser.tokenizer.write(source, true);
  return parser.document;
}
