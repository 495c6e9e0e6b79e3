import type { Side, TableShape } from '../../schemas/table.ts';
import type { NestedRow } from '../model/tables.ts';
import { isSubjectCode } from '../notation/row-kinds.ts';
import { subjectCodeByPath } from '../notation/subjects.ts';

/** 2…: functional; 3…: economic of departments; 5…: economic of the government. Others are codes of units or projects. */
const SUBJECT = /^[235]/;
const CATEGORY = /^2\d\d$/;

/**
 * The subject that a row is about: its printed code, or the 类 that its label names on the expenditure side of a 收支 table, which
 * prints no codes. null where it is no subject, or where more than one bears the name (其他支出).
 */
export function subjectCodeOf(shape: TableShape, row: Pick<NestedRow, 'role' | 'code' | 'label'>, side: Side | null): string | null {
  if (row.role === 'unit') return null;
  if (row.code !== null) return isSubjectCode(row.code) && SUBJECT.test(row.code) ? row.code : null;
  if (shape !== 'two-sided' || side !== 'expenditure' || row.role !== 'item') return null;
  const code = subjectCodeByPath([row.label]);
  return code !== null && CATEGORY.test(code) ? code : null;
}
