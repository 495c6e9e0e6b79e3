import { EXPENDITURE_END } from '../../../schemas/lexicon/prose/amounts.ts';
import {
  type ConceptKey,
  EXPENSES,
  FUNDS,
  PROCUREMENT_COLUMN,
  SIDE_TOTAL,
  THREE_PUBLIC_ROW,
  TOTAL_OF_COLUMNS,
} from '../../../schemas/lexicon/prose/concepts.ts';
import { type MeasureId, measureOf } from '../../../schemas/lexicon/vocabulary.ts';
import { periodOfRow } from '../../notation/periods.ts';
import { subjectCodeByPath } from '../../notation/subjects.ts';
import { compact } from '../../notation/text.ts';
import type { ComparableFact } from './comparable.ts';
import type { SharedKey } from './stated.ts';

/** Columns that hold the whole amount of their row, of whatever it is. */
const WHOLE_MEASURES: ReadonlySet<string> = new Set<MeasureId | 'total'>([
  'total',
  'amount',
  'budgetAmount',
  'finalAmount',
  'currentYearExpenditure',
  'currentYearRevenue',
  'generalPublicBudget',
  'fiscalAppropriation',
]);
const FUND_MEASURES: ReadonlySet<string> = new Set<MeasureId>(['generalPublicBudget', 'governmentFundBudget', 'stateCapitalBudget']);
const EXPENSE_IDS: readonly string[] = EXPENSES.map(({ id }) => id);
/** Rows on the side of revenue, and on that of expenditure, that are no subject. */
const REVENUE_IDS: readonly string[] = [...FUNDS.map(({ id }) => id), 'fiscalAppropriation'];
const EXPENDITURE_IDS: readonly string[] = [
  'basicExpenditure',
  'projectExpenditure',
  'remittanceToSuperior',
  'operatingExpenditure',
  'subordinateSubsidy',
];
/** Rows on either side that are a whole of their own. */
const RECEIVED_WHOLES: readonly string[] = ['carryoverIn', 'currentYearRevenue'];
const SPENT_WHOLES: readonly string[] = ['carryoverOut', 'currentYearExpenditure'];
/** Tables whose codes classify all that their title speaks of. */
const CODED_KINDS: ReadonlySet<string> = new Set([
  'generalPublicBudgetExpenditure',
  'expenditureSummary',
  'fiscalAppropriationExpenditure',
  'functionalClassification',
]);
const CATEGORY = /^2\d\d$/;
/** The two parts of 基本支出. */
const BASIC_IDS: readonly string[] = ['personnelExpenses', 'operatingExpenses'];
/** What the total row of a table of one kind of expenditure says. */
const WHOLE_OF_KIND: Readonly<Record<string, ConceptKey>> = {
  debtExpenditure: 'debtExpenditure',
  governmentProcurement: 'governmentProcurement',
  governmentPurchaseOfServices: 'governmentPurchaseOfServices',
  operatingAgencyExpenses: 'agencyOperatingExpenses',
};

/** The concepts that a fact states, as keys that conceptOfStatement gives too; none for most. */
export function conceptsOfFact(fact: ComparableFact): string[] {
  const { tableKind, role, concept } = fact;
  if (tableKind === 'threePublicExpenses') return expenseOf(fact);
  if (role === 'unit' || role === 'memo') return [];
  const measure = measureOfFact(fact);
  if (tableKind === 'revenueExpenditureSummary') return [...summaryOf(fact, measure), ...namedOf(fact, measure)];
  if (tableKind === 'basicExpenditure') return basicOf(fact, measure);
  if (concept === 'agencyOperatingExpenses' && isWhole(measure)) return ['agencyOperatingExpenses'];
  if (fact.code !== null) return codedOf(fact, fact.code, measure);
  if (tableKind === 'fiscalAppropriationSummary') return fiscalOf(fact, measure);
  if (!isTotalRow(fact)) return [];
  return isProcurementColumn(fact) ? ['governmentProcurement'] : totalOf(fact, measure);
}

const isWhole = (measure: string): boolean => WHOLE_MEASURES.has(measure);

function measureOfFact({ measure, columnPath }: ComparableFact): string {
  return measure ?? measureOf(columnPath) ?? '';
}

function isTotalRow({ role, concept }: ComparableFact): boolean {
  return role === 'total' || concept === 'total';
}

function codedOf({ tableKind, hasKeys }: ComparableFact, code: string, measure: string): string[] {
  // With a second classification beside it the code is that of a part.
  const whole = !/^[35]/.test(code) || !hasKeys;
  return whole && CODED_KINDS.has(tableKind) && isWhole(measure) ? [`subject.${code}`] : [];
}

/** The total row of a table with one side. */
function totalOf(fact: ComparableFact, measure: string): string[] {
  switch (fact.tableKind) {
    case 'revenueSummary':
      return revenueOf(measure);
    case 'expenditureSummary':
      return isWhole(measure)
        ? ['totalExpenditure', ...(measure === 'currentYearExpenditure' ? [measure] : [])]
        : partOf('expenditure', measure);
    case 'generalPublicBudgetExpenditure':
      return spentOf('generalPublicBudget', measure);
    case 'fiscalAppropriationExpenditure':
      return spentOf('fiscalAppropriation', measure);
    case 'governmentFundBudget':
    case 'stateCapitalBudget':
      return spentOf(fact.tableKind, measure);
    default:
      return wholeOf(fact.tableKind, measure);
  }
}

function wholeOf(kind: string, measure: string): SharedKey[] {
  const key = WHOLE_OF_KIND[kind];
  return key !== undefined && isWhole(measure) ? [key] : [];
}

