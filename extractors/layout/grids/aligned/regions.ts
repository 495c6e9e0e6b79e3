import { INDEX_FILLER, INDEX_WORD } from '../../../../schemas/lexicon/tables/columns.ts';
import { LETTER_SPACED } from '../../../../schemas/lexicon/tables/spaced-words.ts';
import { BELONGS_TO_AMOUNT } from '../../../../schemas/lexicon/tables/titles.ts';
import { NOTE_WORD_AT_START } from '../../../../schemas/lexicon/writing/marks.ts';
import { CLAUSE_MARK, CLAUSE_OR_COLON, RUNNING_TEXT } from '../../../../schemas/lexicon/writing/punctuation.ts';
import { at } from '../../../model/at.ts';
import type { Word } from '../../../model/source.ts';
import { parseCaption } from '../../../notation/captions.ts';
import { isAmount, isSubjectCode, splitCodeAndName } from '../../../notation/row-kinds.ts';
import { compact } from '../../../notation/text.ts';
import { pairs } from '../../geometry/neighbours.ts';
import { boxAround, lineText, middle } from '../../geometry/visual-lines.ts';
import type { Edge } from '../lattice/index.ts';
import {
  AMOUNT_GAP,
  BLANK_ROW,
  LAST_WRAPPED,
  LEAST_HEIGHT,
  LETTER_GAPS,
  MAX_HEADER_LINES,
  MAX_WRAPPED,
  MIN_HEADER_CELLS,
  MIN_MONEY_SHARE,
  MIN_ROWS,
  MOST_SEGMENTS,
  ONE_PLACE,
  ROW_GAP,
  ROWS_COMPARED,
  RULE_REACH,
  SAME_COLUMN,
  SEGMENT_GAP,
  TOTAL_GAP,
} from './settings.ts';

/** A printed line cut where a gap is wider than a space. */
export interface SplitLine {
  words: Word[];
  segments: Segment[];
  top: number;
  bottom: number;
  middle: number;
}

export interface Segment {
  words: Word[];
  text: string;
  x0: number;
  x1: number;
}

export interface AlignedRegion {
  header: SplitLine[];
  body: SplitLine[];
}

export function splitLine(words: readonly Word[]): SplitLine {
  const segments: Segment[] = [];
  for (const word of words) {
    const last = segments.at(-1);
    const gap = last ? word.box[0] - last.x1 : 0;
    if (last && ((gap <= SEGMENT_GAP * word.fontSize && !parts(last, word, gap, segments.length === 1)) || isSpaced(last, word, gap))) {
      last.words.push(word);
      last.x1 = Math.max(last.x1, word.box[2]);
      last.text = lineText(last.words);
    } else segments.push({ words: [word], text: word.text, x0: word.box[0], x1: word.box[2] });
  }
  const box = boxAround(words);
  return { words: [...words], segments, top: box[1], bottom: box[3], middle: middle(box) };
}

/** A further character of a letter-spaced word. */
function isSpaced(last: Segment, word: Word, gap: number): boolean {
  if (!isSingle(last.text.slice(-1)) || !isSingle(word.text) || !isLoose(last)) return false;
  return gap < (LETTER_SPACED.test(last.text + word.text) ? LETTER_GAPS.known : LETTER_GAPS.other) * word.fontSize;
}

/** An amount or a subject code is a cell by itself, however close the next label stands; 万元 and punctuation belong to it. */
function parts(last: Segment, word: Word, gap: number, isFirst: boolean): boolean {
  if (isMoney(last.text)) return !BELONGS_TO_AMOUNT.test(word.text);
  if (gap <= AMOUNT_GAP * word.fontSize) return false;
  return isMoney(word.text) || INDEX_WORD.test(word.text) || (isCode(last.text, isFirst) && /^[\u4e00-\u9fff]/.test(word.text));
}

/** 100 in the middle of a line is a number like any other. */
function isCode(text: string, isFirst: boolean): boolean {
  return isSubjectCode(text) && (isFirst || text.length > 3);
}

function isMoney(text: string): boolean {
  return /[.,]\d\d/.test(text) && isAmount(text);
}

/** 合    计: single characters, each a word of its own. */
function isLoose(segment: Segment): boolean {
  return segment.words.every((word) => isSingle(word.text));
}

