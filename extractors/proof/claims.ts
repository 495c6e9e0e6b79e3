import type { Finding } from '../../schemas/diagnostic.ts';
import type { Agreement, SaidQuantity } from '../model/said.ts';
import type { PlacedTable } from '../model/tables.ts';
import type { SlotEquation } from './ledger/ledger.ts';
import type { ScaleSlip } from './scales.ts';

/** What a document says in numbers: those of its tables with where they belong, and those of its prose. Plain data, as all of a case. */
export interface Claims {
  tables: PlacedTable[];
  statements: SaidQuantity[];
  /** Fact ids of numbers that a person has looked at and found right. */
  confirmed: string[];
}

/** What ought to hold between the numbers, before anybody asks whether it does. */
export interface Declared {
  /** With their blank places; which of them were spent on placing a row stands in the row. */
  equations: SlotEquation[];
  /** Which number of a table each statement restates. */
  agreements: Agreement[];
  /** `table.column` of columns whose printed header does not fit what stands below it. */
  misfits: string[];
  /** Tables whose unit or decimal points are in doubt. */
  slips: ScaleSlip[];
  findings: Finding[];
}
