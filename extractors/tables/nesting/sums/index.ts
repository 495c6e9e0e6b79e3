/** Rows of a panel with their amounts in, what these say of who is part of whom out; imports model, notation, amounts. */
import { at } from '../../../model/at.ts';
import type { NestedRow, ReadTable } from '../../../model/tables.ts';
import { toScaled } from '../../../notation/numbers.ts';
import { isOrganisation } from '../../../notation/organisations.ts';
import { isNearly, SCALE, significantDigits } from '../amounts/index.ts';
import { onlyReading, type SearchBudget } from './reading.ts';
import { TELLING_DIGITS, TELLING_DIGITS_TOGETHER } from './settings.ts';

interface Node {
  row: NestedRow;
  amounts: readonly bigint[];
  /** The layout gives it children, so the sums cannot give it others. */
  closed: boolean;
}

/** Child → parent. `tells`: its sums have enough digits to be no chance. */
export interface SumReading {
  parents: ReadonlyMap<NestedRow, NestedRow>;
  tells: boolean;
}

/**
 * Subtotals that nothing but the numbers shows: `rows` (equals so far, in the order of the table) do not add up to `total`, yet
 * they do when some of them are the sum of the rows that follow them — exactly, in every money column. Null unless there is one such
 * reading, flatter than all others. `hasParts` says which rows have parts already. Deterministic; bounded.
 */
export function readingBySums(
  table: Pick<ReadTable, 'panels' | 'columns'>,
  total: NestedRow,
  rows: readonly NestedRow[],
  hasParts: (row: NestedRow) => boolean,
  budget: SearchBudget,
): SumReading | null {
  const columns = (table.panels[total.panel]?.values ?? []).filter((column) => table.columns[column]?.type === 'money');
  if (columns.length === 0 || [total, ...rows].some((row) => row.cells.some((cell) => cell.column === null || cell.value === null)))
    return null;
  const nodes = rows
    .map((row): Node => ({ row, amounts: amountsOf(row, columns), closed: hasParts(row) }))
    .filter((node) => node.amounts.some((amount) => amount !== 0n));
  const wanted = amountsOf(total, columns);
  if (nodes.length < 2 || wanted.every((amount, c) => isNearly(amount, sumOf(nodes, c), nodes.length))) return null;
  const tree = onlyReading(nodes, wanted, budget);
  if (!tree || isDoubled(tree)) return null;
  return { parents: new Map([...tree].map(([child, parent]) => [child.row, parent.row])), tells: isTelling(total, tree) };
}

function amountsOf(row: NestedRow, columns: readonly number[]): bigint[] {
  const values = new Map<number | null, string | null>();
  for (const { column, value } of row.cells) if (!values.has(column)) values.set(column, value);
  return columns.map((column) => {
    const value = values.get(column);
    return value ? toScaled(value, SCALE) : 0n;
  });
}

function sumOf(nodes: readonly Node[], column: number): bigint {
  return nodes.reduce((sum, node) => sum + at(node.amounts, column), 0n);
}

/** A row that was read twice looks like a sum of one. */
function isDoubled(tree: ReadonlyMap<Node, Node>): boolean {
  return pairsOf(tree).some(
    ({ child, parent, only, above }) => only && (above || child.row.code !== null) && isSame(child.row, parent.row),
  );
}

/**
 * Small round amounts add up by chance. So the sums of several addends must have enough digits, that of the total among them; or each
 * row that is a part of another must have parts of its own in the layout, or be the unit of a department that repeats its amount.
 */
function isTelling(total: NestedRow, tree: ReadonlyMap<Node, Node>): boolean {
  const pairs = pairsOf(tree);
  const sums = new Set(pairs.filter(({ only }) => !only).map(({ parent }) => parent.row));
  if (sums.size > 0 && [total, ...sums].reduce((digits, row) => digits + digitsOf(row), 0) >= TELLING_DIGITS_TOGETHER) return true;
  return pairs.every(({ child, parent, only }) => child.closed || (only && isOwnUnit(child.row, parent.row)));
}

interface Pair {
  child: Node;
  parent: Node;
  /** The only part of its parent. */
  only: boolean;
  /** It has parts itself. */
  above: boolean;
}

function pairsOf(tree: ReadonlyMap<Node, Node>): Pair[] {
  const parts = new Map<Node, number>();
  for (const parent of tree.values()) parts.set(parent, (parts.get(parent) ?? 0) + 1);
  return [...tree].map(([child, parent]) => ({ child, parent, only: parts.get(parent) === 1, above: parts.has(child) }));
}

/** A department's row, and below it that of its only unit. */
function isOwnUnit(child: NestedRow, parent: NestedRow): boolean {
  const organisations = isOrganisation(child.label) && isOrganisation(parent.label);
  return organisations && digitsOf(parent) >= TELLING_DIGITS && !isSame(child, parent);
}

/** Nothing but their places tells the rows apart. */
function isSame(a: NestedRow, b: NestedRow): boolean {
  return a.label === b.label && a.code === b.code && JSON.stringify(a.keys) === JSON.stringify(b.keys);
}

function digitsOf(row: NestedRow): number {
  return Math.max(0, ...row.cells.map((cell) => significantDigits(cell.value)));
}
