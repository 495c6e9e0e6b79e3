import { HEAD_OF_SIDES, SIDE_START } from '../../../schemas/lexicon/tables/columns.ts';
import { SIDE_OF_TABLE } from '../../../schemas/lexicon/tables/header-cells.ts';
import { isTotalLabel } from '../../notation/roles.ts';
import { assemblies } from './jigsaw.ts';
import type { Piece } from './piece.ts';
import { MOST_ASSEMBLIES, MOST_HEADER_PIECES } from './settings.ts';

/** The words of a header, and what speaks against them. */
export interface HeaderWords {
  words: Piece[];
  cost: number;
}

/** The cheapest ways to read the pieces of a header as words. */
export function headersOf(pieces: readonly Piece[]): HeaderWords[] {
  if (pieces.length > MOST_HEADER_PIECES) return [{ words: [...pieces], cost: 0 }];
  return assemblies(pieces, MOST_ASSEMBLIES).map(({ words, cost }) => ({ words: bySides(words), cost }));
}

/** 收入 | 支出 over a name each: the name and the amounts of the one side, then those of the other, whose first may be a total. */
function bySides(words: readonly Piece[]): Piece[] {
  const sides = words.filter(({ text }) => SIDE_OF_TABLE.test(text));
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
