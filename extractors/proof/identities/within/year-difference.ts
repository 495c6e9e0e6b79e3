import {
  DIFFERENCE_COLUMN,
  DIFFERENCE_ROW,
  NAMED_IN_BRACKETS,
  OF_THIS_YEAR,
  SORT_OF_AMOUNT_AT_END,
  TIME_AT_START,
  UNITS_IN_BRACKETS,
} from '../../../../schemas/lexicon/tables/differences.ts';
import { TOTAL_ALONE } from '../../../../schemas/lexicon/writing/marks.ts';
import { YEARS_IN_HEADER } from '../../../../schemas/lexicon/writing/years.ts';
import { addTo } from '../../../model/add-all.ts';
import type { PlacedRow, PlacedTable, ValueColumn } from '../../../model/tables.ts';
import { isLastYear, namedPeriod } from '../../../notation/periods.ts';
import { compact } from '../../../notation/text.ts';
import type { ColumnGroup, Identity, RowGroup } from '../../ledger/identity.ts';

/** 上年 < named years < 当年: only their order counts. */
const LAST = 0;
const THIS = 9999;

/** 增减 = this year − last year, for columns (上年, 当年, 增减变化情况 above the same headers) and for rows (2025年, 2026年, 增减变化金额). */
export const yearDifference: Identity = {
  id: 'year-difference',
  columns: differenceColumns,
  rows: differenceRows,
};

function differenceColumns(table: PlacedTable): ColumnGroup[] {
  const money = table.columns.filter((column) => column.type === 'money');
  const nameOf = ({ panel, path }: ValueColumn) => `${panel}|${keyOf(path)}`;
  const amounts = alikeBy(
    money.filter((column) => !isDifference(column)).flatMap((column) => dated(column, column.path)),
    nameOf,
  );
  return money.filter(isDifference).flatMap((difference): ColumnGroup[] => {
    const pair = pairOf(amounts.get(nameOf(difference)), yearsIn(difference.path));
    if (!pair) return [];
    const addends: ColumnGroup['addends'] = [
      { column: pair.now.index, sign: 1 },
      { column: pair.before.index, sign: -1 },
    ];
    return [{ identity: 'year-difference', total: difference.index, addends }];
  });
}

/** Printed as a difference, read as a sum: this year = last year + difference. */
function differenceRows(table: PlacedTable): RowGroup[] {
  const differences = table.items.filter((row) => DIFFERENCE_ROW.test(compact(row.label)) && !row.cells.some(({ percent }) => percent));
  if (differences.length === 0) return [];
  const placeOf = ({ panel, parent, outer }: PlacedRow) => `${panel}|${parent}|${outer.join('\n')}`;
  const years = alikeBy(
    table.items.flatMap((row) => dated(row, [row.label])),
    placeOf,
  );
  return differences.flatMap((row): RowGroup[] => {
    const pair = pairOf(years.get(placeOf(row)), []);
    if (!pair) return [];
    return [{ identity: 'year-difference', total: pair.now.index, addends: [pair.before.index, row.index], panel: row.panel }];
  });
}

/** What differs in nothing but its time: all of it, and by its time. */
interface Alike<T> {
  all: Dated<T>[];
  byTime: Map<number, Dated<T>[]>;
}

function alikeBy<T>(items: readonly Dated<T>[], nameOf: (item: T) => string): Map<string, Alike<T>> {
  const groups = new Map<string, Alike<T>>();
  for (const one of items) {
    const name = nameOf(one.item);
    const group = groups.get(name) ?? { all: [], byTime: new Map<number, Dated<T>[]>() };
    groups.set(name, group);
    group.all.push(one);
    addTo(group.byTime, one.time, one);
  }
  return groups;
}

/** The two years that differ: those that the difference names, or the only two there are. null where that is not sure. */
function pairOf<T>(alike: Alike<T> | undefined, named: readonly number[]): { before: T; now: T } | null {
  if (!alike) return null;
  const lists = named.length === 2 ? named.map((time) => alike.byTime.get(time) ?? []) : [alike.all];
  if (lists.reduce((count, list) => count + list.length, 0) !== 2) return null;
  const [before, now] = lists.flat().sort((a, b) => a.time - b.time);
  if (!before || !now || before.time === now.time) return null;
  return { before: before.item, now: now.item };
}

interface Dated<T> {
  item: T;
  time: number;
}

/** None where no year is named. */
function dated<T>(item: T, path: readonly string[]): Dated<T>[] {
  const time = timeOf(path);
  return time === null ? [] : [{ item, time }];
}

function isDifference({ path }: ValueColumn): boolean {
  return path.some((cell) => DIFFERENCE_COLUMN.test(compact(cell)));
}

function timeOf(path: readonly string[]): number | null {
  if (path.some(isLastYear)) return LAST;
  if (path.some((cell) => OF_THIS_YEAR.test(compact(cell)))) return THIS;
  return namedPeriod(path);
}

function yearsIn(path: readonly string[]): number[] {
  return [...new Set(path.flatMap((cell) => cell.match(YEARS_IN_HEADER) ?? []).map(Number))];
}

/** What a column is about, whatever its year: 2026年预算数 > 三公 > 小计 and 增减 > 三公 > 小计 are the same. */
function keyOf(path: readonly string[]): string {
  const cells = path.map((cell) => {
    const text = compact(cell).replace(UNITS_IN_BRACKETS, '');
    if (DIFFERENCE_COLUMN.test(text)) return bare(NAMED_IN_BRACKETS.exec(text)?.[1] ?? '');
    return bare(text.replace(TIME_AT_START, ''));
  });
  const said = cells.filter((text) => text !== '');
  return (said.length > 1 || path.length === 1 ? said : said.filter((text) => !TOTAL_ALONE.test(text))).join('>');
}

function bare(text: string): string {
  return text.replace(SORT_OF_AMOUNT_AT_END, '');
}
