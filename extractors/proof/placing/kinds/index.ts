/** Rows in which the sums leave columns open in, the columns that rows of one kind have in common out; imports model, ledger. */
import { groupBy } from '../../../model/add-all.ts';
import { at, entryOf } from '../../../model/at.ts';
import type { PlacedRow, PlacedTable } from '../../../model/tables.ts';
import type { RowGroup } from '../../ledger/identity.ts';
import { KINDS } from './settings.ts';
import { areOthersMet, type Choice, choicesFor, digitsOf, openColumns } from './subset-sums.ts';

/** Where the numbers of a row may stand: their columns, and the amounts of all columns of the table. */
interface Standing {
  columns: readonly number[];
  vector: readonly bigint[];
}

/** By row. */
type Open<T extends Standing> = ReadonlyMap<number, readonly T[]>;

/** What rows may be of one kind by; the coarsest first, which fewer readings have and sums confirm more. null: the row says it not. */
const SCHEMES: readonly ((row: PlacedRow) => string | null)[] = [
  ({ coordinates }) => categoryOf(coordinates.departmentEconomicCode),
  ({ coordinates }) => categoryOf(coordinates.governmentEconomicCode),
  ({ coordinates }) => coordinates.functionalCode ?? null,
  ({ coordinates }) => coordinates.departmentEconomicCode ?? null,
  ({ coordinates: { functionalCode, departmentEconomicCode } }) =>
    functionalCode && departmentEconomicCode ? `${functionalCode} ${categoryOf(departmentEconomicCode)}` : null,
];

/** 301 工资福利支出, 302 商品和服务支出: the first level of an economic classification. */
const categoryOf = (code: string | null | undefined): string | null => code?.slice(0, 3) ?? null;

/**
 * Rows in which the sums leave open where their numbers stand, in lists of which the total is placed. In most lists rows of one kind have their
 * numbers in the same columns (工资福利支出 in 人员经费): a reading by kinds is one of few, and where one of them gives the total exactly, with
 * far more digits than there are such readings, it is no chance. One kind may be parted, row by row. Rows that have
 * fewer placements than before.
 */
export function filterByKinds<T extends Standing>(
  table: PlacedTable,
  domains: Map<number, T[]>,
  groups: readonly RowGroup[],
  lacking: ReadonlySet<number> = new Set(),
): number[] {
  return groups.flatMap((group) => {
    const rows = [group.total, ...group.addends];
    if (!rows.every((row) => domains.has(row) && !lacking.has(row)) || entryOf(domains, group.total).length > 1) return [];
    const open = group.addends.filter((row) => entryOf(domains, row).length > 1).map((row) => at(table.items, row));
    if (open.length < KINDS.rows) return [];
    const rest = restOf(domains, group);
    for (const scheme of SCHEMES) {
      const found = readingBy(scheme, open, domains, rest);
      if (found) return narrowed(domains, found);
    }
    return [];
  });
}

/** By column what the total leaves for rows that are open. */
function restOf(domains: Open<Standing>, { total, addends }: RowGroup): bigint[] {
  const placed = addends.map((row) => entryOf(domains, row)).filter(({ length }) => length === 1);
  return at(entryOf(domains, total), 0).vector.map((amount, column) =>
    placed.reduce((left, [only]) => left - (only?.vector[column] ?? 0n), amount),
  );
}

/** Rows that stand in the same columns, and the choices of columns that the sums leave them. */
interface Kind {
  rows: readonly number[];
  choices: Choice[];
}

/** The kinds with what the sums leave of their choices; null: the sums do not bear it out that rows of one kind stand alike. */
function readingBy(
  scheme: (typeof SCHEMES)[number],
  open: readonly PlacedRow[],
  domains: Open<Standing>,
  rest: readonly bigint[],
): Kind[] | null {
  if (open.some((row) => scheme(row) === null)) return null;
  const groups = [...groupBy(open, (row) => `${scheme(row)}|${row.cells.length}`).values()].map((rows) => rows.map(({ index }) => index));
  if (groups.length === open.length) return null;
  const whole = confirmed(groups, domains, rest, 1);
  if (whole) return whole;
  const parted = groups.flatMap((rows, g) => {
    if (rows.length < 2 || rows.length > KINDS.parted) return [];
    const kinds = [...groups.filter((_, i) => i !== g), ...rows.map((row) => [row])];
    return confirmed(kinds, domains, rest, groups.length) ?? [];
  });
  const rows = parted.flatMap((kind) => kind.rows);
  return rows.length > 0 && new Set(rows).size === rows.length ? parted : null;
}

/**
 * The total holds in every column, or failing that in one of those that are open: where rows are missing from a list, they stand in the other ones.
 * `tries`: how many readings of as many kinds are asked.
 */
function confirmed(groups: readonly (readonly number[])[], domains: Open<Standing>, rest: readonly bigint[], tries: number): Kind[] | null {
  const kinds = groups.map((rows): Kind => ({ rows, choices: commonChoices(rows, domains) }));
  const lists = kinds.map(({ choices }) => choices);
  if (lists.some(({ length }) => length === 0)) return null;
  const open = openColumns(lists);
  const readings = lists.reduce((log, { length }) => log + Math.log10(length), Math.log10(tries));
  for (const columns of areOthersMet(lists, rest, open) ? [open] : open.map((column) => [column])) {
    if (digitsOf(lists, columns) - readings < KINDS.digits) continue;
    const left = choicesFor(lists, rest, columns);
    if (left) return kinds.map((kind, k) => ({ ...kind, choices: at(left, k) }));
  }
  return null;
}

/** The columns that all these rows may fill, and what they make up there. */
function commonChoices(rows: readonly number[], domains: Open<Standing>): Choice[] {
  const [first, ...others] = rows.map((row) => new Map(entryOf(domains, row).map((placement) => [placement.columns.join(','), placement])));
  return [...(first ?? [])].flatMap(([columns, { vector }]): Choice[] => {
    const alike = others.flatMap((placements) => placements.get(columns) ?? []);
    if (alike.length < others.length) return [];
    return [{ columns, amounts: vector.map((amount, c) => alike.reduce((sum, other) => sum + at(other.vector, c), amount)) }];
  });
}

function narrowed<T extends Standing>(domains: Map<number, T[]>, kinds: readonly Kind[]): number[] {
  return kinds.flatMap(({ rows, choices }) =>
    rows.filter((row) => {
      const before = entryOf(domains, row);
      const after = before.filter(({ columns }) => choices.some((choice) => choice.columns === columns.join(',')));
      domains.set(row, after);
      return after.length < before.length;
    }),
  );
}
