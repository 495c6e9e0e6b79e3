/**
 * Placed tables and statements in; the same with keys that last out: where a number stands and what it is about; imports model,
 * notation, proof/identities, schemas.
 */
import type { Project } from '../../../schemas/disclosure.ts';
import { at } from '../../model/at.ts';
import { Keys } from '../../model/keys.ts';
import type { SaidQuantity } from '../../model/said.ts';
import type { KeyedRow, KeyedTable, PlacedCell, PlacedTable } from '../../model/tables.ts';
import { columnText, rowTexts, statementText, tableTexts, wholeColumnText } from './texts.ts';

export interface Keyed {
  tables: KeyedTable[];
  statements: SaidQuantity[];
}

/** Keys for tables (t…), columns (c…), rows (r…), numbers (f…) and statements (s…), each the only one in the document. */
export function keyed(tables: readonly PlacedTable[], statements: readonly SaidQuantity[], projects: readonly Project[]): Keyed {
  const keys = new Keys();
  const texts = tableTexts(tables, projects);
  return {
    tables: tables.map((table, t) => keyedTable(table, at(texts, t), keys)),
    statements: statements.map((statement) => ({ ...statement, id: keys.next('s', statementText(statement)) })),
  };
}

function keyedTable(table: PlacedTable, text: string, keys: Keys): KeyedTable {
  const key = keys.next('t', text);
  const columns = table.columns.map((column) => ({ ...column, key: keys.next('c', `${key}|${wholeColumnText(table, column)}`) }));
  const rows = rowTexts(table);
  const items = table.items.map((row, i): KeyedRow => {
    const own = keys.next('r', `${key}|${at(rows, i)}`);
    // The row tells the panel.
    const about = ({ column }: PlacedCell): string => (column === null ? '' : columnText(at(columns, column)));
    return { ...row, key: own, cells: row.cells.map((cell) => ({ ...cell, id: keys.next('f', `${own}|${about(cell)}`) })) };
  });
  return { ...table, key, columns, items };
}
