import { measureOf, tableKindOf } from '../../schemas/lexicon/vocabulary.ts';
import type { Edit } from '../../schemas/review.ts';
import { at } from '../model/at.ts';
import type { KeyedColumn, KeyedRow, KeyedTable, PlacedCell } from '../model/tables.ts';
import { namedPeriod } from '../notation/periods.ts';
import { withCoordinates } from '../proof/coordinates/index.ts';
import { measureIn } from '../tables/header/index.ts';
import { valueColumns } from '../tables/header/value-columns.ts';
import { describeRows } from '../tables/nesting/describe.ts';
import { type Case, stateCase } from './case.ts';

/** An edit that speaks of something that the case does not have, or that cannot be. */
export class EditError extends Error {}

type EditOf<Name extends Edit['edit']> = Extract<Edit, { edit: Name }>;

/**
 * The case after a person's decisions, in their order, with the equations that its numbers are held to then. The case given stays as it is.
 *
 * @throws EditError for a fact, table, row or column that is not there, or a row that would be part of itself.
 */
export function amend(stated: Case, edits: readonly Edit[]): Case {
  const known = factsIn(stated.tables);
  return withTables(
    stated,
    edits.reduce((current: readonly KeyedTable[], edit) => edited(current, edit, known), stated.tables),
    edits,
  );
}

/** An edit that could not be made, by its position in the list, and why. */
export interface Refused {
  position: number;
  reason: string;
}

/**
 * The case after those edits that can be made. An edit that another one makes room for (a column that is taken until its number is
 * moved) is made behind that one: the order of edits about different things does not matter.
 */
export function amendFitting(stated: Case, edits: readonly Edit[]): { amended: Case; refused: Refused[] } {
  const known = factsIn(stated.tables);
  let tables: readonly KeyedTable[] = stated.tables;
  let waiting = edits.map((edit, position) => ({ edit, position }));
  for (;;) {
    const refused: (Refused & { edit: Edit })[] = [];
    for (const { edit, position } of waiting) {
      try {
        tables = edited(tables, edit, known);
      } catch (error) {
        if (!(error instanceof EditError)) throw error;
        refused.push({ edit, position, reason: error.message });
      }
    }
    if (refused.length === 0 || refused.length === waiting.length) {
      const unmade = new Set(refused.map(({ position }) => position));
      const made = edits.filter((_, position) => !unmade.has(position));
      return { amended: withTables(stated, tables, made), refused: refused.map(({ position, reason }) => ({ position, reason })) };
    }
    waiting = refused;
  }
}

function withTables(stated: Case, tables: readonly KeyedTable[], edits: readonly Edit[]): Case {
  const { equations: _, agreements: __, misfits: ___, slips: ____, findings: _____, ...facts } = stated;
  const confirmed = new Set(stated.confirmed);
  for (const edit of edits) if (edit.edit === 'confirm' || edit.edit === 'value') confirmed.add(edit.factId);
  // A confirmation changes no table: then the list is the same, and what is declared of it.
  const changed = tables === stated.tables ? stated.tables : [...tables];
  return stateCase({ ...facts, tables: changed, confirmed: [...confirmed] });
}

function factsIn(tables: readonly KeyedTable[]): ReadonlySet<string> {
  return new Set(tables.flatMap(({ items }) => items.flatMap(({ cells }) => cells.map(({ id }) => id))));
}

/** `known`: ids of the numbers there were before the first edit. */
function edited(tables: readonly KeyedTable[], edit: Edit, known: ReadonlySet<string>): readonly KeyedTable[] {
  switch (edit.edit) {
    case 'confirm':
      if (!known.has(edit.factId)) throw new EditError(`no fact ${edit.factId}`);
      return tables;
    case 'value':
      return inCell(tables, edit.factId, (cell) => ({ ...cell, value: edit.value, doubtful: false, doubt: null }));
    case 'move':
      return inCell(tables, edit.factId, (cell, row, table) => moved(cell, row, table, edit.column));
    case 'parent':
      return inTable(tables, edit, (table) => below(table, edit));
    case 'role':
      return inTable(tables, edit, (table) => described(inRow(table, edit.row, (row) => ({ ...row, role: edit.role }))));
    case 'title':
      return inTable(tables, edit, (table) => titled(table, edit.title));
    case 'unit':
      return inTable(tables, edit, (table) => measured(table, edit.unit));
    case 'column':
      return inTable(tables, edit, (table) => headed(table, edit));
    case 'no-table': {
      const taken = tableOf(tables, edit.table);
      return tables.filter((table) => table !== taken);
    }
  }
}

