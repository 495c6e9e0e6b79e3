/** The markup of a page, or of a table within a text, in; the blocks that a browser shows of it out; imports schemas, model, notation, cells. */

import type { Finding } from '../../../../schemas/diagnostic.ts';
import { NOTE_MARK } from '../../../../schemas/lexicon/writing/marks.ts';
import { addAll } from '../../../model/add-all.ts';
import type { Block } from '../../../model/blocks.ts';
import { isAmount } from '../../../notation/row-kinds.ts';
import { compact } from '../../../notation/text.ts';
import { type MergedCell, type MergedRow, Spans } from '../../cells/grid.ts';
import { isFilled, type ShownLine, textLineOf } from '../../cells/shown-line.ts';
import { TableGrid } from '../../cells/table-grid.ts';
import { HiddenAmounts } from './hidden.ts';
import { isSpace, LineBuilder } from './lines.ts';
import type { Origin } from './origin.ts';
import { parseHtml } from './parser.ts';
import { Styles } from './style.ts';
import { partsOfTable, spansOf, type TableParts, tablesAround } from './table.ts';
import { attributeOf, type HtmlElement, type HtmlText, type Sight } from './tree.ts';

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** Nothing of these is text of the page. */
const UNSEEN: ReadonlySet<string> = new Set(
  'audio canvas datalist head iframe math noembed noframes noscript object optgroup option script select style svg template textarea title video xml'.split(
    ' ',
  ),
);
const STRUCK: ReadonlySet<string> = new Set(['del', 's', 'strike']);
const WRITTEN: ReadonlySet<string> = new Set(['listing', 'plaintext', 'pre', 'xmp']);
const EXPONENTS: Readonly<Record<string, string>> = { '2': '²', '3': '³' };

/** How an element's text is displayed, from what is declared of it and of those around it. */
interface Look {
  isUnseen: boolean;
  isStruck: boolean;
  /** White space counts. */
  isWritten: boolean;
  /** It stands in a cell of a grid. */
  isCell: boolean;
}

const PLAIN: Look = { isUnseen: false, isStruck: false, isWritten: false, isCell: false };

/** A page, or a table within a text, as the blocks that a reader of it sees. One for a file. */
export class PageReader {
  readonly #report: (finding: Finding) => void;
  readonly #spans: Spans;

  constructor(report: (finding: Finding) => void) {
    this.#report = report;
    this.#spans = new Spans(report);
  }

  read(origin: Origin): Block[] {
    const root = parseHtml(origin.text);
    const walk = new Walk(origin, root, this.#spans);
    const blocks = walk.blocks(root);
    const finding = walk.hidden.finding(origin);
    if (finding) this.#report(finding);
    return blocks;
  }
}

/** Takes the tables of a page where they stand between its lines. */
type TakeTable = (table: HtmlElement, look: Look) => void;

class Walk {
  readonly hidden = new HiddenAmounts();
  readonly #origin: Origin;
  readonly #spans: Spans;
  readonly #styles = new Styles();
  readonly #around: ReadonlySet<HtmlElement>;

