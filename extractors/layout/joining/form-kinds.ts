import { FORM_START, FORM_TITLE, LEVEL_HEADER, SECOND_LABEL } from '../../../schemas/lexicon/forms/marks.ts';
import type { GridRow } from '../../model/blocks.ts';
import { compact } from '../../notation/text.ts';
import { MOST_FIRST_CELLS } from './settings.ts';

/** Recognising performance forms, by their title or by the rows they begin with. */

export function isFormTitle(title: string): boolean {
  return FORM_TITLE.test(compact(title));
}

/** The rows begin with the block that names a project (or a department) of a performance form. */
export function startsForm(rows: readonly GridRow[]): boolean {
  const [first, second] = rows;
  if (!first || !FORM_START.test(firstText(first))) return false;
  const filled = first.cells.filter((cell) => cell.text !== '').length;
  return filled <= MOST_FIRST_CELLS && second !== undefined && SECOND_LABEL.test(firstText(second));
}

function firstText(row: GridRow): string {
  return compact(row.cells.find((cell) => cell.text !== '')?.text ?? '');
}

export function hasLevelHeader(rows: readonly GridRow[]): boolean {
  return rows.some((row) => row.cells.some((cell) => LEVEL_HEADER.test(compact(cell.text))));
}