function tableOf(tables: readonly KeyedTable[], named: string | number): KeyedTable {
  const known = tables.find(({ key, index }) => key === named || index === named);
  if (!known) throw new EditError(`no table ${named}`);
  return known;
}

/** By key or position. */
function itemOf<T extends { key: string; index: number }>(items: readonly T[], named: string | number, what: string, table: KeyedTable): T {
  const known = items.find(({ key, index }) => key === named || index === named);
  if (!known) throw new EditError(`no ${what} ${named} in table ${table.index}`);
  return known;
}

function inTable(
  tables: readonly KeyedTable[],
  edit: { table: string | number },
  change: (table: KeyedTable) => KeyedTable,
): readonly KeyedTable[] {
  const known = tableOf(tables, edit.table);
  return tables.map((table) => (table === known ? change(table) : table));
}

function inRow(table: KeyedTable, named: string | number, change: (row: KeyedRow) => KeyedRow): KeyedTable {
  const known = itemOf(table.items, named, 'row', table);
  return { ...table, items: table.items.map((row) => (row === known ? change(row) : row)) };
}

function inCell(
  tables: readonly KeyedTable[],
  factId: string,
  change: (cell: PlacedCell, row: KeyedRow, table: KeyedTable) => PlacedCell,
): readonly KeyedTable[] {
  const table = tables.find(({ items }) => items.some(({ cells }) => cells.some(({ id }) => id === factId)));
  const row = table?.items.find(({ cells }) => cells.some(({ id }) => id === factId));
  if (!table || !row) throw new EditError(`no fact ${factId}`);
  const cells = row.cells.map((cell) => (cell.id === factId ? change(cell, row, table) : cell));
  if (cells.every((cell, i) => cell === row.cells[i])) return tables;
  return inTable(tables, { table: table.key }, () => inRow(table, row.key, () => ({ ...row, cells })));
}

function moved(cell: PlacedCell, row: KeyedRow, table: KeyedTable, named: string | number): PlacedCell {
  const { index: column } = itemOf(table.columns, named, 'column', table);
  const there = row.cells.find((other) => other.column === column && other.id !== cell.id);
  if (there) throw new EditError(`column ${named} holds ${there.raw} in this row`);
  return { ...cell, column, placement: 'printed', alternatives: [] };
}

function below(table: KeyedTable, edit: EditOf<'parent'>): KeyedTable {
  const { index: row } = itemOf(table.items, edit.row, 'row', table);
  const parent = edit.parent === null ? null : itemOf(table.items, edit.parent, 'row', table).index;
  for (let above = parent; above !== null; above = table.items[above]?.parent ?? null) {
    if (above === row) throw new EditError(`row ${edit.row} would be part of itself`);
  }
  return described(inRow(table, row, (item) => ({ ...item, parent })));
}

/** Labels above a row, and whether it has parts, follow from who is whose parent. */
function described(table: KeyedTable): KeyedTable {
  const items = table.items.map((row) => ({ ...row }));
  describeRows(items);
  return withCoordinates({ ...table, items });
}

/** What the title says of the kind decides what some columns measure. */
function titled(table: KeyedTable, title: string): KeyedTable {
  const kind = tableKindOf(title);
  const columns = table.columns.map((column) => ({ ...column, measure: measureIn(kind, { ...column, measure: measureOf(column.path) }) }));
  return withCoordinates({ ...table, title, kind, columns, caption: { ...table.caption, title } });
}

/** Columns that name no unit of their own have the table's. */
function measured(table: KeyedTable, unit: string): KeyedTable {
  const before = table.caption.unit;
  const columns = table.columns.map((column) => (column.type === 'money' && column.unit === before ? { ...column, unit } : column));
  return { ...table, columns, caption: { ...table.caption, unit } };
}

function headed(table: KeyedTable, { column, path }: EditOf<'column'>): KeyedTable {
  const known = itemOf(table.columns, column, 'column', table);
  const described = at(valueColumns([{ panel: known.panel, grid: known.grid, path }], table.caption.unit), 0);
  const period = namedPeriod(path) ?? known.period;
  const measure = measureIn(table.kind, described);
  const renamed: KeyedColumn = {
    ...described,
    measure,
    index: known.index,
    pathRaw: known.pathRaw,
    period,
    key: known.key,
    coordinates: known.coordinates,
  };
  return withCoordinates({ ...table, columns: table.columns.map((other) => (other === known ? renamed : other)) });
}
