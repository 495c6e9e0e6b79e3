import { HEADS_AMOUNT_OF_ALL } from '../../../../schemas/lexicon/forms/labels.ts';
import { entryOf } from '../../../model/at.ts';
import { compact } from '../../../notation/text.ts';
import type { FormMoneyRow } from '../tokens/content.ts';
import { isNumeric, isPlaced, type PlacedToken, type Token } from '../tokens/tokens.ts';
import { isMoneyHeader, isTaskHeader, labelKindOf } from '../vocabulary/labels.ts';
import { placeOf } from './money-columns.ts';
import { MAX_HEADINGS } from './settings.ts';

/** One row of amounts below its headings. `rows`: how many rows it takes, headings included. */
export interface HeadedMoney {
  rows: number;
  row: Omit<FormMoneyRow, 'path'>;
  label: Token;
  /** The amount of all, where a heading says so. */
  total: Token | undefined;
}

/**
 * 总体资金情况 | 预算支出总额 | 财政拨款 | … over a row that holds nothing but amounts: each belongs to the headings above it. Null where
 * `rows` do not begin with such a block.
 */
export function headedMoney(rows: readonly (readonly Token[])[]): HeadedMoney | null {
  const [label, ...first] = rows[0] ?? [];
  if (!label || first.length === 0 || labelKindOf(label.text) !== 'amount') return null;
  const count = rows.findIndex((tokens) => tokens.some((token) => isNumeric(token.text)));
  const amounts = rows[count] ?? [];
  if (count < 1 || count > MAX_HEADINGS || amounts.some((token) => !isNumeric(token.text))) return null;
  const headings = [first, ...rows.slice(1, count)];
  if (headings.flat().some(({ text }) => isMoneyHeader(text) || isTaskHeader(text))) return null;
  const paths = pathsBelow(headings);
  if (!paths || !amounts.every(isPlaced) || !amounts.every(({ column }) => paths.has(column))) return null;
  const values = amounts.map((token) => ({ column: entryOf(paths, token.column), raw: token.text, place: placeOf(token) }));
  const total = amounts.find(({ column }) => HEADS_AMOUNT_OF_ALL.test(entryOf(paths, column).join('>')));
  return { rows: count + 1, row: { label: label.text, attributes: {}, columns: [...paths.values()], values }, label, total };
}

/** For each column with a heading the headings above it; null where it is not known where a heading stands. */
function pathsBelow(headings: readonly (readonly Token[])[]): Map<number, string[]> | null {
  const placed = headings.map((row) => row.filter(isPlaced));
  if (placed.flat().length < headings.flat().length) return null;
  const edges = [...new Set(placed.flat().map(({ column }) => column))].sort((a, b) => a - b);
  return new Map(edges.map((edge) => [edge, pathAt(placed, edge)]));
}

/** The headings above a column, outermost first: of each row the nearest at its left, as far as the heading above it reaches. */
function pathAt(headings: readonly (readonly PlacedToken[])[], column: number): string[] {
  const path: string[] = [];
  let from = 0;
  for (const row of headings) {
    const heading = row.findLast((token) => token.column <= column && token.column >= from);
    if (!heading) continue;
    path.push(compact(heading.text));
    from = heading.column;
  }
  return path;
}
