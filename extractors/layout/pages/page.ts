import { at } from '../../model/at.ts';
import type { Block, GridRow, TextLine } from '../../model/blocks.ts';
import type { Box } from '../../model/box.ts';
import type { DrawnPage, Word } from '../../model/source.ts';
import { isTitle, parseCaption } from '../../notation/captions.ts';
import { isDataRow } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { type UprightPage, uprightPage } from '../geometry/upright.ts';
import { boxAround, lineText, visualLines } from '../geometry/visual-lines.ts';
import { alignedRegions, alignedRows, splitLine } from '../grids/aligned/index.ts';
import { type Placing, rounded } from '../grids/cell-text.ts';
import { CLIPPED, clipRulings } from '../grids/clipped.ts';
import { edgesOf, type Lattice, type LatticeSteps, lattices } from '../grids/lattice/index.ts';
import { latticeBox, ruledRows } from '../grids/ruled.ts';

/** A page taken apart: the printed lines outside tables, and its tables. */
export interface PageLayout {
  number: number;
  upright: UprightPage;
  placing: Placing;
  regions: Region[];
  lines: PrintedLine[];
}

export interface Region {
  box: Box;
  strategy: 'lattice' | 'clipped' | 'aligned';
  rows: GridRow[];
}

export interface PrintedLine {
  page: number;
  words: Word[];
  text: string;
  box: Box;
  /** Distance of the line's middle from the top, as a share of the page's height. */
  height: number;
}

