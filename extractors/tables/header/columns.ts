import { at } from '../../model/at.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { StageContext } from '../../model/stage.ts';
import type { HeaderedTable, JoinedTable, ValueColumn } from '../../model/tables.ts';
import { isBlank } from '../../notation/cells.ts';
import { isIndexRow } from '../../notation/row-kinds.ts';
import { columnFacts } from './column-roles.ts';
import { type GridColumn, panelSpecs, panelsOf } from './panels.ts';
import { headerPaths } from './tree.ts';
import { valueColumns } from './value-columns.ts';

/** What the header of a table says. */
export type Read = Pick<HeaderedTable, 'layout' | 'panels' | 'columns' | 'headerDamaged' | 'data'>;

/** The columns of a table whose grid is known. */
export function readColumns(table: JoinedTable, { profile }: StageContext): Read {
  const headerRows = withLookups(table.rows.slice(0, table.headerRows), profile.lookups);
  const data = table.rows.slice(table.headerRows).filter((row) => !isIndexRow(row.cells) && row.cells.some((cell) => !isBlank(cell)));
  const panels = panelsOf(gridColumns(headerRows, data), data);
  const described = panels.flatMap(({ values, heads }, panel) =>
    values.map(({ grid, path }) => ({ panel, grid, path: path.filter((cell) => !heads.includes(cell)).map((cell) => cell.text) })),
  );
  const columns = valueColumns(described, table.caption.unit);
  return { layout: 'columns', panels: panelSpecs(panels, columns), columns, headerDamaged: damage(columns, table), data };
}

/** Columns without header and data are no columns. */
function gridColumns(headerRows: readonly GridRow[], data: readonly GridRow[]): GridColumn[] {
  const width = usedWidth([...headerRows, ...data]);
  const facts = columnFacts(data, width);
  return headerPaths(headerRows, width)
    .map((path, grid) => ({ grid, path, facts: at(facts, grid) }))
    .filter(({ grid, path, facts }) => path.some((cell) => cell.column === grid) || facts.amounts + facts.texts > 0);
}

/** Two columns that cannot be told apart, or a column without any header, mean that the header was damaged. */
function damage(columns: readonly ValueColumn[], table: JoinedTable): string | null {
  if (table.headerRows === 0) return '—';
  const seen = new Set<string>();
  for (const column of columns) {
    const key = `${column.panel}|${column.path.join('>')}`;
    if (column.path.length === 0) return `#${column.index + 1}`;
    if (seen.has(key)) return column.path.join(' > ');
    seen.add(key);
  }
  return null;
}

function usedWidth(rows: readonly GridRow[]): number {
  return rows.reduce((max, row) => {
    let last = row.cells.length;
    while (last > 0 && isBlank(row.cells[last - 1])) last--;
    return Math.max(max, last);
  }, 0);
}

/** Text as meant in place of text as printed. */
function withLookups(rows: readonly GridRow[], lookups: Readonly<Record<string, string>>): GridRow[] {
  const meant = new Map(Object.entries(lookups));
  if (meant.size === 0) return [...rows];
  return rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: meant.get(cell.text) ?? cell.text })) }));
}
