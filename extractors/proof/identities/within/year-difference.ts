import type { PlacedRow, PlacedTable, ValueColumn } from '../../../model/tables.ts';
import { isLastYear, namedPeriod } from '../../../notation/periods.ts';
import { compact } from '../../../notation/text.ts';
import type { ColumnGroup, Identity, RowGroup } from '../../ledger/identity.ts';

const DIFFERENCE = /^(?:同比)?增减|[比较].*(?:增减|增加|变化|变动)|[比较].*(?:执行|预算|决算)数|^(?:变化|变动)(?:情况|额|金额)?$/;
const DIFFERENCE_ROW = /^(?:[比较]上年)?增减(?:变化|变动)?(?:金额|额|数|情况)?$/;
const THIS_YEAR = /^(?:当年|本年|今年)度?(?:$|预算|决算|执行|数)/;
const TIME = /^(?:(?:19|20)\d\d年|上年|上一年|去年|当年|本年|今年)度?/;
const KIND_OF_AMOUNT = /(?:年初|全年|调整)?(?:预算|执行|决算|完成)数?$/;
const TOTAL = /^(?:合计|小计|总计)$/;
const UNIT = /[（(](?:单位[:：])?[百千万亿]*元[)）]/g;

/** 上年 < named years < 当年: only their order counts. */
const LAST = 0;
const THIS = 9999;

/** 增减 = this year − last year, for columns (上年, 当年, 增减变化情况 above the same headers) and for rows (2025年, 2026年, 增减变化金额). */
export const yearDifference: Identity = {
  id: 'year-difference',
  zh: '增减 = 当年 − 上年',
  en: 'difference = this year − last year',
  columns: differenceColumns,
  rows: differenceRows,
};

function differenceColumns(table: PlacedTable): ColumnGroup[] {
  const money = table.columns.filter((column) => column.type === 'money');
  const amounts = money.filter((column) => !isDifference(column)).flatMap((column) => dated(column, column.path));
  return money.filter(isDifference).flatMap((difference): ColumnGroup[] => {
    const key = keyOf(difference.path);
    const alike = amounts.filter(({ item }) => item.panel === difference.panel && keyOf(item.path) === key);
    const pair = pairOf(alike, yearsIn(difference.path));
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
  return table.items.flatMap((row): RowGroup[] => {
    if (!DIFFERENCE_ROW.test(compact(row.label)) || row.cells.some(({ percent }) => percent)) return [];
    const beside = table.items.filter((other) => other !== row && isBeside(row, other));
    const pair = pairOf(
      beside.flatMap((other) => dated(other, [other.label])),
      [],
    );
    if (!pair) return [];
    return [{ identity: 'year-difference', total: pair.now.index, addends: [pair.before.index, row.index], panel: row.panel }];
  });
}

function isBeside(row: PlacedRow, other: PlacedRow): boolean {
  return other.panel === row.panel && other.parent === row.parent && other.outer.join('\n') === row.outer.join('\n');
}

/** The two years that differ: those that the difference names, or the only two there are. null where that is not sure. */
function pairOf<T>(items: readonly Dated<T>[], named: readonly number[]): { before: T; now: T } | null {
  const wanted = named.length === 2 ? items.filter(({ time }) => named.includes(time)) : items;
  const [before, now, ...others] = wanted.toSorted((a, b) => a.time - b.time);
  if (!before || !now || others.length > 0 || before.time === now.time) return null;
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
  return path.some((cell) => DIFFERENCE.test(compact(cell)));
}

function timeOf(path: readonly string[]): number | null {
  if (path.some(isLastYear)) return LAST;
  if (path.some((cell) => THIS_YEAR.test(compact(cell)))) return THIS;
  return namedPeriod(path);
}

function yearsIn(path: readonly string[]): number[] {
  return [...new Set(path.flatMap((cell) => cell.match(/(?:19|20)\d\d(?=年)/g) ?? []).map(Number))];
}

/** What a column is about, whatever its year: 2026年预算数 > 三公 > 小计 and 增减 > 三公 > 小计 are the same. */
function keyOf(path: readonly string[]): string {
  const cells = path.map((cell) => {
    const text = compact(cell).replace(UNIT, '');
    if (DIFFERENCE.test(text)) return bare(/[（(]([^（()）]*)[)）]$/.exec(text)?.[1] ?? '');
    return bare(text.replace(TIME, ''));
  });
  const said = cells.filter((text) => text !== '');
  return (said.length > 1 || path.length === 1 ? said : said.filter((text) => !TOTAL.test(text))).join('>');
}

function bare(text: string): string {
  return text.replace(KIND_OF_AMOUNT, '').replace(/后$/, '');
}
