import type { Diagnostic } from '../../../schemas/diagnostic.ts';
import { ruleOf } from '../../../schemas/rules/index.ts';
import type { Table } from '../../../schemas/table.ts';
import { groupBy } from '../../model/add-all.ts';
import { at } from '../../model/at.ts';
import type { ReviewEntry } from './draft.ts';
import { MAX_ALTERNATIVES, PROBABILITY } from './settings.ts';

/** Findings that no cell carries: what they speak of is not in the data, so only the queue can tell a person. */
const QUEUED: ReadonlySet<string> = new Set([
  'document/tables-elsewhere',
  'pdf/hidden-amounts',
  'markup/hidden-amounts',
  'table/cut',
  'table/columns-spilled',
  'header/unreadable',
  'column/missing',
  'column/part-missing',
  'column/total-missing',
  'row/total-missing',
  'form/row-unread',
  'row/misaligned',
  'subject/level-missing',
  'subject/name-of-another',
  'code/ambiguous',
  'code/unread',
  'review/does-not-fit',
]);

export function reviewOfFindings(findings: readonly Diagnostic[], tables: readonly Table[]): ReviewEntry[] {
  const groups = groupBy(findings, ({ ruleId, tableIndex }) => (QUEUED.has(ruleId) ? `${ruleId}|${tableIndex}` : null));
  const titles = new Map<number | null, string>(tables.map(({ index, title }) => [index, title]));
  // One entry a table and rule, since a person opens a page once.
  return [...groups.values()].map((group): ReviewEntry => {
    const { ruleId, tableIndex, actual, expected } = at(group, 0);
    return {
      tableIndex,
      tableTitle: titles.get(tableIndex) ?? '',
      ruleId,
      kind: ruleOf(ruleId)?.kind ?? 'other',
      factIds: [],
      places: group.flatMap((finding) => finding.places),
      actual,
      expected,
      residual: '',
      proposal: '',
      alternatives: group.slice(1, MAX_ALTERNATIVES).map((finding) => finding.actual),
      moneyAtStake: '0',
      probability: PROBABILITY.finding,
    };
  });
}
