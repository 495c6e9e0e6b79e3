import { at } from '../../model/at.ts';
import { numberingLevel, roleOf } from '../../notation/roles.ts';
import { isAmount, isSubjectCode } from '../../notation/row-kinds.ts';
import { sameName } from '../../notation/subjects.ts';
import { compact } from '../../notation/text.ts';
import type { Segment, SplitLine } from '../grids/aligned/index.ts';
import type { LeftPart } from './beside.ts';
import { paperWidth } from './lines/widths.ts';
import { ROW } from './lines/words.ts';
import { AS_LIKELY, CUT_REACH, CUT_SHIFT, FULL_LINE, ROW_COST, SHARED } from './settings.ts';

/**
 * Lines of a table to its rows. A label that wraps stands around the line of its amounts: as many lines above it as below, or all of
 * them below. Lines know their order and, where blank lines are printed, that something parts them.
 */

/** Where a line belongs: the index of its anchor, or null: it is a row of its own. */
type Home = number | null;

interface Context {
  columnOf(segment: Segment): number;
  /** Width of the widest text of each column, wide characters counted twice. */
  widths: readonly number[];
  /** The usual distance of two rows in lines. */
  pitch: number;
  /** A line that holds a part of the names of a row. */
  isName(line: SplitLine): boolean;
}

/** Lines of a row; `isUnsure`: a line of its names may as well be one of the row above or below. */
export interface GroupedRow {
  lines: SplitLine[];
  isUnsure: boolean;
}

export function groupRows(
  lines: readonly SplitLine[],
  columnOf: (segment: Segment) => number,
  columns: number,
  { isRow, of }: LeftPart,
): GroupedRow[] {
  const isName = (line: SplitLine) => of(line).segments.some(({ text }) => !isAmount(text));
  const context: Context = { columnOf, widths: widthsOf(lines, columnOf, columns), pitch: pitchOf(lines.filter(isRow)), isName };
  const pieces = cutNumbers(lines);
  const anchors = lines.flatMap((line, i) => (isRow(line) && !pieces.has(line) ? [i] : []));
  if (anchors.length === 0) return lines.map((line) => ({ lines: [line], isUnsure: false }));
  const { homes, unsure } = shareOut(lines, anchors, context);
  const rows = new Map<number, SplitLine[]>(anchors.map((anchor) => [anchor, []]));
  const alone: GroupedRow[] = [];
  lines.forEach((line, i) => {
    const home = rows.has(i) ? i : at(homes, i);
    if (home === null) alone.push({ lines: [line], isUnsure: false });
    else rows.get(home)?.push(line);
  });
  const all = [...[...rows].map(([anchor, own]): GroupedRow => ({ lines: own, isUnsure: unsure.has(anchor) })), ...alone];
  return all.sort((a, b) => at(a.lines, 0).middle - at(b.lines, 0).middle);
}

const CUT = /^-?\d[\d,]*(?:\.\d?|,)?$/;
const CUT_REST = /^\d{1,3}(?:\.\d*)?%?$/;
const WHOLE = /\.\d{2,}%?$/;

/** Lines that hold nothing but the beginnings or the ends of numbers which go on two lines below, around the line of their row. */
export function cutNumbers(lines: readonly SplitLine[]): ReadonlySet<SplitLine> {
  const found = new Set<SplitLine>();
  const rests = cutRests(lines);
  const heads = new Set(rests.values());
  for (const line of lines) {
    if (line.segments.length > 0 && line.segments.every((segment) => rests.has(segment))) found.add(line);
    if (line.segments.length > 0 && line.segments.every((segment) => heads.has(segment) && CUT.test(segment.text))) found.add(line);
  }
  return found;
}

/** By the ends of numbers that their cells were too narrow for, which stand on a line of their own: their beginnings. */
export function cutRests(lines: readonly SplitLine[]): ReadonlyMap<Segment, Segment> {
  const found = new Map<Segment, Segment>();
  for (const [i, { segments: rests }] of lines.entries()) {
    if (!rests.every(({ text }) => CUT_REST.test(text))) continue;
    const above = lines.slice(Math.max(0, i - CUT_REACH), i).reverse();
    const heads = firstOf(above, ({ segments }) => headsOf(rests, segments));
    rests.forEach((rest, k) => {
      if (heads) found.set(rest, at(heads, k));
    });
  }
  return found;
}

function firstOf<Item, Out>(items: readonly Item[], of: (item: Item) => Out | null): Out | null {
  for (const item of items) {
    const out = of(item);
    if (out !== null) return out;
  }
  return null;
}

