import { at } from '../../model/at.ts';
import { parseNumber, toScaled } from '../../notation/numbers.ts';
import type { RowKey } from './keys.ts';
import { stacksOf } from './parting.ts';
import type { Piece } from './piece.ts';
import { COST, DECIMALS, MORE_COLUMNS, MOST_COLUMNS, MOST_PARTS, MOST_STACKS, MOST_STEPS, MOST_TREE_STEPS } from './settings.ts';

/** The amounts of each row, and what speaks against that. */
export interface Dealt {
  rows: Piece[][];
  cost: number;
}

/** The rows of a page, and its amounts. */
export interface DealtPage {
  keys: readonly RowKey[];
  amounts: readonly Piece[];
}

/** The amounts of the rows of each page, and what speaks against that. */
export interface DealtPages {
  pages: Piece[][][];
  cost: number;
}

/**
 * The cheapest way to deal amounts to the rows of their pages. How many columns there are is not known, but that it is no more than `most`: each
 * width is tried, the same for all pages. null where a page is too long, or has more amounts than its rows can have.
 */
export function bestDeal(pages: readonly DealtPage[], most: number): DealtPages | null {
  if (pages.some(({ keys, amounts }) => keys.length * amounts.length > MOST_STEPS)) return null;
  const rows = pages.reduce((sum, { keys }) => sum + keys.length, 0);
  const amounts = pages.reduce((sum, page) => sum + page.amounts.length, 0);
  const least = Math.max(1, Math.floor(amounts / rows));
  const widest = Math.min(MOST_COLUMNS, most);
  let best = { width: 0, cost: Number.POSITIVE_INFINITY };
  for (let width = Math.min(widest, least); width <= Math.min(widest, least + MORE_COLUMNS); width++) {
    const cost = pages.reduce((sum, page) => sum + dealt(page.keys, page.amounts, width).cost, 0);
    if (cost < best.cost) best = { width, cost };
  }
  if (!Number.isFinite(best.cost)) return null;
  const whole = pages.map((page) => withStacks(page, best.width));
  return { pages: whole.map((page) => page.rows), cost: whole.reduce((sum, page) => sum + page.cost, 0) };
}

/**
 * Amounts right below each other are part of a column: where that is cheaper, they are taken into the rows that follow, at their end or at
 * their beginning.
 */
function withStacks({ keys, amounts }: DealtPage, width: number): Dealt {
  let best = dealt(keys, amounts, width);
  let order = [...amounts];
  const stacks = stacksOf(amounts).filter(({ length }) => length > 1);
  for (const stack of stacks.slice(0, MOST_STACKS)) {
    for (const place of ['end', 'beginning'] as const) {
      const moved = spread(order, stack, place);
      const other = dealt(keys, moved, width);
      if (other.cost >= best.cost) continue;
      best = other;
      order = moved;
    }
  }
  return best;
}

/** The amounts of a stack behind its first one, each in one of the runs of amounts that follow. */
function spread(amounts: readonly Piece[], stack: readonly Piece[], place: 'end' | 'beginning'): Piece[] {
  const rest = stack.slice(1);
  const moved: Piece[] = [];
  let open = 0;
  const free = (piece: Piece): Piece => ({ ...piece, stacked: false });
  const others = amounts.filter((piece) => !rest.some(({ order }) => order === piece.order));
  for (const [i, piece] of others.entries()) {
    const before = others[i - 1];
    const opens =
      before !== undefined &&
      before.order >= at(stack, 0).order &&
      piece.order > before.order + 1 + (before.order === at(stack, 0).order ? rest.length : 0);
    if (opens && place === 'end' && open > 0 && open <= rest.length) moved.push(free(at(rest, open - 1)));
    if (opens) open++;
    if (opens && place === 'beginning' && open <= rest.length) moved.push(free(at(rest, open - 1)));
    moved.push(piece);
  }
  const placed = new Set(moved.map(({ order }) => order));
  return [...moved, ...rest.filter(({ order }) => !placed.has(order)).map(free)];
}

/** Headers of several widths ask for the same deals. */
const DEALS = new WeakMap<readonly Piece[], { keys: readonly RowKey[]; byWidth: Map<number, Dealt> }>();

/** Amounts in the order in which they were read, dealt to rows in their order, a run to each: the cheapest way. */
export function dealt(keys: readonly RowKey[], amounts: readonly Piece[], width: number): Dealt {
  const before = DEALS.get(amounts);
  const byWidth = before?.keys === keys ? before.byWidth : new Map<number, Dealt>();
  DEALS.set(amounts, { keys, byWidth });
  const known = byWidth.get(width) ?? cheapest(keys, amounts, width);
  byWidth.set(width, known);
  return known;
}

