import { at } from '../../../model/at.ts';
import type { PlacedWord } from '../../../notation/headers/pieces.ts';
import { COST, coversKeysOnly, type HeaderNode, headCost, siblingsCost } from './costs.ts';
import { FIRST_LINES, MOST_COST, MOST_HEAD, MOST_LAID, MOST_STARTS, MOST_WAYS, MOST_WHOLE, MOST_WORDS } from './settings.ts';

/** Header cells side by side, with what is below them. */
export interface Forest {
  nodes: readonly HeaderNode[];
  cost: number;
}

/**
 * The trees of header cells whose words come in this order, cheapest first: the words are cut into rows at the starts of lines, and each row
 * is laid over those below it. A cell that spans rows may be printed with any of them; within a row cells come from left to right.
 */
export function treesOf(words: readonly PlacedWord[]): Forest[] {
  if (words.length === 0 || words.length > MOST_WORDS) return [];
  const likely = startsOf(words);
  /** By the word with which it begins, the rows from there on. */
  const below = new Map<number, Forest[]>([[words.length, [{ nodes: [], cost: 0 }]]]);
  const from = (start: number, kept: Kept): Forest[] => {
    const ends = [...likely.filter((end) => end > start), words.length];
    for (const end of ends) for (const forest of below.get(end) ?? []) kept.add(laidOver(words.slice(start, end), forest, kept.limit));
    return kept.ways;
  };
  for (const start of likely.toReversed()) below.set(start, from(start, new Kept(MOST_WAYS, () => 0)));
  return from(0, new Kept(MOST_WHOLE, siblingsCost));
}

/** The cheapest ways so far, each shape once. */
class Kept {
  readonly #byShape = new Map<string, Forest>();
  ways: Forest[] = [];

  constructor(
    private readonly most: number,
    private readonly further: (nodes: readonly HeaderNode[]) => number,
  ) {}

  /** What costs more is not kept. */
  get limit(): number {
    return this.ways.length < this.most ? MOST_COST : Math.min(MOST_COST, at(this.ways, this.most - 1).cost);
  }

