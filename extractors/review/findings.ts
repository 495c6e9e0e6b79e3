import type { Diagnostic } from '../../schemas/diagnostic.ts';
import type { ReviewItem } from '../../schemas/review.ts';
import { ruleOf } from '../../schemas/rules.ts';
import type { Table } from '../../schemas/table.ts';

/** Findings that no cell carries: what they speak of is not in the data, so only the queue can tell a person. */
const QUEUED: ReadonlySet<string> = new Set(['table/cut', 'header/unreadable', 'form/row-unread', 'row/misaligned']);

export function reviewOfFindings(findings: readonly Diagnostic[], tables: readonly Table[], from: number): ReviewItem[] {
  return findings
    .filter((finding) => QUEUED.has(finding.ruleId))
    .map(
      (finding, i): ReviewItem => ({
        itemId: `r${String(from + i).padStart(3, '0')}`,
        tableIndex: finding.tableIndex,
        tableTitle: tables.find((table) => table.index === finding.tableIndex)?.title ?? '',
        ruleId: finding.ruleId,
        kind: ruleOf(finding.ruleId)?.kind ?? 'other',
        factIds: [],
        places: finding.places,
        actual: finding.actual,
        expected: finding.expected,
        residual: '',
        proposal: '',
        alternatives: [],
        moneyAtStake: '0',
        probability: 0.3,
        message: '',
      }),
    );
}
