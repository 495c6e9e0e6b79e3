import { type Place, placeOfLine } from '../../../schemas/place.ts';
import type { Cell } from '../../model/blocks.ts';
import { NO_CELL } from '../../notation/cells.ts';
import { joinPieces, tidy } from '../../notation/text.ts';
import { isFilled, placeAt, type ShownLine } from './shown-line.ts';

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
export function cellOfLines(lines: readonly ShownLine[]): Cell {
  const first = lines.find(isFilled);
  if (!first) return NO_CELL;
  const places = [placeOf(first)];
  if (lines.length === 1) {
    const raw = first.text.trim();
    return { text: tidy(raw), raw, places };
  }
  const texts = lines.map(({ text }) => text.trim());
  return { text: tidy(joinLines(texts, ' / ')), raw: joinLines(texts, '\n'), places };
}

function placeOf({ page, line, text, places }: ShownLine): Place {
  const from = text.length - text.trimStart().length;
  const start = placeAt(places, from);
  if (start < 0) return placeOfLine(page, line);
  let last = text.trimEnd().length - 1;
  while (last > from && placeAt(places, last) < start) last--;
  return placeOfLine(page, line, start, placeAt(places, last) + 1);
}
