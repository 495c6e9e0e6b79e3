import type { Equation, EquationScope } from '../../schemas/equation.ts';
import type { ValueState } from '../../schemas/table.ts';
import type { Explanation, WeighedRepair } from './explaining/explain.ts';
import { DISCOVERED } from './identities/index.ts';
import type { Evaluated } from './ledger/evaluated.ts';
import type { Ledger } from './ledger/ledger.ts';
import { perTable } from './ledger/per-table.ts';
import { NEGLIGIBLE } from './settings.ts';

/**
 * consistent: in an exact equation. proved: placed for sure, and its column in the matrix of exact equations is neither zero nor
 * proportional to another cell's, so that no change of one other cell could hide an error here. Equations that were used up to
 * place a row do not count for its cells; equations of zeros alone prove nothing.
 */
export function proveFacts(ledger: Ledger, evaluated: readonly Evaluated[], explanations: readonly Explanation[]): Map<string, ValueState> {
  const states = new Map<string, ValueState>();
  for (const { equation } of evaluated) if (isExact(equation)) for (const { id } of equation.terms) states.set(id, 'consistent');
  const unsure = unsureFacts(ledger);
  const loose = looseFacts(evaluated);
  for (const id of unsharedFacts(ledger, evaluated)) if (!unsure.has(id) && !loose.has(id)) states.set(id, 'proved');
  for (const { repairs, suspects } of explanations) {
    for (const id of blamed(repairs)) states.set(id, 'contradicted');
    for (const id of suspects) if (states.get(id) !== 'proved' && states.get(id) !== 'consistent') states.set(id, 'contradicted');
  }
  return states;
}

const isExact = ({ status, terms }: Equation): boolean => status === 'exact' && terms.length > 1;

/** Not read or not placed for sure. */
function unsureFacts(ledger: Ledger): Set<string> {
  return new Set([...ledger.tables.keys()].flatMap((t) => unsureIn(ledger, t)));
}

const unsureIn = perTable((ledger, t) =>
  ledger
    .table(t)
    .items.flatMap(({ cells }) => cells.filter(({ placement, doubtful }) => placement === 'ambiguous' || doubtful).map(({ id }) => id)),
);

/** Within a tail an error of the last place stays unseen; prose in 万元 that rounds a table in 元 takes nothing from the table. */
function looseFacts(evaluated: readonly Evaluated[]): Set<string> {
  const tails = evaluated.filter(({ equation }) => equation.status === 'tail' && equation.scope !== 'prose');
  return new Set(tails.flatMap(({ equation }) => equation.terms.map(({ id }) => id)));
}

/** By fact id the scopes of the equations that were used up to place its row. */
function spentScopes(ledger: Ledger): Map<string, readonly EquationScope[]> {
  const spent = new Map<string, readonly EquationScope[]>();
  for (const { items } of ledger.tables) {
    for (const row of items) if (row.spent && row.spent.length > 0) for (const { id } of row.cells) spent.set(id, row.spent);
  }
  return spent;
}

/** Facts whose column in the matrix of exact equations is proportional to no other's. */
function unsharedFacts(ledger: Ledger, evaluated: readonly Evaluated[]): string[] {
  const spent = spentScopes(ledger);
  const columns = new Map<string, Column>();
  const kinds = new ColumnKinds();
  for (const [i, { equation }] of evaluated.entries()) {
    if (!isExact(equation) || isDiscovered(equation)) continue;
    for (const { id, sign } of equation.terms) {
      if (spent.get(id)?.includes(equation.scope)) continue;
      const column = columns.get(id);
      if (column) column.kind = kinds.longer(column.kind, i, sign === column.first);
      else columns.set(id, { first: sign, kind: kinds.longer(0, i, true) });
    }
  }
  const shared = new Map<number, number>();
  for (const { kind } of columns.values()) shared.set(kind, (shared.get(kind) ?? 0) + 1);
  return [...columns].filter(([, { kind }]) => shared.get(kind) === 1).map(([id]) => id);
}

/** A column of the matrix. Proportional columns have one kind: they are equal once the first sign is made positive. */
interface Column {
  first: 1 | -1;
  kind: number;
}

/** A number for each column of the matrix that differs from the others, made longer equation by equation; 0: nothing in it yet. */
class ColumnKinds {
  private made = 0;
  /** By kind, which ones the latest equation that was met made of it. */
  private readonly latest: { equation: number; positive: number; negative: number }[] = [];

  longer(kind: number, equation: number, positive: boolean): number {
    const known = this.latest[kind];
    const next = known?.equation === equation ? known : { equation, positive: 0, negative: 0 };
    this.latest[kind] = next;
    const sign = positive ? 'positive' : 'negative';
    if (next[sign] === 0) next[sign] = ++this.made;
    return next[sign];
  }
}

const DISCOVERED_IDS: ReadonlySet<string> = new Set(DISCOVERED.map(({ id }) => id));
const isDiscovered = ({ identity }: { identity: string }): boolean => DISCOVERED_IDS.has(identity);

/** The facts that the likelier repairs change. */
export function blamed(repairs: readonly WeighedRepair[]): Set<string> {
  const ids = new Set<string>();
  let rest = 1;
  for (const { changes, probability } of repairs) {
    if (rest <= NEGLIGIBLE) break;
    rest -= probability;
    for (const { facts } of changes) for (const { factId } of facts) ids.add(factId);
  }
  return ids;
}

/** How likely each fact is to be changed by a smallest repair, over all explanations. */
export function blameOf(explanations: readonly Explanation[]): Map<string, number> {
  const blame = new Map<string, number>();
  for (const { repairs } of explanations) {
    for (const { changes, probability } of repairs) {
      for (const { facts } of changes)
        for (const { factId } of facts) blame.set(factId, Math.min(1, (blame.get(factId) ?? 0) + probability));
    }
  }
  return blame;
}

/**
 * The changes that are sure enough to be made on request: the only smallest repair, of one misread number, which at least two
 * equations demand alike.
 */
export function sureRepairs(explanations: readonly Explanation[]): Map<string, bigint> {
  const sure = new Map<string, bigint>();
  for (const { equations, repairs } of explanations) {
    const [repair, ...otherRepairs] = repairs;
    const [change, ...otherChanges] = repair?.changes ?? [];
    if (otherRepairs.length + otherChanges.length > 0 || change?.kind !== 'value' || equations.length < 2) continue;
    const [{ factId, delta }] = change.facts;
    sure.set(factId, delta);
  }
  return sure;
}
