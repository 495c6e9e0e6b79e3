import { at } from '../../../model/at.ts';
import type { TextLine } from '../../../model/blocks.ts';
import type { Word } from '../../../model/source.ts';
import { columnsOf, type Width } from './widths.ts';

/** Points of a column and of a line: the page that the text is laid out on. */
export const COLUMN = 6;
export const ROW = 12;
/** Points: a gap of one column is a space within a text, two part cells. */
export const EM = 7;

const TOKEN = /\S+/g;
/** An amount may touch the label of the next cell. */
const BETWEEN = /(?<=[\d.%])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=\d)/;

/** The words of a line, with boxes on a page where every character stands in its column; `row` is the line's index on the page. */
export function wordsOfLine({ text, raw, offsets }: TextLine, row: number, width: Width): Word[] {
  // What markup took out of the text still takes its columns.
  const printed = columnsOf(raw, width);
  const columns = offsets ? [...offsets.map((offset) => at(printed, Math.max(0, offset))), at(printed, raw.length)] : printed;
  return [...text.matchAll(TOKEN)].flatMap(({ 0: token, index }) => {
    let from = index;
    return token.split(BETWEEN).map((piece): Word => {
      const start = from;
      from += piece.length;
      const x = (i: number) => at(columns, i) * COLUMN;
      return {
        text: piece,
        box: [x(start), row * ROW, x(from), (row + 1) * ROW],
        fontSize: EM,
        rotation: 0,
        clip: null,
        starts: Array.from({ length: piece.length }, (_, k) => x(start + k)),
      };
    });
  });
}
