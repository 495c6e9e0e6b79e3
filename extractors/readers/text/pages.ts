import type { SourceLine } from '../../model/source.ts';
import type { PrintedPage } from '../markup/clean.ts';

const LF = 0x0a;
const FF = 0x0c;
const CR = 0x0d;

/**
 * Cuts text at form feeds into pages and at CRLF, CR or LF into lines. A form feed is no line break: what stands before
 * and after it on one line keeps that line's number on both pages.
 */
export function splitPages(text: string): PrintedPage[] {
  const pages: PrintedPage[] = [];
  let lines: SourceLine[] = [];
  let number = 1;
  let start = 0;
  const endPage = (): void => {
    pages.push({ number: pages.length + 1, lines });
    lines = [];
  };
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > CR || code < LF || code === 0x0b) continue;
    if (code === FF) {
      if (index > start) lines.push({ number, text: text.slice(start, index) });
      endPage();
    } else {
      lines.push({ number, text: text.slice(start, index) });
      number++;
      if (code === CR && text.charCodeAt(index + 1) === LF) index++;
    }
    start = index + 1;
  }
  if (start < text.length) lines.push({ number, text: text.slice(start) });
  if (lines.length > 0 || pages.length === 0) endPage();
  return pages;
}

/** Cuts text at CRLF, CR or LF into lines; in HTML a form feed is white space like any other. */
export function splitLines(text: string): SourceLine[] {
  return text.split(/\r\n|\r|\n/).map((line, i) => ({ number: i + 1, text: line }));
}
