import type { Diagnostic, Finding } from '../../schemas/diagnostic.ts';
import type { ReviewItem } from '../../schemas/review.ts';
import type { DecisionRecord } from '../../schemas/reviewing/decisions.ts';
import type { Language } from '../../schemas/rules/index.ts';
import type { Case } from './case.ts';
import { amendDecided, type Decided, misfitFindings } from './decide.ts';
import type { DocumentKnown } from './decisions/index.ts';
import { evaluate, type Verdict } from './evaluate.ts';
import { reviewItems } from './review-items.ts';
import { substanceFindings, substanceOf } from './substance.ts';

/** A document when its case is stated and nobody has decided about it; plain data. `findings`: of the phases before. */
export interface Study {
  stated: Case;
  document: DocumentKnown;
  findings: Diagnostic[];
}

/** A study after decisions: the same as the document's extraction with these decisions has. */
export interface Judged {
  decided: Decided;
  verdict: Verdict;
  items: ReviewItem[];
}

/** A finding with its severity and words. */
export type Stamp = (finding: Finding, stage: string) => Diagnostic;

/** `records`: decisions that stand, about whatever documents. `before`: what an earlier call gave, so that what is the same is not done again. */
export function judge(
  { stated, document, findings }: Study,
  records: readonly DecisionRecord[],
  { stamp, documentId, language }: { stamp: Stamp; documentId: string; language: Language },
  before?: Judged,
): Judged {
  const decided = amendDecided(stated, records, document, before?.decided);
  const verdict = evaluate(decided.stated);
  const substance = substanceOf(verdict);
  const all = [
    ...findings,
    ...[...misfitFindings(decided.misfits), ...decided.stated.findings].map((finding) => stamp(finding, 'reconcile')),
    ...verdict.findings.map((finding) => stamp(finding, 'score')),
    ...(substance === 'nothing' ? [] : substanceFindings(substance, verdict, document.year).map((finding) => stamp(finding, 'score'))),
  ];
  const items = reviewItems(verdict, all, { audit: 0, documentId, settled: decided.settled, language });
  return { decided, verdict, items };
}
