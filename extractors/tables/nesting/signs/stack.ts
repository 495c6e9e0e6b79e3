import type { NestedRow } from '../../../model/tables.ts';

/** Rows that may still have children, outermost first, each on a deeper level than the one before. */
export type Stack = { level: number; row: NestedRow }[];

/** Closes the rows that stand no higher than `level` and gives the innermost that is left: the parent of a row on that level. */
export function closeTo(stack: Stack, level: number): NestedRow | null {
  const kept = stack.findLastIndex((open) => open.level < level) + 1;
  stack.length = kept;
  return stack.at(-1)?.row ?? null;
}
