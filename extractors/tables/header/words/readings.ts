/** Lines of a header of which only the order of the words is known in, the readings that they allow out; imports schemas, model, notation. */
import {
  EXPENDITURE,
  NAME_WORD,
  NAMES_CODES,
  REVENUE,
  SIDE_START,
  TEXT_COLUMN,
  TEXTS_BEHIND,
  YEAR_COLUMN,
} from '../../../../schemas/lexicon/tables/columns.ts';
import { SIDE_OF_TABLE } from '../../../../schemas/lexicon/tables/header-cells.ts';
import { OF_EARLIER_YEARS } from '../../../../schemas/lexicon/tables/header-words.ts';
import { OF_WHICH_ALONE } from '../../../../schemas/lexicon/writing/marks.ts';
import type { GridRow } from '../../../model/blocks.ts';
import { fold } from '../../../notation/headers/known-words.ts';
import { type PlacedWord, type Segmentation, segmentations, wholeWords } from '../../../notation/headers/pieces.ts';
import { isClassWord, isIndexRow } from '../../../notation/row-kinds.ts';
import { COST, coversKeysOnly, groupOf, type HeaderNode, isSide, siblingsCost } from './costs.ts';
import { cheapestTrees, treesByFormat } from './formats.ts';
import { headsCost, treesByRuns } from './runs.ts';
import {
  BARE_HEAD,
  BY_FORMAT,
  EMPTY,
  FIRST_HEAD,
  FURTHER,
  LEAST_DIVIDED,
  LEAST_FULL,
  LEAST_SIDES,
  LEAST_UNCLEAR,
  MOST_DIVIDED,
  MOST_EMPTY,
  MOST_FORMAT_TREES,
  MOST_HANDED_ON,
  MOST_NATURAL,
  MOST_OF_WIDTH,
  MOST_UNKNOWN,
  NO_ROWS,
  OTHER_COUNT,
} from './settings.ts';
import { treesOf } from './trees.ts';

/** Keys and the paths of the value columns right of them. */
export interface WordPanel {
  /** The head over keys and columns, if there is one. */
  head: string | null;
  keys: PlacedWord[];
  paths: string[][];
}

/** One way to read a header of which only the order of the words is known. */
export interface HeaderReading {
  panels: WordPanel[];
  /** Words of no format. */
  unknown: string[];
  cost: number;
  /** What the words alone say against it. */
  odd: number;
}

/**
 * The readings of a header, cheapest first. `filled`: as many columns as a row of the table fills. `isFull`: all rows
 * fill as many, so that no other number of columns is likely. `isCellALine`: each cell has a line of its own, so that lines show no rows; the words in runs come first then. `areWords`: each row is a word.
 */
export function readingsOf(
  rows: readonly GridRow[],
  filled: number,
  isCellALine = false,
  isFull = false,
  areWords = false,
): HeaderReading[] {
  const header: Header = { filled, counted: countOf(rows), isFull, isCellALine, areWords };
  const ways = areWords ? [wholeWords(rows)] : segmentations(rows);
  const known = ways.filter(({ cost }) => cost <= Math.min(MOST_UNKNOWN, (ways[0]?.cost ?? 0) + FURTHER));
  const likely = readingsOfWays(known, header);
  const isWide = ({ panels }: HeaderReading): boolean => valuesOf(panels) === filled;
  const isUnclear = isFull && filled >= LEAST_FULL && (ways[0]?.cost ?? 0) >= LEAST_UNCLEAR && !likely.some(isWide);
  const all = isUnclear ? [...ofWidth(rows, header), ...likely].toSorted((a, b) => a.cost - b.cost) : likely;
  const named = preferred(all, ({ panels }) => panels.every(({ paths }) => !paths.some((path) => OF_WHICH_ALONE.test(path.at(-1) ?? ''))));
  return (isFull ? preferred(named, isWide) : named).slice(0, MOST_HANDED_ON);
}

/** What the rows below say of a header. */
interface Header {
  filled: number;
  /** How many columns there are, where that is known. */
  counted: number | null;
  isFull: boolean;
  isCellALine: boolean;
  areWords: boolean;
}

