import type { Diagnostic, Finding } from '../schemas/diagnostic.ts';
import type { Disclosure } from '../schemas/disclosure.ts';
import { NO_REGION } from '../schemas/lexicon/regions/index.ts';
import type { Profile } from '../schemas/profile.ts';
import type { Report } from '../schemas/report.ts';
import type { ReviewLine } from '../schemas/reviewing/decisions.ts';
import { type Language, type RuleId, renderMessage, ruleOf } from '../schemas/rules/index.ts';
import { SCHEMA_VERSION } from '../schemas/version.ts';
import type { Evidence } from './judgement/confidence/evidence.ts';
import type { DrawnPage } from './model/source.ts';

/** What a file is known by. */
export interface FileIdentity {
  sha256: string;
  bytes: number;
}

export interface ExtractOptions {
  /** Path relative to the input root; becomes `source_file`. */
  sourceFile: string;
  /** Unique within the batch; becomes `document_id`. */
  documentId: string;
  profiles: readonly Profile[];
  /** Use this profile instead of the one that the content matches. */
  profile?: string | undefined;
  language?: Language | undefined;
  /** Makes the repairs that are sure: `value` is the repaired number, `raw` the printed one. Without it they are only proposed. */
  applyProvedRepairs?: boolean | undefined;
  /** Share of accepted numbers that are put into the review queue as a sample, from 0 to 1; by default none. */
  audit?: number | undefined;
  /** What people have decided about documents; what is about this one is made in it. */
  reviews?: readonly ReviewLine[] | undefined;
}

export interface Extraction {
  disclosure: Disclosure;
  report: Report;
  /** By fact id, what the confidence rests on; absent where nothing was extracted. */
  evidence?: ReadonlyMap<string, Evidence>;
  /** The printed lines, line n at index n - 1; absent where the file could not be read. */
  sourceLines?: readonly string[];
  /** Pages whose layout is fixed, as they were read; absent for files that have none. */
  pages?: readonly DrawnPage[];
  /** Beginning of the document, by which its profile is chosen; absent where the file could not be read. */
  opening?: string;
}

/** Why a document has no data, and in which phase that was seen. */
export interface Failure {
  ruleId: RuleId;
  stage: string;
  actual: string;
  expected?: string;
}

/** The extraction of a document that no phase could work on: no tables, one finding, status failed. */
export function failedExtraction(
  file: FileIdentity,
  options: Pick<ExtractOptions, 'documentId' | 'sourceFile' | 'language'>,
  failure: Failure,
): Extraction {
  const { stage, expected = '' } = failure;
  const finding = stamped({ ...failure, expected }, stage, options.language ?? 'en');
  return {
    disclosure: {
      schemaVersion: SCHEMA_VERSION,
      documentId: options.documentId,
      sourceFile: options.sourceFile,
      kind: null,
      entity: { code: null, name: null },
      entityId: null,
      scope: null,
      level: null,
      parentEntity: null,
      year: null,
      title: null,
      region: NO_REGION,
      profile: 'default',
      tables: [],
      indicators: [],
      projects: [],
      statements: [],
    },
    report: {
      schemaVersion: SCHEMA_VERSION,
      documentId: options.documentId,
      sourceFile: options.sourceFile,
      ...file,
      pages: 0,
      media: 'unknown',
      encoding: null,
      profile: 'default',
      status: 'failed',
      reason: finding.message,
      expectedTables: [],
      findings: [finding],
      equations: [],
      review: [],
    },
  };
}

/** A phase says which rule, where, what was met and expected; severity and message follow from the rule. */
export function stamped(
  { ruleId, places = [], tableIndex = null, actual = '', expected = '' }: Finding,
  stage: string,
  language: Language,
): Diagnostic {
  const severity = ruleOf(ruleId)?.severity ?? 'error';
  return { ruleId, stage, severity, message: renderMessage(ruleId, actual, expected, language), tableIndex, places, actual, expected };
}
