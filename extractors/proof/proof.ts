/**
 * Placed tables and statements in; equations with their verdicts, states of the numbers and explanations out; imports schemas,
 * model, notation, prose/comparing, explaining, identities, lacking, ledger, placing.
 */
import type { Equation } from '../../schemas/equation.ts';
import type { ValueState } from '../../schemas/table.ts';
import { Keys, keyOf } from '../model/keys.ts';
import type { PlacedTable } from '../model/tables.ts';
import type { Claims, Declared } from './claims.ts';
import { editWeights } from './explaining/edits.ts';
import { type Explanation, explain, type WeighChange } from './explaining/explain.ts';
import { proseEquations } from './identities/across/prose-equations.ts';
import type { Evaluated } from './ledger/evaluated.ts';
import { judged, judgedAlone } from './ledger/judging.ts';
import { Ledger, type SlotEquation, type SlotTerm } from './ledger/ledger.ts';
import type { LedgerTable } from './ledger/ledger-table.ts';
import { withUnprovenPlacements } from './placing/unproven.ts';
import { blameOf, proveFacts } from './prove.ts';

/** What the equations say of the numbers. */
export interface Proof {
  /** With placements that turned out not to be proved. */
  tables: PlacedTable[];
  equations: Equation[];
  /** By fact id; facts that no equation speaks of are absent. */
  states: Map<string, ValueState>;
  explanations: Explanation[];
  /** By fact id, how likely a smallest repair changes it. */
  blame: Map<string, number>;
}

/** Holds every declared equation against the numbers, and says of each number whether they prove or contradict it. */
export function prove({ tables, statements, confirmed }: Claims, { equations: declared, agreements }: Declared): Proof {
  const ledger = new Ledger(tables);
  const evaluated: Evaluated[] = [];
  for (const slots of declared) {
    const one = evaluatedOnce(ledger, slots);
    if (one) evaluated.push(one);
  }
  const equations = distinct([...evaluated, ...proseEquations(ledger, statements, agreements)]);
  const explanations = explain(equations, ledger, sparing(confirmed, editWeights(ledger, statements)));
  const placed = withUnprovenPlacements(ledger, equations);
  return {
    tables: placed,
    equations: equations.map(({ equation }) => equation),
    states: withConfirmed(proveFacts(new Ledger(placed), equations, explanations), confirmed),
    explanations,
    blame: blameOf(explanations),
  };
}

/** No change of a number that a person found right explains anything. */
function sparing(confirmed: readonly string[], weigh: WeighChange): WeighChange {
  const spared = new Set(confirmed);
  return (change) => (change.facts.some(({ factId }) => spared.has(factId)) ? 0 : weigh(change));
}

function withConfirmed(states: Map<string, ValueState>, confirmed: readonly string[]): Map<string, ValueState> {
  for (const id of confirmed) states.set(id, 'confirmed');
  return states;
}

/** Each with an id of its own. */
function distinct(equations: readonly Evaluated[]): Evaluated[] {
  const keys = new Keys();
  return equations.map((evaluated) => {
    const { equation } = evaluated;
    const id = keys.unique(equation.id);
    return id === equation.id ? evaluated : { ...evaluated, equation: { ...equation, id } };
  });
}

interface Known {
  /** Those of the terms, by position. */
  tables: readonly (readonly [position: number, table: LedgerTable])[];
  evaluated: Evaluated | null;
}

/** What became of an equation for as long as the tables of its terms are the same objects. */
const KNOWN = new WeakMap<SlotEquation, Known>();

function evaluatedOnce(ledger: Ledger, slots: SlotEquation): Evaluated | null {
  const known = KNOWN.get(slots);
  if (known?.tables.every(([position, table]) => ledger.own(position) === table)) return known.evaluated;
  const evaluated = evaluate(ledger, slots);
  const positions = [...new Set(slots.terms.map(({ table }) => table))];
  KNOWN.set(slots, { tables: positions.map((position) => [position, ledger.own(position)]), evaluated });
  return evaluated;
}

/** null when every slot is blank, when one of them is uncertain, or when nothing but one blank-sided zero is said. */
function evaluate(ledger: Ledger, { identity, scope, terms }: SlotEquation): Evaluated | null {
  const { filled, blanks } = split(ledger, terms);
  if (filled.length === 0 || terms.some((term) => ledger.isUncertain(term))) return null;
  let residual = 0n;
  for (const { term, amount } of filled) residual += term.sign === 1 ? amount : -amount;
  const alone = filled.length === 1;
  if (alone && residual === 0n) return null;
  const [total] = terms;
  const addends = filled[0]?.term === total ? filled.length - 1 : filled.length;
  const ids = filled.map(({ id }) => id);
  const { status, u, slack } = alone ? judgedAlone(ledger, terms) : judged(ledger, terms, residual, addends);
  return {
    residual,
    slack,
    total,
    blanks,
    slots: filled.map(({ term }) => term),
    equation: {
      id: equationKey(identity, scope, filled[0]?.term === total && filled.length > 2 ? ids.slice(0, 1) : ids),
      identity,
      scope,
      terms: filled.map(({ term, id }) => ({ id, sign: term.sign })),
      addends,
      residual: ledger.print(residual, total.table),
      u: ledger.print(u, total.table),
      status,
    },
  };
}

/** By its total, which it has alone within its identity; without one, and of two numbers that say the same, by all that it is about. */
function equationKey(identity: string, scope: string, ids: readonly string[]): string {
  return keyOf('e', [identity, scope, ...[...ids].sort()].join('|'));
}

interface FilledTerm {
  term: SlotTerm;
  amount: bigint;
  /** The fact's. */
  id: string;
}

/** Terms with a number and blank ones, each in the order of the equation. */
function split(ledger: Ledger, terms: readonly SlotTerm[]): { filled: FilledTerm[]; blanks: SlotTerm[] } {
  const filled: FilledTerm[] = [];
  const blanks: SlotTerm[] = [];
  for (const term of terms) {
    const amount = ledger.amount(term);
    const cell = amount === null ? undefined : ledger.cell(term);
    if (cell && amount !== null) filled.push({ term, amount, id: cell.id });
    else blanks.push(term);
  }
  return { filled, blanks };
}
