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
  const width = roles.length;
  const scores = new Float64Array(tokens.length * width);
  const shifts = new Float64Array(tokens.length * width);
  tokens.forEach((token, index) => {
    roles.forEach((role, r) => {
      scores[index * width + r] = scoreOf(token, role, index);
      shifts[index * width + r] = shiftOf(token, role);
    });
  });
  const best = new Float64Array(tokens.length * width);
  const from = new Int32Array(tokens.length * width).fill(-1);
  for (let r = 0; r < width; r++) {
    const shift = shifts[r]!;
    best[r] = scores[r]! - empty[r]! - FIRST_SHIFT_COST * (Number.isNaN(shift) ? 0 : Math.abs(shift));
  }
  for (let at = width; at < best.length; at += width) {
    for (let r = 0; r < width; r++) {
      const shift = shifts[at + r]!;
      let value = best[at - width + r]! - roles[r]!.whenJoined;
      let source = r;
      for (let p = r - 1; p >= 0; p--) {
        const total = best[at - width + p]! - (empty[r]! - empty[p + 1]!) - shiftCost(shifts[at - width + p]!, shift);
        if (total >= value) {
          value = total;
          source = p;
        }
      }
      best[at + r] = value + scores[at + r]!;
      from[at + r] = source;
    }
  }
  return trace(best, from, scores, empty);
}

function trace(best: Float64Array, from: Int32Array, scores: Float64Array, empty: readonly number[]): Alignment {
  const width = empty.length - 1;
  const last = best.length - width;
  const total = empty[width]!;
  let role = 0;
  let value = Number.NEGATIVE_INFINITY;
  for (let r = 0; r < width; r++) {
    const end = best[last + r]! - (total - empty[r + 1]!);
    if (end > value) {
      value = end;
      role = r;
    }
  }
  const roles: number[] = new Array(best.length / width).fill(0);
  let worst = Number.POSITIVE_INFINITY;
  let joined = false;
  for (let index = roles.length - 1; index >= 0; index--) {
    roles[index] = role;
    worst = Math.min(worst, scores[index * width + role]!);
    if (roles[index + 1] === role) joined = true;
    role = Math.max(0, from[index * width + role]!);
  }
  return { roles, worst, joined };
}

function prefixSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return sums;
}

/** How far a token stands from its header; NaN where either place is unknown. */
function shiftOf(token: Token, role: AlignRole<string>): number {
  return token.column === null || role.column === null ? Number.NaN : token.column - role.column;
}

function shiftCost(before: number, shift: number): number {
  const difference = Math.abs(before - shift);
  return Number.isNaN(difference) ? 0 : SHIFT_COST * Math.min(2, difference);
}
