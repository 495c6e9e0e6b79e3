import type { HeaderedTable } from '../../model/header.ts';
import type { Stage, StageContext } from '../../model/stage.ts';
import type { WorkTable } from '../../model/tables.ts';
import { looksLikeNumber } from '../../notation/numbers.ts';
import { compact } from '../../notation/text.ts';
import type { HeaderedDocument } from '../header/index.ts';
import { rowsFromColumns } from './columns.ts';
import { rowsFromSequence } from './sequence.ts';

export interface RowedDocument extends Omit<HeaderedDocument, 'tables'> {
  tables: WorkTable[];
  /** The performance forms, which have a grammar of their own. */
  forms: HeaderedTable[];
}

/** Grid rows to rows of data: code, label, keys, role; broken rows joined again. */
export const rows: Stage<HeaderedDocument, RowedDocument> = {
  name: 'rows',
  run(document, context) {
    return {
      ...document,
      tables: document.tables.map((table) => readRows(table, context)),
      forms: document.tables.filter((table) => table.shape === 'text-form'),
    };
  },
};

function readRows(table: HeaderedTable, context: StageContext): WorkTable {
  const { rows: _, data, ...rest } = table;
  if (table.shape === 'text-form') return { ...rest, items: [] };
  const items = table.layout === 'sequence' ? rowsFromSequence(table) : rowsFromColumns(table);
  if (isList(table)) return { ...rest, items };
  const nameless = table.columns.length > 0 && table.columns.every((column) => column.path.length === 0);
  const swallowed = table.layout === 'sequence' && items.length === 0 && table.headerDamaged !== null;
  const nothingToRead =
    items.length > 0 && table.columns.length === 0 && !table.panels.some((panel) => panel.keys.some((key) => key.role === 'text'));
  if (nameless || swallowed || nothingToRead) {
    context.report({ ruleId: 'header/unreadable', tableIndex: table.index, places: table.caption.places, actual: table.title });
  }
  if (data.length === 0 && items.length === 0 && table.columns.length === 0) {
    context.report({ ruleId: 'table/cut', tableIndex: table.index, places: table.caption.places, actual: table.title });
  }
  return { ...rest, items };
}

/** A list within the prose (序号 | 单位名称): no caption and no amount, so that there is nothing to lose. */
function isList({ caption, rows: printed }: HeaderedTable): boolean {
  if (caption.title || caption.number || caption.unit) return false;
  return printed.every(({ cells }) => cells.every(({ text }) => !looksLikeNumber(text) || SERIAL.test(compact(text))));
}

const SERIAL = /^[（(]?\d{1,2}[)）.、]?$/;
