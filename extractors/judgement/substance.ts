import type { Finding } from '../../schemas/diagnostic.ts';
import type { Verdict } from './evaluate.ts';

/** What of a disclosure was found: its tables, only prose that announces them and states amounts, or nothing of the kind. */
export type Substance = 'tables' | 'prose' | 'nothing';

/** Tables of a known kind make a disclosure; so does prose that announces such tables and states amounts. */
export function substanceOf({ tables, expected, statements }: Verdict): Substance {
  if (tables.some((table) => table.kind !== 'other')) return 'tables';
  return expected.length > 0 && statements.length > 0 ? 'prose' : 'nothing';
}

/** What is to be said of a disclosure as a whole. */
export function substanceFindings(substance: Exclude<Substance, 'nothing'>, { expected }: Verdict, year: number | null): Finding[] {
  if (substance === 'prose') return [{ ruleId: 'document/tables-elsewhere', actual: `0/${expected.length}` }];
  return year === null ? [{ ruleId: 'document/year-unknown' }] : [];
}
