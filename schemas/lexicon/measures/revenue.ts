import type { StandardMeasure } from './measure.ts';

type Fund = StandardMeasure['select']['fund'][number];
type More = Partial<Omit<StandardMeasure, 'id' | 'zh' | 'en'>>;

const SUMMARIES = ['revenueExpenditureSummary', 'revenueSummary', 'revenueByUnit', 'fiscalAppropriationSummary'];

/** This year's money of a fund. */
const ofFund = (id: string, zh: string, en: string, fund: Fund, more: More = {}): StandardMeasure => ({
  id,
  zh,
  en,
  wide: true,
  select: { flow: 'revenue', fund: [fund], vintage: ['currentYear'] },
  tables: SUMMARIES,
  within: 'currentYearRevenue',
  ...more,
});

/** A revenue that is part of 单位资金. */
const ofUnit = (id: string, zh: string, en: string, more: More = {}): StandardMeasure => ({
  ...ofFund(id, zh, en, 'unitFunds'),
  wide: false,
  select: { flow: 'revenue', fund: ['unitFunds'], vintage: ['currentYear'], item: [id] },
  ...more,
});

/** 财预〔2016〕143号: 收支总表, 收入总表, 财政拨款收支总表. */
export const REVENUE: readonly StandardMeasure[] = [
  ofFund('totalRevenue', '收入总计', 'revenue with what was carried over', 'all', {
    select: { flow: 'revenue', fund: ['all'], vintage: ['all'] },
    said: ['totalRevenue'],
    within: null,
  }),
  ofFund('currentYearRevenue', '本年收入', 'revenue of the year', 'all', { said: ['currentYearRevenue'], within: 'totalRevenue' }),
  ofFund('fiscalAppropriationRevenue', '财政拨款收入', 'fiscal appropriation received', 'fiscalAppropriation', {
    sums: [{ of: ['generalPublicBudgetRevenue', 'governmentFundRevenue', 'stateCapitalRevenue'] }],
  }),
  ofFund('generalPublicBudgetRevenue', '一般公共预算收入', 'received from the general public budget', 'generalPublicBudget', {
    within: 'fiscalAppropriationRevenue',
  }),
  ofFund('governmentFundRevenue', '政府性基金收入', 'received from government funds', 'governmentFund', {
    none: '政府性基金(?!.{0,4}支出)',
    declaredBy: ['governmentFundBudget'],
    within: 'fiscalAppropriationRevenue',
  }),
  ofFund('stateCapitalRevenue', '国有资本经营收入', 'received from the state capital operating budget', 'stateCapital', {
    none: '国有资本经营(?!.{0,4}支出)',
    declaredBy: ['stateCapitalBudget'],
    within: 'fiscalAppropriationRevenue',
  }),
  ofFund('specialAccountRevenue', '财政专户收入', 'received from the special fiscal account', 'specialAccount', {
    select: { flow: 'revenue', fund: ['specialAccount'], vintage: ['currentYear'], item: [null, 'educationFees', 'serviceRevenue'] },
  }),
  ofUnit('serviceRevenue', '事业收入', 'service revenue of institutions', { wide: true, said: ['revenue.serviceRevenue'] }),
  ofUnit('otherUnitRevenue', '其他单位资金收入', "the unit's own funds other than service revenue", {
    wide: true,
    sums: [
      { of: ['unitRevenue', '-serviceRevenue'], all: true },
      { of: ['operatingRevenue', 'superiorSubsidy', 'subordinateRemittance', 'otherRevenue'] },
      { of: ['unitRevenue', '-serviceRevenue'] },
    ],
  }),
  ofFund('unitRevenue', '单位资金收入', "the unit's own funds", 'unitFunds', { wide: false }),
  ofUnit('operatingRevenue', '事业单位经营收入', 'business revenue of institutions', { said: ['revenue.operatingRevenue'] }),
  ofUnit('superiorSubsidy', '上级补助收入', 'subsidies from superiors', { said: ['revenue.superiorSubsidy'] }),
  ofUnit('subordinateRemittance', '附属单位上缴收入', 'remittances from subordinate units', { said: ['revenue.subordinateRemittance'] }),
  ofUnit('otherRevenue', '其他收入', 'other revenue', { said: ['revenue.otherRevenue'] }),
  ofFund('carryoverIn', '上年结转结余', 'carried over from last year', 'all', {
    select: { flow: 'revenue', fund: ['all'], vintage: ['carriedOver'] },
    said: ['carryoverIn'],
    within: 'totalRevenue',
  }),
];
