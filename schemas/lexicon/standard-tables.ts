import type { DisclosureKind } from '../disclosure.ts';

/** A kind of table that every document of a disclosure kind prints, empty where there is nothing to report, and since which year. */
interface StandardTable {
  kind: string;
  since: number;
}

const always = (kind: string): StandardTable => ({ kind, since: 0 });

const COMMON: readonly StandardTable[] = [
  always('revenueExpenditureSummary'),
  always('revenueSummary'),
  always('expenditureSummary'),
  always('fiscalAppropriationSummary'),
  always('generalPublicBudgetExpenditure'),
  always('basicExpenditure'),
  always('threePublicExpenses'),
  always('governmentFundBudget'),
];

/** 地方预决算公开操作规程 (财预〔2016〕143号); 国有资本经营预算 was added to final accounts of 2020 and budgets of 2021. */
const STANDARD_TABLES: Readonly<Record<DisclosureKind, readonly StandardTable[]>> = {
  budget: [...COMMON, { kind: 'stateCapitalBudget', since: 2021 }],
  'final-accounts': [...COMMON, { kind: 'stateCapitalBudget', since: 2020 }],
};

/** Kinds in printed order; none where kind or year is unknown. */
export function standardTableKinds(kind: DisclosureKind | null, year: number | null): string[] {
  if (kind === null || year === null) return [];
  return STANDARD_TABLES[kind].filter(({ since }) => year >= since).map((table) => table.kind);
}
