import { isKnownName, sameName, subjectByCode } from '../../../notation/subjects.ts';
import { isNearly } from '../amounts/index.ts';
import { type Block, type CodedRow, isOwnDigits } from './rows.ts';

/**
 * What speaks for and against a reading of codes, in digits: an exact sum confirms those of its total. A name that agrees is worth
 * as much as a sum of four digits, one that is another subject's counts against it as much, and one that no subject bears says nothing.
 */
const NAME = 4;
/** The name of a subject under a code that the classification does not know. */
const STRANGE_CODE = -2;
/** A sum that does not hold may have lost a row or a digit. */
const BROKEN = -3;
const OUT_OF_ORDER = -4;
export const UNEXPLAINED = -4;
/** A reading needs as much as one name that agrees. */
export const ENOUGH = NAME;

export function nameEvidence(label: string, code: string): number {
  if (label === '') return 0;
  if (sameName(label, code)) return NAME;
  if (!isKnownName(label)) return 0;
  return subjectByCode(code) ? -NAME : STRANGE_CODE;
}

/** Codes of one level rise from row to row. */
export function orderEvidence(before: string | null, code: string): number {
  return before !== null && before >= code ? OUT_OF_ORDER : 0;
}

/** The parts of a total so far. */
export interface Parts {
  count: number;
  sums: Map<number, bigint>;
}

export const noParts = (): Parts => ({ count: 0, sums: new Map() });

export function addPart(parts: Parts, { amounts }: CodedRow): void {
  parts.count++;
  for (const [column, amount] of amounts) parts.sums.set(column, (parts.sums.get(column) ?? 0n) + amount);
}

/** The total is the sum of its parts, in every column that it has an amount in; nothing where there are no parts or no amounts. */
export function sumEvidence({ amounts, digits }: CodedRow, { count, sums }: Parts): number {
  if (count === 0) return 0;
  for (const [column, amount] of amounts) if (!isNearly(amount, sums.get(column) ?? 0n, count)) return Math.max(BROKEN, -digits);
  return digits;
}

/** `codes`: of the rows below, in their order. */
export function blockEvidence({ head, below }: Block, codes: readonly string[]): number {
  let score = head ? nameEvidence(head.row.label, head.printed) : 0;
  const parts = new Map<CodedRow, Parts>(head ? [[head, noParts()]] : []);
  const byCode = new Map<string, CodedRow>(head ? [[head.printed, head]] : []);
  const last = new Map<string, string>();
  for (const [i, row] of below.entries()) {
    const code = codes[i] ?? row.printed;
    if (isOwnDigits(code)) {
      score += UNEXPLAINED;
      continue;
    }
    const above = code.slice(0, -2);
    score += nameEvidence(row.row.label, code) + orderEvidence(last.get(above) ?? null, code);
    last.set(above, code);
    const parent = byCode.get(above) ?? byCode.get(above.slice(0, -2));
    const own = parent && parts.get(parent);
    if (own) addPart(own, row);
    byCode.set(code, row);
    parts.set(row, noParts());
  }
  for (const [total, own] of parts) score += sumEvidence(total, own);
  return score;
}
