import { at } from '../../../model/at.ts';
import { numberingLevel, roleOf } from '../../../notation/roles.ts';
import { isAmount, isSubjectCode, splitCodeAndName } from '../../../notation/row-kinds.ts';
import { compact } from '../../../notation/text.ts';
import { pairs } from '../../geometry/neighbours.ts';
import type { Edge } from '../lattice/index.ts';
import { type AlignedRegion, isIndexLine, type SplitLine } from './regions.ts';
import { LABEL_GAP, PIECE_REACH, PITCH_QUANTILE, RULED_SHARE, WITHIN_PITCH } from './settings.ts';

/** Which printed lines of a table without vertical rules make up one row. */

/** The label of the first row may begin above its numbers: below the line of column numbers, or below the last rule of the header. */
export function withFirstLabel({ header, body }: AlignedRegion, rules: readonly Edge[]): AlignedRegion {
  const first = at(body, 0);
  const index = header.findLastIndex((line) => isIndexLine(line.segments));
  const anchors = body.filter(isRowLine);
  const isRuled = arePartedBy(rules, anchors);
  const pitch = pitchOf(anchors);
  const belongs = (line: SplitLine, below: SplitLine) => (isRuled ? !isBetween(rules, line, first) : goesOnIn(line, below, pitch));
  let from = index < 0 ? header.length : index + 1;
  while (from > 0 && belongs(at(header, from - 1), header[from] ?? first)) from--;
  return { header: header.slice(0, from), body: [...header.slice(from), ...body] };
}

/** A piece of a label beside the line below or right above it, nearer than rows stand. */
function goesOnIn(line: SplitLine, below: SplitLine, pitch: number): boolean {
  const gap = below.top - line.bottom;
  if (gap < 0) return true;
  return line.segments.length === 1 && gap < LABEL_GAP * (line.bottom - line.top) && below.middle - line.middle < WITHIN_PITCH * pitch;
}

function isBetween(rules: readonly Edge[], a: SplitLine, b: SplitLine): boolean {
  return rules.some((rule) => rule.at > Math.min(a.middle, b.middle) && rule.at < Math.max(a.middle, b.middle));
}

/** Rules between most rows say where each of them ends. */
function arePartedBy(rules: readonly Edge[], anchors: readonly SplitLine[]): boolean {
  const parted = pairs(anchors).filter(([above, below]) => isBetween(rules, above, below)).length;
  return anchors.length > 1 && parted >= RULED_SHARE * (anchors.length - 1);
}

export function isRowLine(line: SplitLine): boolean {
  const first = line.segments[0]?.text ?? '';
  return (
    line.segments.some((segment, i) => (i > 0 || line.segments.length === 1) && isAmount(segment.text)) ||
    isSubjectCode(compact(first)) ||
    splitCodeAndName(first) !== null
  );
}

/** Lines of one row: all between two rules, or a line of data and the pieces of its label that stand nearest to it. */
export function groupLines(lines: readonly SplitLine[], rules: readonly Edge[]): SplitLine[][] {
  const anchors = lines.filter(isRowLine);
  const isRuled = arePartedBy(rules, anchors);
  const pitch = pitchOf(anchors);
  const groups = new Map<SplitLine, SplitLine[]>(anchors.map((anchor) => [anchor, [anchor]]));
  const alone: SplitLine[][] = [];
  for (const line of lines) {
    if (groups.has(line)) continue;
    const nearest = nearestTo(
      line,
      anchors.filter((anchor) => !isBetween(rules, anchor, line)),
    );
    const group = nearest && groups.get(nearest);
    const last = alone.at(-1);
    if (group && (isRuled || isPieceOf(line, nearest, pitch))) group.push(line);
    else if (isRuled && last && !isBetween(rules, at(last, 0), line)) last.push(line);
    else alone.push([line]);
  }
  return [...groups.values(), ...alone].sort((a, b) => top(a) - top(b));
}

function nearestTo(line: SplitLine, anchors: readonly SplitLine[]): SplitLine | null {
  return anchors.reduce<SplitLine | null>(
    (best, anchor) => (best === null || Math.abs(anchor.middle - line.middle) < Math.abs(best.middle - line.middle) ? anchor : best),
    null,
  );
}

/** A line without amounts near a line of data, or beside it: the label of that line goes on in it. */
function isPieceOf(line: SplitLine, anchor: SplitLine, pitch: number): boolean {
  const distance = Math.abs(anchor.middle - line.middle);
  if (line.segments.length !== 1 || distance >= PIECE_REACH * (line.bottom - line.top)) return false;
  const isBeside = line.bottom > anchor.top && line.top < anchor.bottom;
  return isBeside || !(distance > WITHIN_PITCH * pitch || startsRow(at(line.segments, 0).text));
}

/** The usual distance of two rows; rows whose labels wrap stand further apart, therefore a low quantile. */
function pitchOf(anchors: readonly SplitLine[]): number {
  const distances = pairs(anchors)
    .map(([above, below]) => below.middle - above.middle)
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length * PITCH_QUANTILE)] ?? Number.POSITIVE_INFINITY;
}

function startsRow(text: string): boolean {
  return numberingLevel(text) > 0 || roleOf(text, null) !== 'item';
}

function top(lines: readonly SplitLine[]): number {
  return Math.min(...lines.map((line) => line.middle));
}
