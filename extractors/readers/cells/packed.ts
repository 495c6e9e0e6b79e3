import { at } from '../../model/at.ts';
import { parseNumber } from '../../notation/numbers.ts';
import { isSubjectCode } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import type { MergedCell, MergedRow } from './grid.ts';
import type { ShownLine } from './shown-line.ts';

/**
 * The rows that a converter put into one: each filled cell has as many lines, those of one cell are amounts and those of another name
 * the rows. Where the numbers of lines differ nobody knows what belongs together: the row stays as it is, with its numbers below each
 * other in one cell, which no phase takes for a number.
 */
export function parted(row: MergedRow): readonly MergedRow[] {
  if (!row.cells.some(({ lines }) => lines.length > 1)) return [row];
  const filled = row.cells.filter(({ lines }) => lines.length > 0);
  const count = filled[0]?.lines.length ?? 0;
  if (count < 2 || !filled.every(({ lines, rows }) => lines.length === count && rows === 1)) return [row];
  if (!filled.some(({ lines }) => areAmounts(lines)) || !filled.some(({ lines }) => areNames(lines))) return [row];
  return Array.from({ length: count }, (_, i) => ({ ...row, cells: row.cells.map((cell) => onlyLine(cell, i)) }));
}

const onlyLine = (cell: MergedCell, i: number): MergedCell => ({ ...cell, lines: cell.lines.length === 0 ? [] : [at(cell.lines, i)] });

/** Two amounts at least, and nothing else; a line may be blank. */
function areAmounts(lines: readonly ShownLine[]): boolean {
  const filled = lines.map(({ text }) => compact(text)).filter((text) => text !== '');
  return filled.length > 1 && filled.every((text) => parseNumber(text) !== null && !isSubjectCode(text));
}

/** Codes or words, one a line. */
function areNames(lines: readonly ShownLine[]): boolean {
  const texts = lines.map(({ text }) => compact(text));
  return texts.every((text) => text !== '' && (isSubjectCode(text) || parseNumber(text) === null));
}
