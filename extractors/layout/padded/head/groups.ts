import { NAMES_ALL_AMOUNTS } from '../../../../schemas/lexicon/tables/columns.ts';
import { TOTAL_ALONE } from '../../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../../model/at.ts';
import type { Range } from '../../geometry/ranges.ts';
import { type Dealt, waysToDeal } from './dealing.ts';
import { centreOf, costOfWhole, costOver, type HeaderColumn, type Item, middleOf } from './group-costs.ts';
import { type HeaderBlock, textOf } from './header-blocks.ts';
import { BARE, HALF_LINE, HEADS_ALL, HEADS_FROM, TREES } from './settings.ts';

/** Columns of a header dealt out to the cells above them, level by level from below, by what they hold and where they stand. */

/** Columns from…to of each group. */
export interface GroupTree {
  cost: number;
  ranges: Map<HeaderBlock, { from: number; to: number }>;
}

interface State {
  /** The header's last line. */
  bottom: number;
  cost: number;
  items: Item[];
  pending: HeaderBlock[];
  ranges: GroupTree['ranges'];
}

/** Up to `most` ways in which groups stand over the columns, the cheapest first. */
export function groupTrees(blocks: readonly HeaderBlock[], columns: readonly HeaderColumn[], most: number): GroupTree[] {
  const items = columns.map((column, c): Item => {
    const own = blocks.find((block) => block.isLeaf && block.from === c);
    return {
      from: c,
      to: c,
      columns: [column],
      lines: own ? [at(own.lines, 0), at(own.lines, own.lines.length - 1)] : null,
      own: null,
      name: column.name,
    };
  });
  const bottom = blocks.reduce((max, block) => Math.max(max, lastLine(block)), 0);
  let states: State[] = [{ bottom, cost: 0, items, pending: blocks.filter(({ isLeaf }) => !isLeaf), ranges: new Map() }];
  while (states.some(({ pending }) => pending.length > 0)) {
    const next = states.flatMap((state) => (state.pending.length === 0 ? [state] : withLowest(state))).sort((a, b) => a.cost - b.cost);
    const limit = at(next, 0).cost + TREES.margin;
    states = next.filter(({ cost }) => cost <= limit).slice(0, TREES.followed);
  }
  return states
    .map(({ cost, items: roots, ranges }) => ({ cost: cost + costOfWhole(roots), ranges }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, most);
}

const lineOf = (block: HeaderBlock): number => (firstLine(block) + lastLine(block)) / 2;
const firstLine = ({ lines }: HeaderBlock): number => at(lines, 0);
const lastLine = ({ lines }: HeaderBlock): number => at(lines, lines.length - 1);

/** The groups that have no other ones below them, dealt out. */
function withLowest(state: State): State[] {
  const { pending } = state;
  const isAbove = (group: HeaderBlock, other: HeaderBlock) =>
    other !== group && firstLine(other) > lastLine(group) && other.from <= group.to && other.to >= group.from;
  const lowest = pending.filter((group) => !pending.some((other) => isAbove(group, other)));
  const ready = lowest.length > 0 ? lowest : pending;
  const deepest = Math.max(...ready.map(lineOf));
  const level = ready.filter((group) => deepest - lineOf(group) <= HALF_LINE);
  return (level.length < ready.length ? [ready, level] : [ready]).flatMap((groups) => withGroups(state, groups));
}

function withGroups(state: State, groups: readonly HeaderBlock[]): State[] {
  const { pending, items, bottom } = state;
  const ready = [...groups].sort((a, b) => a.from + a.to - b.from - b.to || centreOf(a) - centreOf(b));
  const rest = pending.filter((group) => !ready.includes(group));
  return dealt(ready, items, bottom).map(({ cost, ranges }) => {
    const found = new Map(state.ranges);
    const grouped: Item[] = [];
    for (const [i, item] of items.entries()) {
      const g = ranges.findIndex(({ from, to }) => from <= i && i <= to);
      const group = ready[g];
      if (!group) grouped.push(item);
      else if (i === at(ranges, g).from) grouped.push(itemOf(group, items.slice(i, at(ranges, g).to + 1), found));
    }
    return { bottom, cost: state.cost + cost, items: grouped, pending: rest, ranges: found };
  });
}

function itemOf(group: HeaderBlock, below: readonly Item[], ranges: GroupTree['ranges']): Item {
  const [from, to] = [at(below, 0).from, at(below, below.length - 1).to];
  ranges.set(group, { from, to });
  const last = below.reduce((max, { lines }) => Math.max(max, lines?.[1] ?? 0), lastLine(group));
  return {
    from,
    to,
    columns: below.flatMap(({ columns }) => columns),
    lines: [firstLine(group), last],
    own: (firstLine(group) + lastLine(group)) / 2,
    name: textOf(group.segments),
  };
}

/** Ways to deal items out to groups; a group that none of them gives a column heads its own. */
function dealt(groups: readonly HeaderBlock[], items: readonly Item[], bottom: number): Dealt[] {
  const [only, ...others] = groups;
  if (only && others.length === 0 && headsAll(only, items)) return [{ cost: 0, ranges: [{ from: 0, to: items.length - 1 }] }];
  const seeds = groups.map((group) => seedOf(group, items));
  const isRepeated = ({ name }: Item) => name !== '' && items.filter((item) => item.name === name).length > 1;
  const bareOf = (i: number): number => {
    const middle = middleOf(at(items, i));
    if (middle === null) return 0;
    const nearest = seeds.reduce((best, seed) => (distanceTo(seed, i) < distanceTo(best, i) ? seed : best));
    const faced = nearest.heights.filter((height) => (height - middle) % 1 === 0);
    const lower = middle - Math.min(...(faced.length > 0 ? faced : nearest.heights));
    if (lower >= 0 && isRepeated(at(items, i))) return BARE.repeated;
    return lower >= 0 ? BARE.alone : lower >= -HALF_LINE ? BARE.alone / 2 : 0;
  };
  const known = new Map<number, number>();
  const costOf = (group: number, from: number, to: number): number => {
    const key = (group * items.length + from) * items.length + to;
    const cost = known.get(key) ?? costOver(at(groups, group), items.slice(from, to + 1), bottom);
    known.set(key, cost);
    return cost;
  };
  const ways = waysToDeal(groups.length, items.length, costOf, bareOf);
  const wholes = only && others.length === 0 ? overAll(only, items, bottom, bareOf) : [];
  if (wholes.length > 0) {
    const isWhole = (range: Range) => wholes.some(({ ranges }) => isSame(at(ranges, 0), range));
    return [...wholes, ...ways.filter(({ ranges }) => !isWhole(at(ranges, 0)))];
  }
  if (ways.length > 0) return ways;
  return [{ cost: BARE.alone * groups.length, ranges: groups.map((group) => nearest(group, items)) }];
}

const isSame = (one: Range, other: Range): boolean => one.from === other.from && one.to === other.to;

/**
 * A name that says of no column what it is heads all amounts wherever its text stands, as far as they stand below it; a total may stand before
 * it.
 */
function overAll(group: HeaderBlock, items: readonly Item[], bottom: number, bareOf: (item: number) => number): Dealt[] {
  const isAmounts = ({ columns }: Item) => columns.every((column) => column.isAmounts);
  const [from, to] = [items.findIndex(isAmounts), items.findLastIndex(isAmounts)];
  if (from < 0 || !NAMES_ALL_AMOUNTS.test(textOf(group.segments))) return [];
  const dealtFrom = (start: number): number => {
    const bare = [...items.keys()].reduce((sum, i) => sum + (i < start || i > to ? bareOf(i) : 0), 0);
    return start < to ? costOver(group, items.slice(start, to + 1), bottom, HEADS_FROM) + bare : Number.POSITIVE_INFINITY;
  };
  const total = at(items, from);
  const all: Dealt = { cost: dealtFrom(from), ranges: [{ from, to }] };
  const others: Dealt = { cost: dealtFrom(from + 1), ranges: [{ from: from + 1, to }] };
  // A total beside the group stands at the header's middle, one below it lower.
  if ((middleOf(total) ?? 0) > bottom / 2) others.cost = Math.max(others.cost, all.cost + BARE.total);
  return (TOTAL_ALONE.test(total.name) ? [all, others] : [all]).filter(({ cost }) => cost !== Number.POSITIVE_INFINITY);
}

/** The items that a group's text was found above, and how high they stand, in lines. */
interface Seed {
  from: number;
  to: number;
  heights: number[];
}

function seedOf(group: HeaderBlock, items: readonly Item[]): Seed {
  const { from, to } = nearest(group, items);
  const middles = items.slice(from, to + 1).flatMap((item) => middleOf(item) ?? []);
  return { from, to, heights: middles.length === 0 ? [lastLine(group)] : middles };
}

const distanceTo = ({ from, to }: Seed, item: number): number => Math.max(0, from - item, item - to);

function nearest({ from, to }: HeaderBlock, items: readonly Item[]): { from: number; to: number } {
  const over = [...items.keys()].filter((i) => at(items, i).from <= to && at(items, i).to >= from);
  return { from: Math.min(...over), to: Math.max(...over) };
}

/** The name of the whole table's columns: above all of them, and none of them holds names. */
function headsAll(group: HeaderBlock, items: readonly Item[]): boolean {
  const columns = items.flatMap((item) => item.columns);
  const isAbove = items.every(({ lines }) => lines !== null && lines[0] > firstLine(group)) && columns.every(({ isAmounts }) => isAmounts);
  return isAbove && Math.abs((at(columns, 0).from + at(columns, columns.length - 1).to) / 2 - centreOf(group)) <= HEADS_ALL;
}
