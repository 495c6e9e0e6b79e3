/** One document from its bytes to all that is written of it; imports schemas, extractors, base, run, publish. */
import { getHeapStatistics } from 'node:v8';
import { type Extraction, type FileIdentity, failedExtraction } from '../../../extractors/extraction.ts';
import type { DrawnPage } from '../../../extractors/model/source.ts';
import { isPackage } from '../../../extractors/readers/package/index.ts';
import { isOle } from '../../../extractors/readers/package/ole.ts';
import { isPdf } from '../../../extractors/readers/pdf/signature.ts';
import type { Profile } from '../../../schemas/profile.ts';
import type { DocumentRecord } from '../../../schemas/records.ts';
import type { ReviewLine } from '../../../schemas/reviewing/decisions.ts';
import type { Language, RuleId } from '../../../schemas/rules/index.ts';
import { EXIT, type ExitCode, reasonOf } from '../../base/errors.ts';
import { type RunLog, SILENT_LOG } from '../../base/log.ts';
import { OutputError } from '../../publish/csv/json.ts';
import { type DocumentFiles, renderDocument } from '../../publish/document.ts';
import { type RecordSet, toRecords } from '../../publish/records/records.ts';
import type { ExtractFunction } from '../extraction.ts';
import { identityOf } from '../inputs/identity.ts';
import type { Failure, Input } from '../inputs/input.ts';
import type { Read } from '../inputs/read-input.ts';

export type RenderReport = (
  disclosure: Extraction['disclosure'],
  report: Extraction['report'],
  sourceLines: readonly string[],
  language: Language,
  pages: readonly DrawnPage[],
) => string;

/** A document from which everything is made that is written of it. */
export interface Finished {
  extraction: Extraction;
  record: DocumentRecord;
  proved: number;
  exitCode: ExitCode;
  records: RecordSet;
  files: DocumentFiles;
  html: string | null;
}

export interface RunnerOptions {
  profiles: readonly Profile[];
  profile?: string | undefined;
  language?: Language | undefined;
  /** Larger texts are refused: running out of memory would cost the whole batch. By default what the memory of this process allows. */
  maxTextBytes?: number | undefined;
  /** See ExtractOptions. */
  applyProvedRepairs?: boolean | undefined;
  audit?: number | undefined;
  reviews?: readonly ReviewLine[] | undefined;
  log?: RunLog | undefined;
}

/**
 * Most memory (bytes of the heap) that a byte of a text was seen to need, in a file that is nothing but tables with tabs whose
 * equations hold: 120 were too few, 138 enough. Held after the last phase, without equations: 91 a byte with tabs, 106 where
 * the layout is lost, 73 with pipes, 45 in HTML.
 */
const HEAP_PER_BYTE = 140;

/** What is no text: its readers count pages and cells, as its bytes say little about what they unpack to. */
const hasOwnBounds = (bytes: Uint8Array): boolean => isPdf(bytes) || isPackage(bytes) || isOle(bytes);

const NO_BYTES = new Uint8Array(0);

const MB = 2 ** 20;

/** The largest text (bytes) that a heap allows, by default that of this process. */
export function largestText(megabytes: number = getHeapStatistics().heap_size_limit / MB): number {
  return (megabytes * MB) / HEAP_PER_BYTE;
}

/** Failures of the program, not of the document. */
const INTERNAL: ReadonlySet<string> = new Set<RuleId>(['internal/stage-failed', 'document/crashed']);

