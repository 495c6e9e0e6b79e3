import {
  CODE_LEVEL,
  CODE_LEVELS,
  NAMES_ALL_AMOUNTS,
  NAMES_CODES,
  NAMES_SIDE,
  SIDE_START,
  SUBTOTAL_AT_END,
} from '../../../../schemas/lexicon/tables/columns.ts';
import { GRAND_TOTAL, OF_WHICH_AT_START, TOTAL_ALONE } from '../../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../../model/at.ts';
import { COLUMN } from '../lines/words.ts';
import { type HeaderBlock, textOf } from './header-blocks.ts';
import { ALIKE, GROUP, HALF_LINE, HANGS } from './settings.ts';

/** What it costs that a group of a header stands over columns: what they hold, and where its text stands. */

export interface HeaderColumn {
  /** Where its texts stand, points. */
  from: number;
  to: number;
  isAmounts: boolean;
  /** The middle and the text of its own cell. */
  centre: number | null;
  name: string;
}

/** What stands side by side below groups: a column, or columns with the group that heads them. */
export interface Item {
  from: number;
  to: number;
  columns: readonly HeaderColumn[];
  /** Lines of all its cells: first and last; null: it has none. */
  lines: readonly [number, number] | null;
  /** The line of the group's own cell; null: a column. */
  own: number | null;
  name: string;
}

const lastLine = ({ lines }: HeaderBlock): number => at(lines, lines.length - 1);

/** The middle of the lines of an item's cells. */
export const middleOf = ({ lines }: Item): number | null => (lines === null ? null : (lines[0] + lines[1]) / 2);

/** What is unlikely about what stands side by side when all groups have their columns. */
export function costOfWhole(items: readonly Item[]): number {
  const amounts = items.filter(({ columns }) => columns.every(({ isAmounts }) => isAmounts));
  const groups = amounts.filter(({ own }) => own !== null);
  const bare = amounts.filter(({ own, name }) => own === null && name !== '').map(({ name }) => name);
  const [only, ...others] = items;
  if (only && others.length === 0 && only.columns.some(({ isAmounts }) => !isAmounts)) return GROUP.overAll;
  if (groups.length === 0) return 0;
  const subtotals = bare.some((name) => GRAND_TOTAL.test(name)) ? bare.filter((name) => SUBTOTAL_AT_END.test(name)).length : 0;
  return (
    GROUP.uneven * beyond(groups.flatMap(({ own }) => own ?? [])) +
    GROUP.nameTwice * (bare.length - new Set(bare).size) +
    GROUP.loneSubtotal * subtotals +
    GROUP.besideAll * besideAll(amounts) +
    GROUP.unlike * unlike(groups.map(({ columns }) => columns.map(({ name }) => name)))
  );
}

/** How many items stand beside a group that heads all amounts; a total may stand before it. */
function besideAll(items: readonly Item[]): number {
  const heads = items.filter(({ own, name }) => own !== null && NAMES_ALL_AMOUNTS.test(name));
  if (heads.length !== 1) return 0;
  const isTotalFirst = TOTAL_ALONE.test(at(items, 0).name);
  return items.length - 1 - Number(isTotalFirst);
}

/** How many names some of the groups that are of the same parts lack. */
function unlike(groups: readonly (readonly string[])[]): number {
  const [first, ...others] = groups.map((names) => new Set(names)).sort((a, b) => b.size - a.size);
  if (!first) return 0;
  const lacking = others.map((other) => [...first].filter((name) => !other.has(name)).length);
  return lacking.reduce((sum, count) => sum + (first.size - count > ALIKE ? count : 0), 0);
}

/**
 * The cost of a group over items; infinite: one of them stands no lower than the group, or none of them is its own. `mostShift`: columns of text
 * beyond which it costs no more that it stands off their middle.
 */
