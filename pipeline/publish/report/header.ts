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

/** The cells of one level; `rowspan`: of a cell that names a single column. */
function levelCells(paths: readonly (readonly string[])[], level: number, rowspan: number): HeaderCell[] {
  const row: HeaderCell[] = [];
  let shared: { path: readonly string[]; cell: HeaderCell } | null = null;
  for (const path of paths) {
    const last = Math.max(path.length - 1, 0);
    if (level < last && shared && samePrefix(path, shared.path, level + 1)) {
      shared.cell.colspan += 1;
      continue;
    }
    shared = null;
    if (level > last) continue;
    const leaf = level === last;
    const cell = { text: path[level] ?? '', colspan: 1, rowspan: leaf ? rowspan : 1, leaf };
    row.push(cell);
    if (!leaf) shared = { path, cell };
  }
  return row;
}

/** Column paths → rows of header cells: neighbours that share a path prefix share a cell, short paths reach down to the last row. */
export function headerTree(paths: readonly (readonly string[])[], depth = headerDepth(paths)): HeaderCell[][] {
  return Array.from({ length: depth }, (_, level) => levelCells(paths, level, depth - level));
}
