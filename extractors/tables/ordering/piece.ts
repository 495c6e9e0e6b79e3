import type { Cell } from '../../model/blocks.ts';

/** What a piece is by itself. `part`: two digits, which may be the 款 of a code. `coded`: code and name, or a numbered name. */
export type PieceKind = 'amount' | 'code' | 'part' | 'coded' | 'text';

/** A cell, or a line of one, in the order in which it was read. */
export interface Piece {
  kind: PieceKind;
  text: string;
  cell: Cell;
  page: number;
  line: number;
  /** The line right above it, without a blank one between, is a piece too. */
  stacked: boolean;
  /** Its place among the pieces of the table. */
  order: number;
}
