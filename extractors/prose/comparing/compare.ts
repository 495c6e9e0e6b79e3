/**
 * Quantities of the prose and numbers of tables in; out comes which of them speak of the same and whether they agree; imports
 * schemas, model, notation.
 */

import { EARLIER_BUDGET } from '../../../schemas/lexicon/prose/amounts.ts';
import { PLANNED_COLUMN, PLANNED_END, SAYS_PLANNED, SPENT } from '../../../schemas/lexicon/prose/concepts.ts';
import type { Agreement, SaidQuantity } from '../../model/said.ts';
import { Amount } from '../../notation/decimal.ts';
import { amountInYuan, decimalsOf, unitExponent } from '../../notation/numbers.ts';
import type { ComparableFact } from './comparable.ts';
import { conceptsOfFact } from './printed.ts';
import { conceptOfStatement } from './stated.ts';

/** Of money. `place`: its last printed place. */
interface PrintedAmount {
  yuan: Amount;
  place: Amount;
}

interface Candidate {
  fact: ComparableFact;
  amount: PrintedAmount;
}

const PRINTED = /^-?\d{1,40}(?:\.\d+)?$/;
/** Decimals of 元 that the equations keep; what is printed finer is not compared. */
const FINEST = 6;

/**
 * For each statement the table fact that it restates, if one surely speaks of the same concept, and whether both print the
 * same amount after units are converted, within the last place of the coarser one. Facts are found by subject code and by
 * standard concept, never by their value: a statement about something else is no restatement, though equal by chance.
 * `agrees` is false only where all facts of the concept agree with each other and none with the statement.
 */
export function compareStatements(statements: readonly SaidQuantity[], facts: readonly ComparableFact[]): Agreement[] {
  const index = indexOf(facts);
  return statements.map((statement) => ({ statementId: statement.id, ...restated(statement, index) }));
}

/** Of more facts of one concept than this a statement restates none for sure; a disclosure has some dozens. */
const MOST_FACTS = 1000;

const NOTHING = { factId: null, agrees: null };

function restated(statement: SaidQuantity, index: ReadonlyMap<string, readonly Candidate[]>): Omit<Agreement, 'statementId'> {
  const amount = amountOf(statement.value, statement.unit);
  const concept = amount && conceptOfStatement(statement);
  if (!amount || !concept) return NOTHING;
  const known = concept.keys.reduce((count, key) => count + (index.get(key)?.length ?? 0), 0);
  if (known > MOST_FACTS) return NOTHING;
  const candidates = concept.keys.flatMap((key) => fitting(index.get(key) ?? [], statement));
  const [first] = candidates;
  if (first === undefined) return NOTHING;
  const equal = candidates.find((candidate) => same(amount, candidate.amount));
  if (equal) return { factId: equal.fact.id, agrees: true };
  const undisputed = candidates.every((candidate) => same(candidate.amount, first.amount));
  // What only further keys find is of a like name, and may be of more funds than the statement speaks of.
  const named = index.get(concept.keys[0])?.includes(first) ?? false;
  return concept.sure && named && undisputed ? { factId: first.fact.id, agrees: false } : NOTHING;
}

function indexOf(facts: readonly ComparableFact[]): Map<string, Candidate[]> {
  const index = new Map<string, Candidate[]>();
  for (const fact of facts) {
    const known = ENTRIES.get(fact) ?? entryFor(fact);
    ENTRIES.set(fact, known);
    if (!known.candidate) continue;
    for (const key of known.keys) {
      const candidates = index.get(key);
      if (candidates) candidates.push(known.candidate);
      else index.set(key, [known.candidate]);
    }
  }
  return index;
}

/** Of a fact, under which keys statements find it; no candidate where its amount cannot be compared. */
interface Entry {
  candidate: Candidate | null;
  keys: readonly string[];
}

/** The facts of a table stay the same objects when a person decides about another one. */
const ENTRIES = new WeakMap<ComparableFact, Entry>();

function entryFor(fact: ComparableFact): Entry {
  const keys = conceptsOfFact(fact);
  const amount = keys.length === 0 ? null : amountOf(fact.value, fact.unit);
  return { candidate: amount && { fact, amount }, keys };
}

/** Of the year that the statement speaks of; where a table has both, final amounts rather than budgets. */
function fitting(candidates: readonly Candidate[], statement: SaidQuantity): Candidate[] {
  const { concept, period } = statement;
  const ofYear = candidates.filter(({ fact }) => fact.period === null || period === null || fact.period === period);
  const ofBudget = EARLIER_BUDGET.test(concept) || (saysBudget(statement) && ofYear.some(({ fact }) => isOfFinalAccounts(fact)));
  if (ofBudget) return ofYear.filter(({ fact }) => PLANNED_COLUMN.test(fact.columnPath.join('')));
  const hasFinal = ofYear.some(({ fact }) => SPENT.test(fact.columnPath.join('')));
  if (hasFinal && PLANNED_END.test(concept)) return ofYear.filter(({ fact }) => PLANNED_COLUMN.test(fact.columnPath.join('')));
  const final = ofYear.filter(({ fact }) => SPENT.test(fact.columnPath.join('')));
  return final.length > 0 ? final : ofYear.filter(({ fact }) => !isEarlierBudget(fact));
}

/** 预算为 right before the number; 一般公共预算 and its like name a fund. */
function saysBudget({ quote, raw }: SaidQuantity): boolean {
  const at = quote.lastIndexOf(raw);
  return at > 0 && SAYS_PLANNED.test(quote.slice(0, at).replace(/\s+/g, ''));
}

/** What was spent, not what was planned. */
function isOfFinalAccounts({ columnPath, tableTitle }: ComparableFact): boolean {
  return SPENT.test(tableTitle + columnPath.join(''));
}

/** In final accounts the budget beside a blank final amount is not what was spent. */
function isEarlierBudget({ columnPath, tableTitle }: ComparableFact): boolean {
  const path = columnPath.join('');
  return EARLIER_BUDGET.test(path) || (SPENT.test(tableTitle) && PLANNED_COLUMN.test(path));
}

/** null for anything but money, and for what is printed too fine. */
function amountOf(value: string | null, unit: string | null): PrintedAmount | null {
  const exponent = unitExponent(unit);
  if (value === null || exponent === null || !PRINTED.test(value)) return null;
  const lastPlace = exponent - decimalsOf(value);
  const yuan = lastPlace < -FINEST ? null : amountInYuan(value, unit);
  return yuan && { yuan, place: new Amount(`1e${lastPlace}`) };
}

/** Rounded or cut off to the places of the coarser one. Nothing equals zero but zero, however coarsely it is printed. */
function same(a: PrintedAmount, b: PrintedAmount): boolean {
  if (a.yuan.isZero() || b.yuan.isZero()) return a.yuan.equals(b.yuan);
  const difference = a.yuan.minus(b.yuan).abs();
  return difference.lessThan(a.place) || difference.lessThan(b.place);
}
