import { SUBTOTAL_AT_END, TEXTS_BEHIND } from '../../../../schemas/lexicon/tables/columns.ts';
import { FORMAT_ORDER, OF_EARLIER_YEARS, OF_THIS_YEAR } from '../../../../schemas/lexicon/tables/header-words.ts';
import { OF_WHICH_ALONE } from '../../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../../model/at.ts';
import type { PlacedWord } from '../../../notation/headers/pieces.ts';
import { COST, groupOf, type HeaderNode, headCost, siblingsCost } from './costs.ts';
import { AS_READ, MOST_FORMAT_HEADS, MOST_HEAD_CHOICES, MOST_POSSIBLE_HEADS, MOST_WORDS } from './settings.ts';

/** A tree of header cells by what formats have below each other, and what speaks against it. */
export interface FormatTree {
  nodes: HeaderNode[];
  cost: number;
}

interface Growing {
  word: PlacedWord;
  children: Growing[];
}

/** How words are given to heads: in reading order to the last head before them, or row by row to the first head that lacks them. */
const MODES = ['last', 'first'] as const;

/**
 * The trees of as many columns as the rows have (or of up to `further` more, where rows may leave some empty), where the order of the words tells
 * neither what is above what nor, for cells that span rows, what is beside what: which words are heads is tried, and each other word stands below
 * a head that may have it.
 */
export function treesByFormat(words: readonly PlacedWord[], width: number, further = 0): FormatTree[] {
  const values = words.filter(({ kind, text }) => kind !== 'key' && !TEXTS_BEHIND.test(text));
  if (width === 0 || values.length > MOST_WORDS) return [];
  const possible = values.filter((word) => word.kind !== 'total' && groupOf(word) !== null);
  if (possible.length > MOST_POSSIBLE_HEADS) return [];
  const choices: PlacedWord[][] = [];
  const least = Math.max(0, values.length - width - further);
  for (let heads = least; heads <= Math.min(MOST_FORMAT_HEADS, values.length - width); heads++)
    choices.push(...combinations(possible, heads).slice(0, MOST_HEAD_CHOICES));
  return choices.flatMap((chosen) =>
    MODES.flatMap((mode) => {
      const top = treeWith(values, new Set(chosen), mode);
      return top ? [treeOf(inFormatOrder(top)), withCost(treeOf(top), AS_READ)] : [];
    }),
  );
}

const withCost = ({ nodes, cost }: FormatTree, more: number): FormatTree => ({ nodes, cost: cost + more });

function treeOf(top: readonly Growing[]): FormatTree {
  const nodes = [...top];
  return { nodes, cost: siblingsCost(nodes) + nodes.reduce((sum, node) => sum + costOf(node), 0) };
}

function costOf({ word, children }: HeaderNode): number {
  if (children.length === 0) return 0;
  return (headCost(word, children) ?? COST.impossible) + children.reduce((sum, child) => sum + costOf(child), 0);
}

function combinations<T>(list: readonly T[], n: number): T[][] {
  if (n === 0) return [[]];
  return list.flatMap((one, i) => combinations(list.slice(i + 1), n - 1).map((others) => [one, ...others]));
}

/** null where a head has nothing below it. */
function treeWith(values: readonly PlacedWord[], heads: ReadonlySet<PlacedWord>, mode: (typeof MODES)[number]): Growing[] | null {
  const nodes = values.map((word): Growing => ({ word, children: [] }));
  const open = nodes.filter(({ word }) => heads.has(word));
  const top: Growing[] = [];
  const parts = nodes.filter(({ word }) => word.kind !== 'total');
  for (const node of parts) {
    const head = headFor(node, open, nodes, mode);
    (head?.children ?? top).push(node);
  }
  for (const total of nodes.filter(({ word }) => word.kind === 'total')) placeTotal(total, top, open);
  return open.some(({ children }) => children.length === 0) ? null : top;
}

function headFor(node: Growing, open: readonly Growing[], nodes: readonly Growing[], mode: (typeof MODES)[number]): Growing | undefined {
  const allowed = open.filter(
    (head) =>
      head !== node &&
      !isBelow(head, node) &&
      (groupOf(head.word)?.children.test(node.word.folded) ?? false) &&
      !(open.includes(node) && areParallel(head.word, node.word)) &&
      !head.children.some(({ word }) => word.folded === node.word.folded),
  );
  if (mode === 'first') return allowed[0];
  return allowed.findLast((head) => nodes.indexOf(head) < nodes.indexOf(node)) ?? allowed[0];
}

/** 当年预算 beside 上年结转, each with the same columns. */
function areParallel(one: PlacedWord, other: PlacedWord): boolean {
  const isPair = (now: PlacedWord, before: PlacedWord): boolean => OF_THIS_YEAR.test(now.folded) && OF_EARLIER_YEARS.test(before.folded);
  return isPair(one, other) || isPair(other, one);
}

function isBelow(node: Growing, head: Growing): boolean {
  return head.children.some((child) => child === node || isBelow(node, child));
}

/** The first one counts all columns, unless everything stands below one head; further ones those of a head each. */
function placeTotal(total: Growing, top: Growing[], open: readonly Growing[]): void {
  const hasTotal = (list: readonly Growing[]): boolean => list.some(({ word }) => word.kind === 'total');
  const divided = open.filter(({ word }) => !OF_WHICH_ALONE.test(word.text));
  const isWhole = !hasTotal(top) && (top.length > 1 || top.some((node) => open.includes(node) && !divided.includes(node)));
  const lacking = divided.filter(({ children }) => children.length > 1 && !hasTotal(children));
  const below = lacking.find(({ children }) => children.length > 1) ?? divided.find(({ children }) => !hasTotal(children));
  const list = isWhole && !SUBTOTAL_AT_END.test(total.word.text) ? top : (below?.children ?? top);
  list.unshift(total);
}

function inFormatOrder(nodes: readonly Growing[]): Growing[] {
  let rank = -1;
  const ranked = nodes.map((node) => {
    const own = rankOf(node.word);
    rank = own ?? rank;
    return { node: { ...node, children: inFormatOrder(node.children) }, rank };
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ node }) => node);
}

function rankOf({ kind, folded }: PlacedWord): number | null {
  if (kind === 'total') return -1;
  const rank = FORMAT_ORDER.findIndex((pattern) => pattern.test(folded));
  return rank < 0 ? null : rank;
}

export const cheapestTrees = (trees: readonly FormatTree[], most: number): FormatTree[] =>
  trees.toSorted((a, b) => a.cost - b.cost).filter((tree, i, all) => i < most && tree.cost <= at(all, 0).cost + COST.lateTotal);
