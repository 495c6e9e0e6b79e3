import type { CleanLine } from '../../model/blocks.ts';
import type { SourceLine } from '../../model/source.ts';

const TABLE_START = /^\s*<table\b/i;
const TABLE_TAG = /<\/?(?:table|tr|td|th|thead|tbody|tfoot)\b/i;
const TOKEN = /<(\/?)(table|tr|td|th|thead|tbody|tfoot)\b([^<>]*)>|<[^<>]*>|&(?:nbsp|lt|gt|amp|quot);|[^<&]+|[<&]/gi;
const KEEP: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };
const MAX_SPAN = 100;

interface OpenCell {
  text: string;
  /** Position of each character in the line of the row; -1 for those on another line. */
  offsets: number[];
  columns: number;
  rows: number;
}

/**
 * Tables that a converter left as HTML between the lines of a text. Each `<tr>` becomes one tab-separated line; merged cells
 * leave empty cells to the right and below, as tab-separated tables do.
 */
export class HtmlTables {
  open = false;
  private row: OpenCell[] | null = null;
  private rowLine = 0;
  private page = 1;
  private cell: OpenCell | null = null;
  private raw = '';
  private depth = 0;
  private hanging: number[] = [];

  opens(text: string): boolean {
    return TABLE_START.test(text);
  }

  /** A table that is never closed must not swallow the rest of the document: `goesOn` says whether more of its tags follow. */
  wants(text: string, goesOn: boolean): boolean {
    if (!this.open) return this.opens(text);
    return (this.cell !== null && goesOn) || text.includes('<') || text.trim() === '';
  }

  feed(page: number, line: SourceLine): CleanLine[] {
    const out: CleanLine[] = [];
    this.open = true;
    this.page = page;
    for (const token of line.text.matchAll(TOKEN)) {
      const tag = token[2]?.toLowerCase();
      if (!tag) {
        if (this.cell && !token[0].startsWith('<'))
          this.addText(this.cell, KEEP[token[0]] ?? token[0], line.number === this.rowLine ? token.index : -1);
        continue;
      }
      const closing = token[1] === '/';
      if (tag === 'table') this.table(closing, out);
      else if (this.depth > 1) continue;
      else if (tag === 'tr') {
        this.endRow(out);
        if (!closing) {
          this.row = [];
          this.rowLine = line.number;
          this.raw = line.text;
        }
      } else if (tag === 'td' || tag === 'th') {
        this.cell = null;
        if (!closing && this.row) {
          this.cell = { text: '', offsets: [], columns: span(token[3] ?? '', 'colspan'), rows: span(token[3] ?? '', 'rowspan') };
          this.row.push(this.cell);
        }
      }
    }
    return out;
  }

  close(): CleanLine[] {
    const out: CleanLine[] = [];
    this.endRow(out);
    this.open = false;
    this.depth = 0;
    return out;
  }

  private addText(cell: OpenCell, text: string, at: number): void {
    cell.text += text;
    for (let k = 0; k < text.length; k++) cell.offsets.push(at < 0 ? -1 : at + k);
  }

  private table(closing: boolean, out: CleanLine[]): void {
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

  private endRow(out: CleanLine[]): void {
    if (!this.row) return;
    const texts: string[] = [];
    const offsets: number[][] = [];
    const hanging: number[] = [];
    let column = 0;
    const skipHanging = () => {
      while ((this.hanging[column] ?? 0) > 0) {
        hanging[column] = this.hanging[column]! - 1;
        texts[column++] = '';
      }
    };
    for (const cell of this.row) {
      skipHanging();
      for (let k = 0; k < cell.columns; k++) {
        texts[column] = k === 0 ? cell.text.replace(/[\t\n]/g, ' ') : '';
        if (k === 0) offsets[column] = cell.offsets;
        hanging[column] = cell.rows - 1;
        column++;
      }
    }
    while (column < this.hanging.length) {
      skipHanging();
      if (column < this.hanging.length) {
        hanging[column] = 0;
        texts[column++] = '';
      }
    }
    this.hanging = hanging;
    this.row = null;
    this.cell = null;
    // A tab stands between cells and nowhere in the source.
    const positions = texts.flatMap((_, c) => [...(c > 0 ? [-1] : []), ...(offsets[c] ?? [])]);
    out.push({ page: this.page, line: this.rowLine, text: texts.join('\t'), raw: this.raw, offsets: positions });
  }
}

/** The lines after which a tag of the same table follows, before another table opens. */
export function linesWithinTables(lines: readonly SourceLine[]): Set<SourceLine> {
  const within = new Set<SourceLine>();
  let goesOn = false;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!;
    if (goesOn) within.add(line);
    if (line.text.includes('<') && TABLE_TAG.test(line.text)) goesOn = !TABLE_START.test(line.text);
  }
  return within;
}

function span(attributes: string, name: string): number {
  const match = new RegExp(`${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes);
  return match?.[1] ? Math.min(MAX_SPAN, Math.max(1, Number(match[1]))) : 1;
}
