import { isPartOf } from '../../../schemas/lexicon/coordinates/index.ts';
import { type Accepted, listOf, type TrueColumn, type TrueRow, type TrueTable } from './truth.ts';

/** Names of the truth to those of schemas/lexicon/coordinates, which knows what is part of what. */
const MODEL: Readonly<Record<string, string>> = {
  functional_code: 'functionalCode',
  department_economic_code: 'departmentEconomicCode',
  government_economic_code: 'governmentEconomicCode',
};

/** What a number has where nothing says otherwise. */
const UNSAID: Readonly<Record<string, string>> = { component: 'total', vintage: 'all' };

/**
 * The values of a coordinate that are right for a number: its column's where that says it, else its row's, else its table's; and where an
 * outer one says something narrower, that (the row of 政府性基金 in the column 合计). '' is saying nothing. Null where nobody said any.
 */
export function expectedOf(name: string, table: TrueTable, row: TrueRow, column: TrueColumn): string[] | null {
  const said = [column, row, table].flatMap(({ coordinates }): Accepted[] => {
    const accepted = coordinates[name];
    return accepted === undefined ? [] : [accepted];
  });
  if (said.length === 0) return null;
  const values = new Set<string>();
  let isDecided = false;
  for (const each of said.map(listOf)) {
    const narrower = [...values].flatMap((value) => each.filter((inner) => inner !== '' && isPartOf(MODEL[name] ?? name, inner, value)));
    for (const value of isDecided ? narrower : each) values.add(value);
    isDecided ||= !each.includes('');
  }
  const unsaid = UNSAID[name];
  if (values.has('') && unsaid !== undefined) values.add(unsaid);
  return [...values];
}