  add(ways: readonly Forest[]): void {
    if (ways.length === 0) return;
    for (const { nodes, cost } of ways) {
      const way = { nodes, cost: cost + this.further(nodes) };
      const shape = nodes.map(shapeOf).join(' ');
      if (way.cost < (this.#byShape.get(shape)?.cost ?? Number.POSITIVE_INFINITY)) this.#byShape.set(shape, way);
    }
    this.ways = [...this.#byShape.values()].sort((a, b) => a.cost - b.cost).slice(0, this.most);
  }
}

/** Where a row may begin: at the start of a line. Of many those with a word that opens a group, and the first, which head what follows. */
function startsOf(words: readonly PlacedWord[]): number[] {
  const starts = words.flatMap((word, i) => (i > 0 && word.startsLine ? [i] : []));
  const rank = (start: number, i: number): number => {
    const { kind } = at(words, start);
    return kind === 'total' ? 0 : i < FIRST_LINES ? 1 : kind === 'key' ? 2 : kind === 'leaf' ? 3 : 4;
  };
  const ranked = starts.map((start, i) => ({ start, rank: rank(start, i) })).toSorted((a, b) => a.rank - b.rank);
  return ranked
    .slice(0, MOST_STARTS)
    .map(({ start }) => start)
    .toSorted((a, b) => a - b);
}

/** A way to lay the words so far over the cells so far. */
interface Way {
  last: HeaderNode | null;
  before: Way | null;
  cost: number;
  /** A word has no cell below it. */
  leaf: boolean;
  /** A word heads cells. */
  head: boolean;
  /** Cells without a word above them. */
  bare: number;
  /** Keys among them. */
  bareKeys: number;
  size: number;
}

/** The words of a row, from left to right, over the cells of the row below: each is a cell of its own or covers a run of cells. */
function laidOver(run: readonly PlacedWord[], { nodes: cells, cost: below }: Forest, limit: number): Forest[] {
  if (below > limit) return [];
  const isKeys = cells.map(coversKeysOnly);
  const heads = run.map((word) => headsOf(word, cells, limit - below));
  const ways: Way[][][] = Array.from({ length: run.length + 1 }, () => Array.from({ length: cells.length + 1 }, () => []));
  at(at(ways, 0), 0).push({ last: null, before: null, cost: below, leaf: false, head: false, bare: 0, bareKeys: 0, size: 0 });
  const add = (i: number, j: number, before: Way, last: HeaderNode, step: Step): void => {
    const cost = before.cost + step.cost;
    const list = at(at(ways, i), j);
    const place = placeIn(list, cost, before.size + 1);
    if (cost > limit || place >= MOST_LAID) return;
    list.splice(place, 0, {
      last,
      before,
      cost,
      leaf: before.leaf || step.leaf,
      head: before.head || step.head,
      bare: before.bare + step.bare,
      bareKeys: before.bareKeys + step.bareKeys,
      size: before.size + 1,
    });
    if (list.length > MOST_LAID) list.pop();
  };
  for (let i = 0; i <= run.length; i++) {
    const word = run[i];
    const own = word && { word, children: [] };
    for (let j = 0; j <= cells.length; j++) {
      const cell = cells[j];
      for (const way of at(at(ways, i), j)) {
        if (cell) add(i, j + 1, way, cell, isKeys[j] ? BARE_KEY : BARE_CELL);
        if (!own) continue;
        const between = way.bare > 0 ? COST.between : way.bareKeys > 0 ? COST.betweenKeys : 0;
        add(i + 1, j, way, own, { ...LEAF, cost: between, leaf: own.word.kind !== 'key' });
        for (const { node, end, cost } of heads[i]?.[j] ?? []) add(i + 1, end, way, node, { ...HEAD, cost });
      }
    }
  }
  return at(at(ways, run.length), cells.length).map((way) => ({ nodes: nodesOf(way), cost: way.cost + spanningCost(way) }));
}

/** What one cell more adds to a way. */
type Step = Pick<Way, 'cost' | 'leaf' | 'head' | 'bare' | 'bareKeys'>;
const LEAF: Step = { cost: 0, leaf: true, head: false, bare: 0, bareKeys: 0 };
const HEAD: Step = { cost: 0, leaf: false, head: true, bare: 0, bareKeys: 0 };
const BARE_CELL: Step = { cost: 0, leaf: false, head: false, bare: 1, bareKeys: 0 };
const BARE_KEY: Step = { cost: 0, leaf: false, head: false, bare: 0, bareKeys: 1 };

/** Behind those that are as cheap and no larger. */
function placeIn(list: readonly Way[], cost: number, size: number): number {
  const place = list.findIndex((other) => other.cost > cost || (other.cost === cost && other.size > size));
  return place < 0 ? list.length : place;
}

/** Of cells that span rows, beside heads: all are printed with the first of the rows, or all with the last. */
function spanningCost({ head, leaf, bare }: Way): number {
  if (!head) return 0;
  return bare * COST.spanning + (leaf && bare > 0 ? COST.mixed : 0);
}

/** A cell over those from some position to before `end`. */
interface Head {
  node: HeaderNode;
  end: number;
  cost: number;
}

/** By the cell that it begins with, the runs of cells that the word may head. */
function headsOf(word: PlacedWord, cells: readonly HeaderNode[], limit: number): Head[][] {
  const most = Math.min(MOST_HEAD, limit);
  return cells.map((_, from) => {
    const heads: Head[] = [];
    for (let end = from + 1; end <= cells.length; end++) {
      const children = cells.slice(from, end);
      const cost = headCost(word, children);
      if (cost !== null && cost <= most) heads.push({ node: { word, children }, end, cost });
      // What speaks against a head grows with what is below it, but for the second cell.
      else if (end > from + 1) break;
    }
    return heads;
  });
}

function nodesOf(way: Way): HeaderNode[] {
  const nodes: HeaderNode[] = [];
  for (let step: Way | null = way; step; step = step.before) if (step.last) nodes.push(step.last);
  return nodes.reverse();
}

function shapeOf({ word, children }: HeaderNode): string {
  return children.length === 0 ? word.text : `${word.text}(${children.map(shapeOf).join(' ')})`;
}
