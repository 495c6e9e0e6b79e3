import {
  CLOSING_START,
  DEFINES,
  EXPLAINS,
  NUMBER_AT_END,
  OPEN_END,
  PAGE_NUMBER,
  UNIT_AT_START,
} from '../../schemas/lexicon/prose/lines.ts';
import { ARTICLE } from '../../schemas/lexicon/prose/numbering.ts';
import { OUTERMOST_LEVEL } from '../../schemas/lexicon/prose/subjects.ts';
import type { Place } from '../../schemas/place.ts';
import { at } from '../model/at.ts';
import { placeOfText, type TextLine } from '../model/blocks.ts';
import type { Paragraph, SectionKind } from '../model/segments.ts';
import type { Stage } from '../model/stage.ts';
import { endsAsHeading, type Heading, headingOf, isCaption, isNumbered, isPart, isTitle, looksNumberedHeading } from './headings.ts';

/** A run of text of one line, without markup. `from` counts in the line's clean text. */
interface Run {
  text: string;
  from: number;
}

/** The printed part of one non-blank line. `bullet`: a list dash stood before it. */
interface Piece {
  line: TextLine;
  text: string;
  runs: Run[];
  bullet: boolean;
}

const MARKUP = /\*\*|<\/?[A-Za-z][^<>]{0,200}>/g;
const LEAD = /^[\s\u3000\ufeff]*(?:#{1,6}(?!\d)\s*|>\s+)?/;
const BULLET = /^[-*•●▪◆]\s+(?!\d+\s*[-—])/;
const DASH_LINE = /^[-—–－─―]+$/;
const SENTENCE_END = /[。！？!?](?:[”’"」』）)]|\*)*$/;
const INNER_PUNCTUATION = /[，。；：、]/;
const MIN_WRAPPED_LINES = 8;
/** Share of the wrap width from which a line counts as filled; a line that could be a heading must fill more. */
const FULL_LINE = 0.7;
const FULL_HEADING = 0.85;

export const paragraphs: Stage<readonly TextLine[], Paragraph[]> = {
  name: 'paragraphs',
  run: buildParagraphs,
};

/**
 * The prose of a document as paragraphs: what line and page breaks cut is joined again, page numbers are left out, each
 * paragraph knows its section and nearest heading. Headings and table titles themselves are no paragraphs.
 * `lines`: the lines that belong to no table, in order, blank ones included. Time is linear in their length.
 */
export function buildParagraphs(lines: readonly TextLine[]): Paragraph[] {
  const pieces = withoutPageNumbers(lines.map(pieceOf).filter((piece) => piece !== null));
  const width = wrapWidth(pieces);
  const outline = new Outline();
  const paragraphs: Paragraph[] = [];
  let open: Piece[] = [];
  const close = (): void => {
    const first = open[0];
    if (first === undefined) return;
    const paragraph = joined(open);
    const heading = open.length <= 3 ? headingOf(paragraph.text) : null;
    if (heading) outline.enter(heading);
    else if (!(open.length === 1 && isCaption(first.text))) paragraphs.push({ ...paragraph, ...outline.place(paragraph.text) });
    open = [];
  };
  for (const piece of pieces) {
    if (open.length > 0 && !goesOn(open, piece, width)) close();
    open.push(piece);
  }
  close();
  return paragraphs;
}

function pieceOf(line: TextLine): Piece | null {
  const lead = LEAD.exec(line.text)?.[0].length ?? 0;
  const dash = BULLET.exec(line.text.slice(lead))?.[0].length ?? 0;
  const from = lead + dash;
  const body = line.text.slice(from).trimEnd();
  if (body === '') return null;
  const runs = body.includes('**') || body.includes('<') ? runsBetweenMarkup(body, from) : [{ text: body, from }];
  const text = runs.map((run) => run.text).join('');
  return runs.length > 1 && text.trim() === '' ? null : { line, text, runs, bullet: dash > 0 };
}

function runsBetweenMarkup(body: string, from: number): Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (const mark of body.matchAll(MARKUP)) {
    if (mark.index > start) runs.push({ text: body.slice(start, mark.index), from: from + start });
    start = mark.index + mark[0].length;
  }
  if (start < body.length) runs.push({ text: body.slice(start), from: from + start });
  return runs;
}

function withoutPageNumbers(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  const shortText = (i: number): string => pieces[i]?.text.trim() ?? '';
  let skipTo = 0;
  for (const [i, piece] of pieces.entries()) {
    if (i < skipTo) continue;
    const text = piece.text.length > 20 ? null : piece.text.trim();
    if (text !== null && DASH_LINE.test(text) && /^\d{1,4}$/.test(shortText(i + 1)) && DASH_LINE.test(shortText(i + 2))) skipTo = i + 3;
    else if (text === null || !isPageNumber(text, shortText(i + 1), kept.at(-1)?.text ?? '')) kept.push(piece);
  }
  return kept;
}

/** A bare number is one, unless it is the start or the rest of a number that the line break cuts. */
function isPageNumber(text: string, next: string, before: string): boolean {
  return PAGE_NUMBER.test(text) || (/^\d{1,3}$/.test(text) && !UNIT_AT_START.test(next) && !/[\d.,]$/.test(before));
}

/** Chinese characters count 2, others 1. */
function displayWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) > 0x2e7f || text.charCodeAt(at) === 0x201c ? 2 : 1;
  return width;
}

