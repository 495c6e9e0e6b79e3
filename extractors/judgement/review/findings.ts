import type { Diagnostic } from '../../../schemas/diagnostic.ts';
import type { ReviewItem } from '../../../schemas/review.ts';
import { ruleOf } from '../../../schemas/rules/index.ts';
import type { Table } from '../../../schemas/table.ts';
import { at } from '../../model/at.ts';

/** Findings that no cell carries: what they speak of is not in the data, so only the queue can tell a person. */
const QUEUED: ReadonlySet<string> = new Set([
  'document/tables-elsewhere',
  'table/cut',
  'header/unreadable',
  'column/missing',
  'form/row-unread',
  'row/misaligned',
  'subject/level-missing',
]);

const MAX_ALTERNATIVES = 8;

export function reviewOfFindings(findings: readonly Diagnostic[], tables: readonly Table[], from: number): ReviewItem[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const finding of findings.filter(({ ruleId }) => QUEUED.has(ruleId))) {
    const key = `${finding.ruleId}|${finding.tableIndex}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  // One entry a table and rule, since a person opens a page once.
  return [...groups.values()].map((group, i): ReviewItem => {
    const { ruleId, tableIndex, actual, expected } = at(group, 0);
    return {
      itemId: `r${String(from + i).padStart(3, '0')}`,
      tableIndex,
      tableTitle: tables.find((table) => table.index === tableIndex)?.title ?? '',
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
      probability: 0.3,
      message: '',
    };
  });
}
