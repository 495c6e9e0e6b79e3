import { at } from '../../../model/at.ts';
import { boxAround, middle } from '../../geometry/visual-lines.ts';
import type { Segment, SplitLine } from './regions.ts';
import { OFF_CENTRE, SAME_FONT, SAME_HEIGHT, WRAP_GAP } from './settings.ts';

interface Block {
  lines: Segment[];
  top: number;
  bottom: number;
}

/**
 * The lines of a header with every cell on one line: cells of a few lines and cells merged over several rows stand at heights of their own,
 * so that lines of neighbouring cells do not meet.
 */
export function withoutWraps(lines: readonly SplitLine[]): SplitLine[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const open = [...blocks];
    for (const segment of line.segments) {
      const box = boxAround(segment.words);
      const above = open.find((block) => goesOn(block, segment, box[1], line.segments));
      if (above) {
        above.lines.push(segment);
        above.bottom = box[3];
      } else blocks.push({ lines: [segment], top: box[1], bottom: box[3] });
    }
  }
  return asLines(blocks);
}

function goesOn({ lines, bottom }: Block, segment: Segment, top: number, besides: readonly Segment[]): boolean {
  const last = at(lines, lines.length - 1);
  const word = at(segment.words, 0);
  const height = word.box[3] - word.box[1];
  if (top - bottom > WRAP_GAP * height || bottom - top > WRAP_GAP * height) return false;
  if (Math.abs(word.fontSize - at(last.words, 0).fontSize) > SAME_FONT * word.fontSize) return false;
  const overlaps = ({ x0, x1 }: Segment): boolean => Math.min(x1, last.x1) - Math.max(x0, last.x0) > 0;
  if (!overlaps(segment) || besides.filter(overlaps).length > 1) return false;
  const em = OFF_CENTRE * word.fontSize;
  return Math.abs(segment.x0 + segment.x1 - last.x0 - last.x1) < 2 * em || Math.abs(segment.x0 - last.x0) < em;
}

/** Cells whose middles are at one height stand on one line. */
function asLines(blocks: readonly Block[]): SplitLine[] {
  const cells = blocks.map(({ lines }) => {
    const words = lines.flatMap((line) => line.words);
    const box = boxAround(words);
    return { words, text: lines.map((line) => line.text).join(''), x0: box[0], x1: box[2], box };
  });
  cells.sort((a, b) => middle(a.box) - middle(b.box));
  const out: (typeof cells)[] = [];
  for (const cell of cells) {
    const last = out.at(-1);
    const first = last?.[0];
    if (last && first && middle(cell.box) - middle(first.box) <= SAME_HEIGHT * at(cell.words, 0).fontSize) last.push(cell);
    else out.push([cell]);
  }
  return out.map((line) => {
    const segments = [...line].sort((a, b) => a.x0 - b.x0);
    const words = segments.flatMap((segment) => segment.words);
    const box = boxAround(words);
    return { words, segments, top: box[1], bottom: box[3], middle: middle(box) };
  });
}