/** The readings that these words allow, cheapest first. */
function readingsOfWays(known: readonly Segmentation[], header: Header): HeaderReading[] {
  const readingOf = ({ words, cost }: Segmentation, panels: WordPanel[], against: number): HeaderReading => {
    const unknown = words.filter(({ kind }) => kind === 'unknown').map(({ text }) => text);
    const odd = cost + against + panelsCost(panels) + (header.areWords ? bareHeadsCost(panels) : 0);
    return { panels, unknown, odd, cost: odd + widthCost(panels, header) };
  };
  const guessed = header.isCellALine ? NO_ROWS : 0;
  const readings = known.flatMap((way) => treesOf(way.words).map(({ nodes, cost }) => readingOf(way, panelsOf(nodes), cost + guessed)));
  const [first] = known;
  const byRuns = first
    ? runsOf(first.words).map(({ panels, cost }) =>
        readingOf(first, panels, (header.isCellALine && !header.areWords ? 0 : cost) - FIRST_HEAD),
      )
    : [];
  const byFormat =
    first && header.areWords ? byFormatOf(first.words, header).map(({ panels, cost }) => readingOf(first, panels, cost - BY_FORMAT)) : [];
  const bySides = known.flatMap((way) => sidesOf(way.words).map((panels) => readingOf(way, panels, 0)));
  const byCross = known.flatMap((way) => crossedOf(way.words).map(({ panels, cost }) => readingOf(way, panels, cost)));
  return distinct([...bySides, ...byFormat, ...byCross, ...byRuns, ...readings].toSorted((a, b) => a.cost - b.cost));
}

/** Where the cheapest words make no header of as many columns as all rows fill, the next ones that do: a word that lines cut is one. */
function ofWidth(rows: readonly GridRow[], header: Header): HeaderReading[] {
  const ways = segmentations(rows, true).filter(({ words }) => !words.some((word) => word.swallows));
  for (const way of ways.slice(0, MOST_OF_WIDTH)) {
    const wide = readingsOfWays([way], header).filter(({ panels }) => valuesOf(panels) === header.filled);
    if (wide.length > 0) return wide;
  }
  return [];
}

/** How many columns the words of a header, a row each, make by themselves as formats have it; null where they are no header of any. */
export function naturalWidth(rows: readonly GridRow[]): number | null {
  const { words, cost } = wholeWords(rows);
  if (cost > 0 || sideParts(words)) return null;
  const [best] = cheapestTrees(treesByFormat(words, 1, words.length), 1);
  return best && best.cost <= MOST_NATURAL ? best.nodes.reduce((sum, node) => sum + pathsOf(node, []).length, 0) : null;
}

/** One panel, whose columns are as many as the rows have, or two sides beside each other. */
function byFormatOf(words: readonly PlacedWord[], { filled, isFull }: Header): { panels: WordPanel[]; cost: number }[] {
  const sides = sideParts(words);
  if (sides) return sidesByFormat(sides);
  const keys = words.filter(({ kind, text }) => kind === 'key' || TEXTS_BEHIND.test(text));
  return cheapestTrees(treesByFormat(words, filled, isFull ? 0 : words.length), MOST_FORMAT_TREES).map(({ nodes, cost }) => ({
    panels: [{ head: null, keys, paths: nodes.flatMap((node) => pathsOf(node, [])) }],
    cost,
  }));
}

interface SidePart {
  head: string;
  words: readonly PlacedWord[];
}

/** The words of each side, where two heads and two names are printed: those of the right one follow its name. */
function sideParts(words: readonly PlacedWord[]): [SidePart, SidePart] | null {
  const isName = ({ kind, text }: PlacedWord): boolean => kind === 'key' && SIDE_START.test(text);
  const [left, right, ...more] = words.filter(({ text }) => SIDE_OF_TABLE.test(text));
  if (!left || !right || more.length > 0 || words.filter(isName).length !== 2) return null;
  const body = words.filter((word) => word !== left && word !== right);
  const second = body.findLastIndex(isName);
  return [
    { head: left.text, words: body.slice(0, second) },
    { head: right.text, words: body.slice(second) },
  ];
}

/** Each side by what formats have: how many columns it has the rows do not say, for they are those of both. */
function sidesByFormat(parts: readonly [SidePart, SidePart]): { panels: WordPanel[]; cost: number }[] {
  const trees = parts.map(({ words }) => {
    const count = words.filter(({ kind }) => kind !== 'key').length;
    return cheapestTrees(treesByFormat(words, Math.min(1, count), count), 1)[0];
  });
  const panels = parts.map(({ head, words }, i) => ({
    head,
    keys: words.filter(({ kind }) => kind === 'key'),
    paths: (trees[i]?.nodes ?? []).flatMap((node) => pathsOf(node, [])),
  }));
  return panels.some(({ paths }) => paths.length === 0) ? [] : [{ panels, cost: trees.reduce((sum, tree) => sum + (tree?.cost ?? 0), 0) }];
}

