import { CLAUSE_MARK } from '../../../schemas/lexicon/writing/punctuation.ts';
import { at } from '../../model/at.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import { isDataLine, isRowLine, type Segment, type SplitLine } from '../grids/aligned/index.ts';
import { COLUMN } from './lines/words.ts';
import { BESIDE, MIN_ROWS, MOST_CROSSING } from './settings.ts';

/** A column of running text right of all amounts (绩效目标): its lines stand beside the rows as they come, so that rows are told from what is left of it. */

const isMoney = (text: string): boolean => isAmount(text) && /[.,]/.test(text);

/** As wide as running text is, and hardly any label. */
const isLong = ({ x0, x1 }: Segment): boolean => x1 - x0 >= BESIDE * COLUMN;

/** Where the running text beside the rows begins; infinite: there is none. */
export function besideFrom(lines: readonly SplitLine[]): number {
  const ends = lines
    .filter(isDataLine)
    .map(({ segments }) => Math.max(...segments.filter(({ text }) => isMoney(text)).map(({ x1 }) => x1)));
  // All ends but the few that may cross stand left of what is right of the amounts.
  const right = ends.toSorted((a, b) => b - a)[Math.floor(MOST_CROSSING * ends.length)] ?? Number.NEGATIVE_INFINITY;
  const long = lines.flatMap(({ segments }) => segments.slice(-1).filter((segment) => isLong(segment) && segment.x0 >= right));
  const most = mostShared(long);
  const isProse = most.length >= MIN_ROWS && most.some(({ text }) => CLAUSE_MARK.test(text));
  return isProse ? Math.min(...most.map(({ x0 }) => x0)) - COLUMN : Number.POSITIVE_INFINITY;
}

/** Those that begin within a column of text of the one that most others begin with. */
function mostShared(long: readonly Segment[]): Segment[] {
  const starts = long.map(({ x0 }) => x0).toSorted((a, b) => a - b);
  let best: { from: number; count: number } = { from: 0, count: 0 };
  let [low, high] = [0, 0];
  for (const x of starts) {
    while (at(starts, low) < x - COLUMN) low++;
    while (high < starts.length && at(starts, high) <= x + COLUMN) high++;
    if (high - low > best.count) best = { from: x, count: high - low };
  }
  return long.filter(({ x0 }) => Math.abs(x0 - best.from) <= COLUMN);
}

/** What of a line stands left of the running text. */
export function leftOf(line: SplitLine, from: number): SplitLine {
  return line.segments.some(({ x0 }) => x0 >= from) ? { ...line, segments: line.segments.filter(({ x0 }) => x0 < from) } : line;
}

/** A table's lines as far as they stand left of the running text: whether they are rows, or pieces of one label. */
export interface LeftPart {
  of(line: SplitLine): SplitLine;
  isRow(line: SplitLine): boolean;
  isRowOrLone(line: SplitLine): boolean;
}

export function leftPart(from: number): LeftPart {
  const of = (line: SplitLine) => leftOf(line, from);
  const isRow = (line: SplitLine) => isRowLine(of(line));
  return { of, isRow, isRowOrLone: (line) => isRow(line) || of(line).segments.length <= 1 };
}
