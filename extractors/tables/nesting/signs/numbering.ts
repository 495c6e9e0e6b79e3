import { CARRIED, CURRENT_YEAR_SUM, FUND_AT_START, STANDS_APART } from '../../../../schemas/lexicon/tables/rows.ts';
import { at } from '../../../model/at.ts';
import type { NestedRow } from '../../../model/tables.ts';
import { isOrganisation } from '../../../notation/organisations.ts';
import { isPageTotal, numberingLevel, numberingOrdinal } from '../../../notation/roles.ts';
import { compact } from '../../../notation/text.ts';
import { amountOf, isNearly, significantDigits, sumOfRows } from '../amounts/index.ts';
import { TELLING_DIGITS } from '../sums/settings.ts';
import { closeTo, type Stack } from './stack.ts';

/** Rows by the numbering of their labels (一、 → （一） → 1.) and by 其中. */

/** What has been settled of a list of rows, and what is asked of it again and again. */
interface Progress {
  rows: readonly NestedRow[];
  stack: Stack;
  /** By parent, its last row so far. */
  last: Map<number, NestedRow>;
  /** For each row, the sum of the amounts before it, and how many there are. */
  sums: readonly { amount: bigint; count: number }[];
  /** Where the run of plain rows ends that was looked at last. */
  plainEnd: number;
}

export function nestByNumbering(rows: readonly NestedRow[]): true {
  const progress: Progress = { rows, stack: [], last: new Map(), sums: runningSums(rows), plainEnd: 0 };
  let done = 0;
  while (done < rows.length) {
    const end = done + nestRow(progress, done);
    for (; done < end; done++) {
      const row = at(rows, done);
      if (row.parent !== null) progress.last.set(row.parent, row);
    }
  }
  return true;
}

function runningSums(rows: readonly NestedRow[]): { amount: bigint; count: number }[] {
  let before = { amount: 0n, count: 0 };
  const sums = [before];
  for (const row of rows) {
    const amount = amountOf(row);
    if (amount !== null) before = { amount: before.amount + amount, count: before.count + 1 };
    sums.push(before);
  }
  return sums;
}

/** Settles row i, and with it those that turn out to stand beside it below the row above. Gives how many rows that were. */
function nestRow(progress: Progress, i: number): number {
  const { rows, stack, last } = progress;
  const row = at(rows, i);
  if (row.role === 'total' || row.role === 'subtotal') {
    stack.length = 0;
    return 1;
  }
  const level = numberingLevel(row.label);
  if (level === 0) return nestUnnumbered(progress, i, row);
  const parent = closeTo(stack, level) ?? openList(row, rows[i - 1], stack);
  row.parent = parent?.index ?? null;
  // What follows an 其中 line below the same parent goes on with its list.
  if (parent && last.get(parent.index)?.role === 'memo') row.role = 'memo';
  stack.push({ level, row });
  return 1;
}

/** 其中：（一） opens a list below a row without numbering. */
function openList(row: NestedRow, above: NestedRow | undefined, stack: Stack): NestedRow | null {
  if (row.role !== 'memo' || above?.role !== 'item' || numberingLevel(above.label) > 0) return null;
  stack.push({ level: 0, row: above });
  return above;
}

function nestUnnumbered(progress: Progress, i: number, row: NestedRow): number {
  const { rows, stack } = progress;
  if (stack[0]?.level === 0) stack.length = 0;
  const above = rows[i - 1];
  if (row.role === 'memo') {
    row.parent = memoParent(row, above);
    return 1;
  }
  if (above && above.role === 'memo' && above.parent !== null && numberingLevel(above.label) === 0) {
    row.parent = above.parent;
    row.role = 'memo';
    return 1;
  }
  const children = above ? weakChildren(progress, above, i) : [];
  if (above && children.length > 0) {
    for (const child of children) child.parent = above.index;
    return children.length;
  }
  if (CARRIED.test(compact(row.label))) stack.length = 0;
  return 1;
}

