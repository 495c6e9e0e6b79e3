import type { IdentityId } from '../../../schemas/lexicon/identities.ts';
import type { PlacedTable } from '../../model/tables.ts';
import type { Ledger, Slot, SlotEquation } from './ledger.ts';

/** An identity between the columns of a table: holds in every row. Addends carry their sign. */
export interface ColumnGroup {
  identity: IdentityId;
  total: number;
  addends: { column: number; sign: 1 | -1 }[];
}

/** An identity between the rows of a table: holds in every money column of their panel. */
export interface RowGroup {
  identity: IdentityId;
  total: number;
  addends: number[];
  panel: number | null;
}

/** The amount in `slot` cannot exceed the sum of `limit`. Helps to place numbers; never recorded as an equation. */
export interface Bound {
  slot: Slot;
  limit: Slot[];
}

/** One accounting identity: when it applies and which terms it has. At least one of columns, rows and document is given. */
export interface Identity {
  id: IdentityId;
  columns?(table: PlacedTable): ColumnGroup[];
  rows?(table: PlacedTable): RowGroup[];
  document?(ledger: Ledger): SlotEquation[];
  bounds?(ledger: Ledger): Bound[];
}
