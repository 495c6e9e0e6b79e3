import { MONEY_UNITS } from '../../../schemas/lexicon/money-units.ts';
import { measureOf } from '../../../schemas/lexicon/vocabulary.ts';
import type { ColumnType } from '../../../schemas/table.ts';
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
  for (const { panel, index } of columns) {
    const own = ofPanels.get(panel);
    if (own) own.push(index);
    else ofPanels.set(panel, [index]);
  }
  return ofPanels;
}

export function typeOf(path: readonly string[]): ColumnType {
  const leaf = path.at(-1) ?? '';
  if (/%|％|率$|比例|比重|占比|增长|幅度/.test(leaf)) return 'percent';
  if (/人数|个数|辆数|台数|数量|次数|批次|人次|户数/.test(leaf)) return /数量/.test(leaf) ? 'quantity' : 'count';
  return 'money';
}

const UNIT_IN_HEADER = new RegExp(`[（(](?:单位[:：])?(${MONEY_UNITS}|%|％|人|个|辆|台|套|平方米)[)）]`);

function unitOf(path: readonly string[], type: ColumnType, tableUnit: string | null): string | null {
  for (const cell of [...path].reverse()) {
    const unit = UNIT_IN_HEADER.exec(cell);
    if (unit?.[1]) return unit[1].replace('％', '%');
  }
  if (type === 'percent') return '%';
  return type === 'money' ? tableUnit : null;
}
