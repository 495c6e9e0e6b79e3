import type { Evaluated } from './evaluated.ts';

/** A broken equation (or several with one cause) and the smallest changes that would mend it. */
export interface Explanation {
  equations: Evaluated[];
  /** Changing this one fact by `delta` (10^-6 元) mends every broken equation that it is in and breaks none. */
  repairs: { factId: string; delta: bigint; mends: number }[];
  /** Facts that no exact equation confirms, when no single change explains the break. */
  suspects: string[];
}

/**
 * Smallest explanations with one changed cell. A cell in an exact equation cannot be the cause: changing it would break that
 * equation. Broken equations with one common repair are one explanation.
 */
export function explain(evaluated: readonly Evaluated[]): Explanation[] {
  const touching: Touching = new Map();
  for (const entry of evaluated) {
    for (const term of entry.equation.terms) {
      const list = touching.get(term.id);
      if (list) list.push({ entry, sign: term.sign });
      else touching.set(term.id, [{ entry, sign: term.sign }]);
    }
  }
  const broken = evaluated.filter(({ equation }) => equation.status === 'broken');
  const alone = new Map(broken.map((entry) => [entry, repairsOf(entry, touching)]));
  const explanations = jointExplanations(
    broken.filter((entry) => alone.get(entry)!.length === 0),
    touching,
  );
  const done = new Set(explanations.flatMap(({ equations }) => equations));
  for (const entry of broken) {
    if (done.has(entry)) continue;
    const repairs = alone.get(entry)!;
    const most = repairs.reduce((max, repair) => Math.max(max, repair.mends), 0);
    const best = repairs.filter((repair) => repair.mends === most);
    const together =
      best.length === 1
        ? touching
            .get(best[0]!.factId)!
            .map((other) => other.entry)
            .filter(({ equation }) => equation.status === 'broken')
        : [entry];
    for (const other of together) done.add(other);
    const suspects =
      best.length > 0
        ? []
        : entry.equation.terms
            .map((term) => term.id)
            .filter((id) => !(touching.get(id) ?? []).some((other) => other.entry.equation.status === 'exact'));
    explanations.push({ equations: together, repairs: best, suspects });
  }
  return mergeRows(explanations);
}

interface Candidate {
  factId: string;
  delta: bigint;
  /** Broken equations that the change mends by itself, at least two. */
  mended: Evaluated[];
  /** Broken equations that need changes of other cells too. */
  shared: { entry: Evaluated; sign: number }[];
}

/**
 * Several wrong cells below one total: each is found by two equations of its own, and together they mend the rest. Only where no
 * two candidates explain the same equation.
 */
function jointExplanations(broken: readonly Evaluated[], touching: Touching): Explanation[] {
  let candidates = candidatesIn(new Set(broken), touching);
  for (let before = -1; before !== candidates.length; ) {
    before = candidates.length;
    const change = new Map(candidates.map(({ factId, delta }) => [factId, delta]));
    const left = (entry: Evaluated) =>
      entry.equation.terms.reduce((sum, term) => sum + BigInt(term.sign) * (change.get(term.id) ?? 0n), entry.residual);
    candidates = candidates.filter(({ mended, shared }) =>
      [...mended, ...shared.map(({ entry }) => entry)].every((entry) => left(entry) === 0n),
    );
  }
  const taken = new Set<Evaluated>(candidates.flatMap(({ mended }) => mended));
  return candidates.map(({ factId, delta, mended, shared }) => {
    const further = shared.map(({ entry }) => entry).filter((entry) => !taken.has(entry));
    for (const entry of further) taken.add(entry);
    return { equations: [...mended, ...further], repairs: [{ factId, delta, mends: mended.length }], suspects: [] };
  });
}

function candidatesIn(broken: ReadonlySet<Evaluated>, touching: Touching): Candidate[] {
  const ids = new Set([...broken].flatMap(({ equation }) => equation.terms.map(({ id }) => id)));
  return [...ids].flatMap((factId): Candidate[] => {
    const others = touching.get(factId) ?? [];
    if (!others.every(({ entry }) => broken.has(entry))) return [];
    const deltas = others.map(({ entry, sign }) => -BigInt(sign) * entry.residual);
    const delta = deltas.find((value, i) => deltas.indexOf(value) !== i);
    if (delta === undefined) return [];
    const mended = others.filter((_, i) => deltas[i] === delta).map(({ entry }) => entry);
    return [{ factId, delta, mended, shared: others.filter((_, i) => deltas[i] !== delta) }];
  });
}

type Touching = Map<string, { entry: Evaluated; sign: number }[]>;

function repairsOf(entry: Evaluated, touching: Touching): Explanation['repairs'] {
  const repairs: Explanation['repairs'] = [];
  for (const term of entry.equation.terms) {
    const delta = -BigInt(term.sign) * entry.residual;
    const others = touching.get(term.id) ?? [];
    const mends = others.filter(
      ({ entry: other, sign }) => other.equation.status === 'broken' && other.residual + BigInt(sign) * delta === 0n,
    ).length;
    if (mends === others.length) repairs.push({ factId: term.id, delta, mends });
  }
  return repairs;
}

/** The same group of rows broken in several columns without a single culprit is one matter: most likely rows are missing. */
function mergeRows(explanations: readonly Explanation[]): Explanation[] {
  const merged = new Map<string, Explanation>();
  const result: Explanation[] = [];
  for (const explanation of explanations) {
    const first = explanation.equations[0]!;
    const slot = first.slots[0];
    if (explanation.repairs.length === 1 || first.equation.scope !== 'column' || !slot) {
      result.push(explanation);
      continue;
    }
    const key = `${first.equation.identity}|${slot.table}|${slot.row}`;
    const existing = merged.get(key);
    if (existing) {
      existing.equations.push(...explanation.equations);
      existing.repairs.push(...explanation.repairs);
      existing.suspects.push(...explanation.suspects);
    } else {
      const copy = { equations: [...explanation.equations], repairs: [...explanation.repairs], suspects: [...explanation.suspects] };
      merged.set(key, copy);
      result.push(copy);
    }
  }
  return result;
}
