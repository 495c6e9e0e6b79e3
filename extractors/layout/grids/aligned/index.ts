/**
 * Printed lines without rules in, regions whose texts are aligned and their rows out; imports schemas, model, notation, layout/geometry,
 * layout/grids.
 */
import { TOTAL_AT_END } from '../../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../../model/at.ts';
import type { GridRow } from '../../../model/blocks.ts';
import type { Word } from '../../../model/source.ts';
import { NO_CELL } from '../../../notation/cells.ts';

import { compact } from '../../../notation/text.ts';
import { boxAround } from '../../geometry/visual-lines.ts';
import { cellOfWords, cutAt, type Placing } from '../cell-text.ts';
import type { Edge } from '../lattice/index.ts';
import { bordersBetween, columnSpans } from './columns.ts';
import { groupLines, isRowLine, withFirstLabel } from './grouping.ts';
import { headerRows } from './header.ts';
import { withoutWraps } from './header-blocks.ts';
import { splitHeader } from './header-words.ts';
import { type AlignedRegion, isIndexLine, type Segment, type SplitLine } from './regions.ts';

export { bordersBetween, columnSpans, type Span } from './columns.ts';
export { groupLines, isRowLine, withFirstLabel } from './grouping.ts';
export { type HeaderPiece, homeOf, rowsOfPieces } from './header.ts';
export { type AlignedRegion, alignedRegions, isDataLine, isIndexLine, type Segment, type SplitLine, splitLine } from './regions.ts';

/**
 * Rows of a table without vertical rules. Horizontal rules between rows, where there are some, say which lines belong together. Rows
 * without a header stand in the columns of the table that they go on from, `inherited`, where they fit into them.
 */
export function alignedRows(
  found: AlignedRegion,
  rules: readonly Edge[],
  placing: Placing,
  inherited: readonly number[] | null = null,
): GridRow[] {
  const region = withFirstLabel(found, rules);
  const groups = groupLines(region.body, rules);
  const data = groups.filter((lines) => lines.some(isRowLine)).flat();
  const columns = columnSpans(data, []);
  const index = region.header.filter((line) => isIndexLine(line.segments));
  const header = withoutWraps(region.header.filter((line) => !index.includes(line)).map((line) => splitHeader(line, columns)));
  const spans = columnSpans(data, header);
  const goesOn = inherited !== null && region.header.length === 0 && fits(data, inherited);
  const borders = goesOn ? inherited : bordersBetween(spans);
  return [
    ...headerRows(header, spans, borders, placing),
    ...index.map((line) => rowOf([line], borders, placing)),
    ...groups.map((lines) => rowOf(lines, borders, placing)),
  ];
}

function fits(lines: readonly SplitLine[], borders: readonly number[]): boolean {
  return lines
    .flatMap((line) => line.segments)
    .every(({ text, x0, x1 }) => TOTAL_AT_END.test(compact(text)) || columnAt(x0 + 1, borders) === columnAt(x1 - 1, borders));
}

/** `placed`: words whose column is known already, by column. */
export function rowOf(
  lines: readonly SplitLine[],
  borders: readonly number[],
  placing: Placing,
  placed: readonly (readonly Word[])[] = [],
): GridRow {
  const members: Word[][] = Array.from({ length: borders.length - 1 }, (_, c) => [...(placed[c] ?? [])]);
  const segments = lines.flatMap((line) => line.segments);
  for (const segment of segments.filter(isLetterSpaced)) {
    const x = (segment.x0 + segment.x1) / 2;
    at(members, columnAt(x, borders)).push(...segment.words);
  }
  for (const word of segments.filter((segment) => !isLetterSpaced(segment)).flatMap((segment) => segment.words)) {
    for (const part of partsOf(word, borders)) at(members, columnAt((part.box[0] + part.box[2]) / 2, borders)).push(part);
  }
  const cells = members.map((words, c) =>
    words.length === 0 ? NO_CELL : { ...cellOfWords(words, placing), indent: Math.max(0, boxAround(words)[0] - at(borders, c)) },
  );
  const line = cells.find((cell) => cell.places[0]?.line)?.places[0]?.line ?? 0;
  return { layout: 'columns', cells, page: placing.page, line, borders, guessed: true };
}

/** A word cut at the borders that it runs over. */
function partsOf(word: Word, borders: readonly number[]): Word[] {
  const parts: Word[] = [];
  let rest = word;
  for (const border of borders.slice(1, -1)) {
    const cut = cutAt(rest, border);
    if (!cut) continue;
    parts.push(cut[0]);
    rest = cut[1];
  }
  return [...parts, rest];
}

/** 合    计: its characters may stand over several columns; the word stands where its middle is. */
function isLetterSpaced({ words }: Segment): boolean {
  return words.length > 1 && words.every((word) => word.text.length === 1);
}

export function columnAt(x: number, borders: readonly number[]): number {
  let c = 0;
  while (c + 2 < borders.length && at(borders, c + 1) <= x) c++;
  return c;
}
