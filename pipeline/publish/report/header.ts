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
    let shared: { path: readonly string[]; cell: HeaderCell } | null = null;
    for (const path of paths) {
      const last = Math.max(path.length - 1, 0);
      const text = path[level] ?? '';
      if (level < last && shared && samePrefix(path, shared.path, level + 1)) {
        shared.cell.colspan += 1;
        continue;
      }
      shared = null;
      if (level > last) continue;
      const leaf = level === last;
      const cell = { text, colspan: 1, rowspan: leaf ? depth - level : 1, leaf };
      row.push(cell);
      if (!leaf) shared = { path, cell };
    }
    rows.push(row);
  }
  return rows;
}
