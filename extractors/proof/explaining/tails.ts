import { TAIL_NOTE } from '../../../schemas/lexicon/writing/marks.ts';
import { addTo } from '../../model/add-all.ts';
import type { PlacedTable } from '../../model/tables.ts';
import type { Evaluated } from '../ledger/evaluated.ts';
import { CHANCE, UNDISPUTED_TAILS } from './settings.ts';

/** Tails that one changed number would make exact, two or more at once, as a wrong last digit does. */
export interface Culprit {
  factId: string;
  delta: bigint;
  tails: Evaluated[];
}

/**
 * Whether the document's amounts are rounded, so that its tails are no slips: it says so, or it has several tails that no single
 * number explains. `culprits` are the numbers of a rounded document whose tails are too many and too much alike to be rounding.
 */
export function roundingOf(tables: readonly PlacedTable[], evaluated: readonly Evaluated[]): { rounded: boolean; culprits: Culprit[] } {
  const noted = tables.some((table) => table.notes.some((note) => TAIL_NOTE.test(note)));
  // Prose in 万元 rounds what its tables print in 元; that says nothing about the tables.
  const judged = evaluated.filter(({ equation }) => equation.scope !== 'prose' && equation.status !== 'broken');
  const tails = judged.filter(({ equation }) => equation.status === 'tail');
  const found = disputed(tails, judged);
  const left = tails.length - found.reduce((sum, culprit) => sum + culprit.tails.length, 0);
  if (!noted && left < UNDISPUTED_TAILS) return { rounded: false, culprits: [] };
  const share = Math.max(left, UNDISPUTED_TAILS) / judged.length;
  return { rounded: true, culprits: found.filter((culprit) => share ** culprit.tails.length <= CHANCE) };
}

/** Numbers in tails and in no exact equation whose change makes all of them exact; those that mend most first, each tail once. */
function disputed(tails: readonly Evaluated[], all: readonly Evaluated[]): Culprit[] {
  const touching = new Map<string, { tail: Evaluated; delta: bigint }[]>();
  for (const tail of tails) {
    for (const { id, sign } of tail.equation.terms) {
      const entry = { tail, delta: -BigInt(sign) * tail.residual };
      addTo(touching, id, entry);
    }
  }
  if (touching.size === 0) return [];
  for (const { equation } of all) if (equation.status === 'exact') for (const { id } of equation.terms) touching.delete(id);
  const taken = new Set<Evaluated>();
  return [...touching]
    .flatMap(([factId, [first, ...others]]): Culprit[] => {
      if (!first || others.length === 0 || others.some(({ delta }) => delta !== first.delta)) return [];
      return [{ factId, delta: first.delta, tails: [first, ...others].map(({ tail }) => tail) }];
    })
    .sort((a, b) => b.tails.length - a.tails.length)
    .filter(({ tails }) => {
      if (tails.some((tail) => taken.has(tail))) return false;
      for (const tail of tails) taken.add(tail);
      return true;
    });
}
