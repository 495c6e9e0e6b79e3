import { createHash } from 'node:crypto';
import { NO_REGION } from '../../../schemas/lexicon/regions.ts';
import { type Language, type RuleId, renderMessage, ruleOf } from '../../../schemas/rules/index.ts';
import type { Extraction } from '../extraction.ts';
import type { Input } from '../inputs/input.ts';

/** The extraction of a document that no stage could work on: no tables, one finding, status failed. */
export function failedExtraction(
  input: Pick<Input, 'documentId' | 'sourceFile'>,
  bytes: Uint8Array,
  failure: { ruleId: RuleId; stage: string; actual: string },
  language: Language,
): Extraction {
  const { ruleId, stage, actual } = failure;
  const message = renderMessage(ruleId, actual, '', language);
  const { documentId, sourceFile } = input;
  return {
    disclosure: {
      schemaVersion: 1,
      documentId,
      sourceFile,
      kind: null,
      entity: { code: null, name: null },
      scope: null,
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
      schemaVersion: 1,
      documentId,
      sourceFile,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      pages: 0,
      media: 'unknown',
      encoding: null,
      profile: 'default',
      status: 'failed',
      reason: message,
      expectedTables: [],
      findings: [
        { ruleId, stage, severity: ruleOf(ruleId)?.severity ?? 'error', message, tableIndex: null, places: [], actual, expected: '' },
      ],
      equations: [],
      review: [],
    },
  };
}