/** A border of this many points around a grid still belongs to it: text touches the rules. */
const MARGIN = 1;
/** Clip boxes of fewer rows are those of a caption. */
const MIN_CLIPPED_ROWS = 3;
/** A gap this many ems wide separates the parts of a caption line (publisher … year … unit). */
const CAPTION_GAP = 2.5;
const NOTE = /^[（(]?(?:备注|注|说明|附注)\d?\s*[:：]/;

/** `inherited`: the borders of the columns in which the page before ended, for rows that go on without a header. */
export function layoutPage(page: DrawnPage, inherited: readonly number[] | null = null): PageLayout {
  const upright = uprightPage(page);
  const numbers = new Map<Word, number>();
  visualLines(upright.words).forEach((line, i) => {
    for (const word of line) numbers.set(word, page.lines[i]?.number ?? 1);
  });
  const fallback = page.lines[0]?.number ?? 1;
  const placing: Placing = { page: page.number, lineOf: (word) => numbers.get(word) ?? fallback, display: upright.display };
  // Parts of a cut word stand on the line of the whole.
  const byBox = (word: Word) => numbers.get(word) ?? lineAt(upright.words, numbers, word) ?? fallback;
  placing.lineOf = byBox;
  const ruled = ruledRegions(lattices(upright.rulings), upright.words, placing);
  const clips = clipRulings(ruled.rest, upright.width);
  const clipped = clips.length > 0 ? ruledRegions(lattices(clips, CLIPPED), ruled.rest, placing) : { regions: [], rest: ruled.rest };
  const aligned = alignedTables(clipped.rest, upright, placing, inherited);
  const lines = visualLines(aligned.rest).map((words): PrintedLine => {
    const box = boxAround(words);
    return {
      page: page.number,
      words,
      text: lineText(words),
      box,
      height: upright.height > 0 ? (box[1] + box[3]) / 2 / upright.height : 0.5,
    };
  });
  return { number: page.number, upright, placing, regions: [...ruled.regions, ...clipped.regions, ...aligned.regions], lines };
}

function lineAt(words: readonly Word[], numbers: ReadonlyMap<Word, number>, part: Word): number | undefined {
  const whole = words.find((word) => word.box[1] === part.box[1] && word.box[0] <= part.box[0] && word.box[2] >= part.box[2]);
  return whole && numbers.get(whole);
}

interface Found {
  regions: Region[];
  rest: Word[];
}

function ruledRegions(steps: LatticeSteps, words: readonly Word[], placing: Placing): Found {
  const found = steps.lattices.map((lattice) => ({ lattice, box: latticeBox(lattice), words: [] as Word[] }));
  const byArea = [...found].sort((a, b) => area(a.box) - area(b.box));
  const rest: Word[] = [];
  for (const word of words) {
    const owner = byArea.find(({ box }) => isInside(word, box));
    if (owner) owner.words.push(word);
    else rest.push(word);
  }
  const regions: Region[] = [];
  for (const { lattice, box, words } of found) {
    if (isTable(lattice, words) && (steps.settings !== CLIPPED || lattice.ys.length > MIN_CLIPPED_ROWS))
      regions.push({ box, strategy: steps.settings === CLIPPED ? 'clipped' : 'lattice', rows: ruledRows(lattice, words, placing) });
    else rest.push(...words);
  }
  return { regions, rest };
}

/** The borders of the lowest table on a page that is found by its alignment. */
export function lastBorders({ regions }: PageLayout): readonly number[] | null {
  const lowest = regions.reduce<Region | null>((best, region) => (best === null || region.box[3] > best.box[3] ? region : best), null);
  return lowest?.strategy === 'aligned' ? (lowest.rows.at(-1)?.borders ?? null) : null;
}

function alignedTables(words: readonly Word[], page: UprightPage, placing: Placing, inherited: readonly number[] | null): Found {
  const split = visualLines(words).map(splitLine);
  const regions: Region[] = [];
  const taken = new Set<Word>();
  const rules = edgesOf(page.rulings).horizontal.filter((edge) => edge.to - edge.from > 0.3 * page.width);
  for (const region of alignedRegions(split, rules)) {
    const all = [...region.header, ...region.body].flatMap((line) => line.words);
    for (const word of all) taken.add(word);
    regions.push({
      box: boxAround(all),
      strategy: 'aligned',
      rows: alignedRows(region, rules, placing, regions.length === 0 ? inherited : null),
    });
  }
  return { regions, rest: taken.size === 0 ? [...words] : words.filter((word) => !taken.has(word)) };
}

/** Frames around a text and the axes of a chart are no tables. */
function isTable(lattice: Lattice, words: readonly Word[]): boolean {
  return lattice.xs.length > 2 && words.length > 1;
}

function area(box: Box): number {
  return (box[2] - box[0]) * (box[3] - box[1]);
}

function isInside({ box }: Word, [x0, y0, x1, y1]: Box): boolean {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x > x0 - MARGIN && x < x1 + MARGIN && y > y0 - MARGIN && y < y1 + MARGIN;
}

/** The page as lines of text and grids, in reading order. */
export function blocksOf(layout: PageLayout, running: ReadonlySet<PrintedLine>): Block[] {
  const items: { y: number; x: number; blocks: Block[] }[] = [];
  for (const line of layout.lines) {
    if (!running.has(line)) items.push({ y: line.box[1], x: line.box[0], blocks: textLines(layout, line) });
  }
  for (const region of layout.regions) items.push({ y: region.box[1], x: region.box[0], blocks: regionBlocks(layout.number, region.rows) });
  items.sort((a, b) => a.y - b.y || a.x - b.x);
  return items.flatMap((item) => item.blocks);
}

function textLines(layout: PageLayout, line: PrintedLine): TextLine[] {
  const pieces: Word[][] = [];
  let open: Word[] = [];
  for (const word of line.words) {
    const last = open.at(-1);
    if (last && word.box[0] - last.box[2] <= CAPTION_GAP * word.fontSize) open.push(word);
    else {
      open = [word];
      pieces.push(open);
    }
  }
  const isCaption = pieces.length > 1 && pieces.some((piece) => parseCaption(lineText(piece)) !== null);
  return (isCaption ? pieces : [line.words]).map((words) => textLine(layout, words));
}

function textLine({ number, placing }: PageLayout, words: readonly Word[]): TextLine {
  const text = lineText(words);
  return {
    kind: 'line',
    page: number,
    line: placing.lineOf(at(words, 0)),
    text,
    raw: text,
    box: rounded(placing.display(boxAround(words))),
  };
}

/** Title and unit inside the frame, above the header, are the table's caption; notes inside it, below the data, its notes. */
function regionBlocks(page: number, rows: readonly GridRow[]): Block[] {
  if (isContents(rows)) return rows.map((row) => contentsLine(page, row));
  const start = rows.findIndex((row) => !isCaptionRow(row));
  const first = start < 0 ? rows.length : start;
  const last = Math.max(first, rows.findLastIndex((row) => !isNoteRow(row)) + 1);
  const body = rows.slice(first, last);
  return [
    ...rows.slice(0, first).flatMap((row) => cellLines(page, row)),
    ...(body.length > 0 ? [{ kind: 'grid' as const, bounded: true, rows: body }] : []),
    ...rows.slice(last).flatMap((row) => cellLines(page, row)),
  ];
}

/** Each text of a row as a line of its own. */
function cellLines(page: number, { cells, line }: GridRow): TextLine[] {
  return cells
    .filter(({ text }) => text !== '')
    .map(({ text, raw, places }) => {
      const box = places[0]?.bbox;
      return { kind: 'line', page, line, text, raw, ...(box ? { box } : {}) };
    });
}

const TABLE_NUMBER = /^(?:附|公开|预算|决算)?表\d{1,2}(?:-\d{1,2})?$/;
const MIN_LISTED = 4;

/** 表1 | 收支总表 | 是否空表: a list of the tables, and none itself. */
function isContents(rows: readonly GridRow[]): boolean {
  const listed = rows.filter(({ cells }) =>
    cells.some((cell, c) => TABLE_NUMBER.test(compact(cell.text)) && isTitle(cells[c + 1]?.text ?? '')),
  );
  return listed.length >= MIN_LISTED && listed.length > 0.6 * rows.length;
}

function contentsLine(page: number, row: GridRow): TextLine {
  const numbered = row.cells.findIndex((cell) => TABLE_NUMBER.test(compact(cell.text)));
  const text = row.cells
    .slice(Math.max(0, numbered), numbered + 2)
    .map((cell) => cell.text)
    .join(' ');
  return { kind: 'line', page, line: row.line, text, raw: text, contents: numbered >= 0 };
}

function isCaptionRow(row: GridRow): boolean {
  const filled = row.cells.filter((cell) => cell.text !== '');
  if (filled.length === 0) return true;
  if (filled.length > 3 || isDataRow(row, false)) return false;
  const captions = filled.map((cell) => parseCaption(cell.text));
  if (captions.some((caption) => caption === null)) return false;
  const title = captions.some((caption) => caption!.title !== null && caption!.number === null && caption!.unit === null);
  return !title || filled.length === 1;
}

function isNoteRow(row: GridRow): boolean {
  const filled = row.cells.filter((cell) => cell.text !== '');
  return filled.length === 0 || (filled.length === 1 && NOTE.test(compact(filled[0]!.text)));
}
