/**
 * Tables whose header is read in; rows with code, label, keys, role and printed cells out; imports
 * schemas, model, notation, sequence.
 */
import type { Stage, StageContext } from '../../model/stage.ts';
import type { HeaderedTable, PrintedRow, RowedTable } from '../../model/tables.ts';
import { looksLikeNumber } from '../../notation/numbers.ts';
import { compact } from '../../notation/text.ts';
import { rowsFromColumns } from './columns.ts';
import { rowsFromSequence } from './sequence/index.ts';

/** Grid rows to rows of data. Performance forms have a grammar of their own. */
export const rows: Stage<readonly HeaderedTable[], RowedTable[]> = {
  name: 'rows',
  run(tables, context) {
    return tables.map((table) => readRows(table, context));
  },
};

function readRows(table: HeaderedTable, context: StageContext): RowedTable {
  const { rows: _, data, ...rest } = table;
  if (table.shape === 'text-form') return { ...rest, items: [] };
  const items = table.layout === 'sequence' ? rowsFromSequence(table) : rowsFromColumns(table);
  if (isList(table)) return { ...rest, items };
  const about = { tableIndex: table.index, places: table.caption.places, actual: table.title };
  if (isUnreadable(table, items)) context.report({ ruleId: 'header/unreadable', ...about });
  if (data.length === 0 && items.length === 0 && table.columns.length === 0) context.report({ ruleId: 'table/cut', ...about });
  return { ...rest, items };
}

/** The header names no column, left no rows to read, or left rows without anything to read in them. */
function isUnreadable(table: HeaderedTable, items: readonly PrintedRow[]): boolean {
  const { columns, panels } = table;
  const nameless = columns.length > 0 && columns.every((column) => column.path.length === 0);
  const swallowed = table.layout === 'sequence' && items.length === 0 && table.headerDamaged !== null;
  const hasTexts = panels.some((panel) => panel.keys.some((key) => key.role === 'text'));
  return nameless || swallowed || (items.length > 0 && columns.length === 0 && !hasTexts);
}

/** A list within the prose (序号 | 单位名称): no caption and no amount, so that there is nothing to lose. */
function isList({ caption, rows: printed }: HeaderedTable): boolean {
  if (caption.title || caption.number || caption.unit) return false;
  return printed.every(({ cells }) => cells.every(({ text }) => !looksLikeNumber(text) || SERIAL.test(compact(text))));
}

const SERIAL = /^[（(]?\d{1,2}[)）.、]?$/;