function exitOf({ report }: Extraction): ExitCode {
  if (report.findings.some(({ ruleId }) => INTERNAL.has(ruleId))) return EXIT.internal;
  return report.status === 'failed' ? EXIT.input : EXIT.ok;
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

export type Milliseconds = Map<string, number>;

/** Does `work` and adds the time that it took to what `stage` took before. */
export function timed<T>(milliseconds: Milliseconds, stage: string, work: () => T): T {
  const start = performance.now();
  try {
    return work();
  } finally {
    milliseconds.set(stage, (milliseconds.get(stage) ?? 0) + performance.now() - start);
  }
}

/** Takes one document from bytes to what is written of it. Whatever goes wrong costs this document only. */
export class DocumentRunner {
  readonly #options: RunnerOptions;
  readonly #extract: ExtractFunction;
  readonly #render: RenderReport | null;
  readonly #language: Language;
  readonly #maxTextBytes: number;
  readonly #log: RunLog;

  constructor(options: RunnerOptions, extract: ExtractFunction, render: RenderReport | null) {
    this.#options = options;
    this.#extract = extract;
    this.#render = render;
    this.#language = options.language ?? 'en';
    this.#maxTextBytes = options.maxTextBytes ?? largestText();
    this.#log = options.log ?? SILENT_LOG;
  }

  #failed({ sourceFile, documentId }: Input, identity: FileIdentity, failure: Failure): Extraction {
    return failedExtraction(identity, { sourceFile, documentId, language: this.#language }, failure);
  }

  #internalFailure(input: Input, identity: FileIdentity, stage: string, error: unknown): Extraction {
    this.#log.error('internal failure', { document: input.documentId, stage, error: error instanceof Error ? error.stack : String(error) });
    return this.#failed(input, identity, { ruleId: 'internal/stage-failed', stage, actual: reasonOf(error) });
  }

  async #extractOne(input: Input, bytes: Uint8Array, milliseconds: Milliseconds): Promise<Extraction> {
    const { profiles, profile, applyProvedRepairs, audit, reviews } = this.#options;
    const { sourceFile, documentId } = input;
    if (bytes.length > this.#maxTextBytes && !hasOwnBounds(bytes)) {
      const actual = `${inMegabytes(bytes.length)} > ${inMegabytes(this.#maxTextBytes)}`;
      return this.#failed(input, identityOf(bytes), { ruleId: 'source/too-large', stage: 'read', actual });
    }
    try {
      const result = await this.#extract(bytes, {
        sourceFile,
        documentId,
        profiles,
        profile,
        language: this.#language,
        applyProvedRepairs,
        audit,
        reviews,
      });
      for (const [stage, spent] of Object.entries(result.milliseconds ?? {}))
        milliseconds.set(stage, (milliseconds.get(stage) ?? 0) + spent);
      const { milliseconds: _, ...extraction } = result;
      return extraction;
    } catch (error) {
      return this.#internalFailure(input, identityOf(bytes), 'extract', error);
    }
  }

  #finish(extraction: Extraction, exitCode: ExitCode): Finished {
    const files = renderDocument(extraction);
    const records = toRecords(extraction.disclosure, extraction.report, extraction.sourceLines);
    const [record] = records['documents.csv'];
    if (record === undefined) throw new RangeError('a document without its record');
    const proved = records['tables.csv'].reduce((sum, table) => sum + table.proved, 0);
    return { extraction, record, proved, exitCode, records, files, html: null };
  }

  /** Output that its schema refuses, or a defect while rendering, costs this document only. */
  #renderAll(input: Input, identity: FileIdentity, extraction: Extraction, milliseconds: Milliseconds): Finished {
    let finished: Finished;
    try {
      finished = timed(milliseconds, 'export', () => this.#finish(extraction, exitOf(extraction)));
    } catch (error) {
      const exitCode = error instanceof OutputError ? error.exitCode : EXIT.internal;
      return this.#finish(this.#internalFailure(input, identity, 'export', error), exitCode);
    }
    const render = this.#render;
    if (!render) return finished;
    try {
      const { disclosure, report, sourceLines = [], pages = [] } = extraction;
      const html = timed(milliseconds, 'report', () => render(disclosure, report, sourceLines, this.#language, pages));
      return { ...finished, html };
    } catch (error) {
      this.#log.error('report.html failed', { document: input.documentId, error: error instanceof Error ? error.stack : String(error) });
      return { ...finished, exitCode: EXIT.internal };
    }
  }

  /** Adds the time of every stage to `milliseconds`; `export` renders and validates, `report` makes report.html. */
  async run(input: Input, read: Read, milliseconds: Milliseconds): Promise<Finished> {
    if (!(read instanceof Uint8Array)) return this.fail(input, identityOf(NO_BYTES), read.failure);
    return this.#renderAll(input, identityOf(read), await this.#extractOne(input, read, milliseconds), milliseconds);
  }

  /** What is written of a document that could not be worked on. */
  fail(input: Input, identity: FileIdentity, failure: Failure): Finished {
    return this.#renderAll(input, identity, this.#failed(input, identity, failure), new Map());
  }
}
