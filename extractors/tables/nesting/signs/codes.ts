import type { NestedRow } from '../../../model/tables.ts';
import { isSubjectCode } from '../../../notation/row-kinds.ts';

/** Rows by the codes that are printed in them. */

/** A department's code begins the codes of its units: 245 → 245001. */
export function nestUnits(rows: readonly NestedRow[]): void {
  /** By code, the last unit that bears it and how many came before; and how long the codes are. */
  const units = new Map<string, { row: NestedRow; order: number }>();
  const lengths = new Set<number>();
  let order = 0;
  for (const row of rows) {
    const { role, code } = row;
    if (role !== 'unit' || code === null) continue;
    let above: { row: NestedRow; order: number } | undefined;
    for (const length of lengths) {
      const unit = length < code.length ? units.get(code.slice(0, length)) : undefined;
      if (unit && unit.order > (above?.order ?? -1)) above = unit;
    }
    if (above) row.parent = above.row.index;
    units.set(code, { row, order: order++ });
    lengths.add(code.length);
  }
}

export function bearsSubjectCode(row: NestedRow): boolean {
  return row.role !== 'unit' && row.code !== null && isSubjectCode(row.code);
}

/** `byCode`: the rows of the same unit by their codes, also those of the panels before. */
export function nestByCode(rows: readonly NestedRow[], byCode: Map<string, number>): void {
  for (const row of rows) {
    const { role, code } = row;
    if (role === 'unit') byCode.clear();
    if (role === 'unit' || code === null || !isSubjectCode(code)) continue;
    row.parent = parentOfCode(code, byCode) ?? row.parent;
    byCode.set(code, row.index);
  }
}

function parentOfCode(code: string, byCode: ReadonlyMap<string, number>): number | null {
  for (let digits = code.length - 2; digits >= 3; digits -= 2) {
    const parent = byCode.get(code.slice(0, digits));
    if (parent !== undefined) return parent;
  }
  return null;
}

/** Codes show who is part of whom, unless no code begins another and each is repeated on row after row, or most rows have other codes. */
export function codesTell(rows: readonly NestedRow[]): boolean {
  const codes = new Set<string>();
  let unit = 0;
  for (const row of rows) {
    if (row.role === 'unit') unit = row.index;
    if (bearsSubjectCode(row)) codes.add(`${unit} ${row.code}`);
  }
  return rows.some((row) => row.parent !== null) || 2 * codes.size > rows.filter((row) => row.role !== 'unit' && row.code !== null).length;
}
