import type { Equation } from '../../schemas/equation.ts';
import type { SlotTerm } from '../ledger.ts';

/** An equation as evaluated: `residual` in 10^-6 元, `slots` in the order of the equation's terms that stand in tables. */
export interface Evaluated {
  equation: Equation;
  residual: bigint;
  table: number;
  slots: SlotTerm[];
}
