import type { GridRow } from '../../../schemas/grid.ts';
import type { Word } from '../../../schemas/source.ts';
import { boxAround } from '../../layout/visual-lines.ts';
import { compact } from '../../text.ts';
import { cellOfWords, cutAt, NO_CELL, type Placing } from '../cell-text.ts';
import type { Edge } from '../lattice/index.ts';
import { isAmount, isSubjectCode, splitCodeAndName } from '../row-kinds.ts';
import { bordersBetween, columnSpans } from './columns.ts';
import { headerRows } from './header.ts';
import type { AlignedRegion, SplitLine } from './regions.ts';

export { bordersBetween, columnSpans, type Span } from './columns.ts';
export { type AlignedRegion, alignedRegions, type Segment, type SplitLine, splitLine } from './regions.ts';

/** Rows of a table without vertical rules. Horizontal rules between rows, where there are some, say which lines belong together. */
export function alignedRows(region: AlignedRegion, rules: readonly Edge[], placing: Placing): GridRow[] {
  const data = region.body.filter(isRowLine);
  const spans = columnSpans(data, region.header);
  const borders = bordersBetween(spans);
  const rows = groupLines(region.body, rules).map((lines) => rowOf(lines, borders, placing));
  return [...headerRows(region.header, spans, borders, placing), ...rows];
}

function isRowLine(line: SplitLine): boolean {
  const first = compact(line.segments[0]?.text ?? '');
  return line.segments.some((segment, i) => (i > 0 || line.segments.length === 1) && isAmount(segment.text)) || isSubjectCode(first) || splitCodeAndName(line.segments[0]?.text ?? '') !== null;
}

/** Lines of one row: all between two rules, or a line of data and the pieces of its label that stand nearest to it. */
function groupLines(lines: readonly SplitLine[], rules: readonly Edge[]): SplitLine[][] {
  const anchors = lines.filter(isRowLine);
  const between = (a: SplitLine, b: SplitLine) => rules.some((rule) => rule.at > Math.min(a.middle, b.middle) && rule.at < Math.max(a.middle, b.middle));
  const groups = new Map<SplitLine, SplitLine[]>(anchors.map((anchor) => [anchor, [anchor]]));
  const alone: SplitLine[] = [];
  for (const line of lines) {
    if (groups.has(line)) continue;
    const open = anchors.filter((anchor) => !between(anchor, line));
    const nearest = open.reduce<SplitLine | null>((best, anchor) => (best === null || Math.abs(anchor.middle - line.middle) < Math.abs(best.middle - line.middle) ? anchor : best), null);
    const near = nearest && Math.abs(nearest.middle - line.middle) < 2.2 * (line.bottom - line.top);
    if (nearest && near && line.segments.length === 1) groups.get(nearest)!.push(line);
    else alone.push(line);
  }
  return [...groups.values(), ...alone.map((line) => [line])].sort((a, b) => top(a) - top(b));
}

function top(lines: readonly SplitLine[]): number {
  return Math.min(...lines.map((line) => line.middle));
}

function rowOf(lines: readonly SplitLine[], borders: readonly number[], placing: Placing): GridRow {
  const members: Word[][] = Array.from({ length: borders.length - 1 }, () => []);
  for (const word of lines.flatMap((line) => line.words)) {
    let rest: Word = word;
    for (const border of borders.slice(1, -1)) {
      const cut = cutAt(rest, border);
      if (!cut) continue;
      members[columnOf(cut[0], borders)]!.push(cut[0]);
      rest = cut[1];
    }
    members[columnOf(rest, borders)]!.push(rest);
  }
  const cells = members.map((words, c) => (words.length === 0 ? NO_CELL : { ...cellOfWords(words, placing), indent: Math.max(0, boxAround(words)[0] - borders[c]!) }));
  const line = cells.find((cell) => cell.places[0]?.line)?.places[0]?.line ?? 0;
  return { layout: 'columns', cells, page: placing.page, line, borders };
}

function columnOf(word: Word, borders: readonly number[]): number {
  const x = (word.box[0] + word.box[2]) / 2;
  let c = 0;
  while (c + 2 < borders.length && borders[c + 1]! <= x) c++;
  return c;
}
