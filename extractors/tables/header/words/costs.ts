import { GRAND_TOTAL, NAMES_AT_END, SIDE_OF_TABLE } from '../../../../schemas/lexicon/tables/header-cells.ts';
import { GROUPS, type Group } from '../../../../schemas/lexicon/tables/header-words.ts';
import { OF_WHICH_AT_START } from '../../../../schemas/lexicon/writing/marks.ts';
import type { PlacedWord } from '../../../notation/headers/pieces.ts';
import { isClassWord } from '../../../notation/row-kinds.ts';

/** A header cell and the cells below it. */
export interface HeaderNode {
  word: PlacedWord;
  children: readonly HeaderNode[];
}

/**
 * What speaks against a reading of a header, by its words alone. 0: as the formats have it. The numbers are ranks: a cost of 1 is a
 * layout that is met, but seldom; a sum of several decides nothing that equations contradict.
 */
export const COST = {
  /** What no head covers. */
  impossible: 4,
  /** A head over one cell. */
  lone: 1.2,
  /** A group that no word for its total opens. */
  withoutTotal: 0.5,
  /** A total and one part that is not divided. */
  onePart: 0.3,
  /** A child that its head has in no format, or of a head that is in none. */
  strangeChild: 0.7,
  unknownHead: 0.3,
  /** A word that formats have as a column, and never as a head. */
  leafHead: 0.8,
  /** A word for a total behind others: 小计 belongs before its parts. */
  lateTotal: 1.2,
  /** 总计 below a head: it counts all groups rather. */
  grand: 0.2,
  /** Two cells of one group bear one name. */
  twice: 2,
  /** A cell of one word beside its parts, which formats have below it. */
  besideParts: 0.3,
  /** A head over cells that one before it, which has none, may have as well. */
  skipped: 0.2,
  /** A cell that spans rows printed with the last of them. */
  spanning: 0.1,
  /** A cell behind others that are printed with a later row. */
  between: 0.5,
  betweenKeys: 0.3,
  /** Such cells with the first row in the one part, with the last in the other. */
  mixed: 0.4,
  /** A name over keys and amounts that does not say 收入 or 支出. */
  panelWithoutSide: 0.8,
  /** A panel without keys, or with others than the first. */
  otherKeys: 2.5,
  /** A panel without columns. */
  emptyPanel: 3,
  /** A head of keys that is no key. */
  oddKeyHead: 2,
  /** One of them that is below nothing. */
  looseClass: 0.1,
  /** 类, 款 and 项 below anything but a code. */
  oddClasses: 0.6,
} as const;

export const isKey = ({ word }: HeaderNode): boolean => word.kind === 'key';
const isTotal = ({ word }: HeaderNode): boolean => word.kind === 'total';

/** A key, or a head that covers keys alone. */
export function coversKeysOnly(node: HeaderNode): boolean {
  return node.children.length === 0 ? isKey(node) : node.children.every(coversKeysOnly);
}

/** It covers keys and columns: a panel of the table. */
export function isSide(node: HeaderNode): boolean {
  return !coversKeysOnly(node) && node.children.some(coversKeysOnly);
}

/** What speaks against `word` as the head of these cells; null where it cannot be. */
export function headCost(word: PlacedWord, children: readonly HeaderNode[]): number | null {
  if (word.kind === 'total' || children.some(isSide)) return null;
  const keys = children.filter(coversKeysOnly).length;
  if (keys === children.length) return keyHeadCost(word, children);
  if (word.kind === 'key') return null;
  if (keys > 0) return panelCost(word, children);
  return groupCost(word, children);
}

/** 类, 款 and 项 divide a code. */
function keyHeadCost({ kind, text }: PlacedWord, children: readonly HeaderNode[]): number {
  if (kind !== 'key' || isClassWord(text)) return COST.oddKeyHead;
  const classes = children.filter((child) => isClassWord(child.word.text)).length;
  return classes > 0 && (classes < children.length || NAMES_AT_END.test(text)) ? COST.oddClasses : 0;
}