/** The words in their order, as runs that a word for a total or a year begins; 收入 and 支出 above two names head a side each. */
function runsOf(words: readonly PlacedWord[]): { panels: WordPanel[]; cost: number }[] {
  const isName = ({ kind, text }: PlacedWord): boolean => kind === 'key' && SIDE_START.test(text);
  const sides = words.filter(({ text }) => text === REVENUE || text === EXPENDITURE);
  const isTwoSided = sides.length === 2 && words.filter(isName).length === 2;
  const body = isTwoSided ? words.filter((word) => !sides.includes(word)) : words;
  const second = isTwoSided ? body.findLastIndex(isName) : body.length;
  const parts = isTwoSided ? [body.slice(0, second), body.slice(second)] : [body];
  const trees = parts.map((part) => treesByRuns(part.filter(({ kind }) => kind !== 'key')));
  const panels = parts.map((part, i) => ({
    head: isTwoSided ? (sides[i]?.text ?? null) : null,
    keys: part.filter(({ kind }) => kind === 'key'),
    paths: (trees[i] ?? []).flatMap((node) => pathsOf(node, [])),
  }));
  const cost = trees.reduce((sum, nodes) => sum + siblingsCost(nodes) + nodes.reduce((all, node) => all + headsCost(node), 0), 0);
  return trees.some((nodes) => nodes.length > 0) ? [{ panels, cost }] : [];
}

/**
 * The same cells below each of the columns (一般公共预算 | 政府性基金预算 | 国有资本经营预算 below 总计, below 公务接待费 …): the columns are read
 * without them, and each is divided as all are, the totals among them.
 */
function crossedOf(words: readonly PlacedWord[]): { panels: WordPanel[]; cost: number }[] {
  const tail = repeatedTail(words);
  if (!tail) return [];
  const heads = words.slice(0, words.length - tail.size * tail.times);
  const below = words.slice(words.length - tail.size).map(({ text }) => text);
  const isKey = ({ kind, text }: PlacedWord): boolean => kind === 'key' || YEAR_COLUMN.test(text);
  const keys = heads.filter(isKey);
  return treesOf(heads.filter((word) => !isKey(word))).flatMap(({ nodes, cost }) => {
    const columns = nodes.flatMap((node) => pathsOf(node, []));
    if (columns.length !== tail.times) return [];
    return [{ panels: [{ head: null, keys, paths: columns.flatMap((path) => below.map((text) => [...path, text])) }], cost }];
  });
}

/** The shortest run of different words that the header ends with, again and again. */
function repeatedTail(words: readonly PlacedWord[]): { size: number; times: number } | null {
  const names = words.map(({ folded }) => folded);
  for (let size = 2; size <= MOST_DIVIDED; size++) {
    const run = names.slice(-size).join('|');
    let times = 0;
    while (times * size < names.length && names.slice(names.length - (times + 1) * size, names.length - times * size).join('|') === run)
      times++;
    if (times >= LEAST_DIVIDED && new Set(names.slice(-size)).size === size) return { size, times };
  }
  return null;
}

/** Names that each have the same one column behind them (项目 | 预算数 | 支出功能分类科目 | 预算数 | …): panels beside each other. */
function sidesOf(words: readonly PlacedWord[]): WordPanel[][] {
  const first = words.findIndex(({ kind }) => kind === 'key');
  const heads = words.slice(0, first).map(({ text }) => text);
  const body = words.slice(first);
  const [, column] = body;
  const isAlike = body.every(({ kind, text }, i) => (i % 2 === 0 ? kind === 'key' : kind !== 'key' && text === column?.text));
  const names = body.filter((_, i) => i % 2 === 0);
  if (!column || !isAlike || body.length % 2 > 0 || names.length < LEAST_SIDES) return [];
  if (heads.some((text) => text !== REVENUE && text !== EXPENDITURE)) return [];
  const headOf = (panel: number): string | null => heads[Math.min(panel, heads.length - 1)] ?? null;
  return [names.map((name, i) => ({ head: headOf(i), keys: [name], paths: [[column.text]] }))];
}

function distinct(readings: readonly HeaderReading[]): HeaderReading[] {
  const seen = new Set<string>();
  return readings.filter(({ panels }) => {
    const said = panels
      .map(({ keys, paths }) => [...keys.map(({ text }) => text), ...paths.map((path) => path.join('>'))].join('|'))
      .join('#');
    return !seen.has(said) && seen.add(said);
  });
}

/** Those that pass, where any does. */
function preferred(readings: readonly HeaderReading[], passes: (reading: HeaderReading) => boolean): readonly HeaderReading[] {
  const passing = readings.filter(passes);
  return passing.length > 0 ? passing : readings;
}

const widthOf = (panels: readonly WordPanel[]): number => panels.reduce((sum, { paths }) => sum + paths.length, 0);

/** Columns of amounts: those of texts behind them do not count. */
function valuesOf(panels: readonly WordPanel[]): number {
  return panels.reduce(
    (sum, { paths }) => sum + paths.filter(([word = '', ...below]) => below.length > 0 || !TEXTS_BEHIND.test(word)).length,
    0,
  );
}

