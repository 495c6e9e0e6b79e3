import { at } from '../../model/at.ts';
import type { Stage, StageContext } from '../../model/stage.ts';
import type { PrintedCell, PrintedRow, ReadCell, ReadRow, ReadTable, RowedTable } from '../../model/tables.ts';
import { looksLikeNumber, parseLooseNumber, parseNumber } from '../../notation/numbers.ts';
import { tidy } from '../../notation/text.ts';

/** Printed text to decimal strings. What is no number stays as an attribute of its row; what looks like one and is none is reported. */
export const values: Stage<readonly RowedTable[], ReadTable[]> = {
  name: 'values',
  run(tables, context) {
    return tables.map((table) => readValues(table, context));
  },
};

function readValues(table: RowedTable, context: StageContext): ReadTable {
  const items = table.items.map((row) => readRow(table, row, context));
  if (
    table.caption.unit === null &&
    table.columns.some((column) => column.type === 'money' && column.unit === null) &&
    items.some((row) => row.cells.length > 0)
  ) {
    context.report({ ruleId: 'value/unit-unknown', tableIndex: table.index, places: table.caption.places.slice(0, 1) });
  }
  return { ...table, items };
}

function readRow(table: RowedTable, row: PrintedRow, context: StageContext): ReadRow {
  const cells: ReadCell[] = [];
  const attributes = { ...row.attributes };
  for (const cell of row.cells) {
    const text = tidy(cell.raw.replace(/<[^<>]*>|\*{2,3}/g, ''));
    const parsed = parseNumber(text);
    if (parsed) {
      cells.push(readCell(cell, parsed.value, parsed.percent, false));
      continue;
    }
    if (!looksLikeNumber(text)) {
      const path = cell.column === null ? '' : at(table.columns, cell.column).path.join(' > ');
      attributes[path || '备注'] = text;
      continue;
    }
    const loose = parseLooseNumber(text);
    cells.push(readCell(cell, loose?.value ?? null, false, true));
    context.report({ ruleId: 'value/unreadable-number', tableIndex: table.index, places: cell.places, actual: cell.raw });
  }
  return { ...row, cells, attributes };
}

/** Field by field: a spread with further fields is several times slower, and there are more cells than anything else. */
function readCell({ id, column, raw, places }: PrintedCell, value: string | null, percent: boolean, doubtful: boolean): ReadCell {
  return { id, column, raw, places, value, percent, doubtful };
}
