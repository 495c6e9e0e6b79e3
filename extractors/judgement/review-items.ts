import type { Diagnostic } from '../../schemas/diagnostic.ts';
import type { ReviewItem } from '../../schemas/review.ts';
import { type Language, renderMessage } from '../../schemas/rules/index.ts';
import { Keys } from '../model/keys.ts';
import type { Verdict } from './evaluate.ts';
import { auditSample } from './review/audit.ts';
import { entryText } from './review/draft.ts';
import { reviewOfFindings } from './review/findings.ts';
import { mergedByCause } from './review/merging.ts';

/** What decides beside the verdict what a person is asked. */
export interface Asking {
  /** See ExtractOptions. */
  audit: number;
  documentId: string;
  /** Ids of items without numbers that somebody has looked at. */
  settled: ReadonlySet<string>;
  language: Language;
}

/** The review queue of a document: of its verdict, of findings that no cell carries, and of a sample; each with a key that lasts. */
export function reviewItems(
  verdict: Verdict,
  findings: readonly Diagnostic[],
  { audit, documentId, settled, language }: Asking,
): ReviewItem[] {
  const entries = [
    ...verdict.review,
    ...mergedByCause(reviewOfFindings(findings, verdict.tables)),
    ...auditSample(verdict.tables, audit, documentId),
  ];
  const keys = new Keys();
  const items = entries.map((entry) => ({
    itemId: keys.next('i', entryText(entry)),
    ...entry,
    message: renderMessage(entry.ruleId, entry.actual, entry.expected, language),
  }));
  return items.filter(({ itemId }) => !settled.has(itemId));
}
