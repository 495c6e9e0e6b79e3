/** Rows beyond the edges that are drawn all the same: a quick turn of the wheel does not show a gap. */
const OVERSCAN = 12;

/** Which rows of a list of equal heights are seen, from `first` up to but not including `last`. */
export function seenRows(top: number, height: number, rowHeight: number, count: number): { first: number; last: number } {
  const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN);
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + OVERSCAN);
  return { first: Math.min(first, last), last };
}

/** Where to scroll so that a row is seen, with a margin of rows where there is room; the same place where it is seen already. */
export function scrolledTo(row: number, top: number, height: number, rowHeight: number, margin = 1): number {
  const start = (row - margin) * rowHeight;
  const end = (row + 1 + margin) * rowHeight;
  if (start < top) return Math.max(0, start);
  return end > top + height ? end - height : top;
}
