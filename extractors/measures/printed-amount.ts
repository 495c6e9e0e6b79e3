import type { Coordinates } from '../../schemas/lexicon/coordinates/coordinates.ts';
import type { FactCell, Table, TableRow } from '../../schemas/table.ts';

/** A number of a table with what it is an amount of. */
export interface PrintedAmount {
  table: Table;
  row: TableRow;
  cell: FactCell;
  of: Coordinates;
  /** The last place that is printed, as a power of ten of 元; finer numbers are preferred. */
  place: number;
  /** 0: of nobody in particular or of a total; 1: of the body itself; 2: of the only body that the table names. */
  nearness: number;
}
