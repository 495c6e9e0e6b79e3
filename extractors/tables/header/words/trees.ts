import { at } from '../../../model/at.ts';
import type { PlacedWord } from '../../../notation/headers/pieces.ts';
import { COST, coversKeysOnly, type HeaderNode, headCost, siblingsCost } from './costs.ts';

/** Header cells side by side, with what is below them. */
export interface Forest {
  nodes: readonly HeaderNode[];
  cost: number;
}

/** Ways that are kept at each point. */
const MOST_WAYS = 6;
/** Whole trees that are given back: what their panels say decides among them. */
const MOST_WHOLE = 24;
/** Nothing that costs more is a header of any format. */
const MOST_COST = 6;
/** A head alone does not cost more. */
const MOST_HEAD = 2.5;
/** Lines at which a row may begin; more lines are words that wrap. */
const MOST_STARTS = 9;
const MOST_WORDS = 40;
const FIRST = 3;

/**
 * The trees of header cells whose words come in this order, cheapest first: the words are cut into rows at the starts of lines, and each row
 * is laid over those below it. A cell that spans rows may be printed with any of them; within a row cells come from left to right.
 */
export function treesOf(words: readonly PlacedWord[]): Forest[] {
  if (words.length === 0 || words.length > MOST_WORDS) return [];
  const likely = startsOf(words);
  /** By the word with which it begins, the rows from there on. */
  const below = new Map<number, Forest[]>([[words.length, [{ nodes: [], cost: 0 }]]]);
  const from = (start: number): Forest[] =>
    [...likely.filter((end) => end > start), words.length].flatMap((end) =>
      (below.get(end) ?? []).flatMap((forest) => laidOver(words.slice(start, end), forest)),
    );
  for (const start of likely.toReversed()) below.set(start, cheapest(from(start), MOST_WAYS));
  return cheapest(
    from(0).map(({ nodes, cost }) => ({ nodes, cost: cost + siblingsCost(nodes) })),
    MOST_WHOLE,
  );
}

/** Where a row may begin: at the start of a line. Of many those with a word that opens a group, and the first, which head what follows. */
function startsOf(words: readonly PlacedWord[]): number[] {
  const starts = words.flatMap((word, i) => (i > 0 && word.startsLine ? [i] : []));
  const rank = (start: number, i: number): number => {
    const { kind } = at(words, start);
    return kind === 'total' ? 0 : i < FIRST ? 1 : kind === 'key' ? 2 : kind === 'leaf' ? 3 : 4;
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
function laidOver(run: readonly PlacedWord[], { nodes: cells, cost: below }: Forest): Forest[] {
  const isKeys = cells.map(coversKeysOnly);
  const heads = run.map((word) => headsOf(word, cells));
  const ways: Way[][][] = Array.from({ length: run.length + 1 }, () => Array.from({ length: cells.length + 1 }, () => []));
  const add = (i: number, j: number, way: Way): void => {
    if (way.cost <= MOST_COST) ways[i]?.[j]?.push(way);
  };
  add(0, 0, { last: null, before: null, cost: below, leaf: false, head: false, bare: 0, bareKeys: 0, size: 0 });
  for (let i = 0; i <= run.length; i++) {
    for (let j = 0; j <= cells.length; j++) {
      for (const way of best(at(at(ways, i), j))) {
        const size = way.size + 1;
        const cell = cells[j];
        if (cell) {
          const [bare, bareKeys] = at(isKeys, j) ? [way.bare, way.bareKeys + 1] : [way.bare + 1, way.bareKeys];
          add(i, j + 1, { ...way, last: cell, before: way, bare, bareKeys, size });
        }
        const word = run[i];
        if (!word) continue;
        const between = way.bare > 0 ? COST.between : way.bareKeys > 0 ? COST.betweenKeys : 0;
        const leaf = way.leaf || word.kind !== 'key';
        add(i + 1, j, { ...way, last: { word, children: [] }, before: way, cost: way.cost + between, leaf, size });
        for (const { node, end, cost } of heads[i]?.[j] ?? []) {
          add(i + 1, end, { ...way, last: node, before: way, cost: way.cost + cost, head: true, size });
        }
      }
    }
  }
  return best(at(at(ways, run.length), cells.length)).map((way) => ({ nodes: nodesOf(way), cost: way.cost + spanningCost(way) }));
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
function headsOf(word: PlacedWord, cells: readonly HeaderNode[]): Head[][] {
  return cells.map((_, from) => {
    const heads: Head[] = [];
    for (let end = from + 1; end <= cells.length; end++) {
      const children = cells.slice(from, end);
      const cost = headCost(word, children);
      if (cost !== null && cost <= MOST_HEAD) heads.push({ node: { word, children }, end, cost });
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

function best(ways: readonly Way[]): readonly Way[] {
  return ways.length <= MOST_WAYS ? ways : ways.toSorted((a, b) => a.cost - b.cost || a.size - b.size).slice(0, MOST_WAYS);
}

function cheapest(ways: readonly Forest[], most: number): Forest[] {
  const byShape = new Map<string, Forest>();
  for (const way of ways.toSorted((a, b) => a.cost - b.cost)) {
    const shape = way.nodes.map(shapeOf).join(' ');
    if (!byShape.has(shape)) byShape.set(shape, way);
  }
  return [...byShape.values()].slice(0, most);
}

function shapeOf({ word, children }: HeaderNode): string {
  return children.length === 0 ? word.text : `${word.text}(${children.map(shapeOf).join(' ')})`;
}