/** The beginnings of all rests, right above them; or as many of them in the same order, where the writer moved the rests. */
function headsOf(rests: readonly Segment[], segments: readonly Segment[]): Segment[] | null {
  const above = rests.flatMap((rest) => segments.find((head) => isCut(head, rest) && rest.x0 < head.x1 && rest.x1 > head.x0) ?? []);
  if (above.length === rests.length) return above;
  const cut = segments.filter(({ text }) => CUT.test(text) && /[.,]/.test(text));
  const isMoved =
    cut.length === rests.length && cut.every((head, k) => isCut(head, at(rests, k)) && distance(head, at(rests, k)) <= CUT_SHIFT);
  return isMoved ? cut : null;
}

const distance = (a: Segment, b: Segment): number => Math.max(0, a.x0 - b.x1, b.x0 - a.x1);

const isCut = (head: Segment, rest: Segment): boolean => CUT.test(head.text) && WHOLE.test(head.text + rest.text);

function widthsOf(lines: readonly SplitLine[], columnOf: Context['columnOf'], columns: number): number[] {
  const widths = Array.from({ length: columns }, () => 0);
  for (const segment of lines.flatMap((line) => line.segments)) {
    const c = columnOf(segment);
    widths[c] = Math.max(at(widths, c), paperWidth(segment.text));
  }
  return widths;
}

function pitchOf(anchors: readonly SplitLine[]): number {
  const distances = anchors.slice(1).map((line, i) => Math.round((line.middle - at(anchors, i).middle) / ROW));
  return distances.sort((a, b) => a - b)[Math.floor(distances.length * 0.3)] ?? 1;
}

/** What to do with the lines between two anchors: the first ones go on with the row above, the last ones begin the row below. */
interface Gap {
  cost: number;
  lines: number[];
  homes: Home[];
  below: number[];
  above: number[];
}

/** Where each line belongs, and the anchors of rows for which another way is as likely. */
interface Shared {
  homes: Home[];
  unsure: ReadonlySet<number>;
}

/** The cheapest way to deal the lines between anchors out to them, in order. */
function shareOut(lines: readonly SplitLine[], anchors: readonly number[], context: Context): Shared {
  const gaps = [null, ...anchors].map((anchor, k) => {
    const next = anchors[k] ?? null;
    return gapsOf(lines, anchor, anchor === null ? 0 : anchor + 1, next ?? lines.length, next);
  });
  const costs = anchors.map((anchor, k) =>
    at(gaps, k).map(({ above }) => at(gaps, k + 1).map(({ below }) => rowCost(lines, above, anchor, below, context))),
  );
  const down = [at(gaps, 0).map(({ cost }) => cost)];
  for (const [k, ofRow] of costs.entries())
    down.push(at(gaps, k + 1).map(({ cost }, j) => cost + Math.min(...at(down, k).map((before, i) => before + at(at(ofRow, i), j)))));
  const up = [at(gaps, anchors.length).map(({ cost }) => cost)];
  for (const [k, ofRow] of [...costs.entries()].reverse())
    up.unshift(at(gaps, k).map(({ cost }, i) => cost + Math.min(...at(up, 0).map((after, j) => after + at(at(ofRow, i), j)))));
  // The cost of the whole with each way of each gap.
  const wholes = gaps.map((ways, k) => ways.map(({ cost }, i) => at(at(down, k), i) + at(at(up, k), i) - cost));
  const chosen: number[] = [];
  for (const [k, ofGap] of wholes.entries()) {
    const i = chosen[k - 1];
    const own = i === undefined ? ofGap : at(up, k).map((after, j) => after + at(at(at(costs, k - 1), i), j));
    chosen.push(own.indexOf(Math.min(...own)));
  }
  const homes = gaps.flatMap((ways, k) => [...(k === 0 ? [] : [null]), ...at(ways, at(chosen, k)).homes]);
  return { homes, unsure: unsureAnchors(lines, gaps, wholes, chosen, context) };
}

/** Rows that lines of texts may belong to as likely as to the row that they were given. */
function unsureAnchors(
  lines: readonly SplitLine[],
  gaps: readonly (readonly Gap[])[],
  wholes: readonly (readonly number[])[],
  chosen: readonly number[],
  { isName }: Context,
): Set<number> {
  const unsure = new Set<number>();
  for (const [k, ways] of gaps.entries()) {
    const best = at(ways, at(chosen, k));
    for (const [i, way] of ways.entries()) {
      if (at(at(wholes, k), i) > at(at(wholes, k), at(chosen, k)) + AS_LIKELY) continue;
      for (const [n, line] of way.lines.entries()) {
        const [one, other] = [at(best.homes, n), at(way.homes, n)];
        if (one === other || !isName(at(lines, line))) continue;
        for (const home of [one, other]) if (home !== null) unsure.add(home);
      }
    }
  }
  return unsure;
}

