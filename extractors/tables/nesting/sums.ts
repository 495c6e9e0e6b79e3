import type { NestedRow, ReadTable } from '../../model/tables.ts';
import { toScaled } from '../../notation/numbers.ts';
import { isOrganisation } from '../../notation/organisations.ts';
import { isNearly, SCALE, significantDigits } from './amounts.ts';

/** How many partial sums a search may hold; a table that needs more stays flat. */
const MAX_STATES = 60_000;
/** Significant digits that sums must have: those of several addends together, or one that its only addend repeats. Fewer meet by chance. */
const TELLING_DIGITS = { together: 7, repeated: 4 };

interface Node {
  row: NestedRow;
  amounts: readonly bigint[];
  /** The layout gives it children, so the sums cannot give it others. */
  closed: boolean;
}

/** A row and the end (exclusive) of the run that is its own. A run of one is a row without parts. */
interface Group {
  at: number;
  end: number;
}

/** A sum reached by a run of groups. `ways` counts the readings that lead here, up to two. */
interface State {
  sum: readonly bigint[];
  ways: number;
  last: Group | null;
  before: State | null;
}

/**
 * Subtotals that nothing but the numbers shows: `rows` (equals so far, in the order of the table) do not add up to `total`, yet
 * they do when some of them are the sum of the rows that follow them — exactly, in every money column. Such a reading is taken
 * only where it is the only one and its sums are no chance. Sets `parent` and returns true then. `hasParts` says which rows
 * have parts already. Deterministic; bounded by MAX_STATES.
 */
export function nestBySums(
  table: Pick<ReadTable, 'panels' | 'columns'>,
  total: NestedRow,
  rows: readonly NestedRow[],
  hasParts: (row: NestedRow) => boolean,
): boolean {
  const columns = (table.panels[total.panel]?.values ?? []).filter((column) => table.columns[column]?.type === 'money');
  if (columns.length === 0 || [total, ...rows].some((row) => row.cells.some((cell) => cell.column === null || cell.value === null)))
    return false;
  const nodes = rows
    .map((row): Node => ({ row, amounts: amountsOf(row, columns), closed: hasParts(row) }))
    .filter((node) => node.amounts.some((amount) => amount !== 0n));
  const wanted = amountsOf(total, columns);
  if (nodes.length < 2 || columns.every((_, c) => isNearly(wanted[c]!, sumOf(nodes, c), nodes.length))) return false;
  const tree = readings(nodes, wanted);
  if (!tree || !isTelling(total, nodes, tree)) return false;
  for (const [child, parent] of tree) nodes[child]!.row.parent = nodes[parent]!.row.index;
  return true;
}

function amountsOf(row: NestedRow, columns: readonly number[]): bigint[] {
  return columns.map((column) => {
    const value = row.cells.find((cell) => cell.column === column)?.value;
    return value ? toScaled(value, SCALE) : 0n;
  });
}

function sumOf(nodes: readonly Node[], column: number): bigint {
  return nodes.reduce((sum, node) => sum + node.amounts[column]!, 0n);
}

