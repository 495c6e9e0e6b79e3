/** Lines of reviews.jsonl in; the decisions about a document that count, in the order in which they are made, out; imports schemas. */
import type { Decision, DecisionRecord, DocumentReference, ReviewLine } from '../../../schemas/reviewing/decisions.ts';

/** What a document is known by when decisions are looked for. */
export type DocumentKnown = Pick<DocumentReference, 'entityId' | 'year' | 'kind' | 'scope' | 'sha256'>;

/** Decisions that nobody has taken back, in the order of the lines. A line that stands twice (two files put together) counts once. */
export function standing(lines: readonly ReviewLine[]): DecisionRecord[] {
  return standingLines(lines).filter((line) => line.record === 'decision');
}

/** The lines that nobody has taken back: decisions, and undoes that still take something back. */
export function standingLines(lines: readonly ReviewLine[]): ReviewLine[] {
  const known = new Map(lines.map((line) => [line.id, line]));
  const undoers = new Map<string, string[]>();
  for (const line of known.values()) {
    if (line.record === 'undo') for (const id of line.undoes) undoers.set(id, [...(undoers.get(id) ?? []), line.id]);
  }
  const verdicts = new Map<string, boolean>();
  const stands = (id: string): boolean => {
    const verdict = verdicts.get(id);
    if (verdict !== undefined) return verdict;
    // Lines that take each other back in a circle were made by no program of ours: none of them counts.
    verdicts.set(id, false);
    const stood = !(undoers.get(id) ?? []).some(stands);
    verdicts.set(id, stood);
    return stood;
  };
  return [...known.values()].filter(({ id }) => stands(id));
}

/** The same bytes; else the same entity, year, kind and scope, where the first two are known. */
export function isAbout(reference: DocumentKnown, document: DocumentKnown): boolean {
  if (reference.sha256 === document.sha256) return true;
  if (reference.entityId === null || reference.year === null) return false;
  return (['entityId', 'year', 'kind', 'scope'] as const).every((name) => reference[name] === document[name]);
}

/** What a decision settles: of two about the same the later one counts. */
export function aspectOf(decision: Decision): string {
  switch (decision.edit) {
    case 'confirm':
    case 'value':
    case 'source':
    case 'unsure':
      return `number ${decision.factId}`;
    case 'move':
      return `move ${decision.factId}`;
    case 'parent':
    case 'role':
      return `${decision.edit} ${decision.table} ${decision.row}`;
    case 'title':
    case 'unit':
    case 'no-table':
      return `${decision.edit} ${decision.table}`;
    case 'column':
      return `column ${decision.table} ${decision.column}`;
    case 'item-seen':
    case 'item-unsure':
      return `item ${decision.itemId}`;
  }
}

/** What later decisions build on comes first; a table that is none is taken away last, so that what was decided about it still fits. */
const RANK: Readonly<Record<Decision['edit'], number>> = {
  title: 0,
  unit: 1,
  column: 2,
  move: 3,
  role: 4,
  parent: 5,
  value: 6,
  confirm: 6,
  source: 6,
  unsure: 6,
  'item-seen': 6,
  'item-unsure': 6,
  'no-table': 7,
};

/**
 * The last decision about each thing by the time at which it was made, whatever the order of the lines: two files put together say the same
 * in either order. What others build on comes first.
 */
export function inEffect(records: readonly DecisionRecord[]): DecisionRecord[] {
  const last = new Map<string, DecisionRecord>();
  for (const record of byTime(records)) {
    const aspect = aspectOf(record.decision);
    last.delete(aspect);
    last.set(aspect, record);
  }
  return [...last.values()].sort((one, other) => RANK[one.decision.edit] - RANK[other.decision.edit]);
}

/** Times are ISO 8601 in UTC; what was made at the same time keeps its order. */
export function byTime(records: readonly DecisionRecord[]): DecisionRecord[] {
  return [...records].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
