import { at } from '../../../model/at.ts';
import type { HeaderBlock } from './header-blocks.ts';
import { textOf } from './header-blocks.ts';

/** Columns of a header dealt out to the cells above them, by what they hold and where they stand. */

export interface HeaderColumn {
  /** Where its texts stand, points. */
  from: number;
  to: number;
  isAmounts: boolean;
  /** The middle and the text of its own cell. */
  centre: number | null;
  name: string;
  /** A lower group heads it. */
  isHeaded: boolean;
}

/** Costs in columns of text off the middle: an amount before a name in one group; a total behind its addends; names and amounts in one group; two columns of one name in one group; a column without a group. */
const NAME_BEHIND = 30;
const TOTAL_BEHIND = 6;
const MIXED = 6;
const NAME_TWICE = 8;
const BARE = 8;
/** Points. */
const COLUMN = 6;

const LEVEL_ELSEWHERE = 12;
/** 类 | 款 | 项 stand below the word for codes. */
const CODES = /编码|代码|编号/;
const LEVEL = /^[类款项]$/;
const TOTAL = /^(?:合计|小计|总计)$/;
const SIDE = /收入|支出|来源|运用/;

export interface Range {
  from: number;
  to: number;
}

interface Step {
  cost: number;
  /** Where the last group begins; null: the last column has none. */
  start: number | null;
}

/** Ranges of columns for groups, and columns that might as well stand below a neighbour. */
export interface Dealt {
  ranges: Range[];
  unsure: number[];
}

/** A way that costs so little more than the cheapest one might be right as well. */
const MARGIN = 1;

export function deal(groups: readonly HeaderBlock[], columns: readonly HeaderColumn[], run: Range): Dealt {
  const ranges = cheapest(groups, columns, run);
  return { ranges, unsure: unsureOf(groups, columns, run, ranges) };
}

/** Columns at the edges of groups that could be dealt out otherwise at nearly the same cost. */
function unsureOf(groups: readonly HeaderBlock[], columns: readonly HeaderColumn[], run: Range, ranges: readonly Range[]): number[] {
  const ownerOf = (column: number) => ranges.findIndex(({ from, to }) => from <= column && column <= to);
  const owners = Array.from({ length: run.to - run.from + 1 }, (_, k) => ownerOf(run.from + k));
  const costOfAll = (list: readonly number[]): number =>
    groups.reduce(
      (sum, group, k) => {
        const own = columns.slice(run.from, run.to + 1).filter((_, c) => list[c] === k);
        return own.length === 0 ? Number.POSITIVE_INFINITY : sum + costOf(group, own);
      },
      list.filter((owner) => owner < 0).length * BARE,
    );
  const least = costOfAll(owners);
  return owners.flatMap((owner, c) => {
    const beside = [owners[c - 1], owners[c + 1]].filter((other): other is number => other !== undefined && other !== owner);
    const isUnsure = beside.some((other) => costOfAll(owners.map((one, k) => (k === c ? other : one))) - least < MARGIN);
    return isUnsure ? [run.from + c] : [];
  });
}

/** The cheapest way to deal columns out to groups, in order, each of one column or more. */
function cheapest(groups: readonly HeaderBlock[], columns: readonly HeaderColumn[], { from, to }: Range): Range[] {
  const width = to - from + 1;
  let best = Array.from({ length: width + 1 }, (_, c): Step => ({ cost: c * BARE, start: null }));
  const steps = groups.map((group) => {
    best = withGroup(best, (start, end) => costOf(group, columns.slice(from + start, from + end)));
    return best;
  });
  const ranges: Range[] = [];
  let end = width;
  for (const step of steps.toReversed()) {
    while (end > 0 && at(step, end).start === null) end--;
    const start = at(step, end).start ?? 0;
    ranges.unshift({ from: from + start, to: from + end - 1 });
    end = start;
  }
  return ranges;
}

function withGroup(before: readonly Step[], cost: (start: number, end: number) => number): Step[] {
  const best: Step[] = [];
  for (const end of before.keys()) {
    const skipped = best.at(-1);
    let found: Step = { cost: skipped ? skipped.cost + BARE : Number.POSITIVE_INFINITY, start: null };
    for (const [start, step] of before.slice(0, end).entries()) {
      const total = step.cost + cost(start, end);
      if (total < found.cost) found = { cost: total, start };
    }
    best.push(found);
  }
  return best;
}

function costOf(group: HeaderBlock, columns: readonly HeaderColumn[]): number {
  const kinds = columns.map(({ isAmounts }) => isAmounts);
  const firstAmount = kinds.indexOf(true);
  const namesBehind = columns.filter((column, c) => !column.isAmounts && firstAmount >= 0 && c > firstAmount).length;
  const isMixed = firstAmount > 0 && !SIDE.test(textOf(group.segments));
  const totals = columns.filter((column, c) => c > Math.max(0, firstAmount) && !column.isHeaded && TOTAL.test(column.name)).length;
  const names = columns.filter(({ name, isHeaded }) => !isHeaded && name !== '').map(({ name }) => name);
  const twice = names.length - new Set(names).size;
  const parted = CODES.test(textOf(group.segments)) ? 0 : columns.filter(({ name }) => LEVEL.test(name)).length;
  return (
    LEVEL_ELSEWHERE * parted +
    offCentre(group, columns) / COLUMN +
    NAME_BEHIND * Number(namesBehind > 0) +
    MIXED * Number(isMixed) +
    TOTAL_BEHIND * totals +
    NAME_TWICE * twice
  );
}

function offCentre({ segments }: HeaderBlock, columns: readonly HeaderColumn[]): number {
  const centre = (Math.min(...segments.map(({ x0 }) => x0)) + Math.max(...segments.map(({ x1 }) => x1))) / 2;
  const [first, last] = [at(columns, 0), at(columns, columns.length - 1)];
  const printed = Math.abs((first.from + last.to) / 2 - centre);
  const ownCentres = first.centre === null || last.centre === null ? printed : Math.abs((first.centre + last.centre) / 2 - centre);
  return (Math.min(printed, ownCentres) + printed) / 2;
}
