/**
 * Tables with coordinates in, placed tables out: which reading of a damaged header, which column and which sign for each number the equations
 * leave; imports schemas, model, notation, coordinates, identities, ledger, kinds, signs, weighing.
 */
import type { Finding } from '../../../schemas/diagnostic.ts';
import { at } from '../../model/at.ts';
import type { Stage, StageContext } from '../../model/stage.ts';
import type { CoordinatedColumn, CoordinatedTable, PlacedRow, PlacedTable } from '../../model/tables.ts';
import type { RowSlot } from '../ledger/ledger.ts';
import { readSigns } from '../signs/index.ts';
import { asPrinted } from './as-printed.ts';
import { chooseHeader } from './header-readings.ts';
import { place } from './place.ts';
import { restoreHeader } from './templates.ts';

/**
 * Which reading of a damaged header the equations support, which column each number belongs to where the layout was lost, and whether
 * a red one is negative.
 */
export const candidates: Stage<readonly CoordinatedTable[], PlacedTable[]> = {
  name: 'candidates',
  run(tables, context) {
    const restored = tables.map((table) => restore(chosen(table), context));
    const placed = place(restored);
    for (const slot of placed.ambiguous) {
      const { table, item } = rowAt(placed.tables, slot);
      const texts = item.cells.map((cell) => cell.raw).join(' ');
      context.report({ ruleId: 'placement/ambiguous', ...whereOf(table, item), actual: `${item.label} ${texts}` });
    }
    for (const slot of placed.unsolved) {
      const { table, item } = rowAt(placed.tables, slot);
      context.report({ ruleId: 'placement/unsolved', ...whereOf(table, item), actual: item.label });
    }
    for (const slot of placed.overfull) {
      const { table, item } = rowAt(placed.tables, slot);
      const columns = table.panels[item.panel]?.values.length ?? 0;
      context.report({
        ruleId: 'row/misaligned',
        ...whereOf(table, item),
        actual: String(item.cells.length),
        expected: String(columns),
      });
    }
    return readSigns(placed.tables, context);
  },
};

function rowAt(tables: readonly PlacedTable[], { table: t, row }: RowSlot): { table: PlacedTable; item: PlacedRow } {
  const table = at(tables, t);
  return { table, item: at(table.items, row) };
}

function whereOf(table: PlacedTable, item: PlacedRow): Pick<Finding, 'tableIndex' | 'places'> {
  return { tableIndex: table.index, places: item.places.slice(0, 1) };
}

/**
 * Columns whose name another reading with the same evidence gives to others are in doubt. Those whose words alone are odd are not where the
 * rows bear them out.
 */
function chosen(dated: CoordinatedTable): PlacedTable {
  const { table, tied, confirmed } = chooseHeader(asPrinted(dated), dated.readings);
  const isOpen = ({ index, path }: CoordinatedColumn): boolean => tied.some((other) => other[index]?.path.join('>') !== path.join('>'));
  if (tied.length > 0)
    return { ...table, columns: table.columns.map((column) => (isOpen(column) ? { ...column, shifted: true } : column)) };
  if (confirmed.size === 0) return table;
  const isShifted = (column: CoordinatedColumn): boolean => column.shifted === true && !confirmed.has(column.index);
  const columns = table.columns.map(({ ...column }) => {
    delete column.shifted;
    return isShifted(column) ? { ...column, shifted: true as const } : column;
  });
  const isDamaged = columns.some(({ shifted }) => shifted);
  return { ...table, columns, headerDamaged: isDamaged ? table.headerDamaged : null };
}

function restore(table: PlacedTable, context: StageContext): PlacedTable {
  const restored = restoreHeader(table);
  const words = (columns: PlacedTable['columns']) => columns.map((column) => column.path.join('>')).join(' | ');
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
