import { at } from '../../model/at.ts';
import type { Block, TextLine } from '../../model/blocks.ts';
import type { Word } from '../../model/source.ts';
import { parseCaption } from '../../notation/captions.ts';
import { boxAround, lineText } from '../geometry/visual-lines.ts';
import { rounded } from '../grids/cell-text.ts';
import { parted } from '../parting/index.ts';
import type { PageLayout, PrintedLine } from './page.ts';
import { CAPTION_GAP } from './settings.ts';

/** The page as lines of text and grids, in reading order. */
export function blocksOf(layout: PageLayout, running: ReadonlySet<PrintedLine>): Block[] {
  const items: { y: number; x: number; blocks: Block[] }[] = [];
  for (const line of layout.lines) {
    if (!running.has(line)) items.push({ y: line.box[1], x: line.box[0], blocks: textLines(layout, line) });
  }
  for (const region of layout.regions)
    items.push({ y: region.box[1], x: region.box[0], blocks: parted({ kind: 'grid', bounded: true, rows: region.rows }) });
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
