/**
 * Pages of text whose columns are made with spaces in, their blocks out; imports schemas, model, notation, grids,
 * pages, lines, head.
 */
import { UNIT_ALONE } from '../../../schemas/lexicon/tables/titles.ts';
import { PAGE_PATTERN } from '../../../schemas/lexicon/writing/pages.ts';
import { placeOfLine } from '../../../schemas/place.ts';
import { addAll } from '../../model/add-all.ts';
import { at } from '../../model/at.ts';
import type { Block, GridBlock, TextLine } from '../../model/blocks.ts';
import type { FlowPage, Word } from '../../model/source.ts';
import { parseCaption } from '../../notation/captions.ts';
import { compact } from '../../notation/text.ts';
import type { SplitLine } from '../grids/aligned/index.ts';
import type { Placing } from '../grids/cell-text.ts';
import { runningLines } from '../pages/running.ts';
import { joinTitleLines, listedTitles } from '../pages/titles.ts';
import type { DataColumn } from './head/data-column.ts';
import { hasGap, linesOf, widthOf } from './lines/recognise.ts';
import { segmentsOf } from './lines/segments.ts';
import { columnsOf, type Width } from './lines/widths.ts';
import { COLUMN, ROW, wordsOfLine } from './lines/words.ts';
import { type NamedRegion, namedRegion } from './named.ts';
import { paddedRegions } from './regions.ts';
import { withSameEnds, withSharedNamings } from './repeated.ts';
import { type PaddedTable, paddedTable } from './rows.ts';
import { MOST_PAGES, MOST_TEXTS, UNIT_REACH } from './settings.ts';

/** The blocks of a text whose columns are made with spaces, tables as grids and the rest as it is; null for other texts. */
export function layOutText(pages: readonly FlowPage[]): Block[] | null {
  const width = widthOf(pages);
  if (width === null) return null;
  const running = runningOf(pages);
  const shown = pages.map((page) => shownOn(page, width, running));
  const found = regionsOn(shown);
  const out: Block[] = [];
  let inherited: readonly DataColumn[] | null = null;
  for (const [p, page] of pages.entries()) {
    const lines = shown[p];
    if (!lines) {
      addAll(
        out,
        page.blocks.filter((block) => block.kind === 'grid' || !running.has(block)),
      );
      inherited = null;
      continue;
    }
    const { blocks, columns } = layOutPage(lines, found, placingOn(page.number, linesOf(page), width), inherited);
    addAll(out, blocks);
    inherited = columns;
  }
  return joinTitleLines(out, listedTitles(out));
}

/** The lines of a page that are none of its running ones; null: no spaces make columns on it. */
function shownOn(page: FlowPage, width: Width, running: ReadonlySet<TextLine>): Shown[] | null {
  const lines = linesOf(page);
  if (lines.length < page.blocks.length || !lines.some(hasGap)) return null;
  return lines.flatMap((line, row): Shown[] => {
    if (running.has(line)) return [];
    return [{ line, split: line.text.trim() === '' ? null : segmentsOf(wordsOfLine(line, row, width)) }];
  });
}

/** By each line of a table: the table. */
function regionsOn(pages: readonly (readonly Shown[] | null)[]): ReadonlyMap<SplitLine, NamedRegion> {
  let goesOn = false;
  const regions = pages.flatMap((shown) => {
    const own = paddedRegions(shown?.flatMap(({ split }) => split ?? []) ?? [], goesOn);
    goesOn = own.length > 0;
    return own;
  });
  const ended = withSameEnds(regions);
  const named = withSharedNamings(ended.map(namedRegion));
  return new Map(ended.flatMap(({ header, body }, r) => [...header, ...body].map((line) => [line, at(named, r)] as const)));
}

