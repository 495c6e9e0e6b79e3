import { at } from '../../../model/at.ts';
import type { Word } from '../../../model/source.ts';
import { pairs } from '../../geometry/neighbours.ts';
import type { Span } from './columns.ts';
import type { Segment, SplitLine } from './regions.ts';
import { PITCH, TOUCHING } from './settings.ts';

/** In headers neighbouring cells all but touch: every gap parts cells, but for letter-spaced words. */
export function splitHeader(line: SplitLine, columns: readonly Span[]): SplitLine {
  const segments = line.segments.flatMap((segment) => {
    const parts: Segment[] = [];
    for (const word of segment.words.flatMap(wordsAtGaps)) {
      const last = parts.at(-1);
      if (last && goesOn(last, word, columns)) {
        last.words.push(word);
        last.x1 = word.box[2];
        last.text += word.text;
      } else parts.push({ words: [word], text: word.text, x0: word.box[0], x1: word.box[2] });
    }
    return parts;
  });
  return { ...line, segments };
}

function goesOn(last: Segment, word: Word, columns: readonly Span[]): boolean {
  const end = last.text.slice(-1);
  const isTouching = word.box[0] - last.x1 < TOUCHING * word.fontSize && /\d/.test(end) !== /^\d/.test(word.text);
  return isTouching || (isLetterSpaced(last, word) && !areApart(at(last.words, 0), word, columns));
}

function isLetterSpaced(last: Segment, word: Word): boolean {
  return last.text.length <= 3 && word.text.length === 1 && /[\u4e00-\u9fff]/.test(last.text.slice(-1) + word.text);
}

/** Above different columns of the table. */
function areApart(one: Word, other: Word, columns: readonly Span[]): boolean {
  const columnAt = ({ box }: Word) => columns.findIndex(({ from, to }) => box[0] < to && box[2] > from);
  const [a, b] = [columnAt(one), columnAt(other)];
  return a >= 0 && b >= 0 && a !== b;
}

/** A word cut where two of its characters stand further apart than the others. */
function wordsAtGaps(word: Word): Word[] {
  const { text, starts, fontSize, box } = word;
  const cuts = [0];
  for (const [i, [before, start]] of pairs(starts).entries()) {
    const isWide = text.charCodeAt(i) > 0x2e7f;
    if (isWide && start - before > PITCH * fontSize) cuts.push(i + 1);
  }
  if (cuts.length === 1 || cuts.length > text.length / 2) return [word];
  return cuts.map((from, k) => {
    const next = cuts[k + 1];
    const to = next ?? text.length;
    const right = next === undefined ? box[2] : at(starts, to - 1) + fontSize;
    return { ...word, text: text.slice(from, to), starts: starts.slice(from, to), box: [at(starts, from), box[1], right, box[3]] };
  });
}
