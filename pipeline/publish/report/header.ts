/** One cell of a printed header. `leaf`: it names a single column. */
export interface HeaderCell {
  text: string;
  colspan: number;
  rowspan: number;
  leaf: boolean;
}

function samePrefix(a: readonly string[], b: readonly string[], length: number): boolean {
  for (let i = 0; i < length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

/** How many header rows the paths need; at least one. */
export function headerDepth(paths: readonly (readonly string[])[]): number {
  return paths.reduce((depth, path) => Math.max(depth, path.length), 1);
}

/** Column paths → rows of header cells: neighbours that share a path prefix share a cell, short paths reach down to the last row. */
export function headerTree(paths: readonly (readonly string[])[], depth = headerDepth(paths)): HeaderCell[][] {
  const rows: HeaderCell[][] = [];
  for (let level = 0; level < depth; level += 1) {
    const row: HeaderCell[] = [];
    for (let i = 0; i < paths.length; ) {
      const path = paths[i]!;
      const last = Math.max(path.length - 1, 0);
      let next = i + 1;
      if (level === last) row.push({ text: path[last] ?? '', colspan: 1, rowspan: depth - level, leaf: true });
      else if (level < last) {
        while (next < paths.length && paths[next]!.length > level + 1 && samePrefix(path, paths[next]!, level + 1)) next += 1;
        row.push({ text: path[level]!, colspan: next - i, rowspan: 1, leaf: false });
      }
      i = next;
    }
    rows.push(row);
  }
  return rows;
}
