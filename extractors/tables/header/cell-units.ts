import { at } from '../../model/at.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { ValueColumn } from '../../model/tables.ts';
import { parseNumber, parseWithUnit } from '../../notation/numbers.ts';

/** Columns of money whose numbers all carry one unit (12.00万元) are in that unit, whatever the caption says. */
export function withCellUnits(columns: readonly ValueColumn[], data: readonly GridRow[]): ValueColumn[] {
  const texts = columns.map(({ grid }) => (grid === null ? [] : data.map((row) => row.cells[grid]?.text ?? '')));
  return columns.map((column, c) => {
    const unit = column.type === 'money' ? unitOf(at(texts, c)) : null;
    return unit === null ? column : { ...column, unit };
  });
}

/** null where a number carries none, or two carry different ones. */
function unitOf(texts: readonly string[]): string | null {
  let unit: string | null = null;
  for (const text of texts) {
    const own = parseWithUnit(text)?.unit ?? null;
    if (own === null ? parseNumber(text) !== null : unit !== null && own !== unit) return null;
    unit ??= own;
  }
  return unit;
}
