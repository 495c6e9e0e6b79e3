import type { GridRow } from '../../model/blocks.ts';
import type { Caption } from '../../model/segments.ts';
import { isBlank } from '../../notation/cells.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';

const SERIAL = /^(?:序号|编号|行次)$/;
const UNIT = /^(?:所属|下属|预算|决算|二级|基层)*(?:单位|部门|机构)(?:名称|全称)?$/;
const REMARK = /^(?:备注|说明|(?:拟)?变动情况|(?:单位|机构)(?:性质|类型|类别|级别|层级|编码|代码)|经费(?:来源|保障)(?:方式)?)$/;

/** A list of the organisations that the prose speaks of (序号 | 单位名称 | 备注): no caption, no amounts, nothing to add up. */
export function isUnitList(caption: Caption, rows: readonly GridRow[]): boolean {
  if (caption.title !== null || caption.number !== null || caption.unit !== null) return false;
  const [header, ...others] = rows.filter((row) => !row.cells.every(isBlank));
  if (header === undefined) return false;
  const heads = header.cells.map((cell) => compact(cell.text));
  const known = heads.every((head) => head === '' || SERIAL.test(head) || UNIT.test(head) || REMARK.test(head));
  const isText = (row: GridRow) =>
    row.cells.every((cell, c) => SERIAL.test(heads[c] ?? '') || /编码|代码/.test(heads[c] ?? '') || !isAmount(cell.text));
  return known && heads.some((head) => UNIT.test(head)) && others.every(isText);
}
