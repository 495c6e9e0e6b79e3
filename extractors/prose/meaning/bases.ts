import {
  type BaseKind,
  COMPARED_WITH,
  LAST_YEAR,
  NAMED_AMOUNTS,
  STARTS_WITH_ADJUSTED,
  STARTS_WITH_INITIAL,
} from '../../../schemas/lexicon/comparisons/bases.ts';

/** What `text`, a sentence up to a number, compares with last; null where it names nothing. `year`: the document's. */
export function baseIn(text: string, year: number | null): BaseKind | null {
  const last = [...text.matchAll(COMPARED_WITH)].at(-1);
  return last ? baseOf(last[1], last[2] ?? '', year) : null;
}

/** 同比 names no year, and means the last one. */
function baseOf(named: string | undefined, behind: string, year: number | null): BaseKind {
  if (named === undefined) return 'lastYear';
  if (STARTS_WITH_INITIAL.test(named)) return 'initialBudget';
  if (STARTS_WITH_ADJUSTED.test(named)) return 'adjustedBudget';
  const years = yearsBack(named, year);
  if (years === null || years > 1) return 'unsaid';
  const known = NAMED_AMOUNTS.find(({ pattern }) => pattern.test(behind));
  if (years === 1) return known?.ofLastYear ?? 'lastYear';
  return known?.ofThisYear ?? 'budget';
}

/** null for a year that cannot be told from the document's. */
function yearsBack(named: string, year: number | null): number | null {
  if (LAST_YEAR.test(named)) return 1;
  const digits = /\d{4}/.exec(named)?.[0];
  if (digits === undefined) return 0;
  return year === null || Number(digits) > year ? null : year - Number(digits);
}