/**
 * The width at which the document wraps its lines, or null when its lines are whole paragraphs: most lines that end
 * inside a sentence are then equally long.
 */
function wrapWidth(pieces: readonly Piece[]): number | null {
  const widths: number[] = [];
  const buckets = new Map<number, number>();
  let cut = 0;
  for (const piece of pieces) {
    if (piece.text.length < 15) continue;
    const width = piece.text.length > 500 ? 1000 : displayWidth(piece.text);
    widths.push(width);
    if (width >= 1000 || SENTENCE_END.test(piece.text.slice(-4)) || headingOf(piece.text) || isCaption(piece.text)) continue;
    cut++;
    const bucket = Math.round(width / 4);
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
  }
  if (cut < MIN_WRAPPED_LINES) return null;
  const around = (bucket: number): number => (buckets.get(bucket - 1) ?? 0) + (buckets.get(bucket) ?? 0) + (buckets.get(bucket + 1) ?? 0);
  const full = [...buckets.keys()].reduce((best, bucket) => (around(bucket) > around(best) ? bucket : best));
  const longer = widths.filter((width) => width > full * 4 * 2.5).length;
  return around(full) >= cut * 0.4 && longer <= widths.length * 0.05 ? full * 4 : null;
}

const isOpenBracket = (text: string): boolean =>
  text.lastIndexOf('（') > text.lastIndexOf('）') || text.lastIndexOf('(') > text.lastIndexOf(')');

/** Whether the line goes on with what the lines of `open` (one at least) began. `width`: see wrapWidth. */
function goesOn(open: readonly Piece[], next: Piece, width: number | null): boolean {
  const first = at(open, 0);
  const last = at(open, open.length - 1);
  if (isPart(first.text)) return partGoesOn(open, next);
  if (next.bullet || isPart(next.text)) return false;
  if (CLOSING_START.test(next.text)) return true;
  const tail = last.text.slice(-8).trimEnd();
  if (isNumbered(next.text) || SENTENCE_END.test(tail)) return false;
  const alone = open.length === 1;
  const fill = width === null || last.text.length > 120 ? null : displayWidth(last.text) / width;
  if (alone && isWholeTitle(last.text, fill === null || fill < FULL_HEADING)) return false;
  if (isOpen(last.text, tail, next.text)) return true;
  return fill === null ? isProse(last.text, alone) && !isShortTitle(next.text) : fill >= FULL_LINE;
}

function isProse(text: string, alone: boolean): boolean {
  return text.length >= 15 && (!alone || INNER_PUNCTUATION.test(text) || OUTERMOST_LEVEL.test(text.slice(0, 80)));
}

function isShortTitle(text: string): boolean {
  return text.length <= 80 && (isTitle(text) || isCaption(text));
}

/** 第二部分 may stand on a line of its own above its title. */
function partGoesOn(open: readonly Piece[], next: Piece): boolean {
  if (open.length >= 3 || headingOf(joined(open).text)?.kind) return false;
  return !isPart(next.text) && !isNumbered(next.text) && next.text.length <= 40 && !INNER_PUNCTUATION.test(next.text);
}

