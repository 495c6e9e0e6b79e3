import type { Box } from '../../model/box.ts';
import type { Word } from '../../model/source.ts';

/** Words whose middles differ by less than this share of the smaller font stand on one line. */
const SAME_LINE = 0.5;
/** Words closer than this share of the em were one word that was painted in pieces. */
const TOUCHING = 0.3;

/** Words grouped into printed lines, top to bottom, each from left to right. */
export function visualLines(words: readonly Word[]): Word[][] {
  const sorted = [...words].sort((a, b) => middle(a.box) - middle(b.box) || a.box[0] - b.box[0]);
  const lines: Word[][] = [];
  let open: Word[] = [];
  let at = 0;
  let size = 0;
  for (const word of sorted) {
    const y = middle(word.box);
    if (open.length > 0 && y - at <= SAME_LINE * Math.min(size, word.fontSize)) {
      open.push(word);
      continue;
    }
    if (open.length > 0) lines.push(open);
    open = [word];
    at = y;
    size = word.fontSize;
  }
  if (open.length > 0) lines.push(open);
  for (const line of lines) line.sort((a, b) => a.box[0] - b.box[0]);
  return lines;
}

/** The first word in reading order. */
export function firstWord(words: readonly Word[]): Word | undefined {
  return visualLines(words)[0]?.[0];
}

export function middle(box: Box): number {
  return (box[1] + box[3]) / 2;
}

/** The words of one line as text: a space where a gap is printed. */
export function lineText(line: readonly Word[]): string {
  let text = '';
  let last: Word | null = null;
  for (const word of line) {
    if (last && word.box[0] - last.box[2] > TOUCHING * Math.min(word.fontSize, last.fontSize)) text += ' ';
    text += last && isRaised(word, last) ? superscript(word.text) : word.text;
    last = word;
  }
  return text;
}

/** A mark this much smaller than the number that it stands behind. */
const MARK_SIZE = 0.75;
/** Its foot is above the number's by more than this share of the number's size. */
const RAISED = 0.12;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The small raised digits of a footnote behind a number are none of the number's digits. */
function isRaised({ text, fontSize, box }: Word, last: Word): boolean {
  if (fontSize > MARK_SIZE * last.fontSize || !/^\d{1,2}$/.test(text) || !/\d$/.test(last.text)) return false;
  return last.box[3] - box[3] > RAISED * last.fontSize;
}

function superscript(digits: string): string {
  return digits.replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)));
}

export function boxAround(words: readonly { box: Box }[]): Box {
  let [x0, y0, x1, y1] = words[0]?.box ?? [0, 0, 0, 0];
  for (const { box } of words) {
    if (box[0] < x0) x0 = box[0];
    if (box[1] < y0) y0 = box[1];
    if (box[2] > x1) x1 = box[2];
    if (box[3] > y1) y1 = box[3];
  }
  return [x0, y0, x1, y1];
}
