/** Room: statements of the prose and facts of the tables in, which agree out; imports model, notation, schemas. */

import type { Statement } from '../../../schemas/disclosure.ts';
import type { RowRole, Side } from '../../../schemas/table.ts';
import { conceptOfStatement, conceptsOfFact } from './vocabulary.ts';

/** What a comparison has to know of a number of a table. `value` in `unit`, as printed. */
export interface ComparableFact {
  id: string;
  tableKind: string;
  tableTitle: string;
  side: Side | null;
  role: RowRole;
  code: string | null;
  /** Further classifications or units stand beside the code. */
  hasKeys: boolean;
  label: string;
  labelPath: readonly string[];
  columnPath: readonly string[];
  measure: string | null;
  period: number | null;
  unit: string | null;
  value: string | null;
}

export interface Agreement {
  statementId: string;
  factId: string | null;
  agrees: boolean | null;
}

/** An amount of money in millionths of a yuan; `half`: half of its last printed place. */
interface Amount {
  value: bigint;
  half: bigint;
}

interface Candidate {
  fact: ComparableFact;
  amount: Amount;
}

const EXPONENTS: Readonly<Record<string, number>> = { 元: 0, 百元: 2, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 };
const SCALE = 6;
const EARLIER_BUDGET = /年初预算|调整预算|全年预算|预算数/;

/**
 * For each statement the table fact that it restates, if one surely speaks of the same concept, and whether both print the
 * same amount after units are converted, within the last place of the coarser one. Facts are found by subject code and by
 * standard concept, never by their value: a statement about something else is no restatement, though equal by chance.
 * `agrees` is false only where all facts of the concept agree with each other and none with the statement.
 */
export function compareStatements(statements: readonly Statement[], facts: readonly ComparableFact[]): Agreement[] {
  const index = indexOf(facts);
  return statements.map((statement) => {
    const none: Agreement = { statementId: statement.id, factId: null, agrees: null };
    const amount = amountOf(statement.value, statement.unit);
    const concept = amount && conceptOfStatement(statement);
    if (!amount || !concept) return none;
    const candidates = concept.keys.flatMap((key) => fitting(index.get(key) ?? [], statement));
    const first = candidates[0];
    if (first === undefined) return none;
    const equal = candidates.find((candidate) => same(amount, candidate.amount));
    if (equal) return { statementId: statement.id, factId: equal.fact.id, agrees: true };
    const undisputed = candidates.every((candidate) => same(candidate.amount, first.amount));
    // What only further keys find is of a like name, and may be of more funds than the statement speaks of.
    const named = index.get(concept.keys[0]!)?.includes(first) ?? false;
    return concept.sure && named && undisputed ? { statementId: statement.id, factId: first.fact.id, agrees: false } : none;
  });
}

function indexOf(facts: readonly ComparableFact[]): Map<string, Candidate[]> {
  const index = new Map<string, Candidate[]>();
  for (const fact of facts) {
    if (fact.value === null || fact.unit === null) continue;
    const amount = amountOf(fact.value, fact.unit);
    if (!amount) continue;
    for (const key of conceptsOfFact(fact)) {
      const candidates = index.get(key);
      if (candidates) candidates.push({ fact, amount });
      else index.set(key, [{ fact, amount }]);
    }
  }
  return index;
}

/** Of the year that the statement speaks of; where a table has both, final amounts rather than budgets. */
function fitting(candidates: readonly Candidate[], statement: Statement): Candidate[] {
  const { concept, period } = statement;
  const ofYear = candidates.filter(({ fact }) => fact.period === null || period === null || fact.period === period);
  const ofBudget =
    /年初预算|全年预算|调整预算/.test(concept) || (saysBudget(statement) && ofYear.some(({ fact }) => isOfFinalAccounts(fact)));
  if (ofBudget) return ofYear.filter(({ fact }) => EARLIER_BUDGET.test(fact.columnPath.join('')));
  const hasFinal = ofYear.some(({ fact }) => /决算/.test(fact.columnPath.join('')));
  if (hasFinal && /预算数?$/.test(concept)) return ofYear.filter(({ fact }) => EARLIER_BUDGET.test(fact.columnPath.join('')));
  const final = ofYear.filter(({ fact }) => /决算/.test(fact.columnPath.join('')));
  return final.length > 0 ? final : ofYear.filter(({ fact }) => !isEarlierBudget(fact));
}

/** 预算为 right before the number; 一般公共预算 and its like name a fund. */
function saysBudget({ quote, raw }: Statement): boolean {
  const at = quote.lastIndexOf(raw);
  return at > 0 && /(?<!公共|基金|经营)预算(?:数|金额|安排)?(?:为|是|共|约|[:：])?$/.test(quote.slice(0, at).replace(/\s+/g, ''));
}

/** What was spent, not what was planned. */
function isOfFinalAccounts({ columnPath, tableTitle }: ComparableFact): boolean {
  return (tableTitle + columnPath.join('')).includes('决算');
}

/** In final accounts the budget beside a blank final amount is not what was spent. */
function isEarlierBudget({ columnPath, tableTitle }: ComparableFact): boolean {
  const path = columnPath.join('');
  return /年初预算|调整预算/.test(path) || (tableTitle.includes('决算') && EARLIER_BUDGET.test(path));
}

function amountOf(value: string, unit: string): Amount | null {
  const exponent = EXPONENTS[unit];
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (exponent === undefined || !match) return null;
  const decimals = match[3] ?? '';
  const places = SCALE + exponent - decimals.length;
  if (places < 0) return null;
  const last = 10n ** BigInt(places);
  const digits = BigInt((match[2] as string) + decimals) * last;
  return { value: match[1] ? -digits : digits, half: last / 2n };
}

/** Nothing equals zero but zero, however coarsely it is printed. */
function same(a: Amount, b: Amount): boolean {
  if (a.value === 0n || b.value === 0n) return a.value === b.value;
  const difference = a.value > b.value ? a.value - b.value : b.value - a.value;
  return difference <= a.half || difference <= b.half;
}
