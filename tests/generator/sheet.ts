import { subjectByCode } from '../../extractors/notation/subjects.ts';
import type { Entry } from './facts.ts';
import { sum } from './facts.ts';

export type Digits = (hundredths: bigint) => string;
export type SideName = '收入' | '支出';

/** A row as truth has it. `values` are decimals without separators, as many decimals as are printed; null is an empty cell. */
export interface Row {
  code: string | null;
  label: string;
  path: string[];
  side: SideName | null;
  values: (string | null)[];
  /** What the key columns print, one text a column; derived from code and label when absent. */
  keys?: string[];
  /** 行次 of two-sided final accounts. */
  lineNo?: string;
  panel?: string;
}

/** A table before it is printed in a dialect. */
export interface Sheet {
  number: string | null;
  title: string;
  unit: string | null;
  shape: 'coded' | 'two-sided' | 'panels' | 'projects' | 'units' | 'three-public' | 'text-form' | 'other';
  /** Headers of the key columns, left of the value columns. */
  keys: string[][];
  /** Header paths of the value columns; for two-sided tables those of each side. */
  columns: string[][] | Record<SideName, string[][]>;
  rows: Row[];
  notes: string[];
  /** Indices of value columns that hold text. */
  text?: number[];
}

export type Column = (entry: Entry) => boolean;

export function cells(entries: readonly Entry[], columns: readonly Column[], digits: Digits): (string | null)[] {
  return columns.map((column) => {
    const total = sum(entries, column);
    return total === 0n ? null : digits(total);
  });
}

function nameOf(code: string): string {
  const subject = subjectByCode(code);
  if (!subject) throw new Error(`no subject ${code} in the classification`);
  return subject.name;
}

function levels(code: string): string[] {
  return [3, 5, 7].filter((digits) => digits <= code.length).map((digits) => code.slice(0, digits));
}

/** One row per subject on the way to each entry, in order of code; rows without any value are left out. */
export function subjectRows(
  entries: readonly Entry[],
  codeOf: (entry: Entry) => string,
  columns: readonly Column[],
  digits: Digits,
): Row[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const code of levels(codeOf(entry))) {
      const group = groups.get(code);
      if (group) group.push(entry);
      else groups.set(code, [entry]);
    }
  }
  return [...groups.keys()]
    .sort()
    .map((code) => ({
      code,
      label: nameOf(code),
      path: levels(code).slice(0, -1).map(nameOf),
      side: null,
      values: cells(groups.get(code)!, columns, digits),
    }))
    .filter((row) => row.values.some((value) => value !== null));
}

export function totalRow(label: string, values: (string | null)[], keys?: string[]): Row {
  return { code: null, label, path: [], side: null, values, ...(keys ? { keys } : {}) };
}

/** `['合计', '基本支出 > 小计']` → header paths. */
export function paths(...texts: string[]): string[][] {
  return texts.map((text) => text.split(' > '));
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

export function chineseNumber(n: number): string {
  if (n <= 10) return DIGITS[n]!;
  if (n < 20) return `十${DIGITS[n - 10]}`;
  return `${DIGITS[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : DIGITS[n % 10]}`;
}

export function columnsOf(sheet: Sheet, side: SideName | null): string[][] {
  return Array.isArray(sheet.columns) ? sheet.columns : sheet.columns[side ?? '收入'];
}

/** The header rows of a table, a text where a cell starts and '' where it goes on. */
export function headerRows(keys: readonly string[][], columns: readonly string[][]): string[][] {
  const all = [...keys, ...columns];
  const depth = Math.max(...all.map((path) => path.length));
  return Array.from({ length: depth }, (_, row) =>
    all.map((path, i) => {
      const cell = path[row] ?? '';
      const left = all[i - 1];
      const continues = i > 0 && i !== keys.length && path.slice(0, row + 1).join('>') === left?.slice(0, row + 1).join('>');
      return continues ? '' : cell;
    }),
  );
}

export function keyCells(sheet: Sheet, row: Row): string[] {
  if (row.keys) return row.keys;
  const count = sheet.keys.length;
  if (count === 0) return [];
  return count === 1 ? [row.label] : [row.code ?? '', row.label, ...Array<string>(count - 2).fill('')];
}
