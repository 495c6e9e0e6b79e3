import { z } from 'zod';
import { DecimalString } from './table.ts';

/** exact: residual 0. tail: within what rounding explains. broken: more. See docs/output.md, "Exact, tail, broken". */
export const EquationStatus = z.enum(['exact', 'tail', 'broken']);
export type EquationStatus = z.infer<typeof EquationStatus>;

export const EquationScope = z.enum(['row', 'column', 'table', 'document', 'prose']);
export type EquationScope = z.infer<typeof EquationScope>;

/** Σ sign·value = residual; the total comes first with sign 1, its addends follow with sign -1. */
export const EquationTerm = z.strictObject({ id: z.string(), sign: z.union([z.literal(1), z.literal(-1)]) });
export type EquationTerm = z.infer<typeof EquationTerm>;

/**
 * `u` is the last printed place of the money columns, as a decimal string; a residual is judged in units of it. Where numbers cut
 * to fewer decimals explain a tail, it is their last place.
 */
export const Equation = z.strictObject({
  id: z.string(),
  identity: z.string(),
  scope: EquationScope,
  terms: z.array(EquationTerm).min(1),
  addends: z.int().min(0),
  residual: DecimalString,
  u: DecimalString,
  status: EquationStatus,
});
export type Equation = z.infer<typeof Equation>;
