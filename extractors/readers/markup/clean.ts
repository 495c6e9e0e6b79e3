import { layoutDocument } from '../../layout/pages/document.ts';
import type { CleanDocument, CleanLine } from '../../model/blocks.ts';
import type { SourceDocument, SourceLine } from '../../model/source.ts';
import type { Stage } from '../../model/stage.ts';
import { HtmlTables, linesWithinTables } from './html-tables.ts';

const NEEDS_CLEANING = /[<*#&|\u00a0\u200b\ufeff]/;
/** What is left of the rule below a markdown header when its pipes became tabs. */
const RULE_ROW = /^[\s:-]+$/;
/** Markup of converters, one alternative a kind; what is kept of a match stands in KEEP. */
const MARKUP = /<\/?[a-zA-Z][^<>]{0,300}>|\*{2,3}|^\s*#{1,6}(?=\s|$)|&(?:nbsp|lt|gt|amp|quot);|[\u200b\ufeff]/g;
const KEEP: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };
const PIPE_ROW = /^\s*\|.*\|\s*$/;
const PIPE_RULE = /^[\s|:-]+$/;
const PAGE_NUMBER = /^\s*(?:[-—–－]+\s*\d{1,4}\s*[-—–－]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*$/;
const DASH = /^\s*[-—–－]\s*$/;
const SHORT_NUMBER = /^\s*\d{1,4}\s*$/;

/** Takes markup, page numbers and zero-width characters out, and remembers for every character where it stood. */
export const clean: Stage<SourceDocument, CleanDocument> = {
  name: 'clean',
  run(source) {
    if (source.media === 'pdf') return layoutDocument(source);
    const lines: CleanLine[] = [];
    const tables = new HtmlTables();
    const within = linesWithinTables(source.pages.flatMap((page) => page.lines));
    for (const page of source.pages) {
      const printed = page.lines;
      for (let i = 0; i < printed.length; i++) {
        const line = printed[i]!;
        if (tables.wants(line.text, within.has(line))) {
          lines.push(...tables.feed(page.number, line));
          continue;
        }
        if (tables.open) lines.push(...tables.close());
        if (isBrokenPageNumber(printed, i)) {
          for (const part of printed.slice(i, i + 3)) lines.push({ page: page.number, line: part.number, text: '', raw: part.text });
          i += 2;
          continue;
        }
        lines.push(cleanLine(page.number, line));
      }
    }
    lines.push(...tables.close());
    return { media: source.media, lines };
  },
};

function isBrokenPageNumber(lines: readonly SourceLine[], i: number): boolean {
  return DASH.test(lines[i]?.text ?? '') && SHORT_NUMBER.test(lines[i + 1]?.text ?? '') && DASH.test(lines[i + 2]?.text ?? '');
}

function cleanLine(page: number, line: SourceLine): CleanLine {
  const raw = line.text;
  if (raw.length < 24 && PAGE_NUMBER.test(raw)) return { page, line: line.number, text: '', raw };
  if (raw.startsWith('-') && raw.includes('\t') && raw.includes('--') && RULE_ROW.test(raw))
    return { page, line: line.number, text: '', raw };
  if (!NEEDS_CLEANING.test(raw)) return { page, line: line.number, text: raw, raw };
  if (raw.includes('|') && PIPE_ROW.test(raw)) return pipeRow(page, line);
  return { page, line: line.number, raw, ...stripMarkup(raw) };
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
    const kept = KEEP[match[0]] ?? '';
    if (kept !== '') {
      text += kept;
      offsets.push(match.index);
    }
    from = match.index + match[0].length;
  }
  copy(raw.length);
  return { text, offsets };
}

/** A markdown table row becomes a tab-separated one; the rule below its header is no row. */
function pipeRow(page: number, line: SourceLine): CleanLine {
  const raw = line.text;
  if (PIPE_RULE.test(raw)) return { page, line: line.number, text: '', raw };
  const stripped = stripMarkup(raw);
  const first = stripped.text.indexOf('|') + 1;
  const last = stripped.text.lastIndexOf('|');
  return {
    page,
    line: line.number,
    raw,
    text: stripped.text.slice(first, last).replaceAll('|', '\t'),
    offsets: stripped.offsets.slice(first, last),
  };
}
