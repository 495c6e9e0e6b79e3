import type { Table, TableRow } from '../../schemas/table.ts';
import { groupBy } from '../model/add-all.ts';
import { Amount } from '../notation/decimal.ts';
import { type AmountsByKey, amountsIn, CATEGORY_DIGITS, keyOf } from './amounts.ts';
import type { PrintedAmount } from './printed-amount.ts';

type Code = 'functionalCode' | 'departmentEconomicCode';
const CODES: readonly { code: Code; other: Code }[] = [
  { code: 'functionalCode', other: 'departmentEconomicCode' },
  { code: 'departmentEconomicCode', other: 'functionalCode' },
];

/**
 * By the coordinates of a 类 that a table does not print, the 款 or 项 that make it up: tables of Beijing print 30101, 30102 … and no 301.
 * Only of tables whose smallest subjects add up to their printed total, so that none of them is missing.
 */
export function partsOf(tables: readonly Table[], body: string | null, year: number | null, whole: AmountsByKey): AmountsByKey {
  const parts = tables.flatMap((table) => CODES.flatMap(({ code, other }) => partsIn(table, code, other, body, year, whole)));
  return groupBy(parts, ({ of }) => keyOf(of));
}

function partsIn(table: Table, code: Code, other: Code, body: string | null, year: number | null, whole: AmountsByKey): PrintedAmount[] {
  const printed = new Set(table.rows.flatMap(({ coordinates }) => coordinates[code] ?? []));
  const isPart = ({ coordinates }: TableRow): boolean => {
    const own = coordinates[code] ?? '';
    return own.length > CATEGORY_DIGITS && !coordinates[other] && !coordinates.project && !hasAbove(own, printed);
  };
  if (!table.rows.some(isPart)) return [];
  const parts = amountsIn(table, body, year, isPart).map((part) => ({ ...part, of: { ...part.of, governmentEconomicCode: null } }));
  const columns = groupBy(parts, ({ of }) => keyOf({ ...of, [code]: null }));
  return [...columns].flatMap(([key, terms]) => {
    const total = (whole.get(key) ?? []).find((amount) => amount.table === table);
    if (total === undefined || !isSumOf(total, terms)) return [];
    return terms.map((term) => ({ ...term, of: { ...term.of, [code]: term.of[code]?.slice(0, CATEGORY_DIGITS) ?? null } }));
  });
}

/** Whether the 类 or 款 of a code is printed, too. */
function hasAbove(code: string, printed: ReadonlySet<string>): boolean {
  for (let length = CATEGORY_DIGITS; length < code.length; length += 2) if (printed.has(code.slice(0, length))) return true;
  return false;
}

function isSumOf({ cell }: PrintedAmount, terms: readonly PrintedAmount[]): boolean {
  if (cell.valueYuan === null || terms.some((term) => term.cell.valueYuan === null)) return false;
  const sum = terms.reduce((sofar, term) => sofar.plus(term.cell.valueYuan ?? 0), new Amount(0));
  return sum.equals(cell.valueYuan);
}
