import type { Equation } from '../../../schemas/equation.ts';
import type { Slot, SlotTerm } from './ledger.ts';

/**
 * An equation as evaluated. `residual` and `slack` in 10^-6 元: up to `slack` rounding explains the residual. `slots` in the
 * order of the equation's terms that stand in tables; `blanks` are its places where nothing is printed; `total` is one or the other.
 */
export interface Evaluated {
  equation: Equation;
  residual: bigint;
  slack: bigint;
  total: Slot;
  slots: SlotTerm[];
  blanks: SlotTerm[];
}
