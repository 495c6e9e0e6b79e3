import { TABLE_NUMBER_ALONE } from '../../../schemas/lexicon/tables/titles.ts';
import { at } from '../../model/at.ts';
import type { Block, GridBlock, GridRow, TextLine } from '../../model/blocks.ts';
import type { Word } from '../../model/source.ts';
import { isTitle, parseCaption, startsNote } from '../../notation/captions.ts';
import { isOrganisation } from '../../notation/organisations.ts';
import { isDataRow } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { boxAround, lineText } from '../geometry/visual-lines.ts';
import { rounded } from '../grids/cell-text.ts';
import type { PageLayout, PrintedLine } from './page.ts';

/** A gap this many ems wide separates the parts of a caption line (publisher … year … unit). */
const CAPTION_GAP = 2.5;

/** The page as lines of text and grids, in reading order. */
export function blocksOf(layout: PageLayout, running: ReadonlySet<PrintedLine>): Block[] {
  const items: { y: number; x: number; blocks: Block[] }[] = [];
  for (const line of layout.lines) {
    if (!running.has(line)) items.push({ y: line.box[1], x: line.box[0], blocks: textLines(layout, line) });
  }
  for (const region of layout.regions)
    items.push({ y: region.box[1], x: region.box[0], blocks: gridBlocks({ kind: 'grid', bounded: true, rows: region.rows }) });
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
export function gridBlocks({ bounded, rows }: GridBlock): Block[] {
  if (isContents(rows)) return rows.map(contentsLine);
  const start = rows.findIndex((row) => !isCaptionRow(row));
  const first = start < 0 ? rows.length : start;
  const last = Math.max(first, rows.findLastIndex((row) => !isNoteRow(row)) + 1);
  const body = rows.slice(first, last);
  return [
    ...rows.slice(0, first).flatMap(captionLines),
    ...(body.length > 0 ? [{ kind: 'grid' as const, bounded, rows: body }] : []),
    ...rows.slice(last).flatMap(cellLines),
  ];
}

/** Publisher and unit beside each other are one line, since only the unit tells that the publisher is no prose. */
function captionLines(row: GridRow): TextLine[] {
  const lines = cellLines(row);
  const [first, ...others] = lines;
  if (!first || lines.every(({ text }) => parseCaption(text) !== null)) return lines;
  const text = [first, ...others].map((line) => line.text).join(' ');
  return [{ ...first, text, raw: text }];
}

/** Each text of a row as a line of its own. */
function cellLines({ cells, page, line }: GridRow): TextLine[] {
  return cells
    .filter(({ text }) => text !== '')
    .map(({ text, raw, places }) => {
      const box = places[0]?.bbox;
      return { kind: 'line', page, line, text, raw, ...(box ? { box } : {}) };
    });
}

const MIN_LISTED = 4;

/** 表1 | 收支总表 | 是否空表: a list of the tables, and none itself. */
function isContents(rows: readonly GridRow[]): boolean {
  const listed = rows.filter(({ cells }) =>
    cells.some((cell, c) => TABLE_NUMBER_ALONE.test(compact(cell.text)) && isTitle(cells[c + 1]?.text ?? '')),
  );
  return listed.length >= MIN_LISTED && listed.length > 0.6 * rows.length;
}

function contentsLine(row: GridRow): TextLine {
  const numbered = row.cells.findIndex((cell) => TABLE_NUMBER_ALONE.test(compact(cell.text)));
  const text = row.cells
    .slice(Math.max(0, numbered), numbered + 2)
    .map((cell) => cell.text)
    .join(' ');
  return { kind: 'line', page: row.page, line: row.line, text, raw: text, contents: numbered >= 0 };
}

function isCaptionRow(row: GridRow): boolean {
  const filled = row.cells.filter((cell) => cell.text !== '');
  if (filled.length === 0) return true;
  if (filled.length > 3 || isDataRow(row, false)) return false;
  const captions = filled.flatMap((cell) => parseCaption(cell.text) ?? []);
  const bodies = filled.filter(({ text }) => parseCaption(text) === null && isOrganisation(text));
  if (captions.length + bodies.length < filled.length) return false;
  if (bodies.length > 0) return bodies.length === 1 && captions.some(({ unit }) => unit !== null);
  // Years beside each other are heads of columns.
  if (filled.length > 1 && captions.every(({ year }) => year !== null)) return false;
  const hasTitle = captions.some(({ title, number, unit }) => title !== null && number === null && unit === null);
  return !hasTitle || filled.length === 1;
}

function isNoteRow(row: GridRow): boolean {
  const [only, ...others] = row.cells.filter((cell) => cell.text !== '');
  return only === undefined || (others.length === 0 && startsNote(compact(only.text)));
}
