import type { ValueState } from '../../schemas/table.ts';
import type { Ledger } from '../ledger.ts';
import type { Evaluated } from './evaluated.ts';
import type { Explanation } from './explain.ts';

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
  // Within a tail an error of the last place stays unseen.
  const loose = new Set(evaluated.flatMap(({ equation }) => (equation.status === 'tail' ? equation.terms.map((term) => term.id) : [])));
  const signatures = new Map<string, string[]>();
  evaluated.forEach(({ equation }, i) => {
    if (equation.status !== 'exact' || equation.terms.length < 2) return;
    for (const term of equation.terms) {
      if (!states.has(term.id)) states.set(term.id, 'consistent');
      if (spent.get(term.id)?.includes(equation.scope)) continue;
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
  for (const explanation of explanations) {
    for (const repair of explanation.repairs) states.set(repair.factId, 'contradicted');
    for (const id of explanation.suspects)
      if (states.get(id) !== 'proved' && states.get(id) !== 'consistent') states.set(id, 'contradicted');
  }
  return states;
}

/** Proportional columns are equal once the first sign is made positive. */
function normalise(entries: readonly string[]): string {
  const flip = entries[0]!.endsWith('-');
  if (!flip) return entries.join(' ');
  return entries.map((entry) => entry.slice(0, -1) + (entry.endsWith('-') ? '+' : '-')).join(' ');
}
