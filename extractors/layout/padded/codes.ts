import { at } from '../../model/at.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import type { Segment, SplitLine } from '../grids/aligned/index.ts';
import type { DataColumn } from './head/data-column.ts';
import { COLUMN, ROW } from './lines/words.ts';
import { CODES_ALIKE } from './settings.ts';

/** Codes that their cells print lower or higher than what stands beside them: on the line below or above that of their row, which has none. */

const CODE = /^\d{3,}$/;

/** Whole numbers that begin with each other or at one place: amounts end at one, and begin with anything. */
export function areCodes(segments: readonly Segment[]): boolean {
  const texts = [...new Set(segments.map(({ text }) => text))];
  if (texts.length < 2 || texts.some((text) => !/^\d+$/.test(text) || text === '0')) return false;
  const [shortest, ...longer] = texts.sort((a, b) => a.length - b.length);
  if (shortest === undefined) return false;
  if (longer.every(({ length }) => length === shortest.length))
    return (
      texts.length >= CODES_ALIKE.codes &&
      shortest.length >= CODES_ALIKE.length &&
      texts.every((text) => text.startsWith(shortest.slice(0, CODES_ALIKE.digits)))
    );
  const starts = segments.map(({ x0 }) => x0);
  const isBelow = (text: string) =>
    texts.some((other) => other.length >= CODES_ALIKE.digits && other.length < text.length && text.startsWith(other));
  return Math.max(...starts) - Math.min(...starts) <= COLUMN || longer.every((text) => text.length === shortest.length || isBelow(text));
}

/** Where the line of a code stands from the line of its row. */
type Side = -1 | 1;
const SIDES: readonly Side[] = [-1, 1];

/** The same lines, each code on the line of its row; codes that may be those of two rows stay where the others of the table do not tell. */
export function withCodesInRows(
  lines: readonly SplitLine[],
  columnOf: (segment: Segment) => number,
  columns: readonly DataColumn[],
): SplitLine[] {
  const isWithout = (line: SplitLine | undefined, code: SplitLine, column: number) =>
    line !== undefined &&
    Math.abs(line.middle - code.middle) <= ROW &&
    line.segments.length > 1 &&
    line.segments.some(({ text }) => isAmount(text)) &&
    line.segments.every((segment) => columnOf(segment) !== column);
  const found = lines.flatMap((line, i) => {
    const code = aloneIn(line);
    if (!code || at(columns, columnOf(code)).isAmounts) return [];
    const sides = SIDES.filter((side) => isWithout(lines[i - side], line, columnOf(code)));
    return sides.length > 0 ? [{ i, code, sides }] : [];
  });
  const usual = SIDES.find((side) => found.some(({ sides: [first, ...others] }) => others.length === 0 && first === side));
  const out = [...lines];
  for (const { i, code, sides } of found) {
    const [first, ...others] = sides;
    const side = others.length === 0 ? first : usual;
    if (side === undefined) continue;
    const row = at(out, i - side);
    out[i - side] = { ...row, segments: [...row.segments, code].sort((a, b) => a.x0 - b.x0) };
    out[i] = { ...at(out, i), segments: at(out, i).segments.filter((segment) => segment !== code) };
  }
  return out.filter(({ segments }, i) => segments.length > 0 || at(lines, i).segments.length === 0);
}

/** The code of a line that holds no number but it. */
function aloneIn({ segments: [code, ...others] }: SplitLine): Segment | null {
  return code && CODE.test(code.text) && !others.some(({ text }) => isAmount(text)) ? code : null;
}