/** The ways to share out the lines from…to; where there are many, none of them is a row of its own. */
function gapsOf(lines: readonly SplitLine[], before: number | null, from: number, to: number, after: number | null): Gap[] {
  const count = to - from;
  const indices = Array.from({ length: count }, (_, k) => from + k);
  const gap = (a: number, b: number): Gap => ({
    cost: indices.slice(a, count - b).reduce((sum, i) => sum + aloneCost(at(lines, i)), 0),
    lines: indices,
    homes: indices.map((_, k) => (k < a ? before : k >= count - b ? after : null)),
    below: indices.slice(0, a),
    above: indices.slice(count - b),
  });
  if (count > SHARED.every) return [gap(before === null ? 0 : count, 0)];
  const out = [gap(0, 0)];
  for (let a = 0; a <= (before === null ? 0 : count); a++) {
    for (let b = a === 0 ? 1 : 0; a + b <= (after === null ? a : count); b++)
      if (count <= SHARED.alone || a + b === count) out.push(gap(a, b));
  }
  return out;
}

/** A row without amounts begins with a number or is a known one. */
function aloneCost(line: SplitLine): number {
  return startsRow(line) ? 0 : line.segments.length > 1 ? ROW_COST.alone / 2 : ROW_COST.alone;
}

function startsRow({ segments }: SplitLine): boolean {
  return segments.some(({ text }) => numberingLevel(text) > 0 || roleOf(text, null) !== 'item');
}

function rowCost(
  lines: readonly SplitLine[],
  above: readonly number[],
  anchor: number,
  below: readonly number[],
  context: Context,
): number {
  const row = [...above, anchor, ...below];
  let cost = 0;
  for (const i of [...above.slice(1), ...(above.length > 0 ? [anchor] : []), ...below])
    cost += linkCost(at(lines, i - 1), at(lines, i), context);
  for (const i of [...above.slice(1), ...below]) if (startsRow(at(lines, i))) cost += ROW_COST.starts;
  const columns = new Set(row.flatMap((i) => (i === anchor && row.length === 1 ? [] : at(lines, i).segments.map(context.columnOf))));
  for (const c of columns) cost += columnCost(lines, above, anchor, below, c, context);
  const cells = row.map((i) => at(lines, i));
  return cost + nameCost(cells, context);
}

/** Blank lines between two lines part them, unless rows stand closer. */
function linkCost(upper: SplitLine, lower: SplitLine, { pitch }: Context): number {
  const distance = Math.round((lower.middle - upper.middle) / ROW);
  return distance > 1 ? (pitch > 1 || distance > 2 ? 2 : 1) * ROW_COST.parted : pitch > 1 ? -0.5 : 0;
}

const inColumn = (line: SplitLine, column: number, { columnOf }: Context): Segment[] =>
  line.segments.filter((segment) => columnOf(segment) === column);

/** How the lines of a cell stand around the line of the amounts. */
function columnCost(
  lines: readonly SplitLine[],
  above: readonly number[],
  anchor: number,
  below: readonly number[],
  column: number,
  context: Context,
): number {
  const has = (i: number) => inColumn(at(lines, i), column, context).length > 0;
  const a = above.filter(has).length;
  const b = below.filter(has).length;
  if (a + b === 0) return 0;
  const own = has(anchor);
  const cell = [...above, ...(own ? [anchor] : []), ...below].filter(has).map((i) =>
    inColumn(at(lines, i), column, context)
      .map(({ text }) => text)
      .join(''),
  );
  const full = cell
    .slice(0, -1)
    .reduce((sum, text) => sum + (paperWidth(text) < FULL_LINE * at(context.widths, column) ? ROW_COST.notFull : 0), 0);
  const amounts = [...above, ...below].flatMap((i) => inColumn(at(lines, i), column, context)).some(({ text }) => isAmount(text));
  if (amounts) return WHOLE.test(cell.join('')) && cell.every((text) => !WHOLE.test(text)) ? ROW_COST.named : full + 2 * ROW_COST.starts;
  if (!own) return full + ROW_COST.uneven * Math.abs(a - b);
  if (a === b) return full;
  return full + (a === 0 ? ROW_COST.below : b === 0 ? ROW_COST.above : ROW_COST.uneven * Math.abs(a - b));
}

/** The name of a known code, and a label at all. */
function nameCost(row: readonly SplitLine[], { columnOf }: Context): number {
  const code = row.flatMap((line) => line.segments).find(({ text }) => isSubjectCode(compact(text)));
  if (!code) return 0;
  const beside = columnOf(code) + 1;
  const name = row
    .flatMap((line) => line.segments.filter((segment) => columnOf(segment) === beside).map(({ text }) => compact(text)))
    .join('');
  if (name === '') return ROW_COST.noLabel;
  return sameName(name, compact(code.text)) ? ROW_COST.named : 0;
}
