import type { RowRole, Side } from '../../../schemas/table.ts';

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
  /** What a row without a code is about: an identifier of ROW_CONCEPTS. */
  concept: string | null;
  labelPath: readonly string[];
  columnPath: readonly string[];
  measure: string | null;
  period: number | null;
  unit: string | null;
  value: string | null;
}
