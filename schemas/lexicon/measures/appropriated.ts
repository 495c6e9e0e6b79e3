import type { Selection, StandardMeasure } from './measure.ts';

type More = Partial<Omit<StandardMeasure, 'id' | 'zh' | 'en'>>;

const GENERAL_BUDGET = [
  'generalPublicBudgetExpenditure',
  'basicExpenditure',
  'fiscalAppropriationSummary',
  'fiscalAppropriationExpenditure',
  'expenditureSummary',
];

const BASIC_FIRST = ['basicExpenditure', ...GENERAL_BUDGET.filter((kind) => kind !== 'basicExpenditure')];

/** Some documents print these of this year's money alone, some with what was carried over, some both: the first goes with its parts. */
const spent = (id: string, zh: string, en: string, select: Omit<Selection, 'flow'>, more: More = {}): StandardMeasure => ({
  id,
  zh,
  en,
  wide: true,
  select: { flow: 'expenditure', vintage: ['currentYear', 'all'], ...select },
  tables: GENERAL_BUDGET,
  within: 'generalPublicBudgetExpenditure',
  ...more,
});

const GENERAL = { fund: ['generalPublicBudget'] } as const;

/**
 * The economic 类 of 财预〔2016〕143号's table of basic expenditure. Documents without that table print them of other money; the
 * columns `fund` and `component` tell of which.
 */
const ofCategory = (id: string, zh: string, en: string, code: string, more: More = {}): StandardMeasure =>
  spent(
    id,
    zh,
    en,
    {
      fund: ['generalPublicBudget', 'fiscalAppropriation', 'all'],
      component: ['basic', 'personnel', 'public', 'total'],
      departmentEconomicCode: code,
    },
    {
      tables: ['basicExpenditure', 'generalPublicBudgetExpenditure', 'departmentEconomicClassification', 'revenueExpenditureSummary'],
      within: 'generalPublicBudgetBasic',
      ...more,
    },
  );

export const APPROPRIATED: readonly StandardMeasure[] = [
  spent(
    'generalPublicBudgetExpenditure',
    '一般公共预算支出',
    'expenditure from the general public budget',
    { ...GENERAL },
    {
      said: ['generalPublicBudget.currentYearExpenditure'],
      within: 'currentYearExpenditure',
    },
  ),
  spent(
    'generalPublicBudgetBasic',
    '一般公共预算基本支出',
    'basic expenditure from the general public budget',
    {
      ...GENERAL,
      component: ['basic'],
    },
    {
      said: ['generalPublicBudget.basicExpenditure'],
      sums: [{ of: ['generalPublicBudgetPersonnel', 'generalPublicBudgetPublic'], all: true }],
    },
  ),
  spent(
    'generalPublicBudgetPersonnel',
    '一般公共预算人员经费',
    'personnel expenses from the general public budget',
    {
      ...GENERAL,
      component: ['personnel'],
    },
    {
      tables: BASIC_FIRST,
      said: ['generalPublicBudget.personnelExpenses'],
      within: 'generalPublicBudgetBasic',
    },
  ),
  spent(
    'generalPublicBudgetPublic',
    '一般公共预算公用经费',
    'operating expenses from the general public budget',
    {
      ...GENERAL,
      component: ['public'],
    },
    {
      tables: BASIC_FIRST,
      said: ['generalPublicBudget.operatingExpenses'],
      within: 'generalPublicBudgetBasic',
    },
  ),
  spent(
    'generalPublicBudgetProject',
    '一般公共预算项目支出',
    'project expenditure from the general public budget',
    {
      ...GENERAL,
      component: ['project'],
    },
    { said: ['generalPublicBudget.projectExpenditure'] },
  ),
  spent(
    'governmentFundExpenditure',
    '政府性基金支出',
    'expenditure from government funds',
    { fund: ['governmentFund'] },
    {
      tables: ['governmentFundBudget', 'fiscalAppropriationSummary'],
      said: ['governmentFundBudget.currentYearExpenditure'],
      none: '政府性基金(?!.{0,6}收入)',
      declaredBy: ['governmentFundBudget'],
      within: 'currentYearExpenditure',
    },
  ),
  spent(
    'stateCapitalExpenditure',
    '国有资本经营支出',
    'expenditure from the state capital operating budget',
    {
      fund: ['stateCapital'],
    },
    {
      tables: ['stateCapitalBudget', 'fiscalAppropriationSummary'],
      said: ['stateCapitalBudget.currentYearExpenditure'],
      none: '国有资本经营(?!.{0,6}收入)',
      declaredBy: ['stateCapitalBudget'],
      within: 'currentYearExpenditure',
    },
  ),
  spent(
    'debtExpenditure',
    '债务支出',
    'expenditure from debt',
    {
      fund: ['all', 'fiscalAppropriation', 'generalPublicBudget', null],
      memo: 'debt',
    },
    {
      tables: ['debtExpenditure'],
      said: ['debtExpenditure'],
      none: '债务支出',
      declaredBy: ['debtExpenditure'],
      within: 'currentYearExpenditure',
    },
  ),
  ofCategory('wagesAndWelfare', '工资福利支出', 'wages and welfare (301)', '301'),
  ofCategory('goodsAndServices', '商品和服务支出', 'goods and services (302)', '302'),
  ofCategory('individualsAndFamilies', '对个人和家庭的补助', 'subsidies to individuals and families (303)', '303'),
  {
    ...ofCategory('capitalExpenditure', '资本性支出', 'capital expenditure (309 and 310)', ''),
    select: { flow: 'expenditure', fund: ['generalPublicBudget'], item: ['capitalExpenditure'] },
    sums: [{ of: ['capitalConstruction', 'otherCapitalExpenditure'] }],
  },
  ofCategory('capitalConstruction', '资本性支出（基本建设）', 'capital expenditure on construction (309)', '309', {
    wide: false,
    within: 'capitalExpenditure',
  }),
  ofCategory('otherCapitalExpenditure', '资本性支出（不含基本建设）', 'other capital expenditure (310)', '310', {
    wide: false,
    within: 'capitalExpenditure',
  }),
];
