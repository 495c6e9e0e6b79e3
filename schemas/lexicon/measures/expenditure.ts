import type { Selection, StandardMeasure } from './measure.ts';

type Component = NonNullable<Selection['component']>[number];
type More = Partial<Omit<StandardMeasure, 'id' | 'zh' | 'en'>>;

const SUMMARIES = ['expenditureSummary', 'revenueExpenditureSummary', 'expenditureByUnit'];

/** Of all funds, whatever year the money is of. */
const ofAll = (id: string, zh: string, en: string, component: Component, more: More = {}): StandardMeasure => ({
  id,
  zh,
  en,
  wide: true,
  select: { flow: 'expenditure', fund: ['all'], component: [component] },
  tables: SUMMARIES,
  within: 'currentYearExpenditure',
  ...more,
});

/** 财预〔2016〕143号: 收支总表, 支出总表. */
export const EXPENDITURE: readonly StandardMeasure[] = [
  ofAll('totalExpenditure', '支出总计', 'expenditure with what is carried forward', 'total', {
    select: { flow: 'expenditure', fund: ['all'], item: ['totalUses'] },
    tables: ['revenueExpenditureSummary'],
    said: ['totalExpenditure'],
    sums: [{ of: ['currentYearExpenditure', 'carryoverOut', 'surplusDistribution'] }],
    within: null,
  }),
  ofAll('currentYearExpenditure', '本年支出', 'expenditure of the year', 'total', {
    tables: ['revenueExpenditureSummary', 'expenditureSummary', 'expenditureByUnit'],
    said: ['currentYearExpenditure'],
    within: 'totalExpenditure',
  }),
  ofAll('carryoverOut', '结转下年', 'carried forward to next year', 'total', {
    select: { flow: 'expenditure', fund: ['all'], vintage: ['carriedForward'] },
    tables: ['revenueExpenditureSummary'],
    said: ['carryoverOut'],
    within: 'totalExpenditure',
  }),
  ofAll('surplusDistribution', '结余分配', 'distribution of surplus', 'total', {
    select: { flow: 'expenditure', fund: ['all'], item: ['surplusDistribution'] },
    tables: ['revenueExpenditureSummary'],
    within: 'totalExpenditure',
  }),
  ofAll('basicExpenditure', '基本支出', 'basic expenditure', 'basic', {
    said: ['expenditure.basicExpenditure'],
    sums: [{ of: ['personnelExpenses', 'publicExpenses'], all: true }],
  }),
  ofAll('personnelExpenses', '人员经费', 'personnel expenses', 'personnel', { within: 'basicExpenditure' }),
  ofAll('publicExpenses', '公用经费', 'operating expenses', 'public', { within: 'basicExpenditure' }),
  ofAll('projectExpenditure', '项目支出', 'project expenditure', 'project', { said: ['expenditure.projectExpenditure'] }),
  ofAll('businessExpenditure', '经营支出', 'business expenditure of institutions', 'business', {
    said: ['expenditure.operatingExpenditure'],
  }),
  ofAll('transfersOfUnits', '上缴上级及对附属单位补助', 'remittances to superiors and subsidies to subordinate units', 'other', {
    select: { flow: 'expenditure', fund: ['all'], item: ['transfersOfUnits'] },
    sums: [{ of: ['remittanceToSuperior', 'subordinateSubsidy'] }],
  }),
  ofAll('remittanceToSuperior', '上缴上级支出', 'remittances to superiors', 'remittance', {
    wide: false,
    said: ['expenditure.remittanceToSuperior'],
    within: 'transfersOfUnits',
  }),
  ofAll('subordinateSubsidy', '对附属单位补助支出', 'subsidies to subordinate units', 'subsidy', {
    wide: false,
    said: ['expenditure.subordinateSubsidy'],
    within: 'transfersOfUnits',
  }),
];
