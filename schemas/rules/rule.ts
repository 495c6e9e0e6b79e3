import type { Severity } from '../diagnostic.ts';
import type { ReviewKind } from '../review.ts';

/** What a rule means to a person. `{actual}` and `{expected}` are replaced by what the finding carries. */
export interface Rule {
  severity: Severity;
  kind: ReviewKind;
  zh: string;
  en: string;
  whyZh: string;
  why: string;
  doZh: string;
  do: string;
}
