import {
  CODES_AT_END,
  IN_EVERY_ROW,
  MAY_NAME_TEXTS,
  NAMES_AMOUNTS,
  NAMES_TEXTS,
  NUMBERS_ROWS,
  SUBTOTAL_AT_END,
} from '../../../../schemas/lexicon/tables/columns.ts';
import { at } from '../../../model/at.ts';
import { isHeaderWord } from '../../../notation/headers/known-words.ts';
import { COLUMN } from '../lines/words.ts';
import type { DataColumn } from './data-column.ts';
import { type Leaf, wordOf } from './leaves.ts';
import { KEPT, MATCH, MOST_LEAVES, MOST_SPANS } from './settings.ts';

/**
 * Leaves of a header matched in order with the columns of the rows. Writers that keep columns by spaces place the lines of a header
 * among themselves and the rows among themselves: how far a leaf stands from its column says little, that it stands as far as its
 * neighbours from theirs says more.
 */

/** A column: one leaf, or two that are pieces of one cell, or none; the column of the rows, or none. */
export interface Step {
  leaves: number[];
  span: number | null;
}

export interface Matching {
  cost: number;
  steps: Step[];
}

interface Way {
  cost: number;
  pair: Pair;
  before: Way | null;
}

/** Leaves up to `leaf` (two of them where they are pieces of one cell) matched with the column `span`. */
interface Pair {
  leaf: number;
  count: 1 | 2;
  span: number;
  cell: Leaf;
  price: number;
}

/** Up to `most` ways to match leaves and columns, both from left to right, the cheapest one first. */
export function matchings(leaves: readonly Leaf[], spans: readonly DataColumn[], most: number): Matching[] {
  const passed = leaves.map((_, i) => passedFrom(leaves, i));
  const unnamed = [0];
  for (const span of spans)
    unnamed.push(at(unnamed, unnamed.length - 1) + (span.isAmounts || span.isTexts ? MATCH.unnamed : MATCH.unnamedCodes));
  const passing = (leaf: number, nextLeaf: number, span: number, nextSpan: number): number =>
    (nextLeaf > leaf ? at(at(passed, leaf), nextLeaf - leaf - 1).cost : 0) + at(unnamed, nextSpan) - at(unnamed, span);
  const ways = new Map<number, Way[]>();
  const ends: Way[] = [];
  const keyOf = (leaf: number, span: number) => leaf * spans.length + span;
  for (const leaf of leaves.keys()) {
    for (const span of spans.keys()) {
      const found: Way[] = [];
      for (const pair of pairsAt(leaves, leaf, spans, span)) {
        const first = leaf - pair.count + 1;
        if (first <= MOST_LEAVES && span <= 2 * MOST_SPANS)
          found.push({ cost: passing(0, first, 0, span) + pair.price + drift(null, pair, spans), pair, before: null });
        for (let i = Math.max(0, first - 1 - MOST_LEAVES); i < first; i++) {
          for (let j = Math.max(0, span - 1 - MOST_SPANS); j < span; j++) {
            const price = passing(i + 1, first, j + 1, span) + pair.price;
            for (const before of ways.get(keyOf(i, j)) ?? [])
              found.push({ cost: before.cost + price + drift(before.pair, pair, spans), pair, before });
          }
        }
      }
      const kept = found.sort((a, b) => a.cost - b.cost).slice(0, KEPT);
      ways.set(keyOf(leaf, span), kept);
      for (const way of kept) ends.push({ ...way, cost: way.cost + passing(leaf + 1, leaves.length, span + 1, spans.length) });
    }
  }
  if (ends.length === 0) return [{ cost: 0, steps: unmatched(leaves, spans, passed) }];
  return ends
    .sort((a, b) => a.cost - b.cost)
    .slice(0, most)
    .map((way) => ({ cost: way.cost, steps: stepsOf(way, leaves.length, spans.length, passed) }));
}

function unmatched(leaves: readonly Leaf[], spans: readonly DataColumn[], passed: readonly (readonly Passed[])[]): Step[] {
  return [...passedSteps(passed, 0, leaves.length), ...spans.map((_, span): Step => ({ leaves: [], span }))];
}

function stepsOf(last: Way, leaves: number, spans: number, passed: readonly (readonly Passed[])[]): Step[] {
  const steps: Step[] = [];
  let [nextLeaf, nextSpan] = [leaves, spans];
  const pass = (leaf: number, span: number) => {
    const bare = Array.from({ length: nextSpan - span }, (_, k): Step => ({ leaves: [], span: span + k }));
    steps.unshift(...passedSteps(passed, leaf, nextLeaf), ...bare);
  };
  for (let way: Way | null = last; way; way = way.before) {
    const { leaf, count, span } = way.pair;
    pass(leaf + 1, span + 1);
    steps.unshift({ leaves: Array.from({ length: count }, (_, k) => leaf - count + 1 + k), span });
    [nextLeaf, nextSpan] = [leaf - count + 1, span];
  }
  pass(0, 0);
  return steps;
}

/** Leaves first…last that have no column: what they cost, and how many of them the last cell takes. */
interface Passed {
  cost: number;
  taken: 1 | 2;
}