/** Page numbers, and what the edge of most pages repeats. */
function runningOf(pages: readonly FlowPage[]): ReadonlySet<TextLine> {
  const edges = pages.flatMap((page) =>
    linesOf(page).flatMap((line, i, { length }) =>
      line.text.trim() === '' ? [] : [{ page: page.number, text: line.text, height: (i + 0.5) / length, line }],
    ),
  );
  const found = [...runningLines(edges, pages.length)];
  const counts = new Map<string, number>();
  const keyOf = (text: string) => compact(text).replace(/\d+/g, '#');
  for (const { text } of found) counts.set(keyOf(text), (counts.get(keyOf(text)) ?? 0) + 1);
  // Two numbers apart are the ends of numbers in two columns.
  const isNumbers = (text: string) => /^\s*\d+(?:\s{2,}\d+)+\s*$/.test(text);
  const isRunning = (text: string) =>
    !isNumbers(text) &&
    (PAGE_PATTERN.test(keyOf(text)) ||
      ((counts.get(keyOf(text)) ?? 0) >= MOST_PAGES * pages.length && text.trim().split(/\s{2,}/).length <= MOST_TEXTS));
  return new Set(found.filter(({ text }) => isRunning(text)).map(({ line }) => line));
}

interface Shown {
  line: TextLine;
  split: SplitLine | null;
}

function layOutPage(
  shown: readonly Shown[],
  found: ReadonlyMap<SplitLine, NamedRegion>,
  placing: Placing,
  inherited: readonly DataColumn[] | null,
): { blocks: Block[]; columns: readonly DataColumn[] | null } {
  const blocks: Block[] = [];
  let columns: readonly DataColumn[] | null = null;
  const done = new Set<NamedRegion>();
  for (const { line, split } of shown) {
    const region = split && found.get(split);
    if (!region) addAll(blocks, captionPieces(line));
    else if (!done.has(region)) {
      const table = paddedTable(region, placing, done.size === 0 ? inherited : null);
      done.add(region);
      columns = table.columns;
      blocks.push(gridOf(table));
    }
  }
  return { blocks: withUnitsWhole(blocks), columns };
}

/** 单位：万 | 预算单位：某局 | 元: the end of a unit right behind its beginning. */
function withUnitsWhole(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = block.kind === 'line' && UNIT_ALONE.test(compact(block.text)) ? out.slice(-UNIT_REACH).findLastIndex(isUnitOpen) : -1;
    if (last < 0) out.push(block);
    else out.splice(Math.max(0, out.length - UNIT_REACH) + last + 1, 0, block);
  }
  return out;
}

const isUnitOpen = (block: Block): boolean => block.kind === 'line' && (parseCaption(block.text)?.unitOpen ?? null) !== null;

function gridOf({ readings }: PaddedTable): GridBlock {
  const { rows } = at(readings, 0);
  return { kind: 'grid', bounded: true, rows, ...(readings.length > 1 ? { readings } : {}) };
}

function placingOn(page: number, lines: readonly TextLine[], width: Width): Placing {
  const lineAt = ({ box }: Word) => at(lines, Math.round(box[1] / ROW));
  return {
    page,
    lineOf: (word) => lineAt(word).line,
    display: (box) => box,
    printed(words) {
      const first = at(words, 0);
      const { line, raw } = lineAt(first);
      const columns = columnsOf(raw, width);
      const start = columns.indexOf(Math.round(first.box[0] / COLUMN));
      const end = columns.indexOf(Math.round(at(words, words.length - 1).box[2] / COLUMN));
      return { raw: raw.slice(start, end), place: placeOfLine(page, line, start, end) };
    },
  };
}

/** Texts further apart than spaces within a text are. */
const PIECE = /\S+(?:[ \u3000]{1,2}\S+)*/g;

/** The parts of a caption that one line prints: number, publisher, unit. */
function captionPieces(line: TextLine): TextLine[] {
  const parts: [number, number][] = [];
  for (const { 0: text, index } of line.text.matchAll(PIECE)) {
    const last = parts.at(-1);
    if (last && /[：:]$/.test(line.text.slice(...last))) last[1] = index + text.length;
    else parts.push([index, index + text.length]);
  }
  const shown: TextLine = { ...line, laidOut: true };
  if (parts.length < 2 || !parts.some(([from, to]) => parseCaption(line.text.slice(from, to)) !== null)) return [shown];
  return parts.map(([from, to]) => ({
    ...shown,
    text: line.text.slice(from, to),
    offsets: Array.from({ length: to - from }, (_, k) => line.offsets?.[from + k] ?? from + k),
  }));
}
