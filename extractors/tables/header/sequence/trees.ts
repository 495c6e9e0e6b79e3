import { at } from '../../../model/at.ts';
import type { PlacedWord } from '../../../notation/header-pieces.ts';
import { COST, coversKeysOnly, type HeaderNode, headCost, siblingsCost } from './costs.ts';

/** Header cells side by side, with what is below them. */
export interface Forest {
  nodes: readonly HeaderNode[];
  cost: number;
}

/** Ways that are kept at each point. */
const MOST_WAYS = 5;
/** Nothing that costs more is a header of any format. */
const MOST_COST = 6;
/** Lines at which a row may begin; more lines are words that wrap. */
const MOST_STARTS = 9;
const MOST_WORDS = 40;

/**
 * The trees of header cells whose words come in this order, cheapest first: the words are cut into rows at the starts of lines, and each row
 * is laid over those below it. A cell that spans rows may be printed with any of them; within a row cells come from left to right.
 */
export function treesOf(words: readonly PlacedWord[]): Forest[] {
  if (words.length === 0 || words.length > MOST_WORDS) return [];
  const starts = words.flatMap((word, i) => (i > 0 && word.startsLine ? [i] : []));
  const likely = starts.length <= MOST_STARTS ? starts : starts.filter((i) => at(words, i).kind !== 'unknown').slice(0, MOST_STARTS);
  /** By the word with which it begins, the rows from there on. */
  const below = new Map<number, Forest[]>([[words.length, [{ nodes: [], cost: 0 }]]]);
  for (const start of [0, ...likely].toReversed()) {
    const ends = [...likely.filter((end) => end > start), words.length];
    const ways = ends.flatMap((end) => (below.get(end) ?? []).flatMap((forest) => laidOver(words.slice(start, end), forest)));
    below.set(start, cheapest(ways));
  }
  return cheapest((below.get(0) ?? []).map(({ nodes, cost }) => ({ nodes, cost: cost + siblingsCost(nodes) })));
}

/** A way to lay the words so far over the cells so far. `leaf`, `bare`: a word has no cell below it, a cell no word above it. */
interface Way {
  last: HeaderNode | null;
  before: Way | null;
  cost: number;
  leaf: boolean;
  bare: boolean;
}

/** The words of a row, from left to right, over the cells of the row below: each is a cell of its own or covers a run of cells. */
function laidOver(run: readonly PlacedWord[], { nodes: cells, cost: below }: Forest): Forest[] {
  const isKeys = cells.map(coversKeysOnly);
  const heads = run.map((word) => headsOf(word, cells));
  const ways: Way[][][] = Array.from({ length: run.length + 1 }, () => Array.from({ length: cells.length + 1 }, () => []));
  const add = (i: number, j: number, way: Way): void => {
    if (way.cost <= MOST_COST) ways[i]?.[j]?.push(way);
  };
  add(0, 0, { last: null, before: null, cost: below, leaf: false, bare: false });
  for (let i = 0; i <= run.length; i++) {
    for (let j = 0; j <= cells.length; j++) {
      for (const way of best(at(at(ways, i), j))) {
        const cell = cells[j];
        if (cell) {
          const keys = at(isKeys, j);
          add(i, j + 1, { last: cell, before: way, cost: way.cost + (keys ? 0 : COST.spanning), leaf: way.leaf, bare: way.bare || !keys });
        }
        const word = run[i];
        if (!word) continue;
        add(i + 1, j, { last: { word, children: [] }, before: way, cost: way.cost, leaf: way.leaf || word.kind !== 'key', bare: way.bare });
        for (const { node, end, cost } of heads[i]?.[j] ?? []) {
          add(i + 1, end, { last: node, before: way, cost: way.cost + cost, leaf: way.leaf, bare: way.bare });
        }
      }
    }
  }
  return best(at(at(ways, run.length), cells.length)).map((way) => ({
    nodes: nodesOf(way),
    cost: way.cost + (way.leaf && way.bare ? COST.mixed : 0),
  }));
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
      if (cost !== null && cost <= MOST_COST) heads.push({ node: { word, children }, end, cost });
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
  return ways.length <= MOST_WAYS ? ways : ways.toSorted((a, b) => a.cost - b.cost).slice(0, MOST_WAYS);
}

function cheapest(ways: readonly Forest[]): Forest[] {
  const byShape = new Map<string, Forest>();
  for (const way of ways.toSorted((a, b) => a.cost - b.cost)) {
    const shape = way.nodes.map(shapeOf).join(' ');
    if (!byShape.has(shape)) byShape.set(shape, way);
  }
  return [...byShape.values()].slice(0, MOST_WAYS);
}

function shapeOf({ word, children }: HeaderNode): string {
  return children.length === 0 ? word.text : `${word.text}(${children.map(shapeOf).join(' ')})`;
}
