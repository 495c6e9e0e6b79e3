import { at } from '../../model/at.ts';
import type { Cell, TextLine } from '../../model/blocks.ts';
import { NO_CELL } from '../../notation/cells.ts';
import { joinPieces, tidy } from '../../notation/text.ts';

/** Where a number ends, and where one begins: two that stand below each other in a cell are two, and never one. */
const NUMBER_END = /[\d%％)）]$/;
const NUMBER_START = /^[\d(（+＋△▲−–—-]?\d/;

/** Lines of a cell as one text. What a break parts is joined again, but numbers below each other stay apart, by `between`. */
function joinLines(texts: readonly string[], between: string): string {
  return texts.reduce((head, text) => {
    if (head === '' || text === '') return head + text;
    return NUMBER_END.test(head) && NUMBER_START.test(text) ? `${head}${between}${text}` : joinPieces(head, text);
  }, '');
}

/**
 * A cell of the lines that it shows. `raw` is what is displayed, with a line break between numbers below each other; the place is that of
 * the first line, from its first character to its last one on that line of the file.
 */
export function cellOfLines(lines: readonly TextLine[]): Cell {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const [first] = filled;
  if (!first) return NO_CELL;
  const texts = filled.map(({ text }) => text.trim());
  return { text: tidy(joinLines(texts, ' / ')), raw: joinLines(texts, '\n'), places: [{ page: first.page, line: first.line, ...extentOf(first), bbox: null }] };
}

function extentOf({ text, offsets }: TextLine): { start: number | null; end: number | null } {
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  if (!offsets) return { start: from, end: to };
  const start = at(offsets, from);
  if (start < 0) return { start: null, end: null };
  let last = to - 1;
  while (last > from && at(offsets, last) < start) last--;
  return { start, end: at(offsets, last) + 1 };
}
