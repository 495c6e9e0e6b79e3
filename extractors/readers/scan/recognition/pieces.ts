import { at } from '../../../model/at.ts';
import { isOfNumber } from './amounts/amount-steps.ts';
import { GAP } from './amounts/settings.ts';
import type { PathCharacter } from './decoding/best-path.ts';
import type { Columns, Run } from './ink.ts';
import { NUMBER_GAP, WORD_GAP } from './settings.ts';

/** Columns of a line's picture that hold one word, and the text that its places likeliest hold. */
export interface Piece {
  from: number;
  to: number;
  text: string;
  /** The middles of gaps between digits that are wider than between digits of one number. */
  blanks: number[];
}

/** A character with the column of the line's picture that it stands at. */
interface Placed {
  text: string;
  column: number;
}

/** The words of a line: its characters parted where no ink is for wide. `columnOf`: the column of a place; `height`: of the line's ink. */
export function piecesOf(
  path: readonly PathCharacter[],
  runs: readonly Run[],
  columnOf: (step: number) => number,
  { width, height }: { width: number; height: number },
): Piece[] {
  const characters = path.filter(({ text }) => text !== ' ').map(({ text, step }): Placed => ({ text, column: columnOf(step) }));
  const pieces: Piece[] = [];
  let [from, start] = [0, 0];
  let blanks: number[] = [];
  characters.forEach((character, i) => {
    const following = characters[i + 1];
    const gap = following && widestGap(character.column, following.column, runs);
    const digits = following !== undefined && areDigits(character, following);
    const isBlank = gap && digits && /\d/.test(character.text) && /\d/.test(following.text) && gap[1] - gap[0] > GAP.least * height;
    if (gap && gap[1] - gap[0] <= height * (digits ? NUMBER_GAP : WORD_GAP)) {
      if (isBlank) blanks.push((gap[0] + gap[1]) / 2);
      return;
    }
    const to = gap ? (gap[0] + gap[1]) / 2 : width;
    const own = characters.slice(start, i + 1);
    pieces.push({ from, to, text: own.map(({ text }) => text).join(''), blanks });
    [from, start, blanks] = [to, i + 1, []];
  });
  return pieces;
}

const areDigits = (a: Placed, b: Placed): boolean => isOfNumber(a.text) && isOfNumber(b.text);

/** The widest stretch without ink between two columns; where there is none, the middle between them. */
export function widestGap(left: number, right: number, runs: readonly Run[]): Columns {
  let widest: Columns = [(left + right) / 2, (left + right) / 2];
  let end = left;
  for (const [from, to] of runs) {
    if (to <= left) continue;
    const start = Math.min(from, right);
    if (start - end > widest[1] - widest[0]) widest = [end, start];
    if (from >= right) break;
    end = Math.max(end, to);
  }
  return widest;
}

/** The ink of a piece from its first column to its last; null where there is none. */
export function inkOf({ from, to }: Pick<Piece, 'from' | 'to'>, runs: readonly Run[]): Columns | null {
  const own = runs.filter(([start, end]) => end > from && start < to);
  return own.length === 0 ? null : [Math.max(from, at(own, 0)[0]), Math.min(to, at(own, own.length - 1)[1])];
}
