import { OFFICE_AT_END } from '../../schemas/lexicon/bodies.ts';
import type { Coordinate, Coordinates } from '../../schemas/lexicon/coordinates/coordinates.ts';
import { coordinatesOf } from '../../schemas/lexicon/coordinates/index.ts';
import { type FactCell, hasFacts, type Table, type TableRow } from '../../schemas/table.ts';
import { groupBy } from '../model/add-all.ts';
import { decimalsOf, unitExponent } from '../notation/numbers.ts';
import { compact, narrow } from '../notation/text.ts';
import type { PrintedAmount } from './printed-amount.ts';
import { toldApart } from './vintages.ts';

/** Amounts by what they are amounts of, the stage included; those of a part of the body and of other years are left out. */
export type AmountsByKey = ReadonlyMap<string, readonly PrintedAmount[]>;

const KEYED = [
  'flow',
  'fund',
  'component',
  'memo',
  'vintage',
  'stage',
  'item',
  'functionalCode',
  'departmentEconomicCode',
  'governmentEconomicCode',
] as const satisfies readonly Coordinate[];

export const keyOf = (of: Pick<Coordinates, (typeof KEYED)[number]>): string => KEYED.map((coordinate) => of[coordinate]).join('|');

const sameBody = (a: string, b: string | null): boolean => b !== null && narrow(compact(a)) === narrow(compact(b));

/**
 * The amounts of money of `tables` that are of `body` as a whole and of `year`. In a table of several bodies a row with the name of the
 * department is its own office, which often has the same name: it is the whole only where other units stand below it, or where the office stands beside it as （本级）.
 */
export function amountsOf(tables: readonly Table[], body: string | null, year: number | null): AmountsByKey {
  const printed = tables.flatMap((table) => (hasFacts(table) ? amountsIn(table, body, year, isWhole) : []));
  return groupBy(toldApart(printed), ({ of }) => keyOf(of));
}

/** Measures are of whole tables or of a 类: what is of a project or of a smaller subject is none, and is most of what tables print. */
function isWhole({ coordinates }: TableRow): boolean {
  const { functionalCode, departmentEconomicCode, governmentEconomicCode, project } = coordinates;
  const isSmall = (code: string | null | undefined): boolean => (code?.length ?? 0) > CATEGORY_DIGITS;
  return !project && !governmentEconomicCode && !isSmall(functionalCode) && !isSmall(departmentEconomicCode);
}

/** 类 has three digits, 款 five, 项 seven. */
export const CATEGORY_DIGITS = 3;

/** The amounts of the rows that are `wanted`. */
export function amountsIn(table: Table, body: string | null, year: number | null, wanted: (row: TableRow) => boolean): PrintedAmount[] {
  const columns = new Map(table.columns.map((column) => [column.index, column]));
  const ofYear = ({ period }: FactCell): boolean => period === null || year === null || period === year;
  return rowsOf(table, body, wanted).flatMap(({ row, nearness }) =>
    row.cells.flatMap((cell): PrintedAmount[] => {
      const column = columns.get(cell.column);
      if (column?.type !== 'money' || !ofYear(cell)) return [];
      const exponent = unitExponent(column.unit ?? table.unit) ?? 0;
      const place = cell.value === null ? exponent : exponent - decimalsOf(cell.value);
      return [{ table, row, cell, of: coordinatesOf(table.coordinates, row.coordinates, column.coordinates), place, nearness }];
    }),
  );
}

/** The rows that speak of the body as a whole, and how near they are to it. */
function rowsOf(table: Table, body: string | null, wanted: (row: TableRow) => boolean): { row: TableRow; nearness: number }[] {
  const bodies = new Set(table.rows.map(bodyOf));
  bodies.delete(null);
  const rows = table.rows.flatMap((row) => (wanted(row) ? [{ row, nearness: nearnessOf(bodyOf(row), body) }] : []));
  if (bodies.size < 2) return rows;
  const isToldApart = [...bodies].some(
    (name) => name !== null && OFFICE_AT_END.test(name) && sameBody(name.replace(OFFICE_AT_END, ''), body),
  );
  const isSure = isToldApart || OFFICE_AT_END.test(body ?? '');
  const above = new Set(table.rows.flatMap(({ role, parent }) => (role === 'unit' && parent !== null ? [parent] : [])));
  return rows.filter(({ nearness, row }) => nearness === 0 || (nearness === 1 && (isSure || above.has(row.index))));
}

/** A row of a unit is of that unit, though its name may not look like one. */
const bodyOf = ({ coordinates, role, label }: TableRow): string | null => coordinates.entity ?? (role === 'unit' ? label : null);

const nearnessOf = (named: string | null, body: string | null): number => (named === null ? 0 : sameBody(named, body) ? 1 : 2);