/** 其中：政府采购项目 > 小计 in a table of all expenditure. */
function isProcurementColumn({ columnPath }: ComparableFact): boolean {
  const [group = '', total, ...others] = columnPath.map(compact);
  return others.length === 0 && PROCUREMENT_COLUMN.test(group) && (total === undefined || TOTAL_OF_COLUMNS.test(total));
}

/** 收支总表: both sides, their totals and parts. */
function summaryOf(fact: ComparableFact, measure: string): string[] {
  if (measure !== '' && !isWhole(measure)) return [];
  const { side, concept } = fact;
  const total = sideOfTotal(fact);
  if (total !== null) return [total === 'revenue' ? 'totalRevenue' : 'totalExpenditure'];
  if (concept === null) return [];
  if ((side === 'expenditure' ? SPENT_WHOLES : RECEIVED_WHOLES).includes(concept)) return [concept];
  if (side === 'expenditure') return EXPENDITURE_IDS.includes(concept) ? [`expenditure.${concept}`] : [];
  return REVENUE_IDS.includes(concept) ? [`revenue.${concept}`] : [];
}

/** Of 总计, whose side its words or the table say; null for other rows. */
function sideOfTotal({ side, concept, label }: ComparableFact): ComparableFact['side'] {
  if (concept === 'totalRevenue') return 'revenue';
  if (concept === 'totalExpenditure') return side ?? 'expenditure';
  return concept === 'total' && SIDE_TOTAL.test(compact(label)) ? side : null;
}

/** 四、公共安全支出 on the expenditure side: the subject's amount from all funds, asked after the tables by code. */
function namedOf(fact: ComparableFact, measure: string): string[] {
  if (fact.side === 'revenue' || (measure !== '' && !isWhole(measure))) return [];
  const code = categoryOf(fact);
  return code === null ? [] : [`named.${code}`];
}

/** The code of a 类 by its name. */
function categoryOf({ label }: ComparableFact): string | null {
  const name = compact(label);
  const code = EXPENDITURE_END.test(name) ? subjectCodeByPath([name], null) : null;
  return code !== null && CATEGORY.test(code) ? code : null;
}

function fiscalOf(fact: ComparableFact, measure: string): string[] {
  if (!isWhole(measure) || measure === 'generalPublicBudget') return [];
  const { side, concept } = fact;
  const total = sideOfTotal(fact);
  if (side === 'revenue' && total === side) return ['fiscalAppropriation.currentYearRevenue', 'fiscalAppropriation.total'];
  if (side === 'expenditure' && total === side) return ['fiscalAppropriation.currentYearExpenditure', 'fiscalAppropriation.total'];
  if (side === 'revenue') return concept === 'currentYearRevenue' ? [`fiscalAppropriation.${concept}`] : [];
  if (side === null) return [];
  if (concept === 'currentYearExpenditure') return [`fiscalAppropriation.${concept}`];
  const code = categoryOf(fact);
  return code === null ? [] : [`fiscalAppropriation.${code}`];
}

function revenueOf(measure: string): string[] {
  if (measure === 'total') return ['totalRevenue'];
  const last = lastPart(measure);
  if (measure.split('.').includes('carryoverIn')) return [last === 'carryoverIn' ? last : `carryoverIn.${last}`];
  return [last === 'currentYearRevenue' ? last : `revenue.${last}`];
}

/** The total row of what a fund spends. */
function spentOf(fund: string, measure: string): string[] {
  return isWhole(measure) || measure === fund ? [`${fund}.currentYearExpenditure`] : partOf(fund, measure);
}

/** A column that divides the expenditure. */
function partOf(scope: string, measure: string): string[] {
  const last = measure.replace(/^currentYearExpenditure\./, '');
  return last.includes('.') || last === '' ? [] : [`${scope}.${last}`];
}

/** 基本支出表: the basic expenditure from the general public budget, by economic subject. */
function basicOf(fact: ComparableFact, measure: string): string[] {
  const { code, concept } = fact;
  if (concept !== null && BASIC_IDS.includes(concept)) return [`generalPublicBudget.${concept}`];
  if (code !== null) return /^3\d\d$/.test(code) && isWhole(measure) ? [`basicExpenditure.${code}`] : [];
  if (!isTotalRow(fact)) return [];
  if (isWhole(measure) || measure === 'basicExpenditure') return ['generalPublicBudget.basicExpenditure'];
  const last = measure.replace(/^(?:basicExpenditure|generalPublicBudget)\./, '');
  return BASIC_IDS.includes(last) ? [`generalPublicBudget.${last}`] : [];
}

const lastPart = (measure: string): string => measure.slice(measure.lastIndexOf('.') + 1);

/** “三公” and what stands beside it: an expense a row or a column, or the whole. Which fund pays is no part of what it is. */
function expenseOf(fact: ComparableFact): string[] {
  const { concept, label } = fact;
  if (concept !== null && EXPENSE_IDS.includes(concept)) return [concept];
  if (label !== '' && !isTotalRow(fact) && !THREE_PUBLIC_ROW.test(compact(label)) && periodOfRow(label, null) === null) return [];
  const parts = measureOfFact(fact).split('.');
  if (parts.includes('change')) return [];
  const measure = parts.filter((part) => !FUND_MEASURES.has(part)).join('.');
  const last = lastPart(measure);
  if (EXPENSE_IDS.includes(last)) return [last];
  return measure === '' || last === 'threePublicExpenses' || isWhole(measure) ? ['threePublicExpenses'] : [];
}
