import type { EquationStatus } from '../../../schemas/equation.ts';
import { judge, type Ledger, larger, type SlotTerm, slackOf } from './ledger.ts';

/** What a residual means: `u`, and up to which residual rounding explains it, in 10^-6 元. */
export interface Judgement {
  status: EquationStatus;
  u: bigint;
  slack: bigint;
}

/** Nothing rounds a single number away. */
export function judgedAlone(ledger: Ledger, terms: readonly SlotTerm[]): Judgement {
  return { status: 'broken', u: unitOf(ledger, terms), slack: 0n };
}

/** What u does not explain may be the rounding of the numbers that were cut to fewer decimals: then u is their last place. */
export function judged(ledger: Ledger, terms: readonly SlotTerm[], residual: bigint, addends: number): Judgement {
  const u = unitOf(ledger, terms);
  const status = judge(residual, addends, u);
  const slack = slackOf(addends, u);
  const cuts = terms.flatMap((term) => ledger.cutAt(term) ?? []);
  if (cuts.length === 0) return { status, u, slack };
  const coarse = cuts.reduce((most, cut) => larger(cut, most), 0n);
  const wide = larger(slack, slackOf(cuts.length - 1, coarse));
  const explained = status === 'broken' && judge(residual, cuts.length - 1, coarse) !== 'broken';
  return explained ? { status: 'tail', u: coarse, slack: wide } : { status, u, slack: wide };
}

/** The coarsest last place of the tables that the terms stand in. */
function unitOf(ledger: Ledger, terms: readonly SlotTerm[]): bigint {
  return terms.reduce((u, term) => larger(ledger.unitOf(term.table), u), 0n);
}
