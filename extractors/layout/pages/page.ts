import type { Box } from '../../model/box.ts';
import type { DrawnPage, Word } from '../../model/source.ts';
import { type UprightPage, uprightPage } from '../geometry/upright.ts';
import { boxAround, lineText, middle, visualLines } from '../geometry/visual-lines.ts';
import type { Placing } from '../grids/cell-text.ts';
import { findRegions, type Region } from './regions.ts';

/** A page taken apart: the printed lines outside tables, and its tables. */
export interface PageLayout {
  number: number;
  upright: UprightPage;
  placing: Placing;
  regions: Region[];
  lines: PrintedLine[];
}

export interface PrintedLine {
  page: number;
  words: Word[];
  text: string;
  box: Box;
  /** Distance of the line's middle from the top, as a share of the page's height. */
  height: number;
}

/** `inherited`: the borders of the columns in which the page before ended, for rows that go on without a header. */
export function layoutPage(page: DrawnPage, inherited: readonly number[] | null = null): PageLayout {
  const upright = uprightPage(page);
  const placing = placingOn(page, upright);
  const { regions, rest } = findRegions(upright, placing, inherited);
  const lines = visualLines(rest).map((words) => printedLine(words, page.number, upright.height));
  return { number: page.number, upright, placing, regions, lines };
}

/** The lines of the page as the reader numbered them are its printed lines, from top to bottom. */
function placingOn(page: DrawnPage, { words, display }: UprightPage): Placing {
  const numbers = new Map<Word, number>();
  for (const [i, line] of visualLines(words).entries()) for (const word of line) numbers.set(word, page.lines[i]?.number ?? 1);
  const first = page.lines[0]?.number ?? 1;
  // Parts of a cut word stand on the line of the whole.
  const lineOf = (word: Word) => numbers.get(word) ?? lineOfWhole(words, numbers, word) ?? first;
  return { page: page.number, lineOf, display };
}

function lineOfWhole(words: readonly Word[], numbers: ReadonlyMap<Word, number>, part: Word): number | undefined {
  const whole = words.find((word) => word.box[1] === part.box[1] && word.box[0] <= part.box[0] && word.box[2] >= part.box[2]);
  return whole && numbers.get(whole);
}

function printedLine(words: Word[], page: number, pageHeight: number): PrintedLine {
  const box = boxAround(words);
  return { page, words, text: lineText(words), box, height: pageHeight > 0 ? middle(box) / pageHeight : 0.5 };
}