function passedFrom(leaves: readonly Leaf[], first: number): Passed[] {
  const out: Passed[] = [];
  /** A subtotal that its parts follow is blank as they are. */
  const inside = (k: number): number => (k < 0 ? 0 : at(out, k).cost - lonePrice(leaves, first + k));
  for (let i = first; i < Math.min(leaves.length, first + MOST_LEAVES + 1); i++) {
    const single = inside(out.length - 1) + blankPrice(leaves, i) + lonePrice(leaves, i);
    const joined = i > first ? joinedPrice(leaves, i - 1) : null;
    const double = joined === null ? Number.POSITIVE_INFINITY : inside(out.length - 2) + MATCH.blank + joined + lonePrice(leaves, i);
    out.push(double < single ? { cost: double, taken: 2 } : { cost: single, taken: 1 });
  }
  return out;
}

/** What it costs beyond a blank column that a subtotal is blank and what follows it is not. */
function lonePrice(leaves: readonly Leaf[], index: number): number {
  return SUBTOTAL_AT_END.test(wordOf(at(leaves, index))) ? MATCH.loneSubtotal : 0;
}

function passedSteps(passed: readonly (readonly Passed[])[], from: number, to: number): Step[] {
  const steps: Step[] = [];
  for (let end = to; end > from; ) {
    const { taken } = at(at(passed, from), end - from - 1);
    steps.unshift({ leaves: taken === 2 ? [end - 2, end - 1] : [end - 1], span: null });
    end -= taken;
  }
  return steps;
}

/** The name of a group, not a column. */
export function isGroup(leaves: readonly Leaf[], { leaves: own, span }: Step): boolean {
  const [only, other] = own;
  return span === null && only !== undefined && other === undefined && at(leaves, only).floating !== null;
}

function blankPrice(leaves: readonly Leaf[], index: number): number {
  const leaf = at(leaves, index);
  if (leaf.floating !== null) return leaf.floating;
  const name = wordOf(leaf);
  return IN_EVERY_ROW.test(name) ? MATCH.blankName : NAMES_TEXTS.test(name) ? MATCH.blankTexts : MATCH.blank;
}

function pairsAt(leaves: readonly Leaf[], leaf: number, spans: readonly DataColumn[], span: number): Pair[] {
  const own = at(leaves, leaf);
  const column = at(spans, span);
  const single: Pair = { leaf, count: 1, span, cell: own, price: kindPrice(own, column) };
  const joined = leaf > 0 ? joinedPrice(leaves, leaf - 1) : null;
  const cell = joined === null ? null : join(at(leaves, leaf - 1), own);
  if (joined === null || cell === null) return [single];
  return [single, { leaf, count: 2, span, cell, price: kindPrice(cell, column) + joined }];
}

/** What it costs to take a leaf and the next one for pieces of one cell; null: they are none. */
function joinedPrice(leaves: readonly Leaf[], index: number): number | null {
  const [leaf, other] = [at(leaves, index), at(leaves, index + 1)];
  const merged = join(leaf, other);
  if (merged === null) return null;
  const isWord = isHeaderWord(wordOf(merged));
  if (!isWord && (isHeaderWord(wordOf(leaf)) || isHeaderWord(wordOf(other)))) return null;
  return (isWord ? MATCH.pieces + MATCH.word : MATCH.piecesUnknown) + Math.max(0, other.from - leaf.to) / COLUMN;
}

/** Two leaves as one cell: their lines alternate or follow each other, never meet. */
function join(a: Leaf, b: Leaf): Leaf | null {
  const lines = new Set(a.pieces.map(({ line }) => line));
  if (b.pieces.some(({ line }) => lines.has(line))) return null;
  return { from: a.from, to: b.to, floating: null, pieces: [...a.pieces, ...b.pieces].sort((one, other) => one.line - other.line) };
}

/** What a name costs over a column of another kind, and what it gives back over one of its own. */
function kindPrice(leaf: Leaf, column: DataColumn): number {
  const name = wordOf(leaf);
  if (column.isEmpty) return 0;
  if (NUMBERS_ROWS.test(name)) return column.isOrdinals ? MATCH.ownKind : column.isTexts ? 2 * MATCH.otherKind : MATCH.otherKind;
  if (column.isOrdinals) return MATCH.otherKind;
  if (column.isAmounts) return MAY_NAME_TEXTS.test(name) ? MATCH.otherKind : 0;
  if (NAMES_AMOUNTS.test(name)) return MATCH.otherKind;
  const isCodes = CODES_AT_END.test(name);
  if (column.isTexts) return isCodes ? 0 : MAY_NAME_TEXTS.test(name) ? MATCH.ownKind : 0;
  return isCodes ? MATCH.ownKind : 0;
}

/** How much further left or right of its column a leaf stands than the one before; the first one of all: than right above it. */
function drift(before: Pair | null, pair: Pair, spans: readonly DataColumn[]): number {
  const [a, b] = [before ? offset(before, spans) : { least: 0, most: 0 }, offset(pair, spans)];
  const gap = Math.max(0, a.least - b.most, b.least - a.most);
  const beside = Math.max(0, b.least, -b.most);
  return (MATCH.drift * gap + MATCH.offMiddle * Math.abs(a.least + a.most - b.least - b.most) * 0.5 + MATCH.beside * beside) / COLUMN;
}

/** By how much a leaf may be moved so that it stands over its column. */
function offset({ cell, span }: Pair, spans: readonly DataColumn[]): { least: number; most: number } {
  const { from, to } = at(spans, span);
  return { least: cell.from - to, most: cell.to - from };
}
