/**
 * Lines of a text or of a page of HTML in, blocks out: rows where tabs, pipes or HTML part cells, lines without markup elsewhere;
 * imports schemas, model, notation, cells, html.
 */

import type { Finding } from '../../../schemas/diagnostic.ts';
import { PAGE_NUMBER } from '../../../schemas/lexicon/writing/pages.ts';
import { at } from '../../model/at.ts';
import type { Block, GridRow, TextLine } from '../../model/blocks.ts';
import type { SourceLine } from '../../model/source.ts';
import { isCaptionRow } from '../../notation/captions.ts';
import { cellOfLines } from '../cells/cells.ts';
import type { MergedRow } from '../cells/grid.ts';
import { parted } from '../cells/packed.ts';
import { isFilled, type ShownLine, textLineOf } from '../cells/shown-line.ts';
import { brokenParts, cleanLine, type PrintedPage } from './clean.ts';
import { Origin } from './html/origin.ts';
import { PageReader } from './html/page.ts';
import { pageNumbersIn } from './page-numbers.ts';
import { isInnerRule, isPipeRow, isPipeRule, pipeCells, pipeExtents, withoutRepeats } from './pipes.ts';
import { firstText, isRow, type Piece, piecesOf, rowOf } from './rows.ts';
import { type PagedLine, Tables } from './stretches.ts';

/** What is left of the rule below a markdown header when its pipes became tabs. */
const RULE_ROW = /^[\s:-]+$/;
const LONGEST_PAGE_NUMBER = 24;
const DASH = /^\s*[-—–－]\s*$/;
const SHORT_NUMBER = /^\s*\d{1,4}\s*$/;

/**
 * The lines of a text as blocks, page by page: rows where tabs, pipes or HTML part cells, lines elsewhere. Markup, page numbers and
 * zero-width characters are taken out, and every character knows where it stood. What cannot be taken as it is meant is reported.
 */
export function blocksOf(pages: readonly PrintedPage[], report: (finding: Finding) => void): Block[][] {
  const lines = pages.flatMap(({ number, lines: own }) => own.map((line): PagedLine => ({ page: number, line })));
  const text = new TextBlocks(lines, new PageReader(report), pageNumbersIn(pages));
  text.read();
  return pages.map(({ number }) => text.collectors.get(number)?.blocks ?? []);
}

/** The lines of a page of HTML as blocks: what a browser shows of it. */
export function blocksOfHtml({ number, lines }: PrintedPage, report: (finding: Finding) => void): Block[] {
  const origin = new Origin(lines.map((line) => ({ page: number, line, from: 0, to: line.text.length })));
  return new PageReader(report)
    .read(origin)
    .map((block) => (block.kind === 'line' && isPageNumber(block.text) ? { ...block, text: '' } : block));
}

class TextBlocks {
  readonly collectors = new Map<number, Collector>();
  readonly #lines: readonly PagedLine[];
  readonly #html: PageReader;
  readonly #tables: Tables;
  readonly #numbers: ReadonlySet<SourceLine>;

  constructor(lines: readonly PagedLine[], html: PageReader, numbers: ReadonlySet<SourceLine>) {
    this.#numbers = numbers;
    this.#lines = lines;
    this.#html = html;
    this.#tables = new Tables(lines);
  }

