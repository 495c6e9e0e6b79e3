/** Pages of text whose columns are made with spaces in, their blocks out; imports model, notation, geometry, grids, pages. */
import { at } from '../../model/at.ts';
import type { Block, TextLine } from '../../model/blocks.ts';
import type { FlowPage, Word } from '../../model/source.ts';
import { parseCaption } from '../../notation/captions.ts';
import type { Placing } from '../grids/cell-text.ts';
import { runningLines } from '../pages/running.ts';
import { paddedRegions } from './regions.ts';
import { paddedRows } from './rows.ts';
import { segmentsOf } from './segments.ts';
import { counted, type Width } from './widths.ts';
import { ROW, wordsOfLine } from './words.ts';

export function layOutText(pages: readonly FlowPage[]): Block[] {
  const width = counted;
  const running = runningOf(pages);
  let inherited: readonly number[] | null = null;
  return pages.flatMap((page) => {
    const lines = page.blocks.filter((block): block is TextLine => block.kind === 'line');
    if (lines.length < page.blocks.length) return page.blocks;
    const done = layOutPage(page.number, lines, width, running, inherited);
    inherited = done.borders;
    return done.blocks;
  });
}

function runningOf(pages: readonly FlowPage[]): ReadonlySet<TextLine> {
  const edges = pages.flatMap(({ number, blocks }) =>
    blocks.flatMap((block, i) =>
      block.kind === 'line' && block.text.trim() !== '' ? [{ page: number, text: block.text, height: (i + 0.5) / blocks.length, line: block }] : [],
    ),
  );
  return new Set([...runningLines(edges, pages.length)].map(({ line }) => line));
}

function layOutPage(number: number, lines: readonly TextLine[], width: Width, running: ReadonlySet<TextLine>, inherited: readonly number[] | null) {
  const shown = lines.flatMap((line, row) => (running.has(line) || line.text.trim() === '' ? [] : [{ line, row, split: segmentsOf(wordsOfLine(line, row, width)) }]));
  const regions = paddedRegions(shown.map(({ split }) => split));
  const placing: Placing = {
    page: number,
    lineOf: (word: Word) => at(lines, Math.round(word.box[1] / ROW)).line,
    display: (box) => box,
  };
  const inRegion = new Map(regions.flatMap((region) => [...region.header, ...region.body].map((split) => [split, region] as const)));
  const done = new Set<unknown>();
  const blocks: Block[] = [];
  let borders: readonly number[] | null = null;
  const bySplit = new Map(shown.map((one) => [one.row, one.split]));
  lines.forEach((line, row) => {
    if (running.has(line)) return;
    const split = bySplit.get(row);
    const region = split && inRegion.get(split);
    if (!region) {
      blocks.push(...(split ? captionPieces(line) : [line]));
      return;
    }
    if (done.has(region)) return;
    done.add(region);
    const rows = paddedRows(region, placing, done.size === 1 ? inherited : null);
    borders = rows.at(-1)?.borders ?? null;
    blocks.push({ kind: 'grid', bounded: true, rows });
  });
  return { blocks, borders };
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
