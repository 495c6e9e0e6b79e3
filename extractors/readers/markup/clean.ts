import { decodeHTML } from 'entities/decode';
import type { SourceLine } from '../../model/source.ts';
import type { ShownLine } from '../cells/shown-line.ts';

/** Lines of a text without the markup that converters leave in them; every character that is kept knows where it stood. */

/** A page of a text: its number and lines. */
export interface PrintedPage {
  number: number;
  lines: SourceLine[];
}

const NEEDS_CLEANING = /[<*#&|~\\$^\u00a0\u200b\ufeff]/;
/** What a character reference stands for; others are decoded as HTML does. */
const REFERENCES: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };
/**
 * Markup of converters, one alternative a kind: raised marks of notes as HTML, markdown and LaTeX write them, struck text, tags, emphasis,
 * headings, references, escapes, characters without width.
 */
const MARKUP =
  /<sup\b[^<>]{0,100}>[^<>]{0,8}<\/sup>|(?<=\S)\[\^[^\]\s]{1,20}\](?!:)|(?<=\S)\$\s?\^\s?\{?[^${}]{1,6}\}?\s?\$|~~[^~]{1,200}~~|<\/?[a-zA-Z][^<>]{0,300}>|\*{2,3}|^\s*#{1,6}(?=\s|$)|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,30});|\\(?=[|*_.%#~+<>&$()[\]{}-])|[\u200b\ufeff]/g;
/** Raised text behind these is an exponent. */
const LETTER = /[A-Za-z]/;
const EXPONENT = /^<sup\b[^<>]*>([23])<\/sup>$/;
const EXPONENTS: Readonly<Record<string, string>> = { '2': '²', '3': '³' };

/** Exported for tests: a piece of a line without markup and, for each character, its position in the line, of which the piece begins at `from`. */
export function stripMarkup(piece: string, from = 0): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let text = '';
  let next = 0;
  const copy = (end: number) => {
    for (let k = next; k < end; k++) offsets.push(from + k);
    text += piece.slice(next, end);
  };
  for (const match of piece.matchAll(MARKUP)) {
    copy(match.index);
    const kept = keptOf(match[0], piece.charAt(match.index - 1));
    for (let k = 0; k < kept.length; k++) offsets.push(from + match.index);
    text += kept;
    next = match.index + match[0].length;
  }
  copy(piece.length);
  return { text, offsets };
}

function keptOf(mark: string, before: string): string {
  if (mark.startsWith('&')) return REFERENCES[mark] ?? decodeHTML(mark);
  const exponent = mark.startsWith('<') && LETTER.test(before) ? EXPONENT.exec(mark)?.[1] : undefined;
  return exponent === undefined ? '' : (EXPONENTS[exponent] ?? '');
}

/** The characters [from, to) of a line without markup. */
export function cleanLine(page: number, { number: line, text: raw }: SourceLine, from = 0, to = raw.length): ShownLine {
  const piece = from === 0 && to === raw.length ? raw : raw.slice(from, to);
  if (!NEEDS_CLEANING.test(piece)) return { page, line, raw, text: piece, places: from };
  const { text, offsets } = stripMarkup(piece, from);
  return { page, line, raw, text, places: offsets };
}

const BREAK = /<br\s{0,9}\/?>|<\/(?:p|div|li|h[1-6]|center)>\s{0,99}<(?:p|div|li|h[1-6]|center)\b[^<>]{0,300}>/gi;

/** The parts of [from, to) that line breaks and paragraphs of HTML part, blank ones too. */
export function brokenParts(raw: string, from: number, to: number): [from: number, to: number][] {
  const piece = raw.slice(from, to);
  if (!piece.includes('<')) return [[from, to]];
  const parts: [number, number][] = [];
  let start = from;
  for (const match of piece.matchAll(BREAK)) {
    parts.push([start, from + match.index]);
    start = from + match.index + match[0].length;
  }
  parts.push([start, to]);
  return parts;
}
