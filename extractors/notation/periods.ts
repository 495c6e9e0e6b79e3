import { COMPARED_WITH_YEAR, LAST_YEAR, YEAR_ALONE, YEARS_IN_HEADER } from '../../schemas/lexicon/writing/years.ts';
import type { Column } from '../../schemas/table.ts';
import { compact } from './text.ts';

/** The year that a header names; null where it names none. 2026年预算数比2025年执行数 speaks of 2026. */
export function namedPeriod(path: readonly string[]): number | null {
  const years = path.join(' ').replace(COMPARED_WITH_YEAR, '').match(YEARS_IN_HEADER);
  return years ? Number(years.at(-1)) : null;
}

/** Does a header cell or row label say that its amounts are those of the year before the document's? */
export function isLastYear(text: string): boolean {
  return LAST_YEAR.test(compact(text));
}

/** A column that names no year speaks of the document's, one of 上年 of the year before. */
export function withPeriods<C extends Pick<Column, 'path' | 'period'>>(columns: readonly C[], year: number | null): C[] {
  return columns.map((column) =>
    column.period !== null || year === null ? column : { ...column, period: column.path.some(isLastYear) ? year - 1 : year },
  );
}

/** The year of a row that is called by it (2025年 below the name of a unit); null for all others. */
export function periodOfRow(label: string, year: number | null): number | null {
  const text = compact(label);
  const named = YEAR_ALONE.exec(text)?.[1];
  if (named) return Number(named);
  return year !== null && isLastYear(text) ? year - 1 : null;
}
