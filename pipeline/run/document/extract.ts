import { dumpPhase, extractRead } from '../../../extractors/extract.ts';
import { type Extraction, type ExtractOptions, type FileIdentity, failedExtraction } from '../../../extractors/extraction.ts';
import type { PhaseName } from '../../../extractors/model/stage.ts';
import type { Access, Unreadable } from '../../../extractors/readers/access/reader.ts';
import { readSource } from '../../../extractors/readers/index.ts';
import type { RuleId } from '../../../schemas/rules/index.ts';
import type { StageDump, TimedExtraction } from '../extraction.ts';
import { identityOf } from '../inputs/identity.ts';
import { pdfAccess } from '../pdf/pdf-access.ts';
import { scanAccess } from '../scan/scan-access.ts';
import { sheetAccess } from '../sheets/sheet-access.ts';

/** The libraries of readers, loaded when a file needs them. */
export const ACCESS: Access = { pdf: pdfAccess, sheets: sheetAccess, scans: scanAccess };

const accessFor = ({ ocr = true }: ExtractOptions): Access => (ocr ? ACCESS : { ...ACCESS, scans: () => null });

/** Reads a file and runs every phase on it. Never throws for what a document contains: bad documents come back as findings. */
export async function extract(bytes: Uint8Array, options: ExtractOptions): Promise<TimedExtraction> {
  const milliseconds: Record<string, number> = {};
  const start = performance.now();
  const read = await readSource(bytes, accessFor(options));
  milliseconds.read = performance.now() - start;
  const file = identityOf(bytes);
  if ('finding' in read) return { ...unreadable(read, file, options), milliseconds };
  const timed = <T>(phase: string, work: () => T): T => {
    const began = performance.now();
    const output = work();
    milliseconds[phase] = (milliseconds[phase] ?? 0) + performance.now() - began;
    return output;
  };
  return { ...extractRead(read, file, options, timed), milliseconds };
}

/** Runs the phases up to the one named and returns its output, for maintainers who look for the phase that errs. */
export async function extractUntil(bytes: Uint8Array, options: ExtractOptions, stage: PhaseName): Promise<StageDump> {
  const { documentId } = options;
  const read = await readSource(bytes, accessFor(options));
  if ('finding' in read) {
    return { documentId, stage, output: null, findings: unreadable(read, identityOf(bytes), options).report.findings };
  }
  return { documentId, stage, ...plain(dumpPhase(read, options, stage)) };
}

/** As JSON has it: equation states are a Map, amounts inside the solver are BigInt. */
function plain<T>(dump: T): T {
  return JSON.parse(
    JSON.stringify(dump, (_, value: unknown) => {
      if (value instanceof Map) return Object.fromEntries(value);
      return typeof value === 'bigint' ? value.toString() : value;
    }),
  );
}

function unreadable({ finding }: Unreadable, file: FileIdentity, options: ExtractOptions): Extraction {
  const { ruleId, actual = '', expected = '' } = finding;
  return failedExtraction(file, options, { ruleId: ruleId as RuleId, stage: 'read', actual, expected });
}
