import { COORDINATES, type Coordinate, type Coordinates, type Said } from '../../../../schemas/lexicon/coordinates/coordinates.ts';
import { coordinatesOf, within } from '../../../../schemas/lexicon/coordinates/index.ts';
import { at } from '../../../model/at.ts';
import { isSparse } from '../../../model/sparse.ts';
import type { PlacedRow } from '../../../model/tables.ts';
import { judge, type Ledger, larger, type Slot } from '../../ledger/ledger.ts';
import { perTable } from '../../ledger/per-table.ts';
import { AGREEMENT } from './settings.ts';

/** Numbers of one table that differ only in what they are about: rows of a column, or columns of a row. */
export interface Facet {
  table: number;
  /** What they have in common. */
  coordinates: Coordinates;
  period: number | null;
  /** By what each is about: codes, project, unit, item; the total by ''. Of several with one name none is known, unless they are equal. */
  slots: Map<string, Slot>;
  /** Which coordinates name them: see `kindOf`. */
  kinds: Set<string>;
}

/** What a number is about; the other coordinates are common to the numbers of a facet. How a table sorts its rows is neither. */
const SUBJECTS: readonly Coordinate[] = ['functionalCode', 'departmentEconomicCode', 'governmentEconomicCode', 'project', 'entity', 'item'];
const COMMON = COORDINATES.filter((key) => !SUBJECTS.includes(key) && key !== 'classification');

/** Equal for facets whose numbers have equal coordinates; `but`: one coordinate in which they may differ. */
function commonKey({ coordinates, period }: Facet, but?: Coordinate): string {
  return `${period}|${COMMON.map((key) => (key === but ? '*' : (coordinates[key] ?? ''))).join('|')}`;
}

/** By which coordinates a number is named: `1|0|0…` by function, `0|1|0…` by economy; the total by none. */
export function kindOf(subject: string): string {
  return subject
    .split('|')
    .map((part) => (part === '' ? '0' : '1'))
    .join('');
}

/** Every amount of money with its coordinates, as facets in the order of tables. */
export function facetsOf(ledger: Ledger): readonly Facet[] {
  const known = FACETS.get(ledger);
  if (known) return known;
  const facets = [...ledger.tables.keys()].flatMap((t) => facetsOfTable(ledger, t));
  FACETS.set(ledger, facets);
  return facets;
}

/** Several identities ask for them, and a ledger does not change. */
const FACETS = new WeakMap<Ledger, readonly Facet[]>();

/** The facets of one table. */
export const facetsOfTable = perTable((ledger, t): Facet[] => {
  const table = ledger.table(t);
  if (isSparse(table)) return [];
  const facets = new Map<string, Facet>();
  const met = new Map<Facet, Map<string, Slot>>();
  const panels = table.panels.map(({ index }) => amountColumns(ledger, t, ledger.moneyColumnsOfPanel(t, index)));
  const headers = table.columns.map(({ coordinates }) => SUBJECTS.some((key) => coordinates[key] !== undefined));
  const commons = new Map<string, Facet>();
  for (const row of table.items) {
    const said = within(table.coordinates, row.coordinates);
    const common = `${row.period}|${COMMON_OF_ROWS.map((key) => row.coordinates[key]).join('|')}`;
    const about = subjectOf(said);
    for (const column of columnsOf(ledger, t, row, panels[row.panel] ?? [])) {
      const header = at(table.columns, column);
      const facet = valueIn(commons, `${column}|${common}`, () => {
        const made = {
          table: t,
          coordinates: coordinatesOf(said, {}, header.coordinates),
          period: row.period ?? header.period,
          slots: new Map(),
          kinds: new Set<string>(),
        };
        return valueIn(facets, commonKey(made), () => made);
      });
      addSlot(
        ledger,
        facet,
        headers[column] ? subjectOf(within(said, header.coordinates)) : about,
        { table: t, row: row.index, column },
        valueIn(met, facet, () => new Map()),
      );
    }
  }
  return [...facets.values()].filter(({ slots }) => slots.size > 0);
});

/** Of two with one name none is known, unless they are equal. */
function addSlot(ledger: Ledger, facet: Facet, subject: string, slot: Slot, met: Map<string, Slot>): void {
  const first = met.get(subject);
  if (first !== undefined) {
    if (ledger.amount(first) !== ledger.amount(slot)) facet.slots.delete(subject);
    return;
  }
  met.set(subject, slot);
  facet.slots.set(subject, slot);
  facet.kinds.add(kindOf(subject));
}

/** Rows that agree in these have the same in common with the numbers of a column. */
const COMMON_OF_ROWS: readonly Coordinate[] = [...COMMON, 'classification'];

