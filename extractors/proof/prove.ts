import type { ValueState } from '../../schemas/table.ts';
import type { Explanation, WeighedRepair } from './explaining/explain.ts';
import { DISCOVERED } from './identities/index.ts';
import type { Evaluated } from './ledger/evaluated.ts';
import type { Ledger } from './ledger/ledger.ts';

/**
 * consistent: in an exact equation. proved: placed for sure, and its column in the matrix of exact equations is neither zero nor
 * proportional to another cell's, so that no change of one other cell could hide an error here. Equations that were used up to
 * place a row do not count for its cells; equations of zeros alone prove nothing.
 */
export function proveFacts(ledger: Ledger, evaluated: readonly Evaluated[], explanations: readonly Explanation[]): Map<string, ValueState> {
  const unsure = new Set<string>();
  const spent = new Map<string, readonly string[]>();
  for (const table of ledger.tables) {
    for (const row of table.items) {
      for (const cell of row.cells) {
        if (cell.placement === 'ambiguous' || cell.doubtful) unsure.add(cell.id);
        if (row.spent && row.spent.length > 0) spent.set(cell.id, row.spent);
      }
    }
  }
  const states = new Map<string, ValueState>();
  // Within a tail an error of the last place stays unseen; prose in 万元 that rounds a table in 元 takes nothing from the table.
  const loose = new Set(
    evaluated.flatMap(({ equation }) =>
      equation.status === 'tail' && equation.scope !== 'prose' ? equation.terms.map((term) => term.id) : [],
    ),
  );
  const signatures = new Map<string, string[]>();
  evaluated.forEach(({ equation }, i) => {
    if (equation.status !== 'exact' || equation.terms.length < 2) return;
    for (const term of equation.terms) {
      if (!states.has(term.id)) states.set(term.id, 'consistent');
      if (isDiscovered(equation) || spent.get(term.id)?.includes(equation.scope)) continue;
      const list = signatures.get(term.id);
      const entry = `${i}${term.sign > 0 ? '+' : '-'}`;
      if (list) list.push(entry);
      else signatures.set(term.id, [entry]);
    }
  });
  const shared = new Map<string, number>();
  const keys = new Map<string, string>();
  for (const [id, entries] of signatures) {
    const key = normalise(entries);
    keys.set(id, key);
    shared.set(key, (shared.get(key) ?? 0) + 1);
  }
  for (const [id, key] of keys) {
    if (shared.get(key) === 1 && !unsure.has(id) && !loose.has(id)) states.set(id, 'proved');
  }
  for (const { repairs, suspects } of explanations) {
    for (const id of blamed(repairs)) states.set(id, 'contradicted');
    for (const id of suspects) if (states.get(id) !== 'proved' && states.get(id) !== 'consistent') states.set(id, 'contradicted');
  }
  return states;
}

const DISCOVERED_IDS: ReadonlySet<string> = new Set(DISCOVERED.map(({ id }) => id));
const isDiscovered = ({ identity }: { identity: string }): boolean => DISCOVERED_IDS.has(identity);

/** Alternatives that together hold less than this share of the likelihood are not worth a look. */
const NEGLIGIBLE = 0.02;

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
    const [change] = repairs[0]?.changes ?? [];
    if (repairs.length !== 1 || repairs[0]!.changes.length !== 1 || change?.kind !== 'value' || equations.length < 2) continue;
    const { factId, delta } = change.facts[0]!;
    sure.set(factId, delta!);
  }
  return sure;
}

/** Proportional columns are equal once the first sign is made positive. */
function normalise(entries: readonly string[]): string {
  const flip = entries[0]!.endsWith('-');
  if (!flip) return entries.join(' ');
  return entries.map((entry) => entry.slice(0, -1) + (entry.endsWith('-') ? '+' : '-')).join(' ');
}