function isSingle(text: string): boolean {
  return text.length === 1 && /[\u4e00-\u9fff]/.test(text);
}

/** Runs of lines whose amounts stand in columns: tables without a printed grid. */
export function alignedRegions(lines: readonly SplitLine[], rules: readonly Edge[] = []): AlignedRegion[] {
  const regions: AlignedRegion[] = [];
  for (let i = 0; i < lines.length; ) {
    if (!isDataLine(at(lines, i))) {
      i++;
      continue;
    }
    const end = runEnd(lines, i);
    const body = lines.slice(i, end);
    const above = regions.at(-1)?.body.at(-1);
    const header = headerAbove(lines, i, above ? lines.indexOf(above) + 1 : 0);
    const isShort = body.filter(isDataLine).length < MIN_ROWS && ![...header, ...body].some(isProse);
    if (isBody(body) || (isShort && (isHeaded(body, header) || isFramed(body, rules)))) regions.push({ header, body });
    i = end;
  }
  return regions;
}

export function isDataLine({ segments }: SplitLine): boolean {
  const [first, second] = segments;
  if (!first || !second) return false;
  if (isIndexLine(segments) || segments.some((segment) => isCaptionSegment(segment.text))) return false;
  if (isSubjectCode(compact(first.text)) || splitCodeAndName(first.text)) return true;
  return segments.some((segment, i) => i > 0 && isAmount(segment.text)) && segments.length <= MOST_SEGMENTS;
}

/** ** | ** | 1 | 2 | 3 below the header. */
export function isIndexLine(segments: readonly Segment[]): boolean {
  return (
    segments.length > 1 && segments.some(({ text }) => /^\d{1,2}$/.test(text)) && segments.every(({ text }) => isIndexCell(compact(text)))
  );
}

const isIndexCell = (text: string): boolean => /^\d{1,2}$/.test(text) || INDEX_FILLER.test(text) || INDEX_WORD.test(text);

/** The line after the last one of the run: labels may wrap between data lines, prose may not. */
function runEnd(lines: readonly SplitLine[], start: number): number {
  let end = start + 1;
  let wrapped = 0;
  for (let i = start + 1; i < lines.length; i++) {
    const line = at(lines, i);
    const rows = lines.slice(start, end);
    if (isFar(at(lines, i - 1), line, rows)) break;
    if (isDataLine(line)) {
      end = i + 1;
      wrapped = 0;
      continue;
    }
    const text = textOf(line);
    if (RUNNING_TEXT.test(compact(text)) || parseCaption(text) !== null) break;
    if (!isBlankRow(line, rows) && ++wrapped > MAX_WRAPPED) break;
  }
  while (end < lines.length && isWrapped(lines, end)) end++;
  return end;
}

/** Too far below the line above to go on with the table, unless it is its total. */
function isFar(above: SplitLine, line: SplitLine, rows: readonly SplitLine[]): boolean {
  const height = Math.max(LEAST_HEIGHT, line.bottom - line.top);
  const gap = line.top - above.bottom;
  return gap > ROW_GAP * height && !(gap < TOTAL_GAP * height && standsBelow(line, rows));
}

const textOf = ({ segments }: SplitLine): string => segments.map((segment) => segment.text).join('');

/** A row without amounts: its labels begin where those of the rows above begin. */
function isBlankRow(line: SplitLine, above: readonly SplitLine[]): boolean {
  const starts = above.slice(-ROWS_COMPARED).flatMap(({ segments }) => segments.map((segment) => segment.x0));
  return (
    line.segments.length <= BLANK_ROW.cells &&
    line.segments.every(({ x0, text }) => text.length <= BLANK_ROW.characters && starts.some((start) => Math.abs(start - x0) < ONE_PLACE))
  );
}

/** A line whose amounts end where those of the rows above end. */
function standsBelow(line: SplitLine, above: readonly SplitLine[]): boolean {
  const ends = above
    .slice(-ROWS_COMPARED)
    .flatMap(({ segments }) => segments.filter((segment) => isAmount(segment.text)).map((segment) => segment.x1));
  const amounts = line.segments.filter((segment) => isAmount(segment.text));
  return isDataLine(line) && amounts.length > 0 && amounts.every(({ x1 }) => ends.some((end) => Math.abs(end - x1) < ONE_PLACE));
}

