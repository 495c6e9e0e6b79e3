import type { Cell, GridRow } from '../../../model/blocks.ts';
import { joinedCell } from '../../../notation/cells.ts';
import { isAmount } from '../../../notation/row-kinds.ts';
import { compact } from '../../../notation/text.ts';

/** Numbers that a narrow cell breaks within their decimals: 1682.7 on one line, 6 on the next. */

const DECIMAL = /^-?\d[\d,]*\.(\d*)$/;

/** Rows in which what a line break cut off a number stands with it again. Only where most numbers have as many decimals as it has then. */
export function withWholeNumbers(rows: readonly GridRow[]): GridRow[] {
  const usual = usualDecimals(rows);
  if (usual < 2) return [...rows];
  const whole: GridRow[] = [];
  for (const row of rows) {
    const above = whole.at(-1);
    const [head, rest] = [above?.cells.at(-1), row.cells[0]];
    if (!above || !head || !rest || above.page !== row.page || !isCut(head, row.cells, usual)) {
      whole.push(row);
      continue;
    }
    whole[whole.length - 1] = { ...above, cells: [...above.cells.slice(0, -1), joinedCell([head, rest])] };
    if (row.cells.length > 1) whole.push({ ...row, cells: row.cells.slice(1) });
  }
  return whole;
}

const decimalsOf = ({ text }: Cell): number | null => DECIMAL.exec(compact(text))?.[1]?.length ?? null;

/** So many decimals have more than half of the numbers that have any; 0 where no count is so frequent. */
function usualDecimals(rows: readonly GridRow[]): number {
  const counts = new Map<number, number>();
  let all = 0;
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    const decimals = decimalsOf(cell);
    if (decimals === null) continue;
    counts.set(decimals, (counts.get(decimals) ?? 0) + 1);
    all++;
  }
  return [...counts].find(([, n]) => 2 * n > all)?.[0] ?? 0;
}

/** The next line begins with just the digits that the number lacks, and goes on with numbers. */
function isCut(head: Cell, [rest, ...others]: readonly Cell[], usual: number): boolean {
  const decimals = decimalsOf(head);
  const digits = compact(rest?.text ?? '');
  if (decimals === null || !/^\d+$/.test(digits)) return false;
  return decimals < usual && decimals + digits.length === usual && others.every(({ text }) => isAmount(text));
}