/** Child → parent of the only reading whose top rows add up to `wanted`; null where there is none, several, or too much to search. */
function readings(nodes: readonly Node[], wanted: readonly bigint[]): Map<number, number> | null {
  const budget = { states: MAX_STATES };
  const positive = nodes.every((node) => node.amounts.every((amount) => amount >= 0n));
  // ends[i]: where the parts of row i can end, from the last row to the first, so that inner groups are known first.
  const ends: State[][] = nodes.map(() => []);
  const ended = new Map<State, number>();
  const walk = (from: number, target: readonly bigint[], toTheEnd: boolean): State[] => {
    const found: State[] = [];
    const levels = new Map<number, Map<string, State>>([[from, new Map([['', start(target.length)]])]]);
    for (let at = from; at <= nodes.length; at++) {
      for (const state of levels.get(at)?.values() ?? []) {
        const reached = at > from && equal(state.sum, target);
        if (reached && (!toTheEnd || at === nodes.length)) {
          found.push(state);
          ended.set(state, at);
        }
        if (at === nodes.length || (reached && !toTheEnd)) continue;
        const sum = state.sum.map((part, c) => part + nodes[at]!.amounts[c]!);
        if (positive && sum.some((part, c) => part > target[c]!)) continue;
        const steps = [{ end: at + 1, ways: 1 }, ...ends[at]!.map((inner) => ({ end: ended.get(inner)!, ways: inner.ways }))];
        for (const step of steps) {
          if (--budget.states < 0) return found;
          merge(levels, { sum, ways: Math.min(2, state.ways * step.ways), last: { at, end: step.end }, before: state });
        }
      }
      levels.delete(at);
    }
    return found;
  };
  for (let i = nodes.length - 2; i >= 0; i--) if (!nodes[i]!.closed) ends[i] = walk(i + 1, nodes[i]!.amounts, false);
  const tops = walk(0, wanted, true);
  if (budget.states < 0 || tops.length !== 1 || tops[0]!.ways !== 1) return null;
  const parents = new Map<number, number>();
  const place = (state: State, parent: number | null): void => {
    for (let step: State | null = state; step?.last; step = step.before) {
      const { at, end } = step.last;
      if (parent !== null) parents.set(at, parent);
      const inner = end > at + 1 ? ends[at]!.find((candidate) => ended.get(candidate) === end) : undefined;
      if (inner) place(inner, at);
    }
  };
  place(tops[0]!, null);
  return parents;
}

function start(columns: number): State {
  return { sum: Array<bigint>(columns).fill(0n), ways: 1, last: null, before: null };
}

function merge(levels: Map<number, Map<string, State>>, state: State): void {
  const level = levels.get(state.last!.end) ?? new Map<string, State>();
  levels.set(state.last!.end, level);
  const key = state.sum.join(' ');
  const known = level.get(key);
  if (known) known.ways = 2;
  else level.set(key, state);
}

function equal(a: readonly bigint[], b: readonly bigint[]): boolean {
  return a.every((amount, i) => amount === b[i]);
}

/**
 * Small round amounts add up by chance, and a row that was read twice looks like a sum of one. So the sums of several addends must
 * have enough digits, that of the total among them; or each row that is a part of another must have parts of its own in the layout,
 * or be the unit of a department that repeats its amount.
 */
function isTelling(total: NestedRow, nodes: readonly Node[], tree: ReadonlyMap<number, number>): boolean {
  const parts = new Map<number, number>();
  for (const parent of tree.values()) parts.set(parent, (parts.get(parent) ?? 0) + 1);
  const pairs = [...tree].map(([child, parent]) => ({
    child: nodes[child]!,
    parent: nodes[parent]!,
    only: parts.get(parent) === 1,
    above: parts.has(child),
  }));
  if (pairs.some(({ child, parent, only, above }) => only && (above || child.row.code !== null) && isSame(child.row, parent.row)))
    return false;
  const sums = [...parts].filter(([, count]) => count > 1).map(([parent]) => nodes[parent]!.row);
  if (sums.length > 0 && [total, ...sums].reduce((digits, row) => digits + digitsOf(row), 0) >= TELLING_DIGITS.together) return true;
  return pairs.every(({ child, parent, only }) => child.closed || (only && isOwnUnit(child.row, parent.row)));
}

/** A department's row, and below it that of its only unit. */
function isOwnUnit(child: NestedRow, parent: NestedRow): boolean {
  const organisations = isOrganisation(child.label) && isOrganisation(parent.label);
  return organisations && digitsOf(parent) >= TELLING_DIGITS.repeated && !isSame(child, parent);
}

/** Nothing but their places tells the rows apart. */
function isSame(a: NestedRow, b: NestedRow): boolean {
  return a.label === b.label && a.code === b.code && JSON.stringify(a.keys) === JSON.stringify(b.keys);
}

function digitsOf(row: NestedRow): number {
  return Math.max(0, ...row.cells.map((cell) => significantDigits(cell.value)));
}
