import type { Span } from '../../grids/aligned/index.ts';

/** A column of the table as its rows show it. */
export interface DataColumn extends Span {
  isAmounts: boolean;
  isTexts: boolean;
  /** Small whole numbers, each greater than the one above: numbers of rows. */
  isOrdinals: boolean;
  /** No row has anything there. */
  isEmpty: boolean;
}
