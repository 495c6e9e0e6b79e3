import { at } from '../../../model/at.ts';
import { FIRST_SHIFT_COST, MOST_SHIFTS, SHIFT_COST } from './settings.ts';
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
  const scores = new Table(tokens.length, roles.length);
  const shifts = new Table(tokens.length, roles.length);
  for (const [index, token] of tokens.entries()) {
    for (const [r, role] of roles.entries()) {
      scores.set(index, r, scoreOf(token, role, index));
      shifts.set(index, r, shiftOf(token, role));
    }
  }
  const best = new Table(tokens.length, roles.length);
  const from = new Table(tokens.length, roles.length);
  for (const r of roles.keys()) {
    const shift = shifts.get(0, r);
    best.set(0, r, scores.get(0, r) - at(empty, r) - FIRST_SHIFT_COST * (Number.isNaN(shift) ? 0 : Math.abs(shift)));
  }
  for (let index = 1; index < tokens.length; index++) {
    for (const [r, role] of roles.entries()) {
      const stay = { value: best.get(index - 1, r) - role.whenJoined, role: r };
      const { value, role: source } = bestBefore(stay, index, best, shifts, empty);
      best.set(index, r, value + scores.get(index, r));
      from.set(index, r, source);
    }
  }
  return trace(best, from, scores, empty);
}

interface Step {
  value: number;
  role: number;
}

/** The role of the token before that makes the best row: that of this one again (`stay`), or one left of it; the roles between stay empty. */
function bestBefore(stay: Step, index: number, best: Table, shifts: Table, empty: readonly number[]): Step {
  const r = stay.role;
  const shift = shifts.get(index, r);
  let { value, role } = stay;
  for (let p = r - 1; p >= 0; p--) {
    const left = at(empty, r) - at(empty, p + 1);
    const total = best.get(index - 1, p) - left - shiftCost(shifts.get(index - 1, p), shift);
    if (total >= value) {
      value = total;
      role = p;
    }
  }
  return { value, role };
}

/** A number for each token and role. */
class Table {
  private readonly values: Float64Array;

  constructor(
    readonly tokens: number,
    readonly roles: number,
  ) {
    this.values = new Float64Array(tokens * roles);
  }

  get(token: number, role: number): number {
    const value = this.values[token * this.roles + role];
    if (value === undefined) throw new RangeError(`no token ${token} with role ${role}`);
    return value;
  }

  set(token: number, role: number, value: number): void {
    this.values[token * this.roles + role] = value;
  }
}

/** From the last token's role that makes the best row back to the first's; `from` says which role came before each. */
function trace(best: Table, from: Table, scores: Table, empty: readonly number[]): Alignment {
  const { tokens, roles: width } = best;
  let role = 0;
  let value = Number.NEGATIVE_INFINITY;
  for (let r = 0; r < width; r++) {
    const end = best.get(tokens - 1, r) - (at(empty, width) - at(empty, r + 1));
    if (end > value) {
      value = end;
      role = r;
    }
  }
  const roles: number[] = new Array(tokens).fill(0);
  let worst = Number.POSITIVE_INFINITY;
  let joined = false;
  for (let index = tokens - 1; index >= 0; index--) {
    roles[index] = role;
    worst = Math.min(worst, scores.get(index, role));
    if (roles[index + 1] === role) joined = true;
    role = from.get(index, role);
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
  return Number.isNaN(difference) ? 0 : SHIFT_COST * Math.min(MOST_SHIFTS, difference);
}
