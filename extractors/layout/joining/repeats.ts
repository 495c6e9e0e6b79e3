import { at } from '../../model/at.ts';
import type { GridRow } from '../../model/blocks.ts';
import { isBlank } from '../../notation/cells.ts';
import { isTotalLabel } from '../../notation/roles.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';

/** Headers that are printed more than once. */

/** All words of the rows, run together: rows with the same words are the same header. */
export function wordsOf(rows: readonly GridRow[]): string {
  return rows.map((row) => row.cells.map((cell) => compact(cell.text)).join('')).join('');
}

export function isSameHeader(a: readonly GridRow[], b: readonly GridRow[]): boolean {
  return wordsOf(a) === wordsOf(b);
}

/** A header that is printed twice in a row, as at a page cut below it, is one header. */
export function withoutDoubles(rows: readonly GridRow[]): GridRow[] {
  const half = rows.length / 2;
  const isDouble = rows[0]?.layout === 'columns' && Number.isInteger(half) && isSameHeader(rows.slice(0, half), rows.slice(half));
  return rows.slice(0, isDouble ? half : rows.length);
}

/** A header that the next page repeats without a caption stands among the rows of the same part. */
export function withoutRepeats(header: readonly GridRow[], rows: readonly GridRow[]): GridRow[] {
  const filled = header.flatMap((row) => row.cells).filter((cell) => !isBlank(cell));
  if (rows[0]?.layout !== 'columns' || filled.length < 2) return [...rows];
  const words = header.map((row) => wordsOf([row]));
  const texts = rows.map((row) => wordsOf([row]));
  const kept: GridRow[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (!words.every((text, k) => texts[i + k] === text)) {
      kept.push(at(rows, i));
      continue;
    }
    i += words.length;
    if (repeatsTotal(rows[0], rows[i])) i++;
    const next = rows[i];
    if (next) kept.push({ ...next, startsPart: true });
  }
  return kept;
}

/** The total below the header, printed again with it: the same words and amounts are the same row. */
export function repeatsTotal(first: GridRow | undefined, row: GridRow | undefined): boolean {
  if (!first || !row) return false;
  const isTotal = row.cells.some((cell) => isTotalLabel(cell.text)) && row.cells.some((cell) => isAmount(cell.text));
  return isTotal && isSameHeader([first], [row]);
}

/** Where the layout is lost only the header's words tell where a repeated header ends. */
export function withoutHeader(header: readonly GridRow[], rows: readonly GridRow[]): GridRow[] {
  const words = wordsOf(header);
  let read = '';
  for (const [i, row] of rows.entries()) {
    read += wordsOf([row]);
    if (read === words) return rows.slice(i + 1);
    if (!words.startsWith(read)) break;
  }
  return [...rows];
}
