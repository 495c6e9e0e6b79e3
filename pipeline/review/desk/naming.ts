import type { KeyedTable } from '../../../extractors/model/tables.ts';
import type { Decision } from '../../../schemas/reviewing/decisions.ts';

/** A decision names something that the document does not have. */
export class UnknownName extends Error {}

type Named = string | number;

function named<T extends { key: string; index: number }>(items: readonly T[], name: Named, what: string): T {
  const known = items.find(({ key, index }) => key === name || index === name);
  if (!known) throw new UnknownName(`no ${what} ${name}`);
  return known;
}

/**
 * A decision with keys in place of positions: keys last, positions hold for the case at hand.
 *
 * @throws UnknownName for a table, row or column that is not there.
 */
export function withKeys(decision: Decision, tables: readonly KeyedTable[]): Decision {
  switch (decision.edit) {
    case 'move': {
      const table = tables.find(({ items }) => items.some(({ cells }) => cells.some(({ id }) => id === decision.factId)));
      if (!table) throw new UnknownName(`no fact ${decision.factId}`);
      return { ...decision, column: named(table.columns, decision.column, 'column').key };
    }
    case 'parent': {
      const { key, items } = named(tables, decision.table, 'table');
      const row = named(items, decision.row, 'row').key;
      return { ...decision, table: key, row, parent: decision.parent === null ? null : named(items, decision.parent, 'row').key };
    }
    case 'role': {
      const { key, items } = named(tables, decision.table, 'table');
      return { ...decision, table: key, row: named(items, decision.row, 'row').key };
    }
    case 'column': {
      const { key, columns } = named(tables, decision.table, 'table');
      return { ...decision, table: key, column: named(columns, decision.column, 'column').key };
    }
    case 'title':
    case 'unit':
    case 'no-table':
      return { ...decision, table: named(tables, decision.table, 'table').key };
    default:
      return decision;
  }
}

/** What stands there before a decision with keys, and what holds after it, as texts. */
export function textsOf(decision: Decision, tables: readonly KeyedTable[]): { before: string; after: string } {
  if ('itemId' in decision) return { before: '', after: '' };
  if ('factId' in decision) return ofNumber(decision, tables);
  const table = tables.find(({ key }) => key === decision.table);
  if (!table) return { before: '', after: '' };
  const rowLabel = (key: Named | null): string => table.items.find((row) => row.key === key)?.label ?? '';
  switch (decision.edit) {
    case 'title':
      return { before: table.title, after: decision.title };
    case 'unit':
      return { before: table.caption.unit ?? '', after: decision.unit };
    case 'no-table':
      return { before: table.title, after: '' };
    case 'role':
      return { before: table.items.find(({ key }) => key === decision.row)?.role ?? '', after: decision.role };
    case 'parent': {
      const parent = table.items.find(({ key }) => key === decision.row)?.parent ?? null;
      return { before: parent === null ? '' : (table.items[parent]?.label ?? ''), after: rowLabel(decision.parent) };
    }
    case 'column':
      return { before: pathOf(table, decision.column), after: decision.path.join(' > ') };
  }
}

const pathOf = ({ columns }: KeyedTable, name: Named): string =>
  columns.find(({ key, index }) => key === name || index === name)?.path.join(' > ') ?? '';

function ofNumber(decision: Extract<Decision, { factId: string }>, tables: readonly KeyedTable[]): { before: string; after: string } {
  for (const table of tables) {
    for (const { cells } of table.items) {
      const cell = cells.find(({ id }) => id === decision.factId);
      if (!cell) continue;
      if (decision.edit === 'move') return { before: cell.raw, after: pathOf(table, decision.column) };
      return { before: cell.raw, after: decision.edit === 'value' ? decision.value : decision.edit === 'unsure' ? '' : (cell.value ?? '') };
    }
  }
  return { before: '', after: '' };
}