/** Keys and amounts under one head: a side of the table. Its keys come first. */
function panelCost(word: PlacedWord, children: readonly HeaderNode[]): number | null {
  const [first] = children;
  if (!first || !coversKeysOnly(first)) return null;
  const classes = children.some((child) => isClassWord(child.word.text)) ? COST.oddClasses : 0;
  return (SIDE_OF_TABLE.test(word.text) ? 0 : COST.panelWithoutSide) + classes + siblingsCost(children);
}

const GROUP_OF = new Map<string, Group | null>();

/** What the formats have below this head; null where they have no such head. Asked for at every step of the search; words are few. */
export function groupOf({ folded }: Pick<PlacedWord, 'folded'>): Group | null {
  let group = GROUP_OF.get(folded);
  if (group === undefined) {
    group = GROUPS.find(({ head }) => head.test(folded)) ?? null;
    if (GROUP_OF.size < MOST_REMEMBERED) GROUP_OF.set(folded, group);
  }
  return group;
}

/** Header words of which it is remembered what they head. */
const MOST_REMEMBERED = 5_000;

function groupCost(word: PlacedWord, children: readonly HeaderNode[]): number {
  const parts = children.filter((child) => !isTotal(child));
  const group = groupOf(word);
  const strange = parts.filter((child) => !isChildOf(group, child.word)).length;
  const opened = children[0] !== undefined && isTotal(children[0]);
  let cost = siblingsCost(children);
  if (children.length === 1) cost += COST.lone;
  if (children.length === 2 && opened && parts[0]?.children.length === 0) cost += COST.onePart;
  if (opened && children.length > 1 && GRAND_TOTAL.test(children[0]?.word.text ?? '')) cost += COST.grand;
  if (!opened && strange > 0) cost += COST.withoutTotal;
  if (group) return cost + strange * COST.strangeChild;
  return cost + (word.kind === 'leaf' ? COST.leafHead : parts.length > 0 ? COST.unknownHead : 0);
}

/** Of cells beside each other, between keys: totals stand first, no two have one name, and parts stand below their head. */
export function siblingsCost(nodes: readonly HeaderNode[]): number {
  let cost = 0;
  let run: HeaderNode[] = [];
  for (const node of nodes) {
    if (!coversKeysOnly(node)) {
      run.push(node);
      continue;
    }
    if (isClassWord(node.word.text)) cost += COST.looseClass;
    cost += runCost(run);
    run = [];
  }
  return cost + runCost(run);
}

function runCost(nodes: readonly HeaderNode[]): number {
  let cost = 0;
  const seen = new Set<string>();
  const wholes: HeaderNode[] = [];
  const bare: Group[] = [];
  for (const [i, node] of nodes.entries()) {
    const name = node.word.folded;
    if (seen.has(name)) cost += COST.twice;
    seen.add(name);
    if (isTotal(node)) {
      if (i > 0) cost += COST.lateTotal;
      continue;
    }
    const group = groupOf(node.word);
    if (group?.isWhole) wholes.push(node);
    if (node.children.length > 0 && bare.some((head) => coversPartsOf(head, node))) cost += COST.skipped;
    if (group && node.children.length === 0) bare.push(group);
  }
  if (wholes.length === 0) return cost;
  const isPart = ({ word, children }: HeaderNode): boolean =>
    children.length === 0 &&
    !OF_WHICH_AT_START.test(word.folded) &&
    wholes.some((whole) => whole.word !== word && isChildOf(groupOf(whole.word), word));
  return cost + COST.besideParts * nodes.filter(isPart).length;
}

function coversPartsOf(head: Group, { children }: HeaderNode): boolean {
  return children.every((child) => isTotal(child) || isChildOf(head, child.word));
}

const CHILD_OF = new WeakMap<Group, Map<string, boolean>>();

/** Asked for at every step of the search. */
function isChildOf(group: Group | null, { folded }: PlacedWord): boolean {
  if (!group) return false;
  const known = CHILD_OF.get(group) ?? new Map<string, boolean>();
  CHILD_OF.set(group, known);
  const answer = known.get(folded) ?? group.children.test(folded);
  known.set(folded, answer);
  return answer;
}