  read(): void {
    for (let i = 0; i < this.#lines.length; ) i = this.#take(i);
  }

  /** Takes what begins on a line; the index of the next one. */
  #take(i: number): number {
    const { page, line } = at(this.#lines, i);
    const blocks = this.#collector(page);
    if (this.#isTable(i)) return this.#takeMarkup(i);
    const pipes = this.#pipesFrom(i);
    if (pipes > 0) {
      blocks.pipes(this.#lines.slice(i, i + pipes));
      return i + pipes;
    }
    if (this.#isBrokenPageNumber(i)) {
      for (const part of this.#lines.slice(i, i + BROKEN_LINES)) blocks.blank(page, part.line);
      return i + BROKEN_LINES;
    }
    if (this.#numbers.has(line)) blocks.blank(page, line);
    else addLine(blocks, page, line);
    return i + 1;
  }

  #collector(page: number): Collector {
    const known = this.collectors.get(page) ?? new Collector();
    this.collectors.set(page, known);
    return known;
  }

  /** Markup of a table in a cell of another is text of that cell. */
  #isTable(i: number): boolean {
    const { text } = at(this.#lines, i).line;
    const start = this.#tables.startOn(i, 0);
    return start !== null && !isPipeRow(text) && !text.slice(0, start).includes('\t');
  }

  /** Tables and the text around them on their lines. */
  #takeMarkup(first: number): number {
    let [i, from] = [first, 0];
    for (;;) {
      const { page, line } = at(this.#lines, i);
      const blocks = this.#collector(page);
      const start = this.#tables.startOn(i, from);
      addPiece(blocks, page, line, from, start ?? line.text.length);
      if (start === null) return i + 1;
      const stretch = this.#tables.stretch(i, start);
      for (const block of this.#html.read(new Origin(stretch.lines))) blocks.add(block);
      [i, from] = [stretch.next, stretch.from];
    }
  }

  /** How many lines from here on are rows and rules of one table of pipes. */
  #pipesFrom(i: number): number {
    const { page, line } = at(this.#lines, i);
    const below = this.#lines[i + 1];
    const isOpen = !isPipeRow(line.text) && below !== undefined && isInnerRule(below.line.text) && hasAsMany(line.text, below.line.text);
    const belongs = ({ page: own, line: { text } }: PagedLine): boolean =>
      own === page && (isOpen ? text.includes('|') && !text.includes('\t') : isPipeRow(text));
    let count = 0;
    for (let next = this.#lines[i]; next && belongs(next); next = this.#lines[i + count]) count++;
    return count;
  }

  /** A dash, a number and a dash on lines of their own. */
  #isBrokenPageNumber(i: number): boolean {
    if (!DASH.test(at(this.#lines, i).line.text)) return false;
    const parts = this.#lines.slice(i, i + BROKEN_LINES);
    if (parts.some(({ page }) => page !== parts[0]?.page)) return false;
    return SHORT_NUMBER.test(parts[1]?.line.text ?? '') && DASH.test(parts[2]?.line.text ?? '');
  }
}

const BROKEN_LINES = 3;

/** A row and the rule below it part as many cells. */
function hasAsMany(row: string, rule: string): boolean {
  return row.includes('|') && !row.includes('\t') && pipeExtents(row).length === pipeExtents(rule).length;
}

/** Rows that follow each other make up a grid. */
class Collector {
  readonly blocks: Block[] = [];
  /** Cells of the rule that the rows are below. */
  #ruled: number | null = null;

  add(block: Block): void {
    this.#ruled = null;
    this.blocks.push(block);
  }

  blank(page: number, { number, text }: SourceLine): void {
    this.add({ kind: 'line', page, line: number, text: '', raw: text });
  }

  /** The rule below a header: no row, but as wide as the rows above and below it. */
  rule(page: number, source: SourceLine): void {
    const ruled = ruleWidth(source.text) ?? this.#ruled;
    const last = this.blocks.at(-1);
    const header = last?.kind === 'grid' ? last.rows.at(-1) : undefined;
    if (header && ruled !== null) header.ruled = ruled;
    this.blank(page, source);
    this.#ruled = ruled;
  }

  /** The line as a row, or as the one text that its separators leave. */
  pieces(line: TextLine, pieces: readonly Piece[]): void {
    const row = rowOf(pieces, line);
    if (isRow(row.cells)) this.row(row);
    else this.add(firstText(line, pieces));
  }

  /** Rows and rules of a table of pipes. */
  pipes(lines: readonly PagedLine[]): void {
    const merged = lines.map(({ page, line }) => (isRule(line.text) || isInnerRule(line.text) ? [] : parted(mergedOf(page, line))));
    const rows = withoutRepeats(merged.flat().map(gridRowOf));
    let next = 0;
    let isAbove = true;
    for (const [i, { page, line }] of lines.entries()) {
      const own = at(merged, i);
      if (own.length === 0) this.rule(page, line);
      for (const one of own) {
        const row = at(rows, next++);
        const filled = one.cells.filter((_, c) => row.cells[c]?.text !== '').map((cell) => cell.lines);
        if (!isRow(row.cells) || (isAbove && isCaptionRow(filled.map((lines) => lines.map(({ text }) => text)))))
          this.texts(page, line, filled[0] ?? []);
        else {
          isAbove = false;
          this.row(row);
        }
      }
    }
  }

  private texts(page: number, source: SourceLine, lines: readonly ShownLine[]): void {
    if (lines.length === 0) this.blank(page, source);
    else for (const line of lines) this.add(textLineOf(line));
  }

  private row(row: GridRow): void {
    const last = this.blocks.at(-1);
    const known = this.#ruled === null ? row : { ...row, ruled: this.#ruled };
    if (last?.kind === 'grid' && !last.bounded) last.rows.push(known);
    else this.blocks.push({ kind: 'grid', bounded: false, rows: [known] });
  }
}

const mergedOf = (page: number, line: SourceLine): MergedRow => ({
  page,
  line: line.number,
  cells: pipeCells(page, line),
  group: 0,
  below: 0,
});

function gridRowOf({ page, line, cells }: MergedRow): GridRow {
  return { layout: 'columns', cells: cells.map((cell) => cellOfLines(cell.lines)), page, line };
}

function addLine(blocks: Collector, page: number, source: SourceLine): void {
  const { text } = source;
  if (isRule(text)) blocks.rule(page, source);
  else if (isPageNumber(text)) blocks.blank(page, source);
  else if (text.includes('\t')) {
    const cleaned = textLineOf(cleanLine(page, source));
    blocks.pieces(cleaned, piecesOf(cleaned, '\t'));
  } else for (const [from, to] of brokenParts(text, 0, text.length)) blocks.add(textLineOf(cleanLine(page, source, from, to)));
}

/** Text beside a table on its line. */
function addPiece(blocks: Collector, page: number, source: SourceLine, from: number, to: number): void {
  for (const [start, end] of brokenParts(source.text, from, to)) {
    const line = cleanLine(page, source, start, end);
    if (isFilled(line)) blocks.add(textLineOf(line));
  }
}

const isPageNumber = (raw: string): boolean => raw.length < LONGEST_PAGE_NUMBER && PAGE_NUMBER.test(raw);

/** The rule below a markdown header, or a row of blanks. */
function isRule(raw: string): boolean {
  if (raw.startsWith('-') && raw.includes('\t') && raw.includes('--') && RULE_ROW.test(raw)) return true;
  return isPipeRule(raw);
}

/** Its cells, between the outer pipes or between tabs; null for blanks, which are no rule. */
function ruleWidth(raw: string): number | null {
  if (!raw.includes('-')) return null;
  return raw.includes('|') ? pipeExtents(raw).length : raw.split('\t').length;
}
