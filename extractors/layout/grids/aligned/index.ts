/** Room: words of a page without rulings in, tables by their alignment out; imports model, notation, geometry, grids. */

import type { GridRow } from '../../../model/blocks.ts';
import type { Word } from '../../../model/source.ts';
import { numberingLevel, roleOf } from '../../../notation/roles.ts';
import { isAmount, isSubjectCode, splitCodeAndName, TOTAL_LABEL } from '../../../notation/row-kinds.ts';
import { compact } from '../../../notation/text.ts';
import { boxAround } from '../../geometry/visual-lines.ts';
import { cellOfWords, cutAt, NO_CELL, type Placing } from '../cell-text.ts';
import type { Edge } from '../lattice/index.ts';
import { bordersBetween, columnSpans, type Span } from './columns.ts';
import { headerRows } from './header.ts';
import { withoutWraps } from './header-blocks.ts';
import { type AlignedRegion, isIndexLine, type Segment, type SplitLine } from './regions.ts';

export { bordersBetween, columnSpans, type Span } from './columns.ts';
export { type AlignedRegion, alignedRegions, type Segment, type SplitLine, splitLine } from './regions.ts';

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

const RULED_SHARE = 0.8;

/** The label of the first row may begin above its numbers: below the line of column numbers, or below the last rule of the header. */
function withFirstLabel({ header, body }: AlignedRegion, rules: readonly Edge[]): AlignedRegion {
  const index = header.findLastIndex((line) => isIndexLine(line.segments));
  const anchors = body.filter(isRowLine);
  let from = index < 0 ? header.length : index + 1;
  if (arePartedBy(rules, anchors)) while (from > 0 && !isBetween(rules, header[from - 1]!, body[0]!)) from--;
  else while (from > 0 && goesOnIn(header[from - 1]!, header[from] ?? body[0]!, pitchOf(anchors))) from--;
  return { header: header.slice(0, from), body: [...header.slice(from), ...body] };
}

function fits(lines: readonly SplitLine[], borders: readonly number[]): boolean {
  return lines
    .flatMap((line) => line.segments)
    .every(({ text, x0, x1 }) => TOTAL_LABEL.test(compact(text)) || columnAt(x0 + 1, borders) === columnAt(x1 - 1, borders));
}

/** A piece of a label beside the line below or right above it, nearer than rows stand. */
function goesOnIn(line: SplitLine, below: SplitLine, pitch: number): boolean {
  const gap = below.top - line.bottom;
  if (gap < 0) return true;
  return line.segments.length === 1 && gap < 0.5 * (line.bottom - line.top) && below.middle - line.middle < 0.8 * pitch;
}

function isBetween(rules: readonly Edge[], a: SplitLine, b: SplitLine): boolean {
  return rules.some((rule) => rule.at > Math.min(a.middle, b.middle) && rule.at < Math.max(a.middle, b.middle));
}

/** Rules between most rows say where each of them ends. */
function arePartedBy(rules: readonly Edge[], anchors: readonly SplitLine[]): boolean {
  const parted = anchors.slice(1).filter((anchor, i) => isBetween(rules, anchors[i]!, anchor)).length;
  return anchors.length > 1 && parted >= RULED_SHARE * (anchors.length - 1);
}

function isRowLine(line: SplitLine): boolean {
  const first = compact(line.segments[0]?.text ?? '');
  return (
    line.segments.some((segment, i) => (i > 0 || line.segments.length === 1) && isAmount(segment.text)) ||
    isSubjectCode(first) ||
    splitCodeAndName(line.segments[0]?.text ?? '') !== null
  );
}

/** Lines of one row: all between two rules, or a line of data and the pieces of its label that stand nearest to it. */
function groupLines(lines: readonly SplitLine[], rules: readonly Edge[]): SplitLine[][] {
  const anchors = lines.filter(isRowLine);
  const isRuled = arePartedBy(rules, anchors);
  const pitch = pitchOf(anchors);
  const groups = new Map<SplitLine, SplitLine[]>(anchors.map((anchor) => [anchor, [anchor]]));
  const alone: SplitLine[][] = [];
  for (const line of lines) {
    if (groups.has(line)) continue;
    const open = anchors.filter((anchor) => !isBetween(rules, anchor, line));
    const nearest = open.reduce<SplitLine | null>(
      (best, anchor) => (best === null || Math.abs(anchor.middle - line.middle) < Math.abs(best.middle - line.middle) ? anchor : best),
      null,
    );
    const near = nearest && Math.abs(nearest.middle - line.middle) < 2.2 * (line.bottom - line.top);
    const beside = nearest && line.bottom > nearest.top && line.top < nearest.bottom;
    const apart = nearest && (Math.abs(nearest.middle - line.middle) > 0.8 * pitch || startsRow(line.segments[0]!.text));
    const last = alone.at(-1);
    if (nearest && (isRuled || (near && (beside || !apart) && line.segments.length === 1))) groups.get(nearest)!.push(line);
    else if (isRuled && last && !isBetween(rules, last[0]!, line)) last.push(line);
    else alone.push([line]);
  }
  return [...groups.values(), ...alone].sort((a, b) => top(a) - top(b));
}

