import { UNIT_ALONE } from '../../../schemas/lexicon/tables/titles.ts';
import { CLAUSE_OR_COLON, RUNNING_TEXT } from '../../../schemas/lexicon/writing/punctuation.ts';
import { at } from '../../model/at.ts';
import { parseCaption, startsNote } from '../../notation/captions.ts';
import { isAmount, isSubjectCode } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { type AlignedRegion, columnSpans, isDataLine, type Segment, type Span, type SplitLine } from '../grids/aligned/index.ts';
import { cutNumbers } from './grouping.ts';
import { COLUMN, ROW } from './lines/words.ts';
import {
  HEADER_GAP,
  LONGEST_REST,
  MAX_HEADER_LINES,
  MIN_HEADER_CELLS,
  MIN_MONEY_SHARE,
  MIN_ROWS,
  MOST_CELLS,
  PROSE,
  ROW_GAP,
} from './settings.ts';

/** Runs of lines of a text whose amounts stand in columns. */

/** `goesOn`: the page before ends with a table, so that the first rows of this one may be the rest of it. */
export function paddedRegions(lines: readonly SplitLine[], goesOn: boolean): AlignedRegion[] {
  const regions: AlignedRegion[] = [];
  let floor = 0;
  const pieces = cutNumbers(lines);
  for (let i = 0; i < lines.length; ) {
    if (!(isDataLine(at(lines, i)) || pieces.has(at(lines, i))) || isBoundary(at(lines, i))) {
      i++;
      continue;
    }
    const end = runEnd(lines, i, pieces);
    const first = besideStart(lines, i, end, floor);
    const body = lines.slice(first, end);
    const header = headerAbove(lines, first, floor);
    if (isBody(body) || isHeaded(body, header) || (goesOn && i === 0 && amountsOf(body).some(isPrecise))) {
      regions.push({ header, body });
      floor = end;
    }
    i = end;
  }
  return regions;
}

const textOf = ({ segments }: SplitLine): string => segments.map(({ text }) => text).join('');

/** What no table goes on across: captions, notes, sentences. */
function isBoundary(line: SplitLine): boolean {
  if (line.segments.length > MOST_CELLS) return true;
  const text = textOf(line);
  const words = compact(text);
  if (startsNote(words) || parseCaption(text) !== null || line.segments.some(({ text: one }) => isCaption(one))) return true;
  return isProse(line);
}

/** A sentence, or a line as wide as only prose is. */
function isProse({ segments }: SplitLine): boolean {
  const [only, ...others] = segments;
  if (!only || others.length > 0) return false;
  const words = compact(only.text);
  return (RUNNING_TEXT.test(words) && only.x1 - only.x0 > (PROSE / 2) * COLUMN) || only.x1 - only.x0 > PROSE * COLUMN;
}

function isCaption(text: string): boolean {
  const caption = parseCaption(text);
  return caption !== null && (caption.unit !== null || caption.title !== null || caption.entity !== null || caption.number !== null);
}

/** The line after the last one of the run: rows, and between them pieces of labels and rows without amounts. */
function runEnd(lines: readonly SplitLine[], start: number, pieces: ReadonlySet<SplitLine>): number {
  let end = start + 1;
  let right = rightOf(at(lines, start));
  for (let i = start + 1; i < lines.length; i++) {
    const line = at(lines, i);
    if ((isBoundary(line) && !isBeside(line, right)) || rowsBetween(at(lines, i - 1), line) > ROW_GAP) break;
    if (!isDataLine(line)) continue;
    end = i + 1;
    right = Math.min(right, rightOf(line));
  }
  while (
    end < lines.length &&
    (isRest(lines, end) ||
      pieces.has(at(lines, end)) ||
      (isBeside(at(lines, end), right) && rowsBetween(at(lines, end - 1), at(lines, end)) === 0))
  )
    end++;
  return end;
}

/** Where the amounts of a row end. */
function rightOf({ segments }: SplitLine): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...segments.filter(({ text }) => isAmount(text)).map(({ x1 }) => x1));
}

/** Right of the amounts: a text of the last columns, whatever it says. */
function isBeside({ segments }: SplitLine, right: number): boolean {
  return Number.isFinite(right) && at(segments, 0).x0 >= right;
}

/** The first of the lines above the first amounts that are its text in the columns right of all amounts (绩效目标), where they run on as prose does. */
function besideStart(lines: readonly SplitLine[], start: number, end: number, floor: number): number {
  const right = Math.max(...lines.slice(start, end).filter(isDataLine).map(rightOf));
  const isText = (line: SplitLine) => line.segments.length === 1 && isBeside(line, right);
  let first = start;
  while (first > floor && isText(at(lines, first - 1)) && rowsBetween(at(lines, first - 1), at(lines, first)) === 0) first--;
  const isLong = ({ segments }: SplitLine) => at(segments, 0).x1 - at(segments, 0).x0 > (PROSE / 2) * COLUMN;
  while (first < start && !isLong(at(lines, first))) first++;
  return first;
}

const rowsBetween = (above: SplitLine, below: SplitLine): number => Math.round((below.top - above.bottom) / ROW);

/** A short line right below the last row: the rest of its label. */
function isRest(lines: readonly SplitLine[], i: number): boolean {
  const line = at(lines, i);
  const text = compact(textOf(line));
  if (line.segments.length > 1 || text.length > LONGEST_REST || CLAUSE_OR_COLON.test(text) || /^\d+$/.test(text) || isBoundary(line))
    return false;
  return rowsBetween(at(lines, i - 1), line) === 0;
}

function isBody(lines: readonly SplitLine[]): boolean {
  const rows = lines.filter(isDataLine);
  if (rows.length < MIN_ROWS) return false;
  const amounts = amountsOf(rows);
  return amounts.length >= MIN_ROWS && amounts.filter(isPrecise).length >= MIN_MONEY_SHARE * amounts.length && inColumns(rows);
}

const amountsOf = (lines: readonly SplitLine[]): Segment[] =>
  lines.flatMap((line) => line.segments.slice(1).filter((segment) => isAmount(segment.text)));

const isPrecise = ({ text }: Segment): boolean => /[.,]|^-?\d{6,}$/.test(text) && !isSubjectCode(text);

/** A few rows are a table where a header stands above them. */
function isHeaded(lines: readonly SplitLine[], header: readonly SplitLine[]): boolean {
  const amounts = amountsOf(lines);
  return header.some((line) => line.segments.length >= MIN_HEADER_CELLS) && amounts.some(isPrecise) && inColumns(lines);
}

/** Prose whose lines happen to begin or end with numbers has none: one blank strip at least parts the rows. */
function inColumns(rows: readonly SplitLine[]): boolean {
  const spans: Span[] = columnSpans(rows, []);
  return spans.length > 1;
}

function headerAbove(lines: readonly SplitLine[], start: number, floor: number): SplitLine[] {
  let from = start;
  while (from > floor && start - from < MAX_HEADER_LINES) {
    const line = at(lines, from - 1);
    const text = compact(textOf(line));
    if (rowsBetween(line, at(lines, from)) > HEADER_GAP || isBoundary(line) || UNIT_ALONE.test(text)) break;
    if (RUNNING_TEXT.test(text) && line.segments.length === 1) break;
    from--;
  }
  return lines.slice(from, start);
}