/** What the width speaks against: a row has more numbers, no row has so many, or the line of column numbers counts others. */
function widthCost(panels: readonly WordPanel[], { filled, counted, isFull }: Header): number {
  const columns = widthOf(panels);
  if (columns < filled) return OTHER_COUNT * (filled - columns);
  if (counted !== null) return counted === columns ? 0 : OTHER_COUNT;
  if (isFull) return valuesOf(panels) === filled ? 0 : OTHER_COUNT;
  return Math.min(MOST_EMPTY, EMPTY * (columns - filled));
}

/** Panels beside each other have the same keys, and each has columns; a head of its own is for one beside others. */
function panelsCost(panels: readonly WordPanel[]): number {
  const [first, ...others] = panels;
  if (!first) return 0;
  const names = ({ keys }: WordPanel): string => keys.map(({ text }) => text).join(' ');
  const columns = ({ paths }: WordPanel): string => paths.map((path) => path.join('>')).join(' ');
  const isOdd = (panel: WordPanel): boolean => names(panel) !== names(first) && (others.length === 1 || columns(panel) !== columns(first));
  const odd = others.filter(isOdd).length;
  const empty = panels.filter(({ paths }) => paths.length === 0).length;
  const alone = others.length === 0 && first.head !== null ? COST.panelWithoutSide : 0;
  return odd * COST.otherKeys + (others.length > 0 ? empty : 0) * COST.emptyPanel + alone;
}

/** Heads that are columns beside what formats have below them, which order alone would allow: 合计 | 支出预算 | 基本支出 | 项目支出. */
function bareHeadsCost(panels: readonly WordPanel[]): number {
  let bare = 0;
  for (const { paths } of panels) {
    for (const path of paths) {
      const group = groupOf({ folded: fold(path.at(-1) ?? '') });
      if (!group || OF_EARLIER_YEARS.test(path.at(-1) ?? '')) continue;
      const beside = paths.filter((other) => other !== path && other.length >= path.length && samePath(other, path, path.length - 1));
      const parts = new Set(beside.map((other) => fold(other[path.length - 1] ?? '')).filter((text) => group.children.test(text)));
      if (parts.size > 1) bare++;
    }
  }
  return bare * BARE_HEAD;
}

const samePath = (one: readonly string[], other: readonly string[], depth: number): boolean =>
  one.slice(0, depth).join('>') === other.slice(0, depth).join('>');

/** How many columns the line 栏次 1 2 3 numbers; null where there is none. */
function countOf(rows: readonly GridRow[]): number | null {
  const row = rows.find(({ cells }) => isIndexRow(cells));
  return row ? row.cells.filter(({ text }) => /^\d{1,2}$/.test(text.trim())).length : null;
}

/** A panel begins with keys, behind the columns of another or below a head of its own. */
function panelsOf(nodes: readonly HeaderNode[]): WordPanel[] {
  const panels: WordPanel[] = [];
  for (const { node, head } of nodes.flatMap(partsOf)) {
    const isKeys = coversKeysOnly(node);
    let panel = panels.at(-1);
    if (!panel || panel.head !== head || (isKeys && panel.paths.length > 0)) {
      panel = { head, keys: [], paths: [] };
      panels.push(panel);
    }
    if (isKeys) panel.keys.push(...wordsOf(node));
    else panel.paths.push(...pathsOf(node, []));
  }
  return withoutNameless(panels);
}

/** Codes and texts between the columns of a table begin no panel: none of them names a row. */
function withoutNameless(panels: readonly WordPanel[]): WordPanel[] {
  const kept: WordPanel[] = [];
  for (const panel of panels) {
    const before = kept.at(-1);
    if (before && before.head === panel.head && panel.keys.length > 0 && !panel.keys.some(namesRows)) {
      before.keys.push(...panel.keys);
      before.paths.push(...panel.paths);
    } else kept.push(panel);
  }
  return kept;
}

/** Neither 类 款 项, nor a column of codes or of texts. */
function namesRows({ text }: PlacedWord): boolean {
  return !isClassWord(text) && !(NAMES_CODES.test(text) && !NAME_WORD.test(text)) && !TEXT_COLUMN.test(text);
}

/** The cells beside each other below a head of keys and columns, which is no part of their paths. */
function partsOf(node: HeaderNode): { node: HeaderNode; head: string | null }[] {
  return isSide(node) ? node.children.map((child) => ({ node: child, head: node.word.text })) : [{ node, head: null }];
}

function wordsOf({ word, children }: HeaderNode): PlacedWord[] {
  return [word, ...children.flatMap(wordsOf)];
}

function pathsOf({ word, children }: HeaderNode, above: readonly string[]): string[][] {
  const path = [...above, word.text];
  return children.length === 0 ? [path] : children.flatMap((child) => pathsOf(child, path));
}
