import { HEAD_OF_SIDES, SIDE_HEAD, SIDE_START } from '../../../schemas/lexicon/tables/columns.ts';
import { at } from '../../model/at.ts';
import { joinedCell } from '../../notation/cells.ts';
import { isHeaderWord } from '../../notation/headers/known-words.ts';
import { isTotalLabel } from '../../notation/roles.ts';
import { isClassWord } from '../../notation/row-kinds.ts';
import { stacksOf } from './parting.ts';
import type { Piece } from './pieces.ts';
import { MOST_HEADER_PIECES, MOST_WORD_PIECES } from './settings.ts';

/**
 * The words of a header from their pieces. Lines right below each other are one cell, or several; where cells beside each other wrap, the first
 * lines of all come before the second ones, so that pieces left over are put together with later ones that make them known words.
 */
export function wordsOfHeader(pieces: readonly Piece[]): Piece[] {
  if (pieces.length > MOST_HEADER_PIECES) return [...pieces];
  return bySides(acrossStacks(stacksOf(pieces).flatMap(withinStack)));
}

/** The longest known words first; what is none stays as it is. */
function withinStack(stack: readonly Piece[]): Piece[] {
  const words: Piece[] = [];
  for (let i = 0; i < stack.length; ) {
    let n = Math.min(MOST_WORD_PIECES, stack.length - i);
    while (n > 1 && !isHeaderWord(textOf(stack.slice(i, i + n)))) n--;
    words.push(joined(stack.slice(i, i + n)));
    i += n;
  }
  return words;
}

/** 项 heads digits of codes, or is the first letter of 项目. */
function acrossStacks(pieces: readonly Piece[]): Piece[] {
  const used = new Set<Piece>();
  return pieces.flatMap((piece) => {
    if (used.has(piece)) return [];
    const later = pieces.filter((other) => other.order > piece.order && !used.has(other));
    const rests = later.filter(({ text }) => !isHeaderWord(text));
    const parts =
      isHeaderWord(piece.text) && !isClassWord(piece.text) ? [piece] : (partsFrom(piece, rests) ?? partsFrom(piece, later) ?? [piece]);
    for (const part of parts) used.add(part);
    return [joined(parts)];
  });
}

/** The piece with one or two later ones that make it a known word, the nearest first. */
function partsFrom(piece: Piece, later: readonly Piece[]): Piece[] | null {
  for (const second of later) if (isHeaderWord(piece.text + second.text)) return [piece, second];
  for (const second of later) {
    const third = later.find((other) => other.order > second.order && isHeaderWord(piece.text + second.text + other.text));
    if (third) return [piece, second, third];
  }
  return null;
}

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

function joined(pieces: readonly Piece[]): Piece {
  const first = at(pieces, 0);
  return { ...first, text: textOf(pieces), cell: joinedCell([first.cell, ...pieces.slice(1).map(({ cell }) => cell)]) };
}

/** 收入 | 支出 over a name each: the name and the amounts of the one side, then those of the other, whose first may be a total. */
function bySides(words: readonly Piece[]): Piece[] {
  const sides = words.filter(({ text }) => SIDE_HEAD.test(text));
  const keys = words.filter(({ text }) => SIDE_START.test(text));
  const columns = words.filter((word) => !sides.includes(word) && !keys.includes(word));
  const [left, right = left] = keys;
  if (sides.length !== 2 || keys.length > 2 || !left || !right || columns.length === 0) return [...words];
  const total = columns.findIndex(({ text }) => isTotalLabel(text));
  const amounts = columns.filter(({ text }) => HEAD_OF_SIDES.test(text));
  if (total >= 0) return [...sides, left, ...amounts.slice(0, 1), right, ...columns.filter((word) => word !== amounts[0])];
  const half = Math.ceil(columns.length / 2);
  const isOne = new Set(columns.map(({ text }) => text)).size === 1;
  if (!isOne && columns.length % 2 > 0) return [...words];
  return [...sides, left, ...columns.slice(0, half), right, ...columns.slice(isOne ? 0 : half, isOne ? half : undefined)];
}
