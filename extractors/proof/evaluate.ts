/**
 * Room: tables with placed numbers and the statements of the prose in, equations and what each proves out; imports model, notation,
 * ledger, identities, placing, explaining, prose, tables/rows, schemas.
 */

import type { Statement } from '../../schemas/disclosure.ts';
import type { Equation, EquationStatus } from '../../schemas/equation.ts';
import type { ValueState } from '../../schemas/table.ts';
import type { Stage, StageContext } from '../model/stage.ts';
import type { WorkTable } from '../model/tables.ts';
import type { RowedDocument } from '../tables/rows/index.ts';
import { editWeights } from './explaining/edit-weights.ts';
import { type Explanation, explain } from './explaining/explain.ts';
import { fitOf, groupsOf, residualOf } from './identities/groups.ts';
import { DISCOVERED, IDENTITIES } from './identities/index.ts';
import { amountColumn } from './identities/within/selectors.ts';
import type { Evaluated } from './ledger/evaluated.ts';
import type { ColumnGroup } from './ledger/identity.ts';
import { judge, Ledger, larger, type SlotEquation, type SlotTerm, slackOf } from './ledger/ledger.ts';
import { withUnprovenPlacements } from './placing/unproven.ts';
import { type Agreement, proseEquations } from './prose-equations.ts';
import { blameOf, proveFacts } from './prove.ts';

export interface StatedDocument extends RowedDocument {
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
  for (let t = 0; t < ledger.tables.length; t++) {
    const table = ledger.tables[t]!;
    const groups = groupsOf(table);
    for (const group of groups.columns) {
      const fit = fitOf(ledger, t, group);
      // The header was misjudged when its own identity fails in most rows; one damaged header is one finding, not fifty.
      if (fit.broken >= 3 && fit.broken > fit.exact + fit.tail) {
        const columns = [group.total, ...group.addends.map(({ column }) => column)];
        const empty = columns.filter((column) => !table.items.some((row) => row.cells.some((cell) => cell.column === column)));
        // With an empty column among them it is that column's numbers that are missing, not the header that is wrong.
        const lost = empty.length > 0 && residualsHaveOneSign(ledger, t, group) && !isShifted(ledger, t, group, empty);
        if (!lost) for (const column of columns) misfits.add(`${t}.${column}`);
        context.report({
          ruleId: lost ? 'column/missing' : 'header/damaged',
          tableIndex: table.index,
          places: table.caption.places.slice(0, 1),
          actual: (lost ? empty : columns).map((column) => table.columns[column]!.path.join(' > ')).join(' | '),
        });
        continue;
      }
      yield* rowEquations(table, t, group);
    }
    for (const group of groups.rows) {
      for (const column of columnsOf(table, ledger, t, group)) {
        yield {
          identity: group.identity,
          scope: 'column',
          terms: [
            { table: t, row: group.total, column: columnIn(table, group.total, column), sign: 1 },
            ...group.addends.map((row) => ({ table: t, row, column: columnIn(table, row, column), sign: -1 as const })),
          ],
        };
      }
    }
  }
  for (const identity of IDENTITIES) yield* identity.document?.(ledger) ?? [];
  for (const identity of DISCOVERED) {
    for (let t = 0; t < ledger.tables.length; t++) {
      for (const group of identity.columns?.(ledger.tables[t]!) ?? []) yield* rowEquations(ledger.tables[t]!, t, group);
    }
  }
}

/** An identity between columns, in every row. */
function rowEquations(table: WorkTable, t: number, group: ColumnGroup): SlotEquation[] {
  return table.items.map((row) => {
    const slot = (column: number) => ({ table: t, row: row.index, column });
    const addends = group.addends.map(({ column, sign }) => ({ ...slot(column), sign: -sign as 1 | -1 }));
    return { identity: group.identity, scope: 'row', terms: [{ ...slot(group.total), sign: 1 }, ...addends] };
  });
}

