import type { GridRow } from '../../model/blocks.ts';
import { compact } from '../../notation/text.ts';

/** Recognising performance forms, by their title or by the rows they begin with. */

const FORM_TITLE = /绩效(?!.*工资)/;
const NAME_LABEL = /^(?:项目[（(]政策[)）]名称|项目名称|政策名称|[（(]?项目[)）]?名称|部门[（(]单位[)）]名称|单位[（(]部门[)）]名称)/;
const NEXT_LABEL = /^(?:主管|实施|预算|部门|年度|资金|项目(?!名称))/;
const LEVEL_HEADER = /[一二三]级指标/;

export function isFormTitle(title: string): boolean {
  return FORM_TITLE.test(compact(title));
}

/** The rows begin with the block that names a project (or a department) of a performance form. */
export function startsForm(rows: readonly GridRow[]): boolean {
  const [first, second] = rows;
  if (!first || !NAME_LABEL.test(firstText(first))) return false;
  const filled = first.cells.filter((cell) => cell.text !== '').length;
  return filled <= 6 && second !== undefined && NEXT_LABEL.test(firstText(second));
}

function firstText(row: GridRow): string {
  return compact(row.cells.find((cell) => cell.text !== '')?.text ?? '');
}

export function hasLevelHeader(rows: readonly GridRow[]): boolean {
  return rows.some((row) => row.cells.some((cell) => LEVEL_HEADER.test(compact(cell.text))));
}
