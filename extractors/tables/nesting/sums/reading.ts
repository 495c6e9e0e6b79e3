import { at } from '../../../model/at.ts';

/** The search for the rows that are sums of the rows right below them. */

/** How many partial sums a search may hold, and amounts in them; a table that needs more stays flat. */
const MAX_STATES = 60_000;
const MAX_AMOUNTS = 3_000_000;

/** What all searches in one table may hold together. */
export interface SearchBudget {
  states: number;
}

/** Ten searches that fail; a table that needs more has its total on every page, or rows that are all alike. */
export const tableBudget = (): SearchBudget => ({ states: 10 * MAX_STATES });

interface Addend {
  /** By column. */
  amounts: readonly bigint[];
  /** It has parts already. */
  closed: boolean;
}

/**
 * A sum of rows that stand side by side, each with its own parts below it: up to (exclusive) row `end`. The row added last is the
 * one where `before` ends; it has parts where it is not the only one up to `end`.
 */
interface State {
  sum: readonly bigint[];
  end: number;
  /** The readings that lead here, up to two. */
  ways: number;
  /** How many levels all these rows stand below the first together: of several readings the flattest is meant. */
  depth: number;
  before: State | null;
}

interface Search<Row extends Addend> {
  rows: readonly Row[];
  /** Without negative amounts a sum that is too large already leads nowhere. */
  positive: boolean;
  /** States that may still be added; below zero the search has failed. */
  budget: number;
  /** By row, its parts in every reading: the states that reach its amounts. */
  parts: State[][];
}

/**
 * Takes what it holds out of `budget`. Child → parent of the flattest reading whose top rows add up to `wanted`; null where there is
 * none, several are as flat, or there is too much to search.
 */
export function onlyReading<Row extends Addend>(
  rows: readonly Row[],
  wanted: readonly bigint[],
  budget: SearchBudget,
): Map<Row, Row> | null {
  const most = Math.min(MAX_STATES, MAX_AMOUNTS / wanted.length, budget.states);
  const positive = rows.every(({ amounts }) => amounts.every((amount) => amount >= 0n));
  const search: Search<Row> = { rows, positive, budget: most, parts: rows.map(() => []) };
  // From the last row to the first, so that inner groups are known first.
  for (let i = rows.length - 2; i >= 0 && search.budget >= 0; i--) {
    const { amounts, closed } = at(rows, i);
    if (!closed) search.parts[i] = sumsTo(search, i + 1, amounts, false);
  }
  const [top, ...others] = sumsTo(search, 0, wanted, true);
  budget.states -= most - search.budget;
  if (search.budget < 0 || top === undefined || others.length > 0 || top.ways > 1) return null;
  const parents = new Map<Row, Row>();
  collect(search, top, null, parents);
  return parents;
}

/** The sums of rows from row `from` on that equal `target`; `toTheEnd`: of all of them. */
function sumsTo<Row extends Addend>(search: Search<Row>, from: number, target: readonly bigint[], toTheEnd: boolean): State[] {
  const last = search.rows.length;
  const found: State[] = [];
  const levels: Levels = new Map();
  add(levels, { sum: target.map(() => 0n), end: from, ways: 1, depth: 0, before: null });
  for (let end = from; end <= last && levels.size > 0; end++) {
    for (const state of levels.get(end)?.values() ?? []) {
      const mayStop = end === last || !toTheEnd;
      if (mayStop && isReached(state, target)) found.push(state);
      else if (end < last && !goOn(search, levels, state, target)) return found;
    }
    levels.delete(end);
  }
  return found;
}

function isReached({ before, sum }: State, target: readonly bigint[]): boolean {
  return before !== null && sum.every((amount, c) => amount === target[c]);
}

/** Adds the states that one row more leads to; false once there are too many. */
function goOn<Row extends Addend>(search: Search<Row>, levels: Levels, state: State, target: readonly bigint[]): boolean {
  for (const next of stepsFrom(search, state, target)) {
    if (--search.budget < 0) return false;
    add(levels, next);
  }
  return true;
}

/** One row more, without parts or with each of the runs that are its parts. */
function stepsFrom<Row extends Addend>({ rows, positive, parts }: Search<Row>, state: State, target: readonly bigint[]): State[] {
  const { amounts } = at(rows, state.end);
  const sum = state.sum.map((part, c) => part + at(amounts, c));
  if (positive && sum.some((part, c) => part > at(target, c))) return [];
  const withParts = at(parts, state.end).map(({ end, ways, depth }) => ({
    sum,
    end,
    ways: Math.min(2, state.ways * ways),
    depth: state.depth + depth + (end - state.end - 1),
    before: state,
  }));
  return [{ sum, end: state.end + 1, ways: state.ways, depth: state.depth, before: state }, ...withParts];
}

/** By end, by sum. */
type Levels = Map<number, Map<string, State>>;

function add(levels: Levels, state: State): void {
  const level = levels.get(state.end) ?? new Map<string, State>();
  levels.set(state.end, level);
  const key = state.sum.join(' ');
  const known = level.get(key);
  if (known?.depth === state.depth) known.ways = 2;
  else if (!known || known.depth > state.depth) level.set(key, state);
}

function collect<Row extends Addend>(search: Search<Row>, state: State, parent: Row | null, parents: Map<Row, Row>): void {
  for (let { before, end } = state; before !== null; { before, end } = before) {
    const row = at(search.rows, before.end);
    if (parent !== null) parents.set(row, parent);
    const inner = end > before.end + 1 ? at(search.parts, before.end).find((candidate) => candidate.end === end) : undefined;
    if (inner) collect(search, inner, row, parents);
  }
}