  constructor(origin: Origin, root: HtmlElement, spans: Spans) {
    this.#origin = origin;
    this.#spans = spans;
    this.#around = tablesAround(root, (style) =>
      this.#styles.add(
        textsOf(style)
          .map(({ text }) => text)
          .join(''),
      ),
    );
  }

  blocks(element: HtmlElement, look = PLAIN): Block[] {
    const blocks: Block[] = [];
    const lines = new LineBuilder(this.#origin);
    const take: TakeTable = (table, within) => {
      addAll(blocks, lines.take().map(textLineOf));
      addAll(blocks, this.#table(table, within));
    };
    this.#children(element, look, lines, take);
    addAll(blocks, lines.take().map(textLineOf));
    return blocks;
  }

  #children(element: HtmlElement, look: Look, lines: LineBuilder, take: TakeTable): void {
    for (const child of element.children) {
      if (child.kind === 'element') this.#element(child, look, lines, take);
      else this.#text(child, look, lines);
    }
  }

  #text(text: HtmlText, look: Look, lines: LineBuilder): void {
    if (look.isUnseen || look.isStruck) {
      if (look.isCell) this.hidden.addText(text);
    } else if (look.isWritten) lines.addAsWritten(text);
    else lines.add(text);
  }

  #element(element: HtmlElement, look: Look, lines: LineBuilder, take: TakeTable): void {
    const { tag } = element;
    if (tag === 'br') {
      lines.end(true);
      return;
    }
    const sight = this.#styles.sightOf(element);
    if (isGone(element, sight)) {
      this.hidden.add(element);
      return;
    }
    const within = lookOf(element, sight, look);
    if (tag === 'sup' || sight?.raised) this.#raised(element, within, lines, take);
    else if (tag === 'table') take(element, within);
    else {
      if (BLOCKS.has(tag)) lines.end();
      this.#children(element, within, lines, take);
      if (BLOCKS.has(tag)) lines.end();
    }
  }

  /** Raised text: an exponent, the mark of a note, which is no part of the number or name before it, or text that only looks so. */
  #raised(element: HtmlElement, look: Look, lines: LineBuilder, take: TakeTable): void {
    const texts = textsOf(element);
    const text = compact(texts.map((node) => node.text).join(''));
    const [first] = texts;
    const exponent = /[A-Za-z]/.test(lines.before) ? EXPONENTS[text] : undefined;
    if (first && exponent) lines.addSign(first, exponent);
    else if (!NOTE_MARK.test(text)) this.#children(element, look, lines, take);
  }

  /** A table of data as a grid; one that only arranges the page as what its cells hold. */
  #table(table: HtmlElement, look: Look): Block[] {
    const parts = partsOfTable(table, (element) => this.#isGone(element));
    const captions = parts.captions.flatMap((caption) => this.blocks(caption, look));
    if (this.#around.has(table) && !hasOwnAmounts(parts)) return [...captions, ...this.#arranged(parts, look)];
    const inner: HtmlElement[] = [];
    const own = this.#grid(parts, { ...look, isCell: true }, inner) ?? this.#arranged(parts, look);
    return [...captions, ...own, ...inner.flatMap((table) => this.#table(table, look))];
  }

  /** null: the table only arranges an article. */
  #grid({ rows }: TableParts, look: Look, inner: HtmlElement[]): Block[] | null {
    const grid = new TableGrid(this.#spans);
    const article = new Article();
    /** Rows that may only arrange an article. */
    const waiting: MergedRow[] = [];
    for (const row of rows) {
      const merged = this.#row(row, look, inner);
      waiting.push(merged);
      article.add(merged);
      if (article.isGrid) for (const one of waiting.splice(0)) grid.add(one);
    }
    if (article.isFound) return null;
    for (const one of waiting) grid.add(one);
    return grid.finish();
  }

  /** Whether an element is left out, with what it holds noted. */
  #isGone(element: HtmlElement): boolean {
    if (!isGone(element, this.#styles.sightOf(element))) return false;
    this.hidden.add(element, true);
    return true;
  }

  #lookOf(element: HtmlElement, around: Look): Look {
    return lookOf(element, this.#styles.sightOf(element), around);
  }

  #arranged({ rows }: TableParts, look: Look): Block[] {
    return rows.flatMap(({ element, cells }) => {
      const within = this.#lookOf(element, look);
      return cells.flatMap((cell) => this.blocks(cell, this.#lookOf(cell, within)));
    });
  }

  #row({ element, group, below, cells }: TableParts['rows'][number], look: Look, inner: HtmlElement[]): MergedRow {
    const within = this.#lookOf(element, look);
    const merged: MergedCell[] = [];
    let first: ShownLine | undefined;
    for (const cell of cells) {
      const { columns, rows } = spansOf(cell);
      const lines = this.#cell(cell, within, inner);
      first ??= lines.find(isFilled);
      merged.push({ columns, rows, lines });
    }
    const at = first ?? this.#origin.lineAt(Math.max(0, element.from));
    return { page: at.page, line: at.line, cells: merged, group, below };
  }

  /** The lines of a cell. A table within it that has amounts of its own is kept for what follows; of another the cells are lines. */
  #cell(cell: HtmlElement, look: Look, inner: HtmlElement[]): ShownLine[] {
    const [only, ...others] = cell.children;
    if (!only) return [];
    const within = this.#lookOf(cell, look);
    if (only.kind === 'text' && others.length === 0 && isShown(within)) return this.#onlyText(only);
    const lines = new LineBuilder(this.#origin);
    const take: TakeTable = (table, within) => {
      lines.end();
      if (this.#around.has(table) || hasOwnAmounts(partsOfTable(table, () => false))) inner.push(table);
      else this.#children(table, within, lines, take);
      lines.end();
    };
    this.#children(cell, within.isCell ? within : { ...within, isCell: true }, lines, take);
    const taken = lines.take();
    return taken.some(isFilled) ? taken : [];
  }

  /** The line of a cell that holds one run of characters, as nearly all cells of a page of numbers do. */
  #onlyText(text: HtmlText): ShownLine[] {
    if (isSpace(text.text)) return [];
    const line = this.#origin.shownLine(text.text, this.#origin.placesOf(text));
    return isFilled(line) ? [line] : [];
  }
}

const isShown = ({ isUnseen, isStruck, isWritten }: Look): boolean => !isUnseen && !isStruck && !isWritten;

function isGone(element: HtmlElement, sight: Sight | null): boolean {
  const { tag, attributes } = element;
  if (UNSEEN.has(tag) || sight?.gone === true) return true;
  return (attributes !== null && attributeOf(element, 'hidden') !== null) || (tag === 'dialog' && attributeOf(element, 'open') === null);
}

function lookOf({ tag }: HtmlElement, sight: Sight | null, around: Look): Look {
  const isStruck = around.isStruck || STRUCK.has(tag) || sight?.struck === true;
  const isUnseen = sight?.unseen ?? around.isUnseen;
  const isWritten = around.isWritten || WRITTEN.has(tag);
  return isStruck === around.isStruck && isUnseen === around.isUnseen && isWritten === around.isWritten
    ? around
    : { isStruck, isUnseen, isWritten, isCell: around.isCell };
}

function textsOf({ children }: HtmlElement): HtmlText[] {
  return children.flatMap((child) => (child.kind === 'text' ? [child] : textsOf(child)));
}

/** Whether cells of the table itself, none that holds another table, are amounts: with decimals or separators, so no number of a page. */
function hasOwnAmounts({ rows }: TableParts): boolean {
  return rows.some(({ cells }) =>
    cells.some((cell) => {
      const text = ownText(cell);
      return text !== null && /[.,]/.test(text) && isAmount(text);
    }),
  );
}

/** Longer texts are no amounts. */
const LONGEST_AMOUNT = 40;

/** null: a table lies within, or the text is too long to be an amount. */
function ownText(element: HtmlElement): string | null {
  let text = '';
  for (const child of element.children) {
    const part = child.kind === 'text' ? child.text : child.tag === 'table' ? null : ownText(child);
    if (part === null) return null;
    text += part;
    if (text.length > LONGEST_AMOUNT) return null;
  }
  return text.trim();
}

/** Rows of more than one filled cell that a table around an article has at most, and what makes a cell an article: lines, characters, share. */
const MOST_ROWS_AROUND = 3;
const MIN_LINES = 5;
const MIN_CHARACTERS = 300;
const MIN_SHARE = 0.6;

/** Whether a table only arranges the page: one of its cells holds an article, and none an amount. */
class Article {
  #characters = 0;
  #longest = 0;
  #lines = 0;
  #rows = 0;
  #hasAmounts = false;

  add({ cells }: MergedRow): void {
    let filled = 0;
    for (const { lines } of cells) {
      if (lines.length === 0) continue;
      filled++;
      const length = lines.reduce((sum, { text }) => sum + text.length, 0);
      this.#characters += length;
      if (length > this.#longest) [this.#longest, this.#lines] = [length, lines.length];
      this.#hasAmounts ||= lines.length === 1 && length <= LONGEST_AMOUNT && lines.some(({ text }) => isAmount(text.trim()));
    }
    if (filled > 1) this.#rows++;
  }

  /** Whatever follows, it is a grid. */
  get isGrid(): boolean {
    return this.#rows > MOST_ROWS_AROUND || this.#hasAmounts;
  }

  get isFound(): boolean {
    return !this.isGrid && this.#longest >= MIN_CHARACTERS && this.#longest >= MIN_SHARE * this.#characters && this.#lines >= MIN_LINES;
  }
}
