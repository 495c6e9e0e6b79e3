/**
 * Lines of a text in, blocks out: rows where tabs, pipes or HTML part cells, lines without markup elsewhere; imports schemas,
 * model, notation.
 */
import type { Finding } from '../../../schemas/diagnostic.ts';
import { at } from '../../model/at.ts';
import type { Block, GridRow, TextLine } from '../../model/blocks.ts';
import type { SourceLine } from '../../model/source.ts';
import { type HtmlRow, HtmlTables, linesWithinTables, REFERENCES } from './html-tables.ts';
import { firstText, isRow, type Piece, piecesOf, rowOf } from './rows.ts';

/** A page of a text: its number and lines. */
export interface PrintedPage {
  number: number;
  lines: SourceLine[];
}

const NEEDS_CLEANING = /[<*#&|\u00a0\u200b\ufeff]/;
/** What is left of the rule below a markdown header when its pipes became tabs. */
const RULE_ROW = /^[\s:-]+$/;
/** Markup of converters, one alternative a kind; what is kept of a match stands in REFERENCES. */
const MARKUP = /<\/?[a-zA-Z][^<>]{0,300}>|\*{2,3}|^\s*#{1,6}(?=\s|$)|&(?:nbsp|lt|gt|amp|quot);|[\u200b\ufeff]/g;
const PIPE_ROW = /^\s*\|.*\|\s*$/;
const PIPE_RULE = /^[\s|:-]+$/;
const PAGE_NUMBER = /^\s*(?:[-—–－]+\s*\d{1,4}\s*[-—–－]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*$/;
const LONGEST_PAGE_NUMBER = 24;
const DASH = /^\s*[-—–－]\s*$/;
const SHORT_NUMBER = /^\s*\d{1,4}\s*$/;

/**
 * The lines of a text as blocks, page by page: rows where tabs, pipes or HTML part cells, lines elsewhere. Markup, page numbers and
 * zero-width characters are taken out, and every character knows where it stood. What cannot be taken as it is meant is reported.
 */
export function blocksOf(pages: readonly PrintedPage[], report: (finding: Finding) => void): Block[][] {
  const tables = new HtmlTables(report);
  const within = linesWithinTables(pages.flatMap((page) => page.lines));
  const collected = pages.map((page) => pageBlocks(page, tables, within));
  for (const row of tables.close()) collected.at(-1)?.htmlRow(row);
  return collected.map(({ blocks }) => blocks);
}

function pageBlocks({ number, lines }: PrintedPage, tables: HtmlTables, within: ReadonlySet<SourceLine>): Collector {
  const blocks = new Collector();
  for (let i = 0; i < lines.length; i++) {
    const line = at(lines, i);
    if (tables.wants(line.text, within.has(line))) {
      for (const row of tables.feed(number, line)) blocks.htmlRow(row);
      continue;
    }
    if (tables.open) for (const row of tables.close()) blocks.htmlRow(row);
    if (isBrokenPageNumber(lines, i)) {
      for (const part of lines.slice(i, i + BROKEN_LINES)) blocks.blank(number, part);
      i += BROKEN_LINES - 1;
    } else addLine(blocks, number, line);
  }
  return blocks;
}

/** A dash, a number and a dash on lines of their own. */
const BROKEN_LINES = 3;

function isBrokenPageNumber(lines: readonly SourceLine[], i: number): boolean {
  return DASH.test(lines[i]?.text ?? '') && SHORT_NUMBER.test(lines[i + 1]?.text ?? '') && DASH.test(lines[i + 2]?.text ?? '');
}

/** Rows that follow each other make up a grid. */
class Collector {
  readonly blocks: Block[] = [];
  /** Cells of the rule that the rows are below. */
  #ruled: number | null = null;

  add(line: TextLine): void {
    this.#ruled = null;
    this.blocks.push(line);
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
    if (isRow(row.cells)) this.row(this.#ruled === null ? row : { ...row, ruled: this.#ruled });
    else this.add(firstText(line, pieces));
  }

  htmlRow({ row, first }: HtmlRow): void {
    this.#ruled = null;
    if (isRow(row.cells)) this.row(row);
    else this.add(first);
  }

  private row(row: GridRow): void {
    const last = this.blocks.at(-1);
    if (last?.kind === 'grid') last.rows.push(row);
    else this.blocks.push({ kind: 'grid', bounded: false, rows: [row] });
  }
}

function addLine(blocks: Collector, page: number, source: SourceLine): void {
  const { text: raw, number: line } = source;
  if (isRule(raw)) {
    blocks.rule(page, source);
    return;
  }
  if (isPageNumber(raw)) {
    blocks.blank(page, source);
    return;
  }
  const cleaned: TextLine = { kind: 'line', page, line, raw, ...(NEEDS_CLEANING.test(raw) ? stripMarkup(raw) : { text: raw }) };
  const { text } = cleaned;
  if (raw.includes('|') && PIPE_ROW.test(raw)) blocks.pieces(cleaned, piecesOf(cleaned, '|', text.indexOf('|') + 1, text.lastIndexOf('|')));
  else if (text.includes('\t')) blocks.pieces(cleaned, piecesOf(cleaned, '\t'));
  else blocks.add(cleaned);
}

const isPageNumber = (raw: string): boolean => raw.length < LONGEST_PAGE_NUMBER && PAGE_NUMBER.test(raw);

/** The rule below a markdown header, or a row of blanks. */
function isRule(raw: string): boolean {
  if (raw.startsWith('-') && raw.includes('\t') && raw.includes('--') && RULE_ROW.test(raw)) return true;
  return raw.includes('|') && PIPE_ROW.test(raw) && PIPE_RULE.test(raw);
}

/** Its cells, between the outer pipes or between tabs; null for blanks, which are no rule. */
function ruleWidth(raw: string): number | null {
  if (!raw.includes('-')) return null;
  return raw.includes('|') ? raw.trim().split('|').length - 2 : raw.split('\t').length;
}

/** Exported for tests: text without markup and, for each character, its position in the original. */
export function stripMarkup(raw: string): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let text = '';
  let from = 0;
  const copy = (to: number) => {
    for (let k = from; k < to; k++) offsets.push(k);
    text += raw.slice(from, to);
  };
  for (const match of raw.matchAll(MARKUP)) {
    copy(match.index);
    const kept = REFERENCES[match[0]] ?? '';
    if (kept !== '') {
      text += kept;
      offsets.push(match.index);
    }
    from = match.index + match[0].length;
  }
  copy(raw.length);
  return { text, offsets };
}
