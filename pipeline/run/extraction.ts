import type { Extraction, ExtractOptions } from '../../extractors/extraction.ts';
import type { Diagnostic } from '../../schemas/diagnostic.ts';

/** An extraction with the time that each phase took. */
export interface TimedExtraction extends Extraction {
  milliseconds: Readonly<Record<string, number>>;
}

/** What the named phase makes of a document, and what was found so far. `output` is null when the document never gets there. */
export interface StageDump {
  documentId: string;
  stage: string;
  output: unknown;
  findings: Diagnostic[];
}

/** What a batch does with each document; `milliseconds` is the time that each phase took. */
export type ExtractFunction = (bytes: Uint8Array, options: ExtractOptions) => Promise<Extraction & Partial<TimedExtraction>>;