/** What a lost column held is left over in all rows with the same sign, or it was the total's own. */
function residualsHaveOneSign(ledger: Ledger, t: number, group: ColumnGroup): boolean {
  const residuals = ledger.tables[t]!.items.map((row) => residualOf(ledger, t, row.index, group)).filter((residual) => residual !== 0n);
  return residuals.every((residual) => residual > 0n) || residuals.every((residual) => residual < 0n);
}

/** The numbers stand one column too far right: without a total, the first addend is the sum of the others. */
function isShifted(ledger: Ledger, t: number, group: ColumnGroup, empty: readonly number[]): boolean {
  const [first, ...others] = group.addends;
  if (!empty.includes(group.total) || !first || others.length === 0) return false;
  const fit = fitOf(ledger, t, { ...group, total: first.column, addends: others });
  return fit.exact + fit.tail > fit.broken;
}

/** Groups over several panels meet in the panels' n-th value columns. */
function columnsOf(table: WorkTable, ledger: Ledger, t: number, group: { total: number; panel: number | null }): number[] {
  const panel = group.panel ?? table.items[group.total]!.panel;
  return (table.panels[panel]?.values ?? []).filter((column) => ledger.isMoney(t, column));
}

function columnIn(table: WorkTable, row: number, column: number): number {
  const item = table.items[row]!;
  const own = table.panels[item.panel]?.values ?? [];
  if (own.includes(column)) return amountColumn(table, item, column);
  const position = table.panels[table.columns[column]!.panel]!.values.indexOf(column);
  return item.cells[0]?.column ?? own[position] ?? column;
}

/** null when every slot is blank, when one of them is uncertain, or when nothing but one blank-sided zero is said. */
function evaluate(ledger: Ledger, slots: SlotEquation, number: number): Evaluated | null {
  const filled = slots.terms.flatMap((term) => {
    const amount = ledger.amount(term);
    return amount === null ? [] : [{ term, amount }];
  });
  if (filled.length === 0 || slots.terms.some((term) => ledger.isUncertain(term))) return null;
  const residual = filled.reduce((sum, { term, amount }) => sum + BigInt(term.sign) * amount, 0n);
  if (filled.length === 1 && residual === 0n) return null;
  const table = slots.terms[0]!.table;
  const printed = slots.terms.reduce((u, term) => larger(ledger.unitOf(term.table), u), 0n);
  const totalFilled = filled[0]!.term === slots.terms[0];
  const addends = filled.length - (totalFilled ? 1 : 0);
  // Nothing rounds a single number away.
  const alone = filled.length === 1;
  const { status, u, slack } = alone
    ? { status: 'broken' as const, u: printed, slack: 0n }
    : judged(ledger, slots.terms, residual, addends, printed);
  return {
    residual,
    slack,
    table,
    blanks: slots.terms.filter((term) => !filled.some((other) => other.term === term)),
    slots: filled.map(({ term }) => term),
    equation: {
      id: `e${String(number).padStart(4, '0')}`,
      identity: slots.identity,
      scope: slots.scope,
      terms: filled.map(({ term }) => ({ id: ledger.cell(term)!.id, sign: term.sign })),
      addends,
      residual: ledger.print(residual, table),
      u: ledger.print(u, table),
      status,
    },
  };
}

/** What u does not explain may be the rounding of the numbers that were cut to fewer decimals: then u is their last place. */
function judged(
  ledger: Ledger,
  terms: readonly SlotTerm[],
  residual: bigint,
  addends: number,
  u: bigint,
): { status: EquationStatus; u: bigint; slack: bigint } {
  const status = judge(residual, addends, u);
  const slack = slackOf(addends, u);
  const cuts = terms.flatMap((term) => ledger.cutAt(term) ?? []);
  if (cuts.length === 0) return { status, u, slack };
  const coarse = cuts.reduce((most, cut) => larger(cut, most), 0n);
  const wide = larger(slack, slackOf(cuts.length - 1, coarse));
  const explained = status === 'broken' && judge(residual, cuts.length - 1, coarse) !== 'broken';
  return explained ? { status: 'tail', u: coarse, slack: wide } : { status, u, slack: wide };
}