function cheapest(keys: readonly RowKey[], amounts: readonly Piece[], width: number): Dealt {
  const trees = treesOf(amounts);
  const least: number[][] = Array.from({ length: keys.length + 1 }, () =>
    new Array<number>(amounts.length + 1).fill(Number.POSITIVE_INFINITY),
  );
  const taken: number[][] = Array.from({ length: keys.length + 1 }, () => new Array<number>(amounts.length + 1).fill(0));
  const within = amounts.map((_, from) => rowCosts(amounts, trees, from, Math.min(width, MOST_COLUMNS)));
  at(least, keys.length)[amounts.length] = 0;
  for (let i = keys.length - 1; i >= 0; i--) {
    for (let j = amounts.length; j >= 0; j--) {
      let displaced = 0;
      for (let n = 0; n <= Math.min(width, MOST_COLUMNS) && j + n <= amounts.length; n++) {
        if (n > 0 && isDisplaced(keys, i, at(amounts, j + n - 1))) displaced++;
        const rest = at(at(least, i + 1), j + n);
        const own = n === 0 ? COST.empty : at(at(within, j), n) + (n === width ? 0 : COST.otherCount);
        const cost = rest + own + Math.min(displaced, COST.mostDisplaced) * COST.displaced;
        if (cost < at(at(least, i), j)) {
          at(least, i)[j] = cost;
          at(taken, i)[j] = n;
        }
      }
    }
  }
  const rows: Piece[][] = [];
  let j = 0;
  for (let i = 0; i < keys.length; i++) {
    const n = at(at(taken, i), j);
    rows.push(amounts.slice(j, j + n));
    j += n;
  }
  return { rows, cost: at(at(least, 0), 0) };
}

function isDisplaced(keys: readonly RowKey[], i: number, { order }: Piece): boolean {
  const own = at(keys, i).order;
  const next = keys[i + 1]?.from ?? Number.POSITIVE_INFINITY;
  return order < own || order > next;
}

const scaled = (text: string): bigint => toScaled(parseNumber(text)?.value ?? '0', DECIMALS);

/** By how many amounts a row takes from one on: what they say against being a row. */
function rowCosts(amounts: readonly Piece[], trees: Trees, from: number, most: number): number[] {
  const costs = [0];
  let stacked = 0;
  for (let n = 1; n <= most && from + n <= amounts.length; n++) {
    const piece = at(amounts, from + n - 1);
    if (n > 1 && piece.stacked && at(amounts, from + n - 2).order === piece.order - 1) stacked++;
    costs.push(stacked * COST.stacked + (isSum(trees, from, n) ? 0 : COST.noSum));
  }
  return costs;
}

/**
 * The first is the sum of those behind it, each of which may be followed by its own parts (合计 | 小计 | 基本支出 | 项目支出); one alone says
 * nothing, and nothing is asked of many.
 */
function isSum(trees: Trees, from: number, count: number): boolean {
  return count <= 1 || count > MOST_PARTS + 1 || trees.isTree(from, from + count);
}

/** Amounts are dealt in several widths: which of their stretches are sums is worked out once. */
const TREES = new WeakMap<readonly Piece[], Trees>();

function treesOf(amounts: readonly Piece[]): Trees {
  const trees = TREES.get(amounts) ?? new Trees(amounts.map(({ text }) => scaled(text)));
  TREES.set(amounts, trees);
  return trees;
}

/** Which stretches of amounts are a total and its parts, in the order in which they are printed. */
class Trees {
  readonly #known = new Map<number, boolean>();
  readonly #isPositive: boolean;
  /** The sum of the amounts before each. */
  readonly #before: bigint[] = [0n];
  #steps = 0;

  constructor(private readonly amounts: readonly bigint[]) {
    this.#isPositive = amounts.every((amount) => amount >= 0n);
    for (const amount of amounts) this.#before.push(at(this.#before, this.#before.length - 1) + amount);
  }

  isTree(from: number, to: number): boolean {
    if (to === from + 1) return true;
    const key = from * (this.amounts.length + 1) + to;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const isOutermost = this.#steps === 0;
    const is = this.#makeUp(from + 1, to, at(this.amounts, from));
    // What was given up within a longer stretch may still be a sum.
    if (isOutermost || this.#steps <= MOST_TREE_STEPS) this.#known.set(key, is);
    if (isOutermost) this.#steps = 0;
    return is;
  }

  /** Trees beside each other whose totals add up. Where that takes too many steps, they do not. */
  #makeUp(from: number, to: number, sum: bigint): boolean {
    if (from === to) return sum === 0n;
    if (++this.#steps > MOST_TREE_STEPS) return false;
    if (this.#isPositive && (sum < 0n || sum > at(this.#before, to) - at(this.#before, from))) return false;
    for (let end = from + 1; end <= to; end++)
      if (this.isTree(from, end) && this.#makeUp(end, to, sum - at(this.amounts, from))) return true;
    return false;
  }
}
