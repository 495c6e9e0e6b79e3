/**
 * Room: rows that lost their empty cells in, the columns that sums leave for each number out; imports model, notation, ledger,
 * identities, tables/rows, schemas.
 */

import type { Stage, StageContext } from '../../model/stage.ts';
import type { WorkTable } from '../../model/tables.ts';
import type { RowedDocument } from '../../tables/rows/index.ts';
import { place } from './place.ts';
import { restoreHeader } from './templates.ts';

/** Which reading of a damaged header the equations support, and which column each number belongs to where the layout was lost. */
export const candidates: Stage<RowedDocument, RowedDocument> = {
  name: 'candidates',
  run(document, context) {
    const restored = document.tables.map((table) => restore(table, context));
    const placed = place(restored);
    for (const { table, row } of placed.ambiguous) {
      const item = placed.tables[table]!.items[row]!;
      const texts = item.cells.map((cell) => cell.raw).join(' ');
      context.report({
        ruleId: 'placement/ambiguous',
        tableIndex: placed.tables[table]!.index,
        places: item.places.slice(0, 1),
        actual: `${item.label} ${texts}`,
      });
    }
    for (const { table, row } of placed.unsolved) {
      const item = placed.tables[table]!.items[row]!;
      context.report({
        ruleId: 'placement/unsolved',
        tableIndex: placed.tables[table]!.index,
        places: item.places.slice(0, 1),
        actual: item.label,
      });
    }
    for (const { table, row } of placed.overfull) {
      const item = placed.tables[table]!.items[row]!;
      const columns = placed.tables[table]!.panels[item.panel]?.values.length ?? 0;
      context.report({
        ruleId: 'row/misaligned',
        tableIndex: placed.tables[table]!.index,
        places: item.places.slice(0, 1),
        actual: String(item.cells.length),
        expected: String(columns),
      });
    }
    return { ...document, tables: placed.tables };
  },
};

function restore(table: WorkTable, context: StageContext): WorkTable {
  const restored = restoreHeader(table);
  const words = (columns: WorkTable['columns']) => columns.map((column) => column.path.join('>')).join(' | ');
  if (restored) {
    context.report({
      ruleId: 'header/restored',
      tableIndex: table.index,
      places: table.caption.places.slice(0, 1),
      actual: words(table.columns),
      expected: words(restored.columns),
    });
    return restored;
  }
  if (table.headerDamaged !== null && table.items.some((row) => row.cells.length > 0)) {
    context.report({
      ruleId: 'header/damaged',
      tableIndex: table.index,
      places: table.caption.places.slice(0, 1),
      actual: table.headerDamaged,
    });
  }
  return table;
}
