import { at } from '../../model/at.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { StageContext } from '../../model/stage.ts';
import type { HeaderedTable, JoinedTable, ValueColumn } from '../../model/tables.ts';
import { isBlank } from '../../notation/cells.ts';
import { isIndexRow } from '../../notation/row-kinds.ts';
import { withCellUnits } from './cell-units.ts';
import { withClassWords } from './class-words.ts';
import { columnFacts } from './column-roles.ts';
import { type GridColumn, panelSpecs, panelsOf } from './panels.ts';
import { headerPaths } from './tree.ts';
import { valueColumns } from './value-columns.ts';

/** What the header of a table says. */
export type Read = Pick<HeaderedTable, 'layout' | 'panels' | 'columns' | 'headerDamaged' | 'data'>;

/** The columns of a table whose grid is known. */
export function readColumns(table: JoinedTable, { profile }: StageContext): Read {
  const printed = table.rows.slice(table.headerRows).filter((row) => !isIndexRow(row.cells) && row.cells.some((cell) => !isBlank(cell)));
  const { header, data } = withClassWords(table.rows.slice(0, table.headerRows), printed);
  const headerRows = withLookups(header, profile.lookups);
  const panels = panelsOf(gridColumns(headerRows, data), data);
  const described = panels.flatMap(({ values, heads }, panel) =>
    values.map(({ grid, path }) => ({ panel, grid, path: path.filter((cell) => !heads.includes(cell)).map((cell) => cell.text) })),
  );
  const misfit = misfitOf(headerRows, data);
  const columns = withCellUnits(valueColumns(described, table.caption.unit), data).map((column) =>
    isBehind(column, misfit) || isUnsure(column, headerRows) ? { ...column, shifted: true } : column,
  );
  return { layout: 'columns', panels: panelSpecs(panels, columns), columns, headerDamaged: misfit?.text ?? damage(columns, table), data };
}

/** Columns without header and data are no columns. */
function gridColumns(headerRows: readonly GridRow[], data: readonly GridRow[]): GridColumn[] {
  const width = usedWidth([...headerRows, ...data]);
  const facts = columnFacts(data, width);
  return headerPaths(headerRows, width)
    .map((path, grid) => ({ grid, path, facts: at(facts, grid) }))
    .filter(({ grid, path, facts }) => path.some((cell) => cell.column === grid) || facts.amounts + facts.texts > 0);
}

/** A header row of another width than its table. `from`: the first column of the grid that may bear the name of another. */
interface Misfit {
  text: string;
  from: number;
}

/**
 * A header row with more or fewer cells than the rule of its markdown table and most rows below: a cell was added or lost, and what the
 * row says stands above other columns. A blank one at its end is no excuse: merged headers end in blanks, and shift with them.
 */
function misfitOf(headerRows: readonly GridRow[], data: readonly GridRow[]): Misfit | null {
  const row = headerRows.find(({ cells, ruled }) => ruled !== undefined && cells.length !== ruled);
  if (row?.ruled === undefined) return null;
  const fitting = data.filter(({ cells }) => cells.length === row.ruled).length;
  if (fitting * 2 <= data.length) return null;
  const added = Math.max(0, row.cells.length - row.ruled);
  const filled = row.cells.findIndex((cell) => !isBlank(cell));
  return {
    text: row.cells
      .map((cell) => cell.text)
      .join(' | ')
      .trim(),
    from: filled - added,
  };
}

const isBehind = ({ grid }: ValueColumn, misfit: Misfit | null): boolean => misfit !== null && grid !== null && grid >= misfit.from;

const isUnsure = ({ grid }: ValueColumn, header: readonly GridRow[]): boolean =>
  grid !== null && header.some(({ unsure }) => unsure?.includes(grid));

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
