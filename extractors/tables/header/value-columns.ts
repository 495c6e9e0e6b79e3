import { COUNT_COLUMN, PERCENT_COLUMN, QUANTITY_COLUMN, UNIT_IN_HEADER } from '../../../schemas/lexicon/tables/columns.ts';
import { measureOf } from '../../../schemas/lexicon/vocabulary.ts';
import type { ColumnType } from '../../../schemas/table.ts';
import { addTo } from '../../model/add-all.ts';
import type { ValueColumn } from '../../model/tables.ts';
import { namedPeriod } from '../../notation/periods.ts';

/** A column of values as its header path describes it. */
export interface DescribedColumn {
  panel: number;
  /** The column of the grid; null where the layout was lost. */
  grid: number | null;
  path: string[];
}

/** Columns with the measure, period, type and unit that their headers name. `tableUnit` is the caption's. */
export function valueColumns(described: readonly DescribedColumn[], tableUnit: string | null): ValueColumn[] {
  return described.map(({ panel, grid, path }, index) => {
    const type = typeOf(path);
    return {
      index,
      panel,
      grid,
      path,
      pathRaw: path,
      measure: measureOf(path),
      period: namedPeriod(path),
      type,
      unit: unitOf(path, type, tableUnit),
    };
  });
}

/** The value columns of each panel that has any. */
export function columnsByPanel(columns: readonly ValueColumn[]): Map<number, number[]> {
  const ofPanels = new Map<number, number[]>();
  for (const { panel, index } of columns) addTo(ofPanels, panel, index);
  return ofPanels;
}

export function typeOf(path: readonly string[]): ColumnType {
  const leaf = path.at(-1) ?? '';
  if (PERCENT_COLUMN.test(leaf)) return 'percent';
  if (COUNT_COLUMN.test(leaf)) return QUANTITY_COLUMN.test(leaf) ? 'quantity' : 'count';
  return 'money';
}

function unitOf(path: readonly string[], type: ColumnType, tableUnit: string | null): string | null {
  for (const cell of [...path].reverse()) {
    const unit = UNIT_IN_HEADER.exec(cell);
    if (unit?.[1]) return unit[1].replace('％', '%');
  }
  if (type === 'percent') return '%';
  return type === 'money' ? tableUnit : null;
}
