import { at } from '../../model/at.ts';
import { joinedCell } from '../../notation/cells.ts';
import type { Piece } from './piece.ts';
import { LEAST_USUAL } from './settings.ts';

const DECIMAL = /^-?\d[\d,]*\.(\d+)$/;

/**
 * Amounts that narrow cells break within their decimals: 1682.7 | 6, or of cells beside each other first all beginnings and then all ends. Only
 * where each of them gets as many decimals as the table's amounts have.
 */
export function withWholeAmounts(pieces: readonly Piece[]): Piece[] {
  const usual = usualDecimals(pieces);
  if (usual < 2) return [...pieces];
  const whole: Piece[] = [];
  for (let i = 0; i < pieces.length; ) {
    const count = cutFrom(pieces, i, usual);
    if (count === 0) whole.push(at(pieces, i++));
    for (let k = 0; k < count; k++) whole.push(joined(at(pieces, i + k), at(pieces, i + count + k)));
    i += 2 * count;
  }
  return whole;
}

/** How many amounts from one on lack decimals that as many pieces behind them hold; 0 for none. */
function cutFrom(pieces: readonly Piece[], from: number, usual: number): number {
  let count = 0;
  while (isCut(pieces[from + count], usual)) count++;
  const isRest = (k: number): boolean => {
    const text = pieces[from + count + k]?.text ?? '';
    return /^\d+$/.test(text) && decimalsOf(at(pieces, from + k)) + text.length === usual;
  };
  return count > 0 && Array.from({ length: count }, (_, k) => k).every(isRest) ? count : 0;
}

const isCut = (piece: Piece | undefined, usual: number): boolean =>
  piece?.kind === 'amount' && decimalsOf(piece) > 0 && decimalsOf(piece) < usual;

const decimalsOf = ({ text }: Piece): number => DECIMAL.exec(text)?.[1]?.length ?? 0;

/** The most decimals that a good part of the amounts have, as others may be cut. */
function usualDecimals(pieces: readonly Piece[]): number {
  const counts = pieces
    .filter(({ kind }) => kind === 'amount')
    .map(decimalsOf)
    .filter((decimals) => decimals > 0);
  const often = (decimals: number): boolean => counts.filter((other) => other === decimals).length >= LEAST_USUAL * counts.length;
  return Math.max(0, ...new Set(counts.filter(often)));
}

function joined(head: Piece, rest: Piece): Piece {
  return { ...head, text: head.text + rest.text, cell: joinedCell([head.cell, rest.cell]) };
}
