import type { NestedRow } from '../../model/tables.ts';
import { toScaled } from '../../notation/numbers.ts';
import { isNearly, SCALE } from './amounts/index.ts';
import { AGREEMENT, LEFT_ALIGNED, MAX_INDENT_LEVELS, SAME_INDENT } from './settings.ts';
import { closeTo, type Stack } from './stack.ts';

/**
 * Where no codes are printed, deeper rows stand further right. Centred labels do so too, therefore the sums have to agree.
 * Sets `parent` and returns true only then.
 */
export function nestByIndent(rows: readonly NestedRow[]): boolean {
  const items = rows.filter(isNested);
  const levels = levelsOf(items.map((row) => row.indent));
  if (levels.length < 2 || levels.length > MAX_INDENT_LEVELS) return false;
  const levelOf = (row: NestedRow) => levels.findLastIndex((level) => row.indent >= level - SAME_INDENT / 2);
  const parents = new Map<NestedRow, NestedRow>();
  const stack: Stack = [];
  for (const row of rows) {
    if (row.role === 'total' || row.role === 'subtotal') stack.length = 0;
    if (!isNested(row)) continue;
    const level = levelOf(row);
    const parent = closeTo(stack, level);
    if (parent) parents.set(row, parent);
    stack.push({ level, row });
  }
  if (!sumsAgree(parents) && !(isLeftAligned(items, levels) && !isFlatSum(rows, items))) return false;
  for (const [row, parent] of parents) row.parent = parent.index;
  return true;
}

function isNested(row: NestedRow): boolean {
  return (row.role === 'item' || row.role === 'unit') && row.label !== '';
}

/** Few levels, each taken by several rows to the point: no centred labels. */
function isLeftAligned(items: readonly NestedRow[], levels: readonly number[]): boolean {
  const { within, levels: most, rowsEach } = LEFT_ALIGNED;
  const exact = items.filter((row) => levels.some((level) => Math.abs(row.indent - level) < within));
  return levels.length <= most && items.length >= rowsEach * levels.length && exact.length === items.length;
}

/** The table's total is the sum of all rows, so none of them is part of another. */
function isFlatSum(rows: readonly NestedRow[], items: readonly NestedRow[]): boolean {
  const total = rows.find((row) => row.role === 'total' && row.cells.length > 0);
  return total !== undefined && sumsAgree(new Map(items.map((row) => [row, total])));
}

/** A department's own row, then its units, all at the same indent: the first row is the sum of the others. */
export function nestBelowFirst(rows: readonly NestedRow[]): boolean {
  const [first, ...others] = rows.filter(isNested);
  if (!first || others.length < 2 || first.cells.length === 0) return false;
  const parents = new Map(others.map((row) => [row, first]));
  if (!sumsAgree(parents)) return false;
  for (const row of others) row.parent = first.index;
  return true;
}

function levelsOf(indents: readonly number[]): number[] {
  const sorted = [...indents].sort((a, b) => a - b);
  return sorted.filter((indent, i) => indent - (sorted[i - 1] ?? Number.NEGATIVE_INFINITY) > SAME_INDENT);
}

/** Most of the parents' amounts, column by column, are the sums of their children. */
export function sumsAgree(parents: ReadonlyMap<NestedRow, NestedRow>): boolean {
  const checks = [...childrenOf(parents)].flatMap(([parent, children]) => checksOf(parent, children));
  return checks.length > 0 && checks.filter((agrees) => agrees).length >= AGREEMENT * checks.length;
}

function childrenOf(parents: ReadonlyMap<NestedRow, NestedRow>): Map<NestedRow, NestedRow[]> {
  const children = new Map<NestedRow, NestedRow[]>();
  for (const [row, parent] of parents) {
    const rows = children.get(parent);
    if (rows) rows.push(row);
    else children.set(parent, [row]);
  }
  return children;
}

/** Whether each amount of a row is the sum of its children's; columns that are zero throughout say nothing. */
function checksOf(parent: NestedRow, children: readonly NestedRow[]): boolean[] {
  const sums = columnSums(children);
  return parent.cells.flatMap(({ column, value }) => {
    if (value === null || column === null) return [];
    const total = toScaled(value, SCALE);
    const sum = sums.get(column) ?? 0n;
    return total === 0n && sum === 0n ? [] : [isNearly(total, sum, children.length)];
  });
}

function columnSums(rows: readonly NestedRow[]): Map<number, bigint> {
  const sums = new Map<number, bigint>();
  for (const { cells } of rows) {
    for (const { column, value } of cells)
      if (column !== null && value !== null) sums.set(column, (sums.get(column) ?? 0n) + toScaled(value, SCALE));
  }
  return sums;
}
