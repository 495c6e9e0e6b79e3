import { isSparse } from '../../model/sparse.ts';
import type { PlacedTable } from '../../model/tables.ts';
import { groupsOf } from '../identities/groups.ts';
import { IDENTITIES } from '../identities/index.ts';
import { columnEquations, rowEquations } from '../identities/slot-equations.ts';
import { judged } from '../ledger/judging.ts';
import { Ledger, type SlotEquation, type SlotTerm } from '../ledger/ledger.ts';
import { MOST_ROUNDS } from './settings.ts';
import { isUnsignedRed } from './unsigned-red.ts';

export type Sign = 'plus' | 'minus';

/** An equation with red numbers in it. Amounts in 10^-6 元, with the sign that the equation gives them. */
interface RedEquation {
  terms: readonly SlotTerm[];
  /** How many numbers stand against the total. */
  addends: number;
  /** What the other numbers come to. */
  rest: bigint;
  reds: { id: string; amount: bigint }[];
}

/**
 * Which sign the equations give to red numbers, by fact id; absent: none tells, or they contradict each other. An equation tells
 * where it is exact with one sign for all its red numbers that are still open, and broken with the other.
 */
export function decideSigns(tables: readonly PlacedTable[]): ReadonlyMap<string, Sign> {
  const ledger = new Ledger(tables);
  const signs = new Map<string, Sign>();
  let open = [...equationsOf(ledger)].flatMap((equation) => redEquation(ledger, equation) ?? []);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const said = votes(ledger, open, signs);
    if (said.size === 0) break;
    let isNew = false;
    for (const [id, sign] of said) {
      if (sign === 'both') continue;
      signs.set(id, sign);
      isNew = true;
    }
    if (!isNew) break;
    open = open.filter(({ reds }) => reds.some(({ id }) => !signs.has(id)));
  }
  return signs;
}

function* equationsOf(ledger: Ledger): Generator<SlotEquation> {
  for (const [t, table] of ledger.tables.entries()) {
    if (isSparse(table)) continue;
    const { columns, rows } = groupsOf(table);
    for (const group of columns) yield* rowEquations(table, t, group);
    for (const group of rows) yield* columnEquations(ledger, t, group);
  }
  for (const identity of IDENTITIES) yield* identity.document?.(ledger) ?? [];
}

/** null where no red number, or none but it, stands in the equation, or where it is not known what stands there. */
function redEquation(ledger: Ledger, { terms }: SlotEquation): RedEquation | null {
  const reds: RedEquation['reds'] = [];
  let rest = 0n;
  let filled = 0;
  let isTotalFilled = false;
  for (const [i, term] of terms.entries()) {
    const value = ledger.amount(term);
    const cell = ledger.cell(term);
    if (value === null || !cell) continue;
    filled++;
    isTotalFilled ||= i === 0;
    const amount = term.sign === 1 ? value : -value;
    if (isUnsignedRed(cell)) reds.push({ id: cell.id, amount });
    else rest += amount;
  }
  if (reds.length === 0 || filled < 2 || terms.some((term) => ledger.isUncertain(term))) return null;
  return { terms, addends: isTotalFilled ? filled - 1 : filled, rest, reds };
}

/** What these equations say of the red numbers whose sign is open. */
function votes(ledger: Ledger, equations: readonly RedEquation[], signs: ReadonlyMap<string, Sign>): Map<string, Sign | 'both'> {
  const said = new Map<string, Sign | 'both'>();
  for (const equation of equations) {
    const sign = vote(ledger, equation, signs);
    if (!sign) continue;
    for (const { id } of equation.reds) {
      if (signs.has(id)) continue;
      const known = said.get(id);
      said.set(id, known === undefined || known === sign ? sign : 'both');
    }
  }
  return said;
}

function vote(ledger: Ledger, { terms, addends, rest, reds }: RedEquation, signs: ReadonlyMap<string, Sign>): Sign | null {
  let known = rest;
  let unknown = 0n;
  for (const { id, amount } of reds) {
    const sign = signs.get(id);
    if (sign === undefined) unknown += amount;
    else known += sign === 'minus' ? -amount : amount;
  }
  const isBroken = (residual: bigint): boolean => judged(ledger, terms, residual, addends).status === 'broken';
  if (known + unknown === 0n) return isBroken(known - unknown) ? 'plus' : null;
  return known === unknown && isBroken(known + unknown) ? 'minus' : null;
}
