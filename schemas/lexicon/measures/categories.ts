import type { Selection, StandardMeasure } from './measure.ts';

type Fund = 'all' | 'generalPublicBudget' | 'governmentFund' | 'stateCapital';

/** Whose money, and the tables that print its 类. */
const TABLES: Readonly<Record<Fund, readonly string[]>> = {
  all: ['expenditureSummary', 'revenueExpenditureSummary', 'functionalClassification'],
  generalPublicBudget: ['generalPublicBudgetExpenditure', 'fiscalAppropriationSummary'],
  governmentFund: ['governmentFundBudget', 'fiscalAppropriationSummary'],
  stateCapital: ['stateCapitalBudget', 'fiscalAppropriationSummary'],
};

const WITHIN: Readonly<Record<Fund, string>> = {
  all: 'currentYearExpenditure',
  generalPublicBudget: 'generalPublicBudgetExpenditure',
  governmentFund: 'governmentFundExpenditure',
  stateCapital: 'stateCapitalExpenditure',
};

export const CATEGORY_FUNDS = Object.keys(TABLES) as readonly Fund[];

/**
 * What a 类 of the functional classification costs, of one fund: `generalPublicBudget.205` is 教育支出 from the general public budget. The
 * same 类 stands in several budgets (212, 229), so that its fund is part of the name.
 */
export function categoryMeasure(fund: Fund, code: string): StandardMeasure {
  const vintage: Selection['vintage'] = fund === 'all' ? ['all', 'currentYear'] : ['currentYear', 'all'];
  const select: Selection = { flow: 'expenditure', fund: [fund], vintage, functionalCode: code };
  return { id: `${fund}.${code}`, zh: code, en: code, wide: false, select, tables: TABLES[fund], within: WITHIN[fund] };
}