/** The usual distance of two rows; rows whose labels wrap stand further apart, therefore a low quantile. */
function pitchOf(anchors: readonly SplitLine[]): number {
  const distances = anchors
    .slice(1)
    .map((anchor, i) => anchor.middle - anchors[i]!.middle)
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length * 0.3)] ?? Number.POSITIVE_INFINITY;
}

function startsRow(text: string): boolean {
  return numberingLevel(text) > 0 || roleOf(text, null) !== 'item';
}

/** 2026 and 年预算数 are words apart without a gap. */
const TOUCHING = 0.1;

/** In headers neighbouring cells all but touch: every gap parts cells, but for letter-spaced words. */
function splitHeader(line: SplitLine, columns: readonly Span[]): SplitLine {
  const columnAt = (word: Word) => columns.findIndex(({ from, to }) => word.box[0] < to && word.box[2] > from);
  const segments = line.segments.flatMap((segment) => {
    const parts: Segment[] = [];
    for (const word of segment.words.flatMap(wordsAtGaps)) {
      const last = parts.at(-1);
      const apart = last && columnAt(last.words[0]!) >= 0 && columnAt(word) >= 0 && columnAt(last.words[0]!) !== columnAt(word);
      const spaced =
        last && !apart && last.text.length <= 3 && word.text.length === 1 && /[\u4e00-\u9fff]/.test(last.text.slice(-1) + word.text);
      const touching = last && word.box[0] - last.x1 < TOUCHING * word.fontSize && /\d/.test(last.text.slice(-1)) !== /^\d/.test(word.text);
      if (last && (spaced || touching)) {
        last.words.push(word);
        last.x1 = word.box[2];
        last.text += word.text;
      } else parts.push({ words: [word], text: word.text, x0: word.box[0], x1: word.box[2] });
    }
    return parts;
  });
  return { ...line, segments };
}

/** A word cut where two of its characters stand further apart than the others. */
function wordsAtGaps(word: Word): Word[] {
  const { text, starts, fontSize, box } = word;
  const cuts = [0];
  for (let i = 1; i < text.length; i++) {
    const wide = text.charCodeAt(i - 1) > 0x2e7f;
    if (wide && starts[i]! - starts[i - 1]! > 1.18 * fontSize) cuts.push(i);
  }
  if (cuts.length === 1 || cuts.length > text.length / 2) return [word];
  return cuts.map((from, k) => {
    const to = cuts[k + 1] ?? text.length;
    const right = k + 1 < cuts.length ? starts[to - 1]! + fontSize : box[2];
    return { ...word, text: text.slice(from, to), starts: starts.slice(from, to), box: [starts[from]!, box[1], right, box[3]] };
  });
}

function top(lines: readonly SplitLine[]): number {
  return Math.min(...lines.map((line) => line.middle));
}

function rowOf(lines: readonly SplitLine[], borders: readonly number[], placing: Placing): GridRow {
  const members: Word[][] = Array.from({ length: borders.length - 1 }, () => []);
  const segments = lines.flatMap((line) => line.segments);
  for (const segment of segments.filter(isLetterSpaced)) {
    const x = (segment.x0 + segment.x1) / 2;
    members[columnAt(x, borders)]!.push(...segment.words);
  }
  for (const word of segments.filter((segment) => !isLetterSpaced(segment)).flatMap((segment) => segment.words)) {
    let rest: Word = word;
    for (const border of borders.slice(1, -1)) {
      const cut = cutAt(rest, border);
      if (!cut) continue;
      members[columnOf(cut[0], borders)]!.push(cut[0]);
      rest = cut[1];
    }
    members[columnOf(rest, borders)]!.push(rest);
  }
  const cells = members.map((words, c) =>
    words.length === 0 ? NO_CELL : { ...cellOfWords(words, placing), indent: Math.max(0, boxAround(words)[0] - borders[c]!) },
  );
  const line = cells.find((cell) => cell.places[0]?.line)?.places[0]?.line ?? 0;
  return { layout: 'columns', cells, page: placing.page, line, borders, guessed: true };
}

function columnOf(word: Word, borders: readonly number[]): number {
  return columnAt((word.box[0] + word.box[2]) / 2, borders);
}

/** 合    计: its characters may stand over several columns; the word stands where its middle is. */
function isLetterSpaced({ words }: Segment): boolean {
  return words.length > 1 && words.every((word) => word.text.length === 1);
}

function columnAt(x: number, borders: readonly number[]): number {
  let c = 0;
  while (c + 2 < borders.length && borders[c + 1]! <= x) c++;
  return c;
}
