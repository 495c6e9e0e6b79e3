import type { Equation } from '../../../schemas/equation.ts';
import type { SlotTerm } from './ledger.ts';

/**
 * An equation as evaluated. `residual` and `slack` in 10^-6 元: up to `slack` rounding explains the residual. `slots` in the
 * order of the equation's terms that stand in tables; `blanks` are its places where nothing is printed.
 */
export interface Evaluated {
  equation: Equation;
  residual: bigint;
  slack: bigint;
  table: number;
  slots: SlotTerm[];
  blanks: SlotTerm[];
}
