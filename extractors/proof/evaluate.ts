/**
 * Placed tables and statements in; equations with their verdicts, states of the numbers and explanations out; imports schemas,
 * model, prose/comparing, explaining, identities, ledger, placing.
 */
import type { Statement } from '../../schemas/disclosure.ts';
import type { Equation } from '../../schemas/equation.ts';
import type { ValueState } from '../../schemas/table.ts';
import { isSparse } from '../model/sparse.ts';
import type { Stage, StageContext } from '../model/stage.ts';
import type { PlacedTable } from '../model/tables.ts';
import type { Agreement } from '../prose/comparing/comparable.ts';
import { editWeights } from './explaining/edit-weights.ts';
import { type Explanation, explain } from './explaining/explain.ts';
import { proseEquations } from './identities/across/prose-equations.ts';
import { fitOf, groupsOf, residualOf } from './identities/groups.ts';
import { DISCOVERED, IDENTITIES } from './identities/index.ts';
import { columnEquations, rowEquations } from './identities/slot-equations.ts';
import type { Evaluated } from './ledger/evaluated.ts';
import type { ColumnGroup } from './ledger/identity.ts';
import { judged, judgedAlone } from './ledger/judging.ts';
import { Ledger, type SlotEquation, type SlotTerm } from './ledger/ledger.ts';
import { withUnprovenPlacements } from './placing/unproven.ts';
import { blameOf, proveFacts } from './prove.ts';

export interface StatedDocument {
  tables: PlacedTable[];
  statements: Statement[];
  agreements: Agreement[];
}

export interface ReconciledDocument extends StatedDocument {
  equations: Equation[];
  /** By fact id; facts that no equation speaks of are absent. */
  states: Map<string, ValueState>;
  explanations: Explanation[];
  /** By fact id, how likely a smallest repair changes it. */
  blame: Map<string, number>;
  /** `table.column` of columns whose printed header does not fit what stands below it. */
  misfits: Set<string>;
}

/** Evaluates every identity of the document, and says of each number whether the equations prove or contradict it. */
export const reconcile: Stage<StatedDocument, ReconciledDocument> = {
  name: 'reconcile',
  run(document, context) {
    const ledger = new Ledger(document.tables);
    const misfits = new Set<string>();
    const declared = [...slotEquations(ledger, misfits, context)];
    const evaluated = declared.flatMap((slots, i) => evaluate(ledger, slots, i + 1) ?? []);
    const prose = proseEquations(ledger, document.statements, document.agreements, declared.length + 1);
    const equations = [...evaluated, ...prose];
    const explanations = explain(equations, ledger, editWeights(ledger, document.statements));
    return {
      ...document,
      tables: withUnprovenPlacements(ledger, equations),
      equations: equations.map(({ equation }) => equation),
      states: proveFacts(ledger, equations, explanations),
      explanations,
      blame: blameOf(explanations),
      misfits,
    };
  },
};

function* slotEquations(ledger: Ledger, misfits: Set<string>, context: StageContext): Generator<SlotEquation> {
  for (const [t, table] of ledger.tables.entries()) {
    if (isSparse(table)) reportSparse(table, context);
    const groups = groupsOf(table);
    for (const group of groups.columns) {
      if (isMisjudged(ledger, t, group)) reportMisjudged(ledger, t, group, misfits, context);
      else yield* rowEquations(table, t, group);
    }
    for (const group of groups.rows) yield* columnEquations(ledger, t, group);
  }
  for (const identity of IDENTITIES) yield* identity.document?.(ledger) ?? [];
  for (const identity of DISCOVERED) {
    for (const [t, table] of ledger.tables.entries()) {
      if (isSparse(table)) continue;
      for (const group of identity.columns?.(table) ?? []) yield* rowEquations(table, t, group);
    }
  }
}

function reportSparse({ index, items, columns, caption }: PlacedTable, context: StageContext): void {
  const actual = `${items.length} × ${columns.length}`;
  context.report({ ruleId: 'table/sparse', tableIndex: index, places: caption.places.slice(0, 1), actual });
}

/** The header was misjudged when its own identity fails in most rows; one damaged header is one finding, not fifty. */
function isMisjudged(ledger: Ledger, t: number, group: ColumnGroup): boolean {
  const fit = fitOf(ledger, t, group);
  return fit.broken >= 3 && fit.broken > fit.exact + fit.tail;
}

/** With an empty column among them it is that column's numbers that are missing, not the header that is wrong. */
function reportMisjudged(ledger: Ledger, t: number, group: ColumnGroup, misfits: Set<string>, context: StageContext): void {
  const table = ledger.table(t);
  const columns = [group.total, ...group.addends.map(({ column }) => column)];
  const filled = new Set(table.items.flatMap((row) => row.cells.map((cell) => cell.column)));
  const empty = columns.filter((column) => !filled.has(column));
  const lost = empty.length > 0 && residualsHaveOneSign(ledger, t, group) && !isShifted(ledger, t, group, empty);
  if (!lost) for (const column of columns) misfits.add(`${t}.${column}`);
  context.report({
    ruleId: lost ? 'column/missing' : 'header/damaged',
    tableIndex: table.index,
    places: table.caption.places.slice(0, 1),
    actual: (lost ? empty : columns).map((column) => ledger.column(t, column).path.join(' > ')).join(' | '),
  });
}

/** What a lost column held is left over in all rows with the same sign, or it was the total's own. */
function residualsHaveOneSign(ledger: Ledger, t: number, group: ColumnGroup): boolean {
  const residuals = ledger
    .table(t)
    .items.map((row) => residualOf(ledger, t, row.index, group))
    .filter((residual) => residual !== 0n);
  return residuals.every((residual) => residual > 0n) || residuals.every((residual) => residual < 0n);
}

/** The numbers stand one column too far right: without a total, the first addend is the sum of the others. */
function isShifted(ledger: Ledger, t: number, group: ColumnGroup, empty: readonly number[]): boolean {
  const [first, ...others] = group.addends;
  if (!empty.includes(group.total) || !first || others.length === 0) return false;
  const fit = fitOf(ledger, t, { ...group, total: first.column, addends: others });
  return fit.exact + fit.tail > fit.broken;
}

/** null when every slot is blank, when one of them is uncertain, or when nothing but one blank-sided zero is said. */
function evaluate(ledger: Ledger, { identity, scope, terms }: SlotEquation, number: number): Evaluated | null {
  const { filled, blanks } = split(ledger, terms);
  if (filled.length === 0 || terms.some((term) => ledger.isUncertain(term))) return null;
  let residual = 0n;
  for (const { term, amount } of filled) residual += term.sign === 1 ? amount : -amount;
  const alone = filled.length === 1;
  if (alone && residual === 0n) return null;
  const [total] = terms;
  const addends = filled[0]?.term === total ? filled.length - 1 : filled.length;
  const { status, u, slack } = alone ? judgedAlone(ledger, terms) : judged(ledger, terms, residual, addends);
  return {
    residual,
    slack,
    total,
    blanks,
    slots: filled.map(({ term }) => term),
    equation: {
      id: `e${String(number).padStart(4, '0')}`,
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
