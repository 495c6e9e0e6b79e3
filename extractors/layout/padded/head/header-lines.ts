import { CODE_LEVEL } from '../../../../schemas/lexicon/tables/columns.ts';
import { at } from '../../../model/at.ts';
import type { Word } from '../../../model/source.ts';
import type { Segment, Span, SplitLine } from '../../grids/aligned/index.ts';
import { isSpacedWord } from '../lines/spaced-words.ts';
import { COLUMN } from '../lines/words.ts';
import { LETTER_GAPS } from './settings.ts';

/** In headers neighbouring cells all but touch: every space parts cells, but for those around digits and letters, and letter-spaced words. */
export function splitHeaderLine(line: SplitLine, columns: readonly Span[]): SplitLine {
  const segments: Segment[] = [];
  for (const word of line.words) {
    const last = segments.at(-1);
    if (last && goesOn(last, word, columns)) {
      last.words.push(word);
      last.x1 = word.box[2];
      last.text += word.text;
    } else segments.push({ words: [word], text: word.text, x0: word.box[0], x1: word.box[2] });
  }
  return { ...line, segments };
}

const HAN = /[\u3400-\u9fff]/;

function goesOn(last: Segment, word: Word, columns: readonly Span[]): boolean {
  const gap = word.box[0] - last.x1;
  if (gap <= 0) return true;
  const isWestern = !HAN.test(last.text.slice(-1)) || !HAN.test(word.text.charAt(0));
  if (gap <= COLUMN) return isWestern || (isLoose(last, word) && !areApart(last, word, columns));
  if (!isLoose(last, word) || gap > LETTER_GAPS.known * COLUMN) return false;
  return (
    isSpacedWord(last.text + word.text) || (last.text.length <= 3 && gap <= LETTER_GAPS.other * COLUMN && !areApart(last, word, columns))
  );
}

function isLoose(last: Segment, word: Word): boolean {
  // 类 | 款 | 项 are three columns.
  if (CODE_LEVEL.test(word.text) && CODE_LEVEL.test(last.text.slice(-1))) return false;
  return (
    word.text.length === 1 && last.words.every(({ text }) => text.length === 1) && HAN.test(word.text) && HAN.test(last.text.slice(-1))
  );
}

/** Above different columns of the table. */
function areApart(last: Segment, word: Word, columns: readonly Span[]): boolean {
  const columnAt = ({ box }: Word) => columns.findIndex(({ from, to }) => box[0] < to && box[2] > from);
  const [a, b] = [columnAt(at(last.words, 0)), columnAt(word)];
  return a >= 0 && b >= 0 && a !== b;
}
