import { at } from '../../../model/at.ts';
import { isHeaderWord } from '../../../notation/headers/known-words.ts';
import { isClassWord } from '../../../notation/row-kinds.ts';
import { compact } from '../../../notation/text.ts';
import type { Segment, Span, SplitLine } from '../../grids/aligned/index.ts';
import { COLUMN } from '../lines/words.ts';
import { BELOW, FLOATING } from './settings.ts';

/** The lowest cells of a header, and the names of groups above several of them, told from the header's own lines alone. */

/** A text of the header and its line. */
export interface Placed {
  segment: Segment;
  line: number;
}

/** The lowest cell over a strip of the page, with what stands above it alone. */
export interface Leaf extends Span {
  pieces: Placed[];
  /** It may as well be the name of a group over the gap between its columns: what that costs in columns of text; null: it is none. */
  floating: number | null;
}

interface Strip extends Span {
  pieces: Placed[];
}

/** A text above several leaves. */
export interface Group {
  pieces: Placed[];
  /** Indices of leaves. */
  over: number[];
}

export const wordOf = ({ pieces }: Pick<Leaf, 'pieces'>): string => pieces.map(({ segment }) => compact(segment.text)).join('');

/** The lowest cells and the groups above several of them; a strip that floats may be either, `floating` says at which price it is a group. */
export function leavesOf(header: readonly SplitLine[]): { leaves: Leaf[]; groups: Group[] } {
  const { strips, wide } = stripsOf(header);
  const height = header.length - 1;
  return { leaves: strips.map((strip, i) => ({ ...strip, floating: floatingPrice(strips, i, height) })), groups: wide };
}

function stripsOf(header: readonly SplitLine[]): { strips: Strip[]; wide: Group[] } {
  const strips: Strip[] = [];
  const wide: { piece: Placed; over: Strip[] }[] = [];
  for (const [line, { segments }] of [...header.entries()].reverse()) {
    const below = [...strips];
    const above = header.slice(0, line).flatMap((one) => one.segments);
    for (const [k, over] of assigned(segments, below, above).entries()) {
      const piece = { segment: at(segments, k), line };
      const [only, ...others] = over;
      if (only && others.length > 0) wide.push({ piece, over });
      else if (only) addPiece(only, piece, strips);
      else strips.push({ from: piece.segment.x0, to: piece.segment.x1, pieces: [piece] });
    }
    strips.sort((one, other) => one.from - other.from);
  }
  return { strips, wide: wide.map(({ piece, over }) => ({ pieces: [piece], over: over.map((strip) => strips.indexOf(strip)) })) };
}

const middleOf = ({ pieces }: Strip): number => (at(pieces, 0).line + at(pieces, pieces.length - 1).line) / 2;
const lowestOf = ({ pieces }: Strip): number => at(pieces, pieces.length - 1).line;

function floatingPrice(strips: readonly Strip[], index: number, height: number): number | null {
  const strip = at(strips, index);
  const [left, right] = [strips[index - 1], strips[index + 1]];
  if (left === undefined || right === undefined) return null;
  const isApart = (other: Strip) => !other.pieces.some(({ line }) => strip.pieces.some((piece) => piece.line === line));
  const isLower = (other: Strip) => middleOf(other) > lowestOf(strip) && isApart(other);
  // 类 | 款 | 项 stand below the word for codes, which need not reach over them.
  const isLevel = (other: Strip) =>
    lowestOf(other) > lowestOf(strip) && isClassWord(compact(at(other.pieces, other.pieces.length - 1).segment.text));
  if ((isLower(left) && isLower(right)) || (isLevel(left) && isLevel(right))) return FLOATING.aboveBoth;
  return middleOf(strip) < height / 2 - FLOATING.higher && lowestOf(strip) < Math.min(lowestOf(left), lowestOf(right))
    ? FLOATING.high
    : null;
}

/** The leaves below each text of a line, in order: none, one, or several. Each leaf is below one text. */
function assigned(segments: readonly Segment[], leaves: readonly Strip[], above: readonly Segment[]): Strip[][] {
  const width = leaves.length + 1;
  const cost = new Float64Array((segments.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const taken = new Int32Array(cost.length);
  cost.fill(0, 0, width);
  for (const [k, segment] of segments.entries()) {
    const row = (k + 1) * width;
    const own = ownPrice(segment, leaves);
    for (let j = 0; j < width; j++) {
      const choose = (price: number, count: number) => {
        if (price >= at(cost, row + j)) return;
        cost[row + j] = price;
        taken[row + j] = count;
      };
      choose(at(cost, k * width + j) + own, 0);
      // -1: the leaf is below none of the texts so far.
      if (j > 0) choose(at(cost, row + j - 1), -1);
      for (let count = 1; count <= j; count++) {
        const price = pricesBelow(segment, leaves.slice(j - count, j), above);
        if (price === null) break;
        choose(at(cost, k * width + j - count) + price, count);
      }
    }
  }
  const out: Strip[][] = segments.map(() => []);
  for (let k = segments.length, j = leaves.length; k > 0; ) {
    const count = at(taken, k * width + j);
    if (count < 0) j--;
    else {
      out[k - 1] = leaves.slice(j - count, j);
      j -= count;
      k--;
    }
  }
  return out;
}

const overlapOf = ({ x0, x1 }: Segment, { from, to }: Strip): number => Math.min(x1, to) - Math.max(x0, from);

function ownPrice(segment: Segment, leaves: readonly Strip[]): number {
  return leaves.some((leaf) => overlapOf(segment, leaf) > 0) ? BELOW.ownAbove : BELOW.own;
}

/** The price of a text above all of these leaves; null: it does not reach so far. */
function pricesBelow(segment: Segment, below: readonly Strip[], above: readonly Segment[]): number | null {
  const first = at(below, 0);
  const overlap = overlapOf(segment, first);
  const reach = (BELOW.reach * below.reduce((sum, strip) => sum + Math.max(0, overlapOf(segment, strip)), 0)) / COLUMN;
  if (below.length > 1) return overlap > 0 ? reach : null;
  const isWord = isHeaderWord(compact(segment.text) + wordOf(first));
  if (overlap > 0) return reach + (isWord ? BELOW.word : 0);
  const gap = -overlap / COLUMN;
  if (gap > BELOW.pushed) return null;
  // 政府性基金 beside 预算资金, which 一般公共 stands above.
  const isOthers = above.some((other) => overlapOf(other, first) > 0 && isHeaderWord(compact(other.text) + wordOf(first)));
  return isWord && !isOthers ? gap + BELOW.word : gap + BELOW.beside;
}

/** The strip grows with the cell, but never into another one. */
function addPiece(leaf: Strip, piece: Placed, leaves: readonly Strip[]): void {
  const from = Math.min(leaf.from, piece.segment.x0);
  const to = Math.max(leaf.to, piece.segment.x1);
  leaf.pieces.unshift(piece);
  if (leaves.some((other) => other !== leaf && other.from < to && other.to > from)) return;
  leaf.from = from;
  leaf.to = to;
}
