/**
 * The library: what other programs may use; bytes or paths in, extractions or an output folder out; imports schemas,
 * extractors, base, publish, run.
 */
/**
 * The library. `extract` reads one document from bytes; `runBatch` reads files and folders and writes the output folder.
 *
 * @example
 * const profiles = await loadProfiles();
 * const { disclosure, report } = await extract(bytes, { sourceFile: 'a.txt', documentId: 'a', profiles });
 */

export type { Extraction, ExtractOptions } from '../extractors/extraction.ts';
export { amend, EditError } from '../extractors/judgement/amend.ts';
export type { Case } from '../extractors/judgement/case.ts';
export { evaluate, type Verdict } from '../extractors/judgement/evaluate.ts';
export { type Identified, identifyProfile } from '../extractors/profiles/identify.ts';
export { readText } from '../extractors/readers/text/index.ts';
export { CaseError, readCase } from '../schemas/case/case.ts';
export type { Diagnostic } from '../schemas/diagnostic.ts';
export type { Disclosure, Indicator, Project, Statement } from '../schemas/disclosure.ts';
export type { Equation } from '../schemas/equation.ts';
export type { Place } from '../schemas/place.ts';
export { defineProfile, type Profile } from '../schemas/profile.ts';
export type {
  DocumentRecord,
  EquationRecord,
  FactRecord,
  IndicatorRecord,
  MeasureRecord,
  PanelRecord,
  ProjectRecord,
  RecordFile,
  ReviewRecord,
  StatementRecord,
  TableRecord,
} from '../schemas/records.ts';
export type { Report } from '../schemas/report.ts';
export type { Edit, ReviewItem } from '../schemas/review.ts';
export { type Language, RULES, type RuleId, renderMessage } from '../schemas/rules/index.ts';
export type { Run } from '../schemas/run.ts';
export type { Column, FactCell, Table, TableRow } from '../schemas/table.ts';
export { EXIT, ProfileError, UserError } from './base/errors.ts';
export { type RecordSet, toRecords } from './publish/records/records.ts';
export { runBatch } from './run/batch/batch.ts';
export { type BatchOptions, planBatch } from './run/batch/plan.ts';
export type { StageDump } from './run/extraction.ts';
export type { IsolationOptions } from './run/isolation/bounds.ts';
export { extract, extractUntil } from './run/isolation/isolated.ts';
export type { Outcome } from './run/outcome.ts';
export { loadProfiles } from './run/profiles/load-profiles.ts';
