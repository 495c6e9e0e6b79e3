import type { Cell } from '../../model/blocks.ts';
import type { Box } from '../../model/box.ts';
import type { Word } from '../../model/source.ts';
import { joinPieces, tidy } from '../../notation/text.ts';
import { boxAround, lineText, visualLines } from '../geometry/visual-lines.ts';

/** How words lead back to the document: the page, the printed line a word stands on, the box as displayed. */
export interface Placing {
  page: number;
  lineOf(word: Word): number;
  display(box: Box): Box;
}

export const NO_CELL: Cell = { text: '', raw: '', places: [] };

/** The words of one cell as its text; lines that the cell's width broke are joined again. */
export function cellOfWords(words: readonly Word[], placing: Placing): Cell {
  if (words.length === 0) return NO_CELL;
  const lines = visualLines(words);
  const pieces = lines.map(lineText);
  const text = pieces.reduce((head, piece) => joinPieces(head, piece.trim()), '');
  const box = placing.display(boxAround(words));
  const place = { page: placing.page, line: placing.lineOf(lines[0]![0]!), start: null, end: null, bbox: rounded(box) };
  return { text: tidy(text), raw: lines.length === 1 ? pieces[0]! : text, places: [place] };
}

export function rounded(box: Box): [number, number, number, number] {
  const round = (value: number) => Math.round(value * 10) / 10;
  return [round(box[0]), round(box[1]), round(box[2]), round(box[3])];
}

const AMOUNT_CHARACTER = /[\d,.%-]/;

/** Cuts a word at a border that it runs over where its characters change from amount to text or back near the border. */
export function cutAt(word: Word, border: number): [Word, Word] | null {
  const { text, starts, box, fontSize } = word;
  if (box[0] > border - 0.3 * fontSize || box[2] < border + 0.3 * fontSize) return null;
  let best = -1;
  for (let i = 1; i < text.length; i++) {
    const changes = AMOUNT_CHARACTER.test(text[i - 1]!) !== AMOUNT_CHARACTER.test(text[i]!);
    const distance = Math.abs(starts[i]! - border);
    if (changes && distance <= 0.7 * fontSize && (best < 0 || distance < Math.abs(starts[best]! - border))) best = i;
  }
  if (best < 0) return null;
  const at = starts[best]!;
  return [
    { ...word, text: text.slice(0, best), starts: starts.slice(0, best), box: [box[0], box[1], at, box[3]] },
    { ...word, text: text.slice(best), starts: starts.slice(best), box: [at, box[1], box[2], box[3]] },
  ];
}