/** The name of what a number is about. */
export function subjectOf(said: Said): string {
  const names = SUBJECTS.map((of) => said[of] ?? '');
  return names.join('|').replace(/\|+$/, '');
}

/** The value of a key, made where there is none. */
export function valueIn<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** `own`: those of the row's panel, also where the row has no number in them. A merged label has its number beside another panel. */
function columnsOf(ledger: Ledger, t: number, { cells }: PlacedRow, own: readonly number[]): readonly number[] {
  const elsewhere = cells.flatMap(({ column }) => (column === null || own.includes(column) ? [] : [column]));
  return elsewhere.length === 0 ? own : [...own, ...amountColumns(ledger, t, elsewhere)];
}

function amountColumns(ledger: Ledger, t: number, columns: readonly number[]): number[] {
  return columns.filter((column) => ledger.column(t, column).type === 'money' && ledger.hasUnit(t, column));
}

/** The facets of several tables with equal coordinates, in the order of their tables. `but`: one coordinate in which they may differ. */
export function facetsAlike(ledger: Ledger, but?: Coordinate): Facet[][] {
  const groups = new Map<string, Facet[]>();
  for (const facet of facetsOf(ledger)) valueIn(groups, keptKey(facet, but), (): Facet[] => []).push(facet);
  return [...groups.values()];
}

/** The facets of one table that are equal in all coordinates but one. */
export function facetsAlikeIn(ledger: Ledger, t: number, but: Coordinate): Facet[][] {
  const groups = new Map<string, Facet[]>();
  for (const facet of facetsOfTable(ledger, t)) valueIn(groups, keptKey(facet, but), (): Facet[] => []).push(facet);
  return [...groups.values()];
}

/** Facets live as long as their table and are grouped after each decision. */
const KEYS = new WeakMap<Facet, Map<Coordinate | undefined, string>>();

function keptKey(facet: Facet, but?: Coordinate): string {
  const keys = KEYS.get(facet) ?? new Map<Coordinate | undefined, string>();
  KEYS.set(facet, keys);
  return valueIn(keys, but, () => commonKey(facet, but));
}

/** Every number of `b` that `a` has, too, as its restatement. */
export function sharedBy(ledger: Ledger, a: Facet, b: Facet): FacetSum[] {
  return [...b.slots].flatMap(([subject, total]) => {
    const other = a.slots.get(subject);
    return other && isComparable(ledger, subject, [a, b]) ? [{ subject, total, addends: [other] }] : [];
  });
}

const GOODS_AND_SERVICES = '|302';
const ECONOMIC_CATEGORY = /^\|3\d\d$/;

/** Where one table has columns for 工资福利, 商品和服务 and 对个人和家庭 alone, the second holds what others list apart (资本性支出 …). */
export function isComparable(ledger: Ledger, subject: string, facets: readonly Facet[]): boolean {
  if (subject !== GOODS_AND_SERVICES) return true;
  const categories = facets.flatMap(({ slots }) =>
    [...slots].flatMap(([name, slot]) => (ECONOMIC_CATEGORY.test(name) && (ledger.amount(slot) ?? 0n) !== 0n ? [name] : [])),
  );
  return facets.every(({ slots }) => categories.every((category) => slots.has(category)));
}

/** What should hold for one row of a column and of those that restate it or are its parts. */
export interface FacetSum {
  subject: string;
  total: Slot;
  addends: Slot[];
}

/** Whether most of the sums hold that two columns, or a column and its parts, should share. Blank on both sides says nothing. */
export function mostHold(ledger: Ledger, sums: readonly FacetSum[]): boolean {
  let agree = 0;
  let shared = 0;
  let total: boolean | null = null;
  for (const { subject, total: slot, addends } of sums) {
    const slots = [slot, ...addends];
    if (slots.some((each) => ledger.isOpen(each))) continue;
    const amounts = slots.map((each) => ledger.amount(each));
    if (amounts.every((amount) => amount === null)) continue;
    const u = slots.reduce((most, each) => larger(ledger.unitOf(each.table), most), 0n);
    const [whole, ...parts] = amounts;
    const rest = parts.reduce((left: bigint, part) => left - (part ?? 0n), whole ?? 0n);
    const holds = judge(rest, addends.length, u) !== 'broken';
    shared++;
    if (holds) agree++;
    if (subject === '') total = holds;
  }
  return isEnough(agree, shared, total);
}

/** Whether so many of the shared cells agree. `total`: whether the totals do; null where they are not compared. */
export function isEnough(agree: number, shared: number, total: boolean | null): boolean {
  if (shared === 0) return false;
  if (total === null) return agree >= AGREEMENT.fewest && agree / shared >= AGREEMENT.alone;
  if (!total) return shared > AGREEMENT.least && agree / shared >= AGREEMENT.alone;
  return agree / shared >= AGREEMENT.withTotal;
}