/** A short line right below the last row, closer than the rows are to each other: the rest of its label. */
function isWrapped(lines: readonly SplitLine[], i: number): boolean {
  const line = at(lines, i);
  const text = compact(textOf(line));
  if (
    line.segments.length > 1 ||
    text.length > LAST_WRAPPED.characters ||
    CLAUSE_OR_COLON.test(text) ||
    NOTE_WORD_AT_START.test(text) ||
    parseCaption(text) !== null
  )
    return false;
  return line.top - at(lines, i - 1).bottom < LAST_WRAPPED.gap * (line.bottom - line.top) && !/^[-—]?\d+[-—]?$/.test(text);
}

function isBody(lines: readonly SplitLine[]): boolean {
  const rows = lines.filter(isDataLine);
  if (rows.length < MIN_ROWS) return false;
  const amounts = amountsOf(lines);
  const counted = amounts.length - lineNumbers(rows);
  return counted >= MIN_ROWS && amounts.filter(isPrecise).length >= MIN_MONEY_SHARE * counted;
}

function amountsOf(lines: readonly SplitLine[]): Segment[] {
  return lines.flatMap((line) => line.segments.slice(1).filter((segment) => isAmount(segment.text)));
}

function isPrecise({ text }: Segment): boolean {
  return /[.,]/.test(text);
}

/** A few rows are a table where a header stands above them and all their numbers are amounts. */
function isHeaded(lines: readonly SplitLine[], header: readonly SplitLine[]): boolean {
  const amounts = amountsOf(lines);
  return header.some((line) => line.segments.length >= MIN_HEADER_CELLS) && amounts.length > 0 && amounts.every(isPrecise);
}

function isProse({ segments }: SplitLine): boolean {
  return segments.some(({ text }) => CLAUSE_MARK.test(text));
}

/** Rows with a rule above each and below the last: the end of a table that a page break left. */
function isFramed(lines: readonly SplitLine[], rules: readonly Edge[]): boolean {
  const rows = lines.filter(isDataLine);
  const isNear = (rule: Edge, side: number, line: SplitLine) => Math.abs(rule.at - side) < RULE_REACH * (line.bottom - line.top);
  const above = (line: SplitLine) => rules.some((rule) => rule.at < line.middle && isNear(rule, line.top, line));
  const last = at(lines, lines.length - 1);
  return (
    rows.length > 0 &&
    rows.every(above) &&
    rules.some((rule) => rule.at > last.middle && isNear(rule, last.bottom, last)) &&
    rows.some((line) => line.segments.some((segment) => isMoney(segment.text)))
  );
}

/** How many numbers follow the one that stands above them: 行次. */
function lineNumbers(rows: readonly SplitLine[]): number {
  const middleOf = ({ x0, x1 }: Segment) => (x0 + x1) / 2;
  const isNumber = ({ text }: Segment) => /^\d{1,3}$/.test(text);
  return pairs(rows).reduce((sum, [above, line]) => {
    const numbers = above.segments.filter(isNumber);
    const follows = (segment: Segment) =>
      numbers.some((one) => Number(one.text) + 1 === Number(segment.text) && Math.abs(middleOf(one) - middleOf(segment)) < SAME_COLUMN);
    return sum + line.segments.slice(1).filter((segment) => isNumber(segment) && follows(segment)).length;
  }, 0);
}

function headerAbove(lines: readonly SplitLine[], start: number, floor: number): SplitLine[] {
  let from = start;
  while (from > floor && start - from < MAX_HEADER_LINES) {
    const line = at(lines, from - 1);
    const text = compact(textOf(line));
    if (at(lines, from).top - line.bottom > ROW_GAP * (line.bottom - line.top)) break;
    if (RUNNING_TEXT.test(text) || /[：:]$|[：:].*[：:]/.test(text)) break;
    if (line.segments.some((segment) => isCaptionSegment(segment.text))) break;
    from--;
  }
  return lines.slice(from, start);
}

function isCaptionSegment(text: string): boolean {
  const caption = parseCaption(text);
  return caption !== null && (caption.unit !== null || caption.title !== null || caption.entity !== null || caption.number !== null);
}
