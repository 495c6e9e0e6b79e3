import type { Token } from './tokens.ts';

/** A column that tokens can belong to. `column` is where its header stands, null where that is unknown. */
export interface AlignRole<Name extends string> {
  name: Name;
  column: number | null;
  /** What it costs to leave the role empty. */
  whenEmpty: number;
  /** What it costs to put a further token into the role; 0 for columns of free text. */
  whenJoined: number;
}

export interface Alignment {
  /** For each token the index of its role. */
  roles: number[];
  /** The lowest score that a token has in its role: how well the worst one fits. */
  worst: number;
  joined: boolean;
}

const SHIFT_COST = 1.5;
const FIRST_SHIFT_COST = 0.3;

/**
 * Puts tokens into roles, both in order, so that contents fit best and the distance between a token's column and its header's
 * changes as little as possible along the row. Rows of OCR'd tables are shifted as a whole or from some cell on; a fixed
 * column index would misread them. Cost: tokens × roles².
 */
export function align<Name extends string>(
  tokens: readonly Token[],
  roles: readonly AlignRole<Name>[],
  scoreOf: (token: Token, role: AlignRole<Name>, index: number) => number,
): Alignment | null {
  if (tokens.length === 0 || roles.length === 0) return null;
  const empty = prefixSums(roles.map((role) => role.whenEmpty));
  const scores = tokens.map((token, index) => roles.map((role) => scoreOf(token, role, index)));
  const best: number[][] = [];
  const from: number[][] = [];
  tokens.forEach((token, index) => {
    const row: number[] = [];
    const back: number[] = [];
    roles.forEach((role, r) => {
      const own = scores[index]?.[r] ?? 0;
      if (index === 0) {
        const shift = shiftOf(token, role);
        row.push(own - (empty[r] ?? 0) - FIRST_SHIFT_COST * Math.abs(shift ?? 0));
        back.push(-1);
        return;
      }
      let value = Number.NEGATIVE_INFINITY;
      let source = -1;
      for (let p = 0; p <= r; p++) {
        const before = best[index - 1]?.[p] ?? Number.NEGATIVE_INFINITY;
        const skipped = p === r ? role.whenJoined : (empty[r] ?? 0) - (empty[p + 1] ?? 0);
        const total = before - skipped - (p === r ? 0 : shiftCost(tokens[index - 1], roles[p], token, role));
        if (total > value) {
          value = total;
          source = p;
        }
      }
      row.push(value + own);
      back.push(source);
    });
    best.push(row);
    from.push(back);
  });
  return trace(best, from, scores, empty);
}

function trace(best: number[][], from: number[][], scores: number[][], empty: number[]): Alignment {
  const last = best.length - 1;
  const total = empty.at(-1) ?? 0;
  let role = 0;
  let value = Number.NEGATIVE_INFINITY;
  (best[last] ?? []).forEach((score, r) => {
    const end = score - (total - (empty[r + 1] ?? 0));
    if (end > value) {
      value = end;
      role = r;
    }
  });
  const roles: number[] = new Array(best.length).fill(0);
  for (let index = last; index >= 0; index--) {
    roles[index] = role;
    role = from[index]?.[role] ?? 0;
  }
  const fits = roles.map((r, index) => scores[index]?.[r] ?? 0);
  const joined = roles.some((r, index) => index > 0 && roles[index - 1] === r);
  return { roles, worst: Math.min(...fits), joined };
}

function prefixSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return sums;
}

function shiftOf(token: Token | undefined, role: AlignRole<string> | undefined): number | null {
  if (!token || !role || token.column === null || role.column === null) return null;
  return token.column - role.column;
}

function shiftCost(before: Token | undefined, beforeRole: AlignRole<string> | undefined, token: Token, role: AlignRole<string>): number {
  const a = shiftOf(before, beforeRole);
  const b = shiftOf(token, role);
  return a === null || b === null ? 0 : SHIFT_COST * Math.min(2, Math.abs(a - b));
}
