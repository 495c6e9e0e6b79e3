import { CODE_LEVEL, NAMES_CODES, NAMES_SIDE } from '../../../../schemas/lexicon/tables/columns.ts';
import { TOTAL_ALONE } from '../../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../../model/at.ts';
import { dealOut, type Range } from '../../geometry/ranges.ts';
import { type HeaderBlock, textOf } from './header-blocks.ts';

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

/** 类 | 款 | 项 stand below the word for codes. */
const LEVEL_ELSEWHERE = 12;

/** Ranges of columns for groups, and columns that might as well stand below a neighbour. */
export interface Dealt {
  ranges: Range[];
  unsure: number[];
}

/** A way that costs so little more than the cheapest one might be right as well. */
const MARGIN = 1;

export function deal(groups: readonly HeaderBlock[], columns: readonly HeaderColumn[], run: Range): Dealt {
  const ranges = dealOut(groups, run, BARE, (group, start, end) => costOf(group, columns.slice(run.from + start, run.from + end)));
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

function costOf(group: HeaderBlock, columns: readonly HeaderColumn[]): number {
  const kinds = columns.map(({ isAmounts }) => isAmounts);
  const firstAmount = kinds.indexOf(true);
  const namesBehind = columns.filter((column, c) => !column.isAmounts && firstAmount >= 0 && c > firstAmount).length;
  const isMixed = firstAmount > 0 && !NAMES_SIDE.test(textOf(group.segments));
  const totals = columns.filter((column, c) => c > Math.max(0, firstAmount) && !column.isHeaded && TOTAL_ALONE.test(column.name)).length;
  const names = columns.filter(({ name, isHeaded }) => !isHeaded && name !== '').map(({ name }) => name);
  const twice = names.length - new Set(names).size;
  const parted = NAMES_CODES.test(textOf(group.segments)) ? 0 : columns.filter(({ name }) => CODE_LEVEL.test(name)).length;
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
