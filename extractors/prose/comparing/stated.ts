import type { Statement } from '../../../schemas/disclosure.ts';
import { DERIVED } from '../../../schemas/lexicon/prose/changes.ts';
import {
  BASIC_PARTS,
  BEFORE_BASIC_PART,
  BEFORE_EXPENSE,
  BEFORE_REVENUE,
  BEHIND_EXPENSE,
  CARRIED_PART,
  type ConceptKey,
  EXCESS_REVENUE,
  EXPENSE_END,
  EXPENSES,
  FUNDS,
  LAST_YEAR_OF,
  PART_MARK,
  PART_OF_APPROPRIATION,
  PROSE_CONCEPTS,
  REVENUE_END,
} from '../../../schemas/lexicon/prose/concepts.ts';

/**
 * What prose and tables share: an amount that every document has, or one of a subject: `subject.2080505` functional or economic,
 * `named.204` that a table names without its code, `fiscalAppropriation.204` and `basicExpenditure.301` of a part of the accounts.
 */
export type SharedKey = ConceptKey | `${'subject' | 'named' | 'fiscalAppropriation' | 'basicExpenditure'}.${string}`;

export interface SharedConcept {
  /** The first is what is meant; the others are of a like name. */
  keys: readonly [SharedKey, ...SharedKey[]];
  /** The prose can only mean this: a different value then is a contradiction. */
  sure: boolean;
}

type Spoken = Pick<Statement, 'concept' | 'subjectCode'>;

const ECONOMIC_CODE = /^[35]\d{2}(?:\d{2})?$/;
const FUNCTIONAL_CODE = /^2\d{2}(?:\d{2}){0,2}$/;

/** The concept of a statement that tables have, too; null where no table can say the same. */
export function conceptOfStatement(statement: Spoken): SharedConcept | null {
  return DERIVED.test(statement.concept) ? null : (namedConcept(statement) ?? economicConcept(statement));
}

/** By economic subject the prose may speak of all expenditure or of the basic one alone. */
function economicConcept({ concept, subjectCode }: Spoken): SharedConcept | null {
  if (subjectCode === null || !ECONOMIC_CODE.test(subjectCode) || concept.includes(PART_MARK)) return null;
  return { keys: [`subject.${subjectCode}`, `basicExpenditure.${subjectCode}`], sure: false };
}

function namedConcept({ concept, subjectCode }: Spoken): SharedConcept | null {
  const name = concept.replace(LAST_YEAR_OF, '');
  if (subjectCode !== null && PART_OF_APPROPRIATION.test(name)) return { keys: [`fiscalAppropriation.${subjectCode}`], sure: false };
  if (subjectCode !== null && FUNCTIONAL_CODE.test(subjectCode))
    return concept.includes(PART_MARK) ? null : { keys: [`subject.${subjectCode}`, `named.${subjectCode}`], sure: true };
  const known = PROSE_CONCEPTS.find(({ pattern }) => pattern.test(name));
  if (known) return { keys: known.keys, sure: known.sure ?? true };
  const carried = CARRIED_PART.exec(name)?.[1];
  if (carried) return carried.includes(EXCESS_REVENUE) ? null : fundConcept('carryoverIn', carried);
  return basicConcept(name) ?? expenseConcept(name) ?? revenueConcept(name);
}

/** The amount of a 类 within the basic expenditure, where the name says so. */
function basicConcept(name: string): SharedConcept | null {
  const part = name.replace(BEFORE_BASIC_PART, '');
  const known = part === name ? undefined : BASIC_PARTS.find(({ pattern }) => pattern.test(part));
  return known ? { keys: [`basicExpenditure.${known.code}`], sure: true } : null;
}

function expenseConcept(name: string): SharedConcept | null {
  const told = name.replace(BEFORE_EXPENSE, '');
  const expense = told.replace(BEHIND_EXPENSE, '');
  if (expense.includes(PART_MARK) || !EXPENSE_END.test(expense)) return null;
  const known = EXPENSES.find(({ pattern }) => pattern.test(expense));
  return known ? { keys: [known.id], sure: (known.sure ?? true) || told !== name } : null;
}

function revenueConcept(name: string): SharedConcept | null {
  const revenue = name.replace(BEFORE_REVENUE, '');
  if (!REVENUE_END.test(revenue) || revenue.includes(PART_MARK) || revenue.includes(EXCESS_REVENUE)) return null;
  return fundConcept('revenue', revenue);
}

function fundConcept(scope: 'revenue' | 'carryoverIn', name: string): SharedConcept | null {
  const fund = FUNDS.find(({ pattern }) => pattern.test(name));
  return fund ? { keys: [`${scope}.${fund.id}`], sure: true } : null;
}
