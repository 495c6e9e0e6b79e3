import { CELL_UNIT } from '../../../schemas/lexicon/tables/header-cells.ts';
import { UNIT_ALONE } from '../../../schemas/lexicon/tables/titles.ts';
import { CLAUSE_OR_COLON, RUNNING_TEXT } from '../../../schemas/lexicon/writing/punctuation.ts';
import { at } from '../../model/at.ts';
import { parseCaption, startsNote } from '../../notation/captions.ts';
import { isHeaderWord } from '../../notation/headers/known-words.ts';
import { isAmount, isSubjectCode } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { type AlignedRegion, columnSpans, isDataLine, type Segment, type Span, type SplitLine } from '../grids/aligned/index.ts';
import { besideFrom, leftOf } from './beside.ts';
import { cutNumbers } from './grouping.ts';
import { COLUMN, ROW } from './lines/words.ts';
import {
  BESIDE,
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

export interface PaddedRegion extends AlignedRegion {
  /** Where running text beside the rows begins, in points; infinite: there is none. */
  beside: number;
}

/** `goesOn`: the page before ends with a table, so that the first rows of this one may be the rest of it. */
export function paddedRegions(lines: readonly SplitLine[], goesOn: boolean): PaddedRegion[] {
  const regions: PaddedRegion[] = [];
  let floor = 0;
  const from = besideFrom(lines);
  const parted = lines.map((line) => leftOf(line, from));
  const isRow = (line: SplitLine) => isDataLine(line) || (Number.isFinite(from) && isLoneAmount(line));
  const pieces = cutNumbers(parted);
  for (let i = 0; i < lines.length; ) {
    if (!(isRow(at(parted, i)) || pieces.has(at(parted, i))) || isBoundary(at(parted, i))) {
      i++;
      continue;
    }
    const end = runEnd(parted, i, pieces, isRow);
    const right = Number.isFinite(from) ? from : Math.max(...lines.slice(i, end).filter(isDataLine).map(rightOf));
    const first = besideStart(lines, i, right, floor);
    const body = parted.slice(first, end);
    const header = headerAbove(lines, first, floor);
    if (isBody(body) || isHeaded(body, header) || (goesOn && i === 0 && amountsOf(body).some(isPrecise))) {
      regions.push({ header, body: lines.slice(first, end), beside: from });
      floor = end;
    }
    i = end;
  }
  return regions;
}

/** The only amount of its row, whose label stands above and below it. */
const isLoneAmount = ({ segments: [first, ...others] }: SplitLine): boolean =>
  first !== undefined && others.length === 0 && isAmount(first.text);

const textOf = ({ segments }: SplitLine): string => segments.map(({ text }) => text).join('');

/** What no table goes on across: captions, notes, sentences. */
function isBoundary(line: SplitLine): boolean {
  if (line.segments.length > MOST_CELLS) return true;
  const text = textOf(line);
  const words = compact(text);
  if (namesUnit(line)) return false;
  if (startsNote(words) || parseCaption(text) !== null || line.segments.some(({ text: one }) => isCaption(one))) return true;
  return isProse(line);
}

/** Cells of a header, one of which says the unit of its column: 项目 | 预算数（单位：万元） | 绩效目标. */
function namesUnit({ segments }: SplitLine): boolean {
  const captions = segments.filter(({ text }) => isCaption(text));
  return segments.length >= MIN_HEADER_CELLS && captions.length > 0 && captions.every(({ text }) => isWordWithUnit(compact(text)));
}

function isWordWithUnit(text: string): boolean {
  const bracket = text.search(/[（(]/);
  return bracket > 0 && isHeaderWord(text.slice(0, bracket)) && CELL_UNIT.test(text.slice(bracket));
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
function runEnd(lines: readonly SplitLine[], start: number, pieces: ReadonlySet<SplitLine>, isRow: (line: SplitLine) => boolean): number {
  let end = start + 1;
  let right = rightOf(at(lines, start));
  for (let i = start + 1; i < lines.length; i++) {
    const line = at(lines, i);
    if ((isBoundary(line) && !isBeside(line, right)) || rowsBetween(at(lines, i - 1), line) > ROW_GAP) break;
    if (!isRow(line)) continue;
    end = i + 1;
    right = Math.min(right, rightOf(line));
  }
  while (
    end < lines.length &&
    (isRest(lines, end) ||
      isLeftBlank(at(lines, end), at(lines, end - 1)) ||
      pieces.has(at(lines, end)) ||
      (isBeside(at(lines, end), right) && rowsBetween(at(lines, end - 1), at(lines, end)) === 0))
  )
    end++;
  return end;
}

/** Nothing but running text beside the rows. */
const isLeftBlank = (line: SplitLine, above: SplitLine): boolean => line.segments.length === 0 && rowsBetween(above, line) === 0;

/** Where the amounts of a row end. */
function rightOf({ segments }: SplitLine): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...segments.filter(({ text }) => isAmount(text)).map(({ x1 }) => x1));
}

/** Right of the amounts: a text of the last columns, whatever it says. */
function isBeside({ segments: [first] }: SplitLine, right: number): boolean {
  return first !== undefined && Number.isFinite(right) && first.x0 >= right;
}

/**
 * The first of the lines above the first amounts that are its text in the columns right of all amounts, where they run on as prose does; pieces
 * of its label may stand left of it. `right`: where these columns begin.
 */
function besideStart(lines: readonly SplitLine[], start: number, right: number, floor: number): number {
  const textOn = (i: number) => at(lines, i).segments.find(({ x0 }) => x0 >= right);
  const isText = (i: number) => at(lines, i).segments.filter(({ x0 }) => x0 < right).length <= 1;
  let first = start;
  while (first > floor && isText(first - 1) && rowsBetween(at(lines, first - 1), at(lines, first)) === 0) first--;
  const isProseOn = (text: Segment | undefined): boolean => text !== undefined && text.x1 - text.x0 >= BESIDE * COLUMN;
  while (first < start && !isProseOn(textOn(first))) first++;
  return first;
}

const rowsBetween = (above: SplitLine, below: SplitLine): number => Math.round((below.top - above.bottom) / ROW);

/** A short line right below the last row: the rest of its label. */
function isRest(lines: readonly SplitLine[], i: number): boolean {
  const line = at(lines, i);
  const text = compact(textOf(line));
  if (line.segments.length !== 1 || text.length > LONGEST_REST || CLAUSE_OR_COLON.test(text) || /^\d+$/.test(text) || isBoundary(line))
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
  if (!header.some((line) => line.segments.length >= MIN_HEADER_CELLS)) return false;
  return (amountsOf(lines).some(isPrecise) || header.some(namesUnit)) && inColumns(lines);
}

/** Prose whose lines happen to begin or end with numbers has none: one blank strip at least parts the rows. */
function inColumns(rows: readonly SplitLine[]): boolean {
  const spans: Span[] = columnSpans(rows, []);
  return spans.length > 1;
}

/** 2021年 below the line that names publisher or unit: it heads columns. The year of the table itself stands above that line. */
function isYearHead(line: SplitLine, above: SplitLine | undefined): boolean {
  const [caption, captionAbove] = [parseCaption(textOf(line)), parseCaption(above ? textOf(above) : '')];
  return isNumber(caption?.year) && captionAbove !== null && (captionAbove.unit ?? captionAbove.entity) !== null;
}

const isNumber = (year: number | null | undefined): boolean => typeof year === 'number';

function headerAbove(lines: readonly SplitLine[], start: number, floor: number): SplitLine[] {
  let from = start;
  while (from > floor && start - from < MAX_HEADER_LINES) {
    const line = at(lines, from - 1);
    const text = compact(textOf(line));
    if (
      rowsBetween(line, at(lines, from)) > HEADER_GAP ||
      (isBoundary(line) && !isYearHead(line, lines[from - 2])) ||
      UNIT_ALONE.test(text)
    )
      break;
    if (RUNNING_TEXT.test(text) && line.segments.length === 1) break;
    from--;
  }
  return lines.slice(from, start);
}
