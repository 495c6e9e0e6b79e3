import type { NestedRow } from '../../../model/tables.ts';
import { COLUMN_INDENT } from '../../../notation/settings.ts';
import { agreement, sumsAgree } from '../sums/evidence.ts';
import { LEFT_ALIGNED, MAX_INDENT_LEVELS, SAME_INDENT } from './settings.ts';
import { closeTo, type Stack } from './stack.ts';

/**
 * Where no codes are printed, deeper rows stand further right. Centred labels do so too, therefore the sums have to agree.
 * Sets `parent` and returns true only then.
 */
export function nestByIndent(rows: readonly NestedRow[]): boolean {
  return nestByDepth(rows, ({ indent }) => indent);
}

/** The same by name columns alone: labels that are centred within their column say nothing of a level. */
export function nestByColumn(rows: readonly NestedRow[]): boolean {
  return nestByDepth(rows, ({ indent }) => COLUMN_INDENT * Math.floor(indent / COLUMN_INDENT));
}

function nestByDepth(rows: readonly NestedRow[], depthOf: (row: NestedRow) => number): boolean {
  const items = rows.filter(isNested);
  const levels = levelsOf(items.map(depthOf));
  if (levels.length < 2 || levels.length > MAX_INDENT_LEVELS) return false;
  const levelOf = (row: NestedRow) => levels.findLastIndex((level) => depthOf(row) >= level - SAME_INDENT / 2);
  const parents = new Map<NestedRow, NestedRow>();
  const stack: Stack = [];
  for (const row of rows) {
    if (row.role === 'total' || row.role === 'subtotal') stack.length = 0;
    const above = stack.at(-1);
    // A name that is left blank is that of the row above, whose other columns differ.
    const isNameless = row.role === 'item' && row.label === '' && row.cells.length > 0 && above !== undefined;
    if (!isNested(row) && !isNameless) continue;
    const level = isNameless ? above.level : levelOf(row);
    const parent = closeTo(stack, level);
    if (parent) parents.set(row, parent);
    stack.push({ level, row });
  }
  if (!sumsAgree(parents) && !(isLeftAligned(items.map(depthOf), levels) && !isFlatSum(rows, items) && !nothingAgrees(parents)))
    return false;
  for (const [row, parent] of parents) row.parent = parent.index;
  return true;
}

function isNested(row: NestedRow): boolean {
  return (row.role === 'item' || row.role === 'unit') && row.label !== '';
}

/** Few levels, each taken by several rows to the point: no centred labels. */
function isLeftAligned(depths: readonly number[], levels: readonly number[]): boolean {
  const { within, levels: most, rowsEach, least } = LEFT_ALIGNED;
  const counts = levels.map((level) => depths.filter((depth) => Math.abs(depth - level) < within).length);
  const exact = counts.reduce((sum, count) => sum + count, 0);
  return (
    levels.length <= most && depths.length >= rowsEach * levels.length && Math.min(...counts.slice(1)) >= least && exact === depths.length
  );
}

/** Several amounts are held against their parts, and none is their sum: one may be a slip of the source. */
function nothingAgrees(parents: ReadonlyMap<NestedRow, NestedRow>): boolean {
  const { agreeing, of } = agreement(parents);
  return agreeing === 0 && of > 1;
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
