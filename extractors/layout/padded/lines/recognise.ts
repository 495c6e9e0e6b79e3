import type { Block, TextLine } from '../../../model/blocks.ts';
import type { FlowPage } from '../../../model/source.ts';
import { MIN_LINES, MIN_SHARE, MOST_AMOUNTS } from './settings.ts';
import { columnsOf, counted, WIDTHS, type Width } from './widths.ts';

/** Whether a text keeps its columns by spaces, and how its writer counted the width of characters. */

const AMOUNT = /(?<![\d.,])-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)%?(?![\d.,])/g;
const ENDS_WITH_AMOUNT = /\S[ \u3000\u00a0]+-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)%?\s*$/;
const GAP = /\S[ \u3000\u00a0]{2,}\S/;
const GAP_BEFORE_AMOUNT = /\S[ \u3000\u00a0]{2,}-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)%?(?=[ \u3000\u00a0]|$)/;

export function linesOf({ blocks }: FlowPage): TextLine[] {
  return blocks.filter((block: Block): block is TextLine => block.kind === 'line');
}

/** Lines that have a gap in them, as between columns. */
export function hasGap({ text }: TextLine): boolean {
  return GAP.test(text);
}

/** The width of characters by which the columns of the text stand below each other; null: the text keeps none. */
export function widthOf(pages: readonly FlowPage[]): Width | null {
  const rows = pages.flatMap(linesOf).filter(({ text }) => ENDS_WITH_AMOUNT.test(text));
  const padded = rows.filter(({ text }) => GAP_BEFORE_AMOUNT.test(text));
  if (padded.length < MIN_LINES || padded.length < MIN_SHARE * rows.length) return null;
  let best: Width = counted;
  let most = -1;
  for (const width of WIDTHS) {
    const aligned = alignment(padded, width);
    if (aligned <= most) continue;
    best = width;
    most = aligned;
  }
  return best;
}

/** How many amounts end where one of the line before ends, or a column beside it. */
function alignment(lines: readonly TextLine[], width: Width): number {
  let count = 0;
  let above: number[] = [];
  for (const { raw } of lines) {
    const columns = columnsOf(raw, width);
    const ends = [...raw.matchAll(AMOUNT)].slice(0, MOST_AMOUNTS).map(({ 0: amount, index }) => columns[index + amount.length] ?? 0);
    count += ends.filter((end) => above.some((other) => Math.abs(other - end) <= 1)).length;
    if (ends.length > 0) above = ends;
  }
  return count;
}