export function costOver(group: HeaderBlock, items: readonly Item[], bottom: number, mostShift = Number.POSITIVE_INFINITY): number {
  const line = lastLine(group);
  if (items.some(({ lines }) => lines === null || lines[0] <= line)) return Number.POSITIVE_INFINITY;
  return (
    contentCost(group, items) +
    Math.min(mostShift, offCentre(group, items) / COLUMN) +
    GROUP.uneven * unevenness(items) +
    GROUP.hanging * hanging(group, items, bottom)
  );
}

const range = (values: readonly number[]): number => (values.length === 0 ? 0 : Math.max(...values) - Math.min(...values));
const beyond = (values: readonly number[]): number => Math.max(0, range(values) - HALF_LINE);

/** By how many lines cells below one group stand higher or lower than each other: half a line is nothing where their lines cannot face each other. */
function unevenness(items: readonly Item[]): number {
  const middles = items.flatMap((item) => middleOf(item) ?? []);
  const faced = [0, HALF_LINE].map((rest) => range(middles.filter((middle) => middle % 1 === rest)));
  return Math.max(beyond(middles), ...faced) + beyond(items.flatMap((item) => item.own ?? []));
}

/** By how many lines cells that stand in the middle of what is between a group and the rows begin lower than right below it. */
function hanging(group: HeaderBlock, items: readonly Item[], bottom: number): number {
  const middles = items.flatMap((item) => middleOf(item) ?? []);
  const top = 2 * Math.min(...middles) - bottom;
  return Math.max(0, top - lastLine(group) - HANGS);
}

function contentCost(group: HeaderBlock, items: readonly Item[]): number {
  const columns = items.flatMap((item) => item.columns);
  const kinds = columns.map(({ isAmounts }) => isAmounts);
  const firstAmount = kinds.indexOf(true);
  const namesBehind = columns.filter((column, c) => !column.isAmounts && firstAmount >= 0 && c > firstAmount).length;
  const text = textOf(group.segments);
  const isMixed = firstAmount > 0 && !NAMES_SIDE.test(text);
  const firstItem = items.findIndex((item) => item.columns.some(({ isAmounts }) => isAmounts));
  const totals = items.filter((item, i) => i > Math.max(0, firstItem) && item.own === null && TOTAL_ALONE.test(item.name)).length;
  const names = items.map(({ name }) => name).filter((name) => name !== '');
  const twice = names.length - new Set(names).size;
  const levels = columns.filter(({ name }) => CODE_LEVEL.test(name)).length;
  const isLevelsOwn = NAMES_CODES.test(text) && (levels === 0 || at(columns, 0).name === CODE_LEVELS[0]);
  const parted = isLevelsOwn ? 0 : levels;
  const isSingle = columns.length === 1;
  const { name: head } = at(items, 0);
  const isPartFirst = OF_WHICH_AT_START.test(text) ? TOTAL_ALONE.test(head) : OF_WHICH_AT_START.test(head);
  return (
    GROUP.levelElsewhere * parted +
    GROUP.nameBehind * Number(namesBehind > 0) +
    (SIDE_START.test(text) ? GROUP.namesMixed : GROUP.mixed) * Number(isMixed) +
    GROUP.totalBehind * totals +
    GROUP.nameTwice * twice +
    GROUP.single * Number(isSingle) +
    GROUP.partFirst * Number(isPartFirst)
  );
}

export function centreOf({ segments }: HeaderBlock): number {
  return (Math.min(...segments.map(({ x0 }) => x0)) + Math.max(...segments.map(({ x1 }) => x1))) / 2;
}

/** From the middle of the cells below, or where the header has none there, of what the columns print. */
function offCentre(group: HeaderBlock, items: readonly Item[]): number {
  const centre = centreOf(group);
  const columns = items.flatMap((item) => item.columns);
  const [first, last] = [at(columns, 0), at(columns, columns.length - 1)];
  const printed = Math.abs((first.from + last.to) / 2 - centre);
  return first.centre === null || last.centre === null ? printed : Math.abs((first.centre + last.centre) / 2 - centre);
}