/** `short`: the line ends before the width at which others are wrapped. */
function isWholeTitle(text: string, short: boolean): boolean {
  if (text.length > 80) return false;
  if (isCaption(text) || (short && isTitle(text))) return true;
  return looksNumberedHeading(text) && (short || endsAsHeading(text));
}

/** The line breaks off inside a list, a bracket or a number with its unit. */
function isOpen(text: string, tail: string, next: string): boolean {
  return OPEN_END.test(tail) || (NUMBER_AT_END.test(tail) && UNIT_AT_START.test(next)) || isOpenBracket(text);
}

function joined(open: readonly Piece[]): Pick<Paragraph, 'text' | 'spans'> {
  const spans: Paragraph['spans'] = [];
  const texts: string[] = [];
  let length = 0;
  for (const piece of open) {
    const before = texts.at(-1);
    if (before !== undefined && /[A-Za-z]$/.test(before.slice(-1)) && /^[A-Za-z]/.test(piece.text)) {
      texts.push(' ');
      length++;
    }
    for (const run of piece.runs) {
      addSpans(spans, piece.line, run, length);
      texts.push(run.text);
      length += run.text.length;
    }
  }
  return { text: texts.join(''), spans };
}

/** One span a run, more where the clean text left out characters of the printed line. */
function addSpans(spans: Paragraph['spans'], line: TextLine, run: Run, at: number): void {
  const offsets = line.offsets;
  const add = (from: number, to: number): void => {
    const start = offsets?.[run.from + from] ?? run.from + from;
    spans.push({ from: at + from, to: at + to, place: placeOfText(line, start, start + (to - from)) });
  };
  let from = 0;
  if (offsets) {
    for (let i = 1; i < run.text.length; i++) {
      if (offsets[run.from + i] !== (offsets[run.from + i - 1] ?? 0) + 1) {
        add(from, i);
        from = i;
      }
    }
  }
  add(from, run.text.length);
}

/** The headings above the current place, outermost first, and the section that they make. */
class Outline {
  private readonly stack: Heading[] = [];

  enter(heading: Heading): void {
    while ((this.stack.at(-1)?.level ?? -1) >= heading.level) this.stack.pop();
    // Definitions have no duties or explanations below them: the part is left over from a contents page.
    const part = this.stack[0];
    if (
      part &&
      (part.kind === 'glossary' || part.kind === 'contents') &&
      heading.level > 0 &&
      (heading.kind === 'overview' || heading.explains)
    ) {
      this.stack.length = 0;
    }
    this.stack.push(heading);
  }

  place(text: string): Pick<Paragraph, 'section' | 'heading' | 'headings'> {
    const headings = this.stack.map((heading) => heading.text);
    return { section: this.section() ?? sectionOfContent(text), heading: headings.at(-1) ?? null, headings };
  }

  private section(): SectionKind | null {
    let section: SectionKind | null = null;
    for (const { kind, level, explains } of this.stack) {
      if (kind === null) continue;
      // Inside an overview or among tables 情况 alone is no explanation; only a heading that says so is.
      if (section !== null && section !== 'explanation' && level > 0 && kind === 'explanation' && !explains) continue;
      if (level > 0 && (section === 'rules' || section === 'glossary')) continue;
      section = kind;
    }
    return section;
  }
}

/** For prose below no heading that names its section. */
function sectionOfContent(text: string): SectionKind {
  const start = text.slice(0, 400);
  if (ARTICLE.test(start)) return 'rules';
  if (DEFINES.test(start)) return 'glossary';
  return /[，。；]/.test(start) && EXPLAINS.test(start) ? 'explanation' : 'cover';
}

/** Where characters [from, to) of the paragraph are printed: a place a line. */
export function placesAt({ spans }: Pick<Paragraph, 'spans'>, from: number, to: number): Place[] {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(spans, middle).from <= from) low = middle;
    else high = middle - 1;
  }
  const places: Place[] = [];
  for (let i = low; i < spans.length; i++) {
    const span = at(spans, i);
    if (i > low && span.from >= to) break;
    const printed = span.place.start ?? 0;
    const start = printed + Math.max(0, from - span.from);
    places.push({ ...span.place, start, end: Math.max(start, Math.min(span.place.end ?? start, printed + to - span.from)) });
  }
  return places;
}
