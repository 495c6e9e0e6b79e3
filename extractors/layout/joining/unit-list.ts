import { BODY_COLUMN, BODY_REMARK_COLUMN, SERIAL_COLUMN } from '../../../schemas/lexicon/tables/columns.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { Caption } from '../../model/segments.ts';
import { isBlank } from '../../notation/cells.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';

/** A list of the organisations that the prose speaks of (序号 | 单位名称 | 备注): no caption, no amounts, nothing to add up. */
export function isUnitList(caption: Caption, rows: readonly GridRow[]): boolean {
  if (caption.title !== null || caption.number !== null || caption.unit !== null) return false;
  const [header, ...others] = rows.filter((row) => !row.cells.every(isBlank));
  if (header === undefined) return false;
  const heads = header.cells.map((cell) => compact(cell.text));
  const known = heads.every((head) => head === '' || SERIAL_COLUMN.test(head) || BODY_COLUMN.test(head) || BODY_REMARK_COLUMN.test(head));
  const isText = (row: GridRow) => row.cells.every((cell, c) => SERIAL_COLUMN.test(heads[c] ?? '') || !isAmount(cell.text));
  return known && heads.some((head) => BODY_COLUMN.test(head)) && others.every(isText);
}
