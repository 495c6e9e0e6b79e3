import type { Finding } from '../../../schemas/diagnostic.ts';
import { placeOfLine } from '../../../schemas/place.ts';
import type { Cell, GridRow, TextLine } from '../../model/blocks.ts';
import type { SourceLine } from '../../model/source.ts';
import { cellOf, NO_CELL } from '../../notation/cells.ts';

const TABLE_START = /^\s*<table\b/i;
const TABLE_TAG = /<\/?(?:table|tr|td|th|thead|tbody|tfoot)\b/i;
const TOKEN = /<(\/?)(table|tr|td|th|thead|tbody|tfoot)\b([^<>]*)>|<[^<>]*>|&(?:nbsp|lt|gt|amp|quot);|[^<&]+|[<&]/gi;
/** What a character reference stands for. */
export const REFERENCES: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };
const MAX_SPAN = 100;
/**
 * Cells that the merged cells of a file cover together. Ten characters can claim 10,000 cells; a disclosure of a thousand pages has
 * some 100,000 such cells.
 */
const MOST_COVERED = 1_000_000;
/** A short row has blank cells up to the width of the row above it, and up to this one where that is wider. */
const MOST_PADDED = 100;

interface OpenCell {
  text: string;
  /** Position of each character in the line of the row; -1 for those on another line. */
  offsets: number[];
  columns: number;
  rows: number;
}

interface OpenRow {
  line: number;
  raw: string;
  cells: OpenCell[];
}

/** `first` is the first cell as a line of text, for a row that is no more than that. */
export interface HtmlRow {
  row: GridRow;
  first: TextLine;
}

/**
 * Tables that a converter left as HTML between the lines of a text. Each `<tr>` becomes a row; merged cells leave empty cells to the
 * right and below, as tab-separated tables do.
 */
export class HtmlTables {
  open = false;
  /** Cells that merged cells may still cover. */
  private covered = MOST_COVERED;
  private readonly report: (finding: Finding) => void;

  constructor(report: (finding: Finding) => void) {
    this.report = report;
  }

  private row: OpenRow | null = null;
  private page = 1;
  private cell: OpenCell | null = null;
  private depth = 0;
  /** How many rows below each column a merged cell still covers. */
  private hanging: number[] = [];

  /** A table that is never closed must not swallow the rest of the document: `goesOn` says whether more of its tags follow. */
  wants(text: string, goesOn: boolean): boolean {
    if (!this.open) return TABLE_START.test(text);
    return (this.cell !== null && goesOn) || text.includes('<') || text.trim() === '';
  }

  /** The rows that end on this line. */
  feed(page: number, line: SourceLine): HtmlRow[] {
    const out: HtmlRow[] = [];
    this.open = true;
    this.page = page;
    for (const token of line.text.matchAll(TOKEN)) {
      const tag = token[2]?.toLowerCase();
      if (tag) this.tag(tag, token[1] === '/', token[3] ?? '', line, out);
      else if (!token[0].startsWith('<')) this.text(REFERENCES[token[0]] ?? token[0], token.index, line.number);
    }
    return out;
  }

  close(): HtmlRow[] {
    const out: HtmlRow[] = [];
    this.endRow(out);
    this.open = false;
    this.depth = 0;
    return out;
  }

  private text(text: string, at: number, line: number): void {
    const { cell, row } = this;
    if (!cell || !row) return;
    cell.text += text;
    for (let k = 0; k < text.length; k++) cell.offsets.push(line === row.line ? at + k : -1);
  }

  private tag(tag: string, closing: boolean, attributes: string, line: SourceLine, out: HtmlRow[]): void {
    if (tag === 'table') this.table(closing, out);
    else if (this.depth > 1) return;
    else if (tag === 'tr') {
      this.endRow(out);
      if (!closing) this.row = { line: line.number, raw: line.text, cells: [] };
    } else if (tag === 'td' || tag === 'th') {
      this.cell = null;
      if (closing || !this.row) return;
      this.cell = { text: '', offsets: [], ...this.spans(attributes, line) };
      this.row.cells.push(this.cell);
    }
  }

  private spans(attributes: string, line: SourceLine): { columns: number; rows: number } {
    const [columns, rows] = [span(attributes, 'colspan'), span(attributes, 'rowspan')];
    const left = this.covered;
    this.covered -= columns * rows - 1;
    if (this.covered >= 0) return { columns, rows };
    const places = [placeOfLine(this.page, line.number, null, null)];
    if (left >= 0) this.report({ ruleId: 'source/spans-cut', places, actual: String(MOST_COVERED) });
    return { columns: 1, rows: 1 };
  }

  private table(closing: boolean, out: HtmlRow[]): void {
    if (!closing) {
      this.depth++;
      if (this.depth === 1) this.hanging = [];
      return;
    }
    this.depth = Math.max(0, this.depth - 1);
    if (this.depth === 0) {
      this.endRow(out);
      this.open = false;
    }
  }

  private endRow(out: HtmlRow[]): void {
    const { row } = this;
    if (!row) return;
    const cells: Cell[] = [];
    const filled: TextLine[] = [];
    const hanging: number[] = [];
    const skipHanging = (): void => {
      for (let left = this.hanging[cells.length] ?? 0; left > 0; left = this.hanging[cells.length] ?? 0) {
        hanging[cells.length] = left - 1;
        cells.push(NO_CELL);
      }
    };
    for (const open of row.cells) {
      skipHanging();
      const line = this.lineOf(open, row);
      const cell = cellOf(line, 0, line.text.length);
      if (cell.text !== '') filled.push(line);
      for (let k = 0; k < open.columns; k++) {
        hanging[cells.length] = open.rows - 1;
        cells.push(k === 0 ? cell : NO_CELL);
      }
    }
    const end = Math.max(Math.min(this.hanging.length, MOST_PADDED), this.hanging.findLastIndex((left) => left > 0) + 1);
    while (cells.length < end) {
      skipHanging();
      if (cells.length >= end) break;
      hanging[cells.length] = 0;
      cells.push(NO_CELL);
    }
    this.hanging = hanging;
    this.row = null;
    this.cell = null;
    const first = filled[0] ?? this.lineOf({ text: '', offsets: [] }, row);
    out.push({ row: { layout: 'columns', cells, page: this.page, line: row.line }, first });
  }

  private lineOf({ text, offsets }: Pick<OpenCell, 'text' | 'offsets'>, { line, raw }: OpenRow): TextLine {
    return { kind: 'line', page: this.page, line, text: text.replace(/[\t\n]/g, ' '), raw, offsets };
  }
}

/** The lines after which a tag of the same table follows, before another table opens. */
export function linesWithinTables(lines: readonly SourceLine[]): Set<SourceLine> {
  const within = new Set<SourceLine>();
  let goesOn = false;
  for (const line of lines.toReversed()) {
    if (goesOn) within.add(line);
    if (line.text.includes('<') && TABLE_TAG.test(line.text)) goesOn = !TABLE_START.test(line.text);
  }
  return within;
}

function span(attributes: string, name: string): number {
  const match = new RegExp(`${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes);
  return match?.[1] ? Math.min(MAX_SPAN, Math.max(1, Number(match[1]))) : 1;
}
