import { at } from '../../model/at.ts';
import type { NestedRow } from '../../model/tables.ts';
import { isOrganisation } from '../../notation/organisations.ts';
import { numberingLevel, numberingOrdinal } from '../../notation/roles.ts';
import { compact } from '../../notation/text.ts';
import { amountOf, isNearly, significantDigits, sumOfRows } from './amounts.ts';
import { closeTo, type Stack } from './stack.ts';

/** Rows by the numbering of their labels (一、 → （一） → 1.) and by 其中. */

const FUND = /^(?:一般公共预算|政府性基金|国有资本经营|财政专户|单位资金)/;
const CARRYOVER = /结转|结余/;
const CURRENT_YEAR = /^(?:[一1][、.．])?本年(?:支出|收入)(?:合计|小计)?$/;
const APART = /合计|总计|结转|结余|上级补助|附属单位|使用非财政|动用/;
/** Fewer digits add up by chance. */
const TELLING_DIGITS = 4;

export function nestByNumbering(rows: readonly NestedRow[]): void {
  const stack: Stack = [];
  let done = 0;
  while (done < rows.length) done += nestRow(rows, done, stack);
}

/** Settles row i, and with it those that turn out to stand beside it below the row above. Gives how many rows that were. */
function nestRow(rows: readonly NestedRow[], i: number, stack: Stack): number {
  const row = at(rows, i);
  if (row.role === 'total' || row.role === 'subtotal') {
    stack.length = 0;
    return 1;
  }
  const level = numberingLevel(row.label);
  if (level === 0) return nestUnnumbered(rows, i, row, stack);
  const parent = closeTo(stack, level) ?? openList(row, rows[i - 1], stack);
  row.parent = parent?.index ?? null;
  // What follows an 其中 line below the same parent goes on with its list.
  if (parent && rows.slice(0, i).findLast((other) => other.parent === parent.index)?.role === 'memo') row.role = 'memo';
  stack.push({ level, row });
  return 1;
}

/** 其中：（一） opens a list below a row without numbering. */
function openList(row: NestedRow, above: NestedRow | undefined, stack: Stack): NestedRow | null {
  if (row.role !== 'memo' || above?.role !== 'item' || numberingLevel(above.label) > 0) return null;
  stack.push({ level: 0, row: above });
  return above;
}

function nestUnnumbered(rows: readonly NestedRow[], i: number, row: NestedRow, stack: Stack): number {
  if (stack[0]?.level === 0) stack.length = 0;
  const above = rows[i - 1];
  if (row.role === 'memo') {
    row.parent = memoParent(above);
    return 1;
  }
  if (above && above.role === 'memo' && above.parent !== null && numberingLevel(above.label) === 0) {
    row.parent = above.parent;
    row.role = 'memo';
    return 1;
  }
  const children = above ? weakChildren(above, rows.slice(i)) : [];
  if (above && children.length > 0) {
    for (const child of children) child.parent = above.index;
    return children.length;
  }
  if (CARRYOVER.test(compact(row.label))) stack.length = 0;
  return 1;
}

/** 其中 is part of the row above it, however the other rows are nested. */
export function nestMemos(rows: readonly NestedRow[]): void {
  for (const [i, row] of rows.entries()) if (row.role === 'memo' && row.parent === null) row.parent = memoParent(rows[i - 1]);
}

function memoParent(above: NestedRow | undefined): number | null {
  if (!above) return null;
  return above.role === 'memo' ? above.parent : above.index;
}

/**
 * Unnumbered rows right below another that are parts of it: funds below a carryover line, or rows that add up to it. Rows without
 * numbering are otherwise equals of the row above.
 */
function weakChildren(above: NestedRow, following: readonly NestedRow[]): readonly NestedRow[] {
  if (above.role === 'total' || above.role === 'subtotal') return [];
  const plain = leading(following, (row) => row.role === 'item' && numberingLevel(row.label) === 0 && !APART.test(compact(row.label)));
  const funds = leading(plain, (row) => FUND.test(compact(row.label)));
  if (funds.length > 0 && CARRYOVER.test(compact(above.label))) return funds;
  return isTelling(above) && addsUp(above, plain) ? plain : [];
}

function leading(rows: readonly NestedRow[], fits: (row: NestedRow) => boolean): readonly NestedRow[] {
  const end = rows.findIndex((row) => !fits(row));
  return end < 0 ? rows : rows.slice(0, end);
}

/** Small round amounts add up by chance; numbering, an organisation's name or enough digits speak for a real sum. */
function isTelling(total: NestedRow): boolean {
  if (numberingLevel(total.label) > 0 || isOrganisation(total.label)) return true;
  return significantDigits(total.cells[0]?.value ?? null) >= TELLING_DIGITS;
}

function addsUp(total: NestedRow, members: readonly NestedRow[]): boolean {
  const amount = amountOf(total);
  if (amount === null || members.length < 2 || members.every((row) => amountOf(row) === null)) return false;
  return sumOfRows(members) === amount;
}

/**
 * Rows one level down without a numbering of that level: the numbering starts over below a row (二、上年结转 → 一、一般公共预算拨款),
 * or the panel opens with its 本年支出. They must add up to that row.
 */
export function nestRestarted(rows: readonly NestedRow[]): void {
  const tops = rows.filter((row) => row.parent === null);
  for (let i = 1; i < tops.length; i++) {
    const above = at(tops, i - 1);
    const opens = startsOver(above, at(tops, i)) || (i === 1 && CURRENT_YEAR.test(compact(above.label)));
    const members = opens ? numberedRun(tops.slice(i)) : [];
    if (!isNearlySum(above, members)) continue;
    above.role = 'item';
    for (const member of members) member.parent = above.index;
    i += members.length;
  }
}

function startsOver(above: NestedRow, row: NestedRow): boolean {
  const level = numberingLevel(row.label);
  if (level === 0 || numberingOrdinal(row.label) !== 1) return false;
  return numberingLevel(above.label) === level || CARRYOVER.test(compact(above.label));
}

/** The first row and those that go on counting on its level. */
function numberedRun(rows: readonly NestedRow[]): NestedRow[] {
  const run: NestedRow[] = [];
  const level = numberingLevel(at(rows, 0).label);
  let last = 0;
  for (const row of rows) {
    const ordinal = numberingOrdinal(row.label);
    const counts = numberingLevel(row.label) === level && (level === 0 || ordinal > last);
    if (row.role !== 'item' || !counts || CARRYOVER.test(compact(row.label))) break;
    run.push(row);
    last = ordinal;
  }
  return run;
}

function isNearlySum(total: NestedRow, members: readonly NestedRow[]): boolean {
  const amount = amountOf(total);
  const sum = sumOfRows(members);
  return amount !== null && sum !== 0n && isNearly(amount, sum, members.length);
}
