import { compact } from '../../../notation/text.ts';
import type { FormMoneyRow } from '../tokens/content.ts';
import { isNumeric, type Token } from '../tokens/tokens.ts';
import { isMoneyHeader, isTaskHeader, labelKindOf } from '../tokens/vocabulary.ts';
import { placeOf } from './money-columns.ts';

/** One row of amounts below its headings. `rows`: how many rows it takes, headings included. */
export interface HeadedMoney {
  rows: number;
  row: Omit<FormMoneyRow, 'path'>;
  label: Token;
  /** The amount of all, where a heading says so. */
  total: Token | undefined;
}

/** No block of money has more rows of headings. */
const MAX_HEADINGS = 2;

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
  if (headings.flat().some(({ text, column }) => column === null || isMoneyHeader(text) || isTaskHeader(text))) return null;
  const edges = [...new Set(headings.flat().map(({ column }) => column ?? 0))].sort((a, b) => a - b);
  const paths = new Map(edges.map((edge) => [edge, pathAt(headings, edge)]));
  if (!amounts.every(({ column }) => paths.has(column ?? -1))) return null;
  const values = amounts.map((token) => ({ column: paths.get(token.column!)!, raw: token.text, place: placeOf(token) }));
  const total = amounts.find(({ column }) => /^(?:[^>]*总额|合计|总计|小计)$/.test(paths.get(column!)!.join('>')));
  return { rows: count + 1, row: { label: label.text, attributes: {}, columns: [...paths.values()], values }, label, total };
}

/** The headings above a column, outermost first: of each row the nearest at its left, as far as the heading above it reaches. */
function pathAt(headings: readonly (readonly Token[])[], column: number): string[] {
  const path: string[] = [];
  let from = 0;
  for (const row of headings) {
    const heading = row.findLast((token) => token.column! <= column && token.column! >= from);
    if (!heading) continue;
    path.push(compact(heading.text));
    from = heading.column!;
  }
  return path;
}
