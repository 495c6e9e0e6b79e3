import type { Evidence } from '../../extractors/judgement/confidence/evidence.ts';
import type { Diagnostic } from '../../schemas/diagnostic.ts';
import type { Disclosure } from '../../schemas/disclosure.ts';
import type { Profile } from '../../schemas/profile.ts';
import type { Report } from '../../schemas/report.ts';
import type { Language } from '../../schemas/rules/index.ts';

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
}

export interface Extraction {
  disclosure: Disclosure;
  report: Report;
  /** By fact id, what the confidence rests on. */
  evidence?: ReadonlyMap<string, Evidence>;
  /** Time of each stage. */
  milliseconds?: Readonly<Record<string, number>>;
  /** The printed lines, line n at index n - 1, where the file itself has no lines (PDF). */
  sourceLines?: readonly string[];
  /** Beginning of the document, by which its profile is chosen. */
  opening?: string;
}

/** What the named stage makes of a document, and what was found so far. `output` is null when the document never gets there. */
export interface StageDump {
  documentId: string;
  stage: string;
  output: unknown;
  findings: Diagnostic[];
}

/** `milliseconds` is the time that each stage took. */
export type ExtractFunction = (
  bytes: Uint8Array,
  options: ExtractOptions,
) => Promise<Extraction & { milliseconds?: Readonly<Record<string, number>> | undefined }>;
