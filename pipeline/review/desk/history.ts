import { type DocumentKnown, isAbout, standing, standingLines } from '../../../extractors/judgement/decisions/index.ts';
import type { DecisionRecord, ReviewLine, UndoRecord } from '../../../schemas/reviewing/decisions.ts';

/** Decisions about a document, taken back or not. */
function recordsAbout(lines: readonly ReviewLine[], document: DocumentKnown): DecisionRecord[] {
  return lines.filter((line) => line.record === 'decision').filter((record) => isAbout(record.document, document));
}

/** Ids that the next undo takes back: the last click that stands; none where there is none. */
export function toUndo(lines: readonly ReviewLine[], document: DocumentKnown): string[] {
  const stand = recordsAbout(standing(lines), document);
  const last = stand.at(-1);
  return last ? stand.filter(({ group }) => group === last.group).map(({ id }) => id) : [];
}

/** The undo that the next redo takes back: the last that stands, unless somebody has decided anew since. */
export function toRedo(lines: readonly ReviewLine[], document: DocumentKnown): string[] {
  const about = new Set(recordsAbout(lines, document).map(({ id }) => id));
  const lastDecision = lines.findLastIndex(({ id }) => about.has(id));
  const undone = standingLines(lines)
    .filter((line): line is UndoRecord => line.record === 'undo')
    .findLast(({ undoes }) => undoes.some((id) => about.has(id)));
  return undone && lines.lastIndexOf(undone) > lastDecision ? [undone.id] : [];
}

/** The decisions that lines speak of: those among them, and those that an undo, or the undo of one, takes back. */
export function decisionsBehind(lines: readonly ReviewLine[], all: readonly ReviewLine[]): DecisionRecord[] {
  const known = new Map(all.map((line) => [line.id, line]));
  const seen = new Set<ReviewLine>();
  const waiting = [...lines];
  for (let line = waiting.pop(); line; line = waiting.pop()) {
    if (seen.has(line)) continue;
    seen.add(line);
    if (line.record === 'undo') waiting.push(...line.undoes.flatMap((id) => known.get(id) ?? []));
  }
  return [...seen].filter((line) => line.record === 'decision');
}