/** 其中 is part of the row above it, however the other rows are nested. */
export function nestMemos(rows: readonly NestedRow[]): void {
  for (const [i, row] of rows.entries()) if (row.role === 'memo' && row.parent === null) row.parent = memoParent(row, rows[i - 1]);
}

function memoParent(row: NestedRow, above: NestedRow | undefined): number | null {
  if (!above || isPageTotal(row.label)) return null;
  return above.role === 'memo' ? above.parent : above.index;
}

/**
 * Unnumbered rows right below another that are parts of it: funds below a carryover line, or rows that add up to it. Rows without
 * numbering are otherwise equals of the row above.
 */
function weakChildren(progress: Progress, above: NestedRow, from: number): readonly NestedRow[] {
  if (above.role === 'total' || above.role === 'subtotal') return [];
  const { rows } = progress;
  if (progress.plainEnd <= from) progress.plainEnd = endOfRun(rows, from, rows.length, isPlain);
  const end = progress.plainEnd;
  const endOfFunds = CARRIED.test(compact(above.label)) ? endOfRun(rows, from, end, isFund) : from;
  if (endOfFunds > from) return rows.slice(from, endOfFunds);
  return isTelling(above) && addsUp(progress, above, from, end) ? rows.slice(from, end) : [];
}

const isPlain = (row: NestedRow): boolean =>
  row.role === 'item' && numberingLevel(row.label) === 0 && !STANDS_APART.test(compact(row.label));

const isFund = (row: NestedRow): boolean => FUND_AT_START.test(compact(row.label));

function endOfRun(rows: readonly NestedRow[], from: number, to: number, fits: (row: NestedRow) => boolean): number {
  let end = from;
  while (end < to && fits(at(rows, end))) end++;
  return end;
}

/** Small round amounts add up by chance; numbering, an organisation's name or enough digits speak for a real sum. */
function isTelling(total: NestedRow): boolean {
  if (numberingLevel(total.label) > 0 || isOrganisation(total.label)) return true;
  return significantDigits(total.cells[0]?.value ?? null) >= TELLING_DIGITS;
}

/** The rows from one to another (exclusive). */
function addsUp({ sums }: Progress, total: NestedRow, from: number, end: number): boolean {
  const amount = amountOf(total);
  const [before, after] = [at(sums, from), at(sums, end)];
  if (amount === null || end - from < 2 || after.count === before.count) return false;
  return after.amount - before.amount === amount;
}

/**
 * Rows one level down without a numbering of that level: the numbering starts over below a row (二、上年结转 → 一、一般公共预算拨款),
 * or the panel opens with its 本年支出. They must add up to that row.
 */
export function nestRestarted(rows: readonly NestedRow[]): true {
  const tops = rows.filter((row) => row.parent === null);
  for (let i = 1; i < tops.length; i++) {
    const above = at(tops, i - 1);
    const opens = startsOver(above, at(tops, i)) || (i === 1 && CURRENT_YEAR_SUM.test(compact(above.label)));
    const members = opens ? numberedRun(tops, i) : [];
    if (!isNearlySum(above, members)) continue;
    above.role = 'item';
    for (const member of members) member.parent = above.index;
    i += members.length;
  }
  return true;
}

function startsOver(above: NestedRow, row: NestedRow): boolean {
  const level = numberingLevel(row.label);
  if (level === 0 || numberingOrdinal(row.label) !== 1) return false;
  return numberingLevel(above.label) === level || CARRIED.test(compact(above.label));
}

/** A row and those that go on counting on its level. */
function numberedRun(rows: readonly NestedRow[], from: number): NestedRow[] {
  const run: NestedRow[] = [];
  const level = numberingLevel(at(rows, from).label);
  let last = 0;
  for (let i = from; i < rows.length; i++) {
    const row = at(rows, i);
    const ordinal = numberingOrdinal(row.label);
    const counts = numberingLevel(row.label) === level && (level === 0 || ordinal > last);
    if (row.role !== 'item' || !counts || CARRIED.test(compact(row.label))) break;
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
