import type { WorkTable } from '../../schemas/work.ts';
import type { Ledger, SlotEquation } from '../ledger.ts';

/** An identity between the columns of a table: holds in every row. Addends carry their sign. */
export interface ColumnGroup {
  identity: string;
  total: number;
  addends: { column: number; sign: 1 | -1 }[];
}

/** An identity between the rows of a table: holds in every money column of their panel. */
export interface RowGroup {
  identity: string;
  total: number;
  addends: number[];
  panel: number | null;
}

/** One accounting identity: when it applies and which terms it has. Exactly one of the three functions is given. */
export interface Identity {
  id: string;
  zh: string;
  en: string;
  columns?(table: WorkTable): ColumnGroup[];
  rows?(table: WorkTable): RowGroup[];
  document?(ledger: Ledger): SlotEquation[];
}
