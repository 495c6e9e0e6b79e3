import type { PlacedTable } from '../model/tables.ts';
import type { Claims, Declared } from './claims.ts';
import { type Proof, prove } from './proof.ts';
import { readingsLeft } from './readings-left.ts';

/**
 * The proof; a number that was recognised in a picture is taken as another of its readings where the equations leave but that one, and
 * everything is proved again with it. Its state says so, and `raw` stays what was recognised. A text of the file is never changed.
 */
export function proveRecognised(claims: Claims, declared: Declared): Proof {
  const proof = prove(claims, declared);
  const confirmed = new Set(claims.confirmed);
  const left = [...readingsLeft(claims.tables, proof.explanations)].filter(([id]) => !confirmed.has(id));
  if (left.length === 0) return proof;
  const taken = new Map(left);
  const again = prove({ ...claims, tables: withValues(claims.tables, taken) }, declared);
  const spoilt = [...taken.keys()].some((id) => again.states.get(id) === 'contradicted');
  if (spoilt) return proof;
  const states = new Map(again.states);
  for (const id of taken.keys()) states.set(id, 'repaired');
  return { ...again, states };
}

function withValues(tables: readonly PlacedTable[], values: ReadonlyMap<string, string>): PlacedTable[] {
  return tables.map((table) => {
    if (!table.items.some(({ cells }) => cells.some(({ id }) => values.has(id)))) return table;
    const items = table.items.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, value: values.get(cell.id) ?? cell.value })),
    }));
    return { ...table, items };
  });
}
