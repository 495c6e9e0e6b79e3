import type { Decision, DecisionRecord, DocumentReference, UndoRecord } from '../../schemas/reviewing/decisions.ts';

/** Lines of reviews.jsonl for tests; times follow the number in the id. */

export const REFERENCE: DocumentReference = {
  entityId: '210000/江川市档案馆',
  entityName: '江川市档案馆',
  year: 2026,
  kind: 'budget',
  scope: null,
  sha256: 'ab',
  sourceFile: 'a.txt',
};

const timeOf = (id: string): string => `2026-01-01T00:00:${id.replace(/\D/g, '').padStart(2, '0').slice(-2)}.000Z`;

export function decided(id: string, decision: Decision, rest: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    record: 'decision',
    schemaVersion: 1,
    id,
    at: timeOf(id),
    reviewer: 'ann',
    group: id,
    document: REFERENCE,
    decision,
    item: null,
    before: '',
    after: '',
    reason: '',
    seconds: null,
    ...rest,
  };
}

export function undone(id: string, ...undoes: string[]): UndoRecord {
  return { record: 'undo', schemaVersion: 1, id, at: timeOf(id), reviewer: 'ann', undoes };
}
