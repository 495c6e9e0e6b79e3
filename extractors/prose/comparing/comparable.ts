import type { Statement } from '../../../schemas/disclosure.ts';
import type { RowRole, Side } from '../../../schemas/table.ts';

/** A quantity that the prose states, before it is held against the tables. */
export type SaidQuantity = Omit<Statement, 'agrees'>;

/** What a comparison has to know of a number of a table. `value` in `unit`, as printed. */
export interface ComparableFact {
  id: string;
  tableKind: string;
  tableTitle: string;
  side: Side | null;
  role: RowRole;
  code: string | null;
  /** Further classifications or units stand beside the code. */
  hasKeys: boolean;
  label: string;
  labelPath: readonly string[];
  columnPath: readonly string[];
  measure: string | null;
  period: number | null;
  unit: string | null;
  value: string | null;
}

/**
 * A statement beside the fact that it restates. `factId`: null where no fact surely does. `agrees`: whether both print the same amount; null
 * where that cannot be said.
 */
export interface Agreement {
  statementId: string;
  factId: string | null;
  agrees: boolean | null;
}
