import { type html, Parser, type Token, Tokenizer } from 'parse5';
import { append, elementOf, type HtmlElement, type HtmlText, type HtmlTree, insertBefore, TREE } from './tree.ts';

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
}

/** parse5 with places of texts only, tags that say nothing left out, and a bound to its depth. */
class BoundedParser extends Parser<HtmlTree> {
  /** End tags to come of elements that lay too deep, by name. */
  readonly #skipped = new Map<string, number>();

  constructor() {
    super({ treeAdapter: TREE });
    this.tokenizer = new LeanTokenizer(this.options, this);
  }

  override onStartTag(token: Token.TagToken): void {
    const { tagName } = token;
    if (PASSED_OVER.has(tagName)) return;
    if (this.openElements.stackTop < DEEPEST) super.onStartTag(token);
    else this.#skipped.set(tagName, (this.#skipped.get(tagName) ?? 0) + 1);
  }

  override onEndTag(token: Token.TagToken): void {
    const { tagName } = token;
    if (PASSED_OVER.has(tagName)) return;
    const skipped = this.#skipped.get(tagName) ?? 0;
    if (skipped > 0) this.#skipped.set(tagName, skipped - 1);
    else super.onEndTag(token);
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
