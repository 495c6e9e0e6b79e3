import type { Place } from '../../schemas/place.ts';
import type { PlacementState, RowRole } from '../../schemas/table.ts';
import type { HeaderedTable } from './header.ts';

/** Rows and cells between the rows stage and the score stage. Internal, therefore types only. */

/** `column` indexes the table's columns; null while only the order of the row's numbers is known. */
export interface WorkCell {
  id: string;
  column: number | null;
  raw: string;
  places: Place[];
  value: string | null;
  percent: boolean;
  /** Readable only by guessing (separators in the wrong place). */
  doubtful: boolean;
  placement: PlacementState;
  /** Other columns that the equations allow. */
  alternatives: number[];
}

export interface WorkRow {
  index: number;
  panel: number;
  lineNo: string | null;
  code: string | null;
  label: string;
  /** Filled name columns outside the label, outermost first (unit, project …). */
  outer: string[];
  keys: Record<string, string>;
  attributes: Record<string, string>;
  role: RowRole;
  /** Leading white space of the label, where it is printed; a hint at the level. */
  indent: number;
  /** Index of the row whose sum this row is part of. */
  parent: number | null;
  labelPath: string[];
  isLeaf: boolean;
  places: Place[];
  cells: WorkCell[];
  floating: boolean;
  /** Scopes of the equations that were used up to place this row's numbers; they prove nothing about them any more. */
  spent?: ('row' | 'column' | 'document')[];
}

export interface WorkTable extends Omit<HeaderedTable, 'rows' | 'data'> {
  items: WorkRow[];
}
