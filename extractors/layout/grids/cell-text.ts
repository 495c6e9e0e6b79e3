import type { Place } from '../../../schemas/place.ts';
import { at } from '../../model/at.ts';
import type { Cell, Reading } from '../../model/blocks.ts';
import type { Box } from '../../model/box.ts';
import type { Word } from '../../model/source.ts';
import { joinedReading, NO_CELL } from '../../notation/cells.ts';
import { joinPieces, tidy } from '../../notation/text.ts';
import { boxAround, lineText, visualLines } from '../geometry/visual-lines.ts';
import { CUT_REACH, CUT_WITHIN } from './settings.ts';

/** How words lead back to the document: the page, the printed line a word stands on, the box as displayed. */
export interface Placing {
  page: number;
  lineOf(word: Word): number;
  display(box: Box): Box;
  /** Of a text: what it prints from the first to the last of the words of one line, and where. */
  printed?(line: readonly Word[]): { raw: string; place: Place };
}

/** The words of one cell as its text; lines that the cell's width broke are joined again. */
export function cellOfWords(words: readonly Word[], placing: Placing): Cell {
  const lines = visualLines(words);
  const [first] = lines;
  if (!first) return NO_CELL;
  const pieces = lines.map(lineText);
  const text = pieces.reduce((head, piece) => joinPieces(head, piece.trim()), '');
  const printed = placing.printed && lines.map(placing.printed);
  if (printed)
    return { text: tidy(text), raw: printed.length === 1 ? at(printed, 0).raw : text, places: printed.map(({ place }) => place) };
  const box = placing.display(boxAround(words));
  const place = { page: placing.page, line: placing.lineOf(at(first, 0)), start: null, end: null, bbox: rounded(box) };
  const cell: Cell = { text: tidy(text), raw: lines.length === 1 ? pieces.join('') : text, places: [place] };
  if (words.every(({ red }) => red)) cell.red = true;
  if (words.some(({ reading }) => reading)) cell.reading = readingOf(lines);
  return cell;
}

/** How sure the words of a cell were recognised, line by line. */
function readingOf(lines: readonly (readonly Word[])[]): Reading {
  const words = lines.flat();
  return joinedReading(words, (texts) => {
    const others = lines.map((line) => line.map((word) => ({ ...word, text: texts[words.indexOf(word)] ?? word.text })));
    return tidy(others.map(lineText).reduce((head, piece) => joinPieces(head, piece.trim()), ''));
  });
}

export function rounded(box: Box): [number, number, number, number] {
  const round = (value: number) => Math.round(value * 10) / 10;
  return [round(box[0]), round(box[1]), round(box[2]), round(box[3])];
}

const AMOUNT_CHARACTER = /[\d,.%-]/;

/** 396.05302: an amount of two decimals, and the code in the next cell. */
const AMOUNT_AND_CODE = /^-?[\d,]+\.\d\d(?=\d{3}(?:\d\d){0,2}$)/;

/**
 * Cuts a word at a border that it runs over where its characters change from amount to text or back near the border, or where an amount
 * ends and a code begins. What else a recognised word may be is said of the whole, and of neither part.
 */
export function cutAt(word: Word, border: number): [Word, Word] | null {
  const { text, starts, box, fontSize, reading } = word;
  if (box[0] > border - CUT_WITHIN * fontSize || box[2] < border + CUT_WITHIN * fontSize) return null;
  const amount = AMOUNT_AND_CODE.exec(text)?.[0].length;
  let best: { index: number; x: number; distance: number } | null = null;
  for (const [index, x] of starts.entries()) {
    const distance = Math.abs(x - border);
    if (index === 0 || distance > CUT_REACH * fontSize || (best && distance >= best.distance)) continue;
    const changes = AMOUNT_CHARACTER.test(text.charAt(index - 1)) !== AMOUNT_CHARACTER.test(text.charAt(index));
    if (changes || index === amount) best = { index, x, distance };
  }
  if (!best) return null;
  const { index, x } = best;
  const half: Word = reading ? { ...word, reading: { ...reading, alternatives: [] } } : word;
  return [
    { ...half, text: text.slice(0, index), starts: starts.slice(0, index), box: [box[0], box[1], x, box[3]] },
    { ...half, text: text.slice(index), starts: starts.slice(index), box: [x, box[1], box[2], box[3]] },
  ];
}
