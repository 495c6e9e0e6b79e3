import type { Selection, StandardMeasure } from './measure.ts';

type More = Partial<Omit<StandardMeasure, 'id' | 'zh' | 'en'>>;

/** The national table is of the general public budget; some print all that the treasury pays for, and some do not say. */
const TREASURY = ['fiscalAppropriation', 'generalPublicBudget', null] as const;
const ANY = ['all', 'fiscalAppropriation', 'generalPublicBudget', null] as const;

const view = (id: string, zh: string, en: string, select: Omit<Selection, 'flow'>, more: More): StandardMeasure => ({
  id,
  zh,
  en,
  wide: true,
  select: { flow: 'expenditure', ...select },
  tables: [],
  within: null,
  ...more,
});

const threePublic = (id: string, zh: string, en: string, more: More = {}): StandardMeasure =>
  view(
    id,
    zh,
    en,
    { fund: TREASURY, memo: 'threePublic', item: [id] },
    {
      tables: ['threePublicExpenses'],
      said: said(id),
      declaredBy: ['threePublicExpenses'],
      within: 'threePublicExpenses',
      ...more,
    },
  );

const EXPENSES = ['overseasTravel', 'officialReception', 'vehiclePurchase', 'vehicleOperation', 'vehicles'] as const;
const said = (id: string): (typeof EXPENSES)[number][] => EXPENSES.filter((expense) => expense === id);

/** Views overlap the components of expenditure: they are parts of it, and never added to it. */
export const VIEWS: readonly StandardMeasure[] = [
  threePublic('threePublicExpenses', '“三公”经费合计', 'overseas travel, vehicles and official reception', {
    select: { flow: 'expenditure', fund: TREASURY, memo: 'threePublic' },
    said: ['threePublicExpenses'],
    none: '“?三公”?经费',
    sums: [
      { of: ['overseasTravel', 'vehicles', 'officialReception'] },
      { of: ['overseasTravel', 'vehiclePurchase', 'vehicleOperation', 'officialReception'] },
    ],
    within: null,
  }),
  threePublic('overseasTravel', '因公出国（境）费', 'overseas travel on duty', { none: '因公出国' }),
  threePublic('officialReception', '公务接待费', 'official reception', { none: '公务接待' }),
  threePublic('vehiclePurchase', '公务用车购置费', 'vehicle purchase', {
    none: '公务用车购置(?![及和与、])|购置公务用车',
    within: 'vehicles',
  }),
  threePublic('vehicleOperation', '公务用车运行费', 'vehicle operation', { within: 'vehicles' }),
  threePublic('vehicles', '公务用车购置及运行费', 'vehicle purchase and operation', {
    wide: false,
    sums: [{ of: ['vehiclePurchase', 'vehicleOperation'] }],
  }),
  view(
    'agencyRunningExpenses',
    '机关运行经费',
    'running costs of administrative bodies',
    { fund: TREASURY, memo: 'agencyRunning' },
    {
      tables: ['operatingAgencyExpenses', 'threePublicExpenses'],
      said: ['agencyOperatingExpenses'],
      none: '机关运行经费',
      declaredBy: ['operatingAgencyExpenses'],
    },
  ),
  view(
    'governmentProcurement',
    '政府采购总额',
    'government procurement',
    { fund: ANY, memo: 'procurement' },
    {
      tables: ['governmentProcurement'],
      said: ['governmentProcurement'],
      none: '政府采购',
      declaredBy: ['governmentProcurement'],
    },
  ),
  view(
    'purchaseOfServices',
    '政府购买服务',
    'services bought by the government',
    { fund: ANY, memo: 'purchaseOfServices' },
    {
      tables: ['governmentPurchaseOfServices'],
      said: ['governmentPurchaseOfServices'],
      none: '政府购买服务',
      declaredBy: ['governmentPurchaseOfServices'],
    },
  ),
  view(
    'meetingExpenses',
    '会议费',
    'meetings',
    { fund: TREASURY, memo: 'conference' },
    {
      wide: false,
      tables: ['threePublicExpenses'],
      said: ['meetingExpenses'],
    },
  ),
  view(
    'trainingExpenses',
    '培训费',
    'training',
    { fund: TREASURY, memo: 'training' },
    {
      wide: false,
      tables: ['threePublicExpenses'],
      said: ['trainingExpenses'],
    },
  ),
];
